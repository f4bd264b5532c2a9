import Bitext
import TestSupport
import Testing

@testable import Exchange
@testable import Files

/// A salvage keeps every unit that is whole, tells where each fault is, and counts what it leaves out.
@Suite struct SalvageTests {
  private final class Log { var findings: [Finding] = [] }

  private static let head = """
    <tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" srclang="fr" datatype="plaintext"/><body>

    """

  private static func unit(_ number: Int) -> String {
    """
    <tu tuid="\(number)"><prop type="x">p\(number)</prop>
    <tuv xml:lang="fr"><seg>Phrase <bpt i="1">&lt;b></bpt>num\u{E9}ro<ept i="1"/> \(number) &amp; suite</seg></tuv>
    <tuv xml:lang="en"><seg>Sentence number \(number)</seg></tuv></tu>

    """
  }

  private func salvage(_ bytes: [UInt8], chunk: Int = 1 << 16) throws -> (
    units: [TranslationUnit], dropped: Int, findings: [Finding]
  ) {
    let log = Log()
    let context = ReadingContext(salvages: true) { finding, _ in log.findings.append(finding) }
    let reader = try TMXReader(MemorySource(bytes, name: "a.tmx", chunk: chunk), context: context)
    var units: [TranslationUnit] = []
    while let unit = try reader.next() { units.append(unit) }
    return (units, context.dropped, log.findings)
  }

  private static func id(_ unit: TranslationUnit) -> String? { unit.attributes.first { $0.name == "tuid" }?.value }

  @Test("damage at random costs the units it is in, and no other", arguments: 0..<400)
  func randomDamage(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let count = Int.random(in: 3...12, using: &random)
    let hit = Set((0..<Int.random(in: 1...2, using: &random)).map { _ in Int.random(in: 0..<count, using: &random) })
    var bytes = Array(Self.head.utf8)
    for number in 0..<count {
      var unit = Array(Self.unit(number).utf8)
      if hit.contains(number) {
        // Not the line feed after the unit: that is nobody's.
        let place = Int.random(in: 0..<unit.count - 1, using: &random)
        let byte = Array("<>&\"'/=!?-[]x \u{1}\u{FF}".utf8).randomElement(using: &random) ?? 0
        switch Int.random(in: 0..<3, using: &random) {
        case 0: unit[place] = byte
        case 1: unit.insert(byte, at: place)
        default: unit.remove(at: place)
        }
      }
      bytes += unit
    }
    bytes += Array("</body></tmx>\n".utf8)
    let whole = try salvage(bytes, chunk: [1 << 16, 7][seed % 2])
    let kept = whole.units.compactMap(Self.id)
    for number in 0..<count where !hit.contains(number) {
      #expect(kept.contains(String(number)), "unit \(number) of \(count), damage in \(hit.sorted())")
    }
    #expect(whole.units.count == count || !whole.findings.isEmpty, "\(hit.sorted()) was lost without a word")
  }

  @Test("a byte that its encoding lacks costs its unit alone", arguments: ["us-ascii", "euc-jp", "shift_jis"])
  func legacyEncodings(encoding: String) throws {
    for at in [0, 2, 4_000, 7_999] {
      var bytes = Array("<?xml version=\"1.0\" encoding=\"\(encoding)\"?>\n".utf8) + Array(Self.head.utf8)
      for number in 0..<8_000 {
        let text = "<tu tuid=\"\(number)\"><tuv xml:lang=\"fr\"><seg>Un ".utf8
        bytes += Array(text) + (number == at ? [0xFF, 0xFF] : []) + Array("</seg></tuv></tu>\n".utf8)
      }
      let read = try salvage(bytes + Array("</body></tmx>".utf8))
      #expect(read.units.count == 7_999 && read.dropped == 1, "\(encoding) \(at): \(read.units.count)")
      // Two lines of head before the units.
      #expect(read.findings.contains { $0.effect == .dropped && $0.position?.line == at + 3 })
    }
  }

  @Test func aHalfPairOfUTF16IsToldAtItsPlace() throws {
    let text = Self.head + Self.unit(0) + Self.unit(1) + Self.unit(2) + "</body></tmx>"
    var units = Array(text.utf16)
    let place = units.indices.filter { units[$0] == UInt16(UInt8(ascii: "2")) }.last ?? 0
    units[place] = 0xD800
    var bytes: [UInt8] = [0xFF, 0xFE]
    for unit in units { bytes += [UInt8(truncatingIfNeeded: unit), UInt8(truncatingIfNeeded: unit >> 8)] }
    let read = try salvage(bytes)
    #expect(read.units.compactMap(Self.id) == ["0", "1"] && read.dropped == 1)
    #expect(read.findings.first { $0.effect == .dropped }?.position?.line == 10)
  }

  @Test func damageOfTheHeadCostsNoUnit() throws {
    let text = Self.head.replacing("srclang=\"fr\"", with: "srclang=\"fr") + Self.unit(0) + "</body></tmx>"
    let read = try salvage(Array(text.utf8))
    #expect(read.units.count == 1 && read.dropped == 0 && read.findings.count == 1)
  }

  @Test("constructs that are never closed cost linear time", arguments: ["<?x ", "<![CDATA[", "<!-- "])
  func unclosed(construct: String) throws {
    let text = Self.head + String(repeating: "<tu>\(construct)", count: 20_000)
    let clock = ContinuousClock()
    var read: (units: [TranslationUnit], dropped: Int, findings: [Finding])?
    let time = try clock.measure { read = try salvage(Array(text.utf8)) }
    #expect(read?.units.isEmpty == true)
    #expect(time < .seconds(20))
  }
}
