internal import Linguistics
internal import Romanization

/// What it costs to read two pieces of spelling as the same letters of one name.
///
/// The pieces are the forms of the tables' rows; two forms of one row cost nothing or little, and which pairs are cheap
/// depends on who is supposed to have written which side. What no row licenses costs by kind: vowels little, consonants so
/// much that they part two names.
struct SpellingCosts: Sendable {
  /// Who wrote the two sides.
  enum Reading: Int, CaseIterable {
    case frenchEnglish = 0
    case englishFrench = 1
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

  static let start = Unicode.Scalar(0x5E as UInt8)
  static let end = Unicode.Scalar(0x24 as UInt8)

  init(tables: RomanizationTables, weights: NameWeights) {
    var builder = SpellingCostBuilder()
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
    case .vowel: return letter.plain == 0x69 || letter.plain == 0x79 ? 0.7 : 1.1
    case .consonant:
      if previous == letter.plain { return 0.2 }
      return letter.plain == 0x68 ? 0.9 : forbidden
    }
  }

  private static func vowels(_ a: UInt32, _ b: UInt32) -> Float {
    switch (min(a, b), max(a, b)) {
    case (0x69, 0x79): 0.25  // i y
    case (0x61, 0x65), (0x65, 0x69), (0x6F, 0x75): 1.2  // a e, e i, o u
    default: 1.5
    }
  }
}

/// Gathers the pieces and costs of the tables' rows.
struct SpellingCostBuilder {
  private(set) var texts: [String] = []
  private var ids: [String: Int32] = [:]
  private(set) var entries: [SpellingCosts.Entry] = []
  private var numbers: [UInt64: Int] = [:]

  mutating func add(_ row: RomanizationTable.Row, number: Int32) {
    func marked(_ form: String) -> String {
      (row.when.atoms.contains(.initial) ? "^" : "") + form + (row.when.atoms.contains(.final) ? "$" : "")
    }
    func ranked(_ system: RomanizationSystem, _ step: Float) -> [(String, Float)] {
      (row.forms[system] ?? []).filter { !$0.isEmpty }.enumerated().map { (marked($1), step * Float($0)) }
    }
    let french = ranked(.frenchPress, 0.12)
    let english = ranked(.englishPress, 0.12)
    let others = row.also.filter { !$0.isEmpty }.map { (marked($0), Float(0.45)) }
    let maps = (ranked(.bgn, 0.2) + ranked(.national, 0.2)).map { ($0.0, $0.1 + 0.2) }
    pair(.frenchEnglish, french + others, english + others + maps, 0, number)
    pair(.englishFrench, english + others + maps, french + others, 0, number)
    pair(.alike, french + others, french + others, 0.1, number)
    pair(.alike, english + others + maps, english + others + maps, 0.1, number)
  }

  private mutating func pair(
    _ reading: SpellingCosts.Reading, _ a: [(String, Float)], _ b: [(String, Float)], _ extra: Float, _ row: Int32
  ) {
    for (x, costX) in a {
      let first = id(x)
      for (y, costY) in b where x != y {
        let second = id(y)
        let key = UInt64(UInt32(first)) << 32 | UInt64(UInt32(second))
        let number = numbers[key] ?? entries.count
        if number == entries.count {
          numbers[key] = number
          entries.append(
            SpellingCosts.Entry(first: first, second: second, costs: SIMD4(repeating: .infinity), rows: []))
        }
        let cost = costX + costY + extra
        if cost < entries[number].costs[reading.rawValue] { entries[number].costs[reading.rawValue] = cost }
        if entries[number].rows.last != row { entries[number].rows.append(row) }
      }
    }
  }

  private mutating func id(_ piece: String) -> Int32 {
    if let known = ids[piece] { return known }
    let new = Int32(texts.count)
    ids[piece] = new
    texts.append(piece)
    return new
  }

  /// The entries with what was learned in place of the rules' own costs.
  func learned(_ weights: NameWeights) -> [SpellingCosts.Entry] {
    let part = NameHash.text("match")
    let letters = texts.map { Array($0.unicodeScalars) }
    let hashes = letters.map { NameHash.mix(NameHash.seed, $0) }
    func learned(_ x: Int32, _ y: Int32) -> Float? {
      let feature = NameHash.mix(NameHash.mix(hashes[Int(x)], 0x3E), letters[Int(y)])
      return weights.value(NameWeights.key(part: part, feature: feature)).map { Float($0) }
    }
    return entries.map { entry in
      var entry = entry
      let (forth, back) = (learned(entry.first, entry.second), learned(entry.second, entry.first))
      let (french, english, alike) = (
        SpellingCosts.Reading.frenchEnglish.rawValue, SpellingCosts.Reading.englishFrench.rawValue,
        SpellingCosts.Reading.alike.rawValue
      )
      if let forth, entry.costs[french] < .infinity { entry.costs[french] = forth }
      if let back, entry.costs[english] < .infinity { entry.costs[english] = back }
      // Two spellings of one press: as far apart as the nearer way across.
      if let nearer = [forth, back].compactMap({ $0 }).min(), entry.costs[alike] < .infinity {
        entry.costs[alike] = max(entry.costs[alike], 0.15 + 0.7 * nearer)
      }
      return entry
    }
  }
}
