import Testing

@testable import Segmentation

@Suite struct TextBytesTests {
  private func with<Result>(_ text: String, _ body: (TextBytes) -> Result) -> Result {
    var text = text
    return text.withUTF8 { body(TextBytes($0)) }
  }

  @Test func outsideTheTextEveryByteIsZero() {
    with("ab") { text in
      #expect(text[0] == UInt8(ascii: "a") && text[2] == 0 && text[-1] == 0 && text[.max] == 0)
      #expect(text.scalar(at: 2).length == 0)
      #expect(text.part(1..<9).count == 1)
    }
  }

  @Test func lettersAreReadInBothDirections() {
    with("aé國😀") { text in
      var forward: [UInt32] = []
      var offset = 0
      while offset < text.count {
        let (value, length) = text.scalar(at: offset)
        #expect(text.scalar(before: offset + length).value == value)
        forward.append(value)
        offset += length
      }
      #expect(forward == "aé國😀".unicodeScalars.map(\.value))
    }
  }

  @Test func spacesAreSkippedAndTrimmedUpToALimit() {
    with("a\u{202F} \nb") { text in
      #expect(text.skippingSpaces(from: 1, to: text.count) == 6)
      #expect(text.skippingSpaces(from: 1, to: 4) == 4)
      #expect(text.trimmingSpaces(before: 6, downTo: 0) == 1)
      #expect(text.trimmingSpaces(before: 6, downTo: 5) == 5)
    }
  }

  @Test func theFirstOfSomeBytesIsFound() {
    with("word. next?") { text in
      #expect(text.first(UInt8(ascii: "."), from: 0, to: text.count) == 4)
      #expect(text.first(UInt8(ascii: "!"), from: 0, to: text.count) == text.count)
      var table = [Bool](repeating: false, count: 256)
      table[Int(UInt8(ascii: "?"))] = true
      #expect(text.first(of: table, from: 0, to: text.count) == 10)
      #expect(text.first(of: table, from: 0, to: 9) == 9)
    }
  }
}
