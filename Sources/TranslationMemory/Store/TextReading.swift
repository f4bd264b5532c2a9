internal import Bitext
internal import Files
internal import FoundationEssentials
internal import GRDB

/// Reads the texts of one language of a range of units, in order, in one pass.
struct TextReading {
  /// A language as units spell it.
  private struct Language {
    let spelling: [UInt8]
    let base: String
    let isWanted: Bool
  }

  private let language: String
  private let rows: RowCursor
  private let contexts: RowCursor
  private var nextContext: Row?
  /// Those met so far: a handful.
  private var languages: [Language] = []
  private var sides: [UnitTexts.Side] = []
  private var numbers: [Int] = []
  private var counterparts: [[Int]: String] = [:]

  init(_ database: Database, _ language: LanguageTag, _ units: ClosedRange<Int64>) throws {
    self.language = language.language
    rows = try Row.fetchCursor(
      database, sql: "SELECT id, body FROM unit WHERE id BETWEEN ? AND ? ORDER BY id",
      arguments: [units.lowerBound, units.upperBound])
    contexts = try Row.fetchCursor(
      database,
      sql: """
        SELECT c.unit, c.previous, c.next FROM context c JOIN language l ON l.id = c.language
        WHERE l.base = ? AND c.unit BETWEEN ? AND ? ORDER BY c.unit
        """, arguments: [language.language, units.lowerBound, units.upperBound])
    nextContext = try contexts.next()
  }

  mutating func run(_ body: (StoredText) throws -> Void) throws {
    while let row = try rows.next() {
      let unit: Int64 = row[0]
      try row.withUnsafeData(atIndex: 1) { data in
        try (data ?? Data()).withUnsafeBytes { try read(unit, UnitTexts($0), body) }
      }
    }
  }

  private mutating func read(_ unit: Int64, _ texts: UnitTexts, _ body: (StoredText) throws -> Void) throws {
    // A damaged unit is matched by nothing; who reads it, or verifies the store, is told of it.
    do { try texts.read(into: &sides) } catch { return }
    numbers.removeAll(keepingCapacity: true)
    for side in sides { numbers.append(number(of: side.language)) }
    guard numbers.contains(where: { languages[$0].isWanted }) else { return }
    let context = try contextKey(of: unit)
    for (ordinal, side) in sides.enumerated() where languages[numbers[ordinal]].isWanted {
      guard let text = try? texts.plainText(side) else { return }
      try body(
        StoredText(
          unit: unit, ordinal: ordinal, text: text, counterparts: counterparts(of: ordinal),
          context: context))
    }
  }

  private mutating func number(of spelling: UnsafeRawBufferPointer) -> Int {
    for (number, language) in languages.enumerated() where language.spelling.elementsEqual(spelling) { return number }
    let base = LanguageBase.of(String(decoding: spelling, as: UTF8.self))
    languages.append(Language(spelling: Array(spelling), base: base, isWanted: base == language))
    return languages.count - 1
  }

  private mutating func counterparts(of ordinal: Int) -> String {
    var others = numbers
    others.remove(at: ordinal)
    if let known = counterparts[others] { return known }
    let bases = Set(others.map { languages[$0].base }).sorted().joined(separator: " ")
    counterparts[others] = bases
    return bases
  }

  private mutating func contextKey(of unit: Int64) throws -> UInt64 {
    while let context = nextContext, (context[0] as Int64) <= unit {
      let id: Int64 = context[0]
      let key = DocumentContext.key(previous: context[1], next: context[2])
      nextContext = try contexts.next()
      if id == unit { return key }
    }
    return 0
  }
}

extension DocumentContext {
  /// Both neighbours in one number, 32 bits each, 0 for one that is not known.
  static func key(previous: String?, next: String?) -> UInt64 {
    func half(_ text: String?) -> UInt64 {
      guard var text, !text.isEmpty else { return 0 }
      let hash = text.withUTF8 { ContentHash.of(UnsafeRawBufferPointer($0)) } >> 32
      return hash == 0 ? 1 : hash
    }
    return half(previous) << 32 | half(next)
  }

  var key: UInt64 { Self.key(previous: previous, next: next) }

  /// Whether two contexts agree: at least one neighbour known on both sides is equal, and none known on both differs.
  static func agree(_ a: UInt64, _ b: UInt64) -> Bool {
    let (previousA, previousB) = (a >> 32, b >> 32)
    let (nextA, nextB) = (a & 0xFFFF_FFFF, b & 0xFFFF_FFFF)
    let previousKnown = previousA != 0 && previousB != 0
    let nextKnown = nextA != 0 && nextB != 0
    if previousKnown, previousA != previousB { return false }
    if nextKnown, nextA != nextB { return false }
    return previousKnown || nextKnown
  }
}
