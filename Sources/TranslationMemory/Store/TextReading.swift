internal import Bitext
internal import GRDB

/// Reads the texts of one language from the variants of a range of units, in order, in one pass.
struct TextReading {
  private struct Side {
    let ordinal: Int
    let language: Int64
    let text: String?
  }

  private let rows: RowCursor
  private let contexts: RowCursor
  private var nextContext: Row?
  /// Whether a language row belongs to the language asked for, and its base.
  private let languages: [Int64: (isWanted: Bool, base: String)]
  private var counterparts: [[Int64]: String] = [:]

  init(_ database: Database, _ language: LanguageTag, _ units: ClosedRange<Int64>) throws {
    var languages: [Int64: (isWanted: Bool, base: String)] = [:]
    for row in try Row.fetchAll(database, sql: "SELECT id, base FROM language") {
      let base: String = row[1]
      languages[row[0]] = (base == language.language, base)
    }
    self.languages = languages
    let wanted = languages.filter(\.value.isWanted).keys.map(String.init).joined(separator: ", ")
    rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT unit, ordinal, language, CASE WHEN language IN (\(wanted)) THEN text END FROM variant
        WHERE unit BETWEEN ? AND ? ORDER BY unit, ordinal
        """, arguments: [units.lowerBound, units.upperBound])
    contexts = try Row.fetchCursor(
      database,
      sql: """
        SELECT unit, previous, next FROM context WHERE language IN (\(wanted)) AND unit BETWEEN ? AND ? ORDER BY unit
        """, arguments: [units.lowerBound, units.upperBound])
    nextContext = try contexts.next()
  }

  mutating func run(_ body: (StoredText) throws -> Void) throws {
    var unit: Int64 = 0
    var sides: [Side] = []
    while let row = try rows.next() {
      let id: Int64 = row[0]
      if id != unit {
        try flush(unit, sides, body)
        sides.removeAll(keepingCapacity: true)
        unit = id
      }
      sides.append(Side(ordinal: row[1], language: row[2], text: row[3]))
    }
    try flush(unit, sides, body)
  }

  private mutating func flush(_ unit: Int64, _ sides: [Side], _ body: (StoredText) throws -> Void) throws {
    guard sides.contains(where: { $0.text != nil }) else { return }
    let context = try contextKey(of: unit)
    for (i, side) in sides.enumerated() {
      guard let text = side.text else { continue }
      var others = sides.map(\.language)
      others.remove(at: i)
      try body(
        StoredText(
          unit: unit, ordinal: side.ordinal, text: text, counterparts: counterparts(others), context: context))
    }
  }

  private mutating func counterparts(_ others: [Int64]) -> String {
    if let known = counterparts[others] { return known }
    let bases = Set(others.compactMap { languages[$0]?.base }).sorted().joined(separator: " ")
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
