internal import Linguistics
internal import Romanization

/// What it costs to read two pieces of spelling as the same letters of one name.
///
/// The pieces are the forms of the tables' rows; two forms of one row cost nothing or little, and which pairs are cheap
/// depends on who is supposed to have written which side. What no row licenses costs by kind: vowels little, consonants so
/// much that they part two names.
struct SpellingCosts: Sendable {
  /// Who wrote the two sides: presses in the order of the conventions, or one press.
  enum Reading: Int, CaseIterable {
    case forth = 0
    case back = 1
    case alike = 2
  }

  /// Two pieces that some row pairs.
  struct Entry: Hashable, Sendable {
    let first: Int32
    let second: Int32
    /// By reading; infinite where no row pairs them so. The last lane is not used.
    var costs: SIMD4<Float>
    /// Numbers of the rows, of all tables in order.
    var rows: [Int32]
  }

  /// Piece ids by hash; pieces may begin with ^ and end with $. -1 where letters only begin a piece.
  private let pieces: PieceTable
  /// The pieces' letters, by id.
  let texts: [String]
  var count: Int { texts.count }
  private let longest: Int
  /// Number of the entry of two pieces; 0 where no row pairs them.
  private let index: [UInt32]
  /// Costs and rows by number of the entry; number 0 is none.
  let values: [SIMD4<Float>]
  let rows: [[Int32]]
  /// Tables that license each entry, a bit each.
  let languages: [UInt32]

  static let start: Unicode.Scalar = "^"
  static let end: Unicode.Scalar = "$"

  init(tables: RomanizationTables, weights: NameWeights) {
    var builder = SpellingCostBuilder(tables.conventions)
    for (number, row) in tables.tables.flatMap(\.rows).enumerated() { builder.add(row, number: Int32(number)) }
    self.init(
      texts: builder.texts, entries: weights.isEmpty ? builder.entries : builder.learned(weights),
      tableOfRow: Self.tableOfRow(tables))
  }

  /// Number of the table of each row, over all tables in order.
  static func tableOfRow(_ tables: RomanizationTables) -> [Int] {
    tables.tables.enumerated().flatMap { number, table in table.rows.map { _ in number } }
  }

  /// From what `entries` gives.
  /// - Parameter tableOfRow: number of the table of each row.
  init(texts: [String], entries: [Entry], tableOfRow: [Int]) {
    var pieces: [UInt64: Int32] = [:]
    var prefixes: Set<UInt64> = []
    var longest = 1
    for (id, text) in texts.enumerated() {
      var hash = NameHash.seed
      var length = 0
      for letter in text.unicodeScalars {
        hash = NameHash.mix(hash, letter.value)
        length += 1
        prefixes.insert(hash)
      }
      longest = max(longest, length)
      pieces[hash] = Int32(id)
    }
    // What only begins a piece is kept too, so that looking for pieces can stop early.
    for prefix in prefixes where pieces[prefix] == nil { pieces[prefix] = -1 }
    self.pieces = PieceTable(pieces)
    self.texts = texts
    self.longest = longest
    var index = [UInt32](repeating: 0, count: texts.count * texts.count)
    var values = [SIMD4<Float>(repeating: .infinity)]
    var rows: [[Int32]] = [[]]
    var languages: [UInt32] = [0]
    for entry in entries {
      index[Int(entry.first) * texts.count + Int(entry.second)] = UInt32(values.count)
      values.append(entry.costs)
      rows.append(entry.rows)
      languages.append(entry.rows.reduce(0) { $0 | 1 << UInt32(tableOfRow[Int($1)] & 31) })
    }
    self.index = index
    self.values = values
    self.rows = rows
    self.languages = languages
  }

  /// Every pair of pieces that some row licenses.
  var entries: [Entry] {
    index.indices.compactMap { place in
      let number = Int(index[place])
      guard number > 0 else { return nil }
      return Entry(
        first: Int32(place / count), second: Int32(place % count), costs: values[number], rows: rows[number])
    }
  }

  /// The same by letters, with the cost in one reading.
  func licensed(_ reading: Reading) -> [String: [String: Float]] {
    var all: [String: [String: Float]] = [:]
    for entry in entries where entry.costs[reading.rawValue] < .infinity {
      all[texts[Int(entry.first)], default: [:]][texts[Int(entry.second)]] = entry.costs[reading.rawValue]
    }
    return all
  }

  /// The piece with this hash; -1 where letters only begin one, nil where nothing begins so.
  func piece(_ hash: UInt64) -> Int32? { pieces[hash] }

  /// How many letters the longest piece has, its marks included.
  var longestPiece: Int { longest }

  /// Number of the costs of two pieces, for `values` and `rows`; 0 where no row pairs them.
  @inline(__always)
  func entry(_ a: Int32, _ b: Int32) -> Int { Int(index[Int(a) * count + Int(b)]) }

  func cost(_ reading: Int, _ a: Int32, _ b: Int32) -> Float { values[entry(a, b)][reading] }

  // MARK: What no row licenses

  /// A consonant that no rule lets change, appear or vanish. One of them is enough to part two names.
  static let forbidden: Float = 4

  @inline(__always)
  static func substitution(_ a: SpelledWord.Letter, _ b: SpelledWord.Letter) -> Float {
    if a.plain == b.plain { return a.scalar == b.scalar ? 0 : 0.02 }
    switch (a.kind, b.kind) {
    case (.vowel, .vowel): return vowels(a.plain, b.plain)
    case (.mark, .mark): return 0
    case (.edge, .edge): return 0
    default: return forbidden
    }
  }

  /// - Parameter previous: the letter before, without accents; 0 where there is none.
  @inline(__always)
  static func omission(_ letter: SpelledWord.Letter, after previous: UInt32) -> Float {
    switch letter.kind {
    case .edge: return .infinity
    case .mark: return 0.05
    case .vowel: return letter.plain == Self.i || letter.plain == Self.y ? 0.7 : 1.1
    case .consonant:
      if previous == letter.plain { return 0.2 }
      return letter.plain == Self.h ? 0.9 : forbidden
    }
  }

  private static func vowels(_ a: UInt32, _ b: UInt32) -> Float {
    switch (min(a, b), max(a, b)) {
    case (i, y): 0.25
    case (Self.a, e), (e, i), (o, u): 1.2
    default: 1.5
    }
  }

  @inline(__always) private static var a: UInt32 { ("a" as Unicode.Scalar).value }
  @inline(__always) private static var e: UInt32 { ("e" as Unicode.Scalar).value }
  @inline(__always) private static var h: UInt32 { ("h" as Unicode.Scalar).value }
  @inline(__always) private static var i: UInt32 { ("i" as Unicode.Scalar).value }
  @inline(__always) private static var o: UInt32 { ("o" as Unicode.Scalar).value }
  @inline(__always) private static var u: UInt32 { ("u" as Unicode.Scalar).value }
  @inline(__always) private static var y: UInt32 { ("y" as Unicode.Scalar).value }
}
