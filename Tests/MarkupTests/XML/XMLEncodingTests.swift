import Bitext
import Testing

@testable import Files
@testable import Markup

/// A mark decides, then the declaration, then UTF-8.
@Suite struct XMLEncodingTests {
  private func text(_ bytes: [UInt8]) throws -> String {
    let input = PrefixedSource(MemorySource(bytes, name: "a.tmx", chunk: 3))
    var xml = XMLScanner(try XMLEncoding.open(input, context: ReadingContext()), limits: ReadingLimits())
    var text = ""
    while true {
      switch try xml.next() {
      case .text: text += try xml.text()
      case .finish: return text
      case .start, .end: continue
      }
    }
  }

  private func document(_ encoding: String, _ text: String) -> String {
    "<?xml version=\"1.0\" encoding=\"\(encoding)\"?><tmx version=\"1.4\"><header/><body><tu><tuv xml:lang=\"fr\">"
      + "<seg>\(text)</seg></tuv></tu></body></tmx>"
  }

  private func utf16(_ text: String, isLittle: Bool, mark: Bool) -> [UInt8] {
    ((mark ? [0xFEFF] : []) + Array(text.utf16)).flatMap { unit -> [UInt8] in
      let (low, high) = (UInt8(unit & 0xFF), UInt8(unit >> 8))
      return isLittle ? [low, high] : [high, low]
    }
  }

  @Test(arguments: [true, false], [true, false]) func utf16WithAndWithoutAMark(isLittle: Bool, mark: Bool) throws {
    let bytes = utf16(document("UTF-16", "Choïgou — Հայաստան 🙂"), isLittle: isLittle, mark: mark)
    #expect(try text(bytes) == "Choïgou — Հայաստան 🙂")
  }

  @Test func aMarkWinsOverTheDeclaration() throws {
    #expect(try text(utf16(document("utf-8", "é"), isLittle: true, mark: true)) == "é")
    #expect(try text([0xEF, 0xBB, 0xBF] + Array(document("windows-1252", "é").utf8)) == "é")
  }

  @Test func codePagesAreDecoded() throws {
    let latin = document("windows-1252", "*").utf8.flatMap { $0 == UInt8(ascii: "*") ? [0xE9, 0x80, 0x9C] : [$0] }
    #expect(try text(latin) == "é€œ")
    #expect(try text(Array(document("US-ASCII", "a").utf8)) == "a")
    let cyrillic = document("windows-1251", "*").utf8.flatMap { $0 == UInt8(ascii: "*") ? [0xCF, 0xE0] : [$0] }
    #expect(try text(cyrillic) == "Па")
  }

  @Test(arguments: ["klingon-8", "UTF-7", "UTF-16", "UTF-32", "SCSU"])
  func whatIsNotReadIsRefusedAtItsName(encoding: String) {
    let error = #expect(throws: FileError.self) { try text(Array(document(encoding, "a").utf8)) }
    #expect(error?.position == SourcePosition(file: "a.tmx", line: 1, column: 31))
    #expect(error?.reason == .encoding)
  }

  @Test func damagedTextIsRefusedInItsLine() {
    let half = utf16(document("UTF-16", "a"), isLittle: true, mark: true).dropLast()
    #expect(throws: FileError.self) { try text(Array(half)) }
    let lie = document("utf-8", "*").utf8.flatMap { $0 == UInt8(ascii: "*") ? [0xE9] : [$0] }
    let error = #expect(throws: FileError.self) { try text(lie) }
    #expect(error?.reason == .encoding && error?.position.line == 1)
  }
}
