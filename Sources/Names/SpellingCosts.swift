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

  /// Piece ids by hash; pieces may begin with ^ and end with $.
  private let pieces: [UInt64: Int32]
  let count: Int
  private let longest: Int
  /// Cost by reading, first piece, second piece; infinite where no row pairs them.
  private let matrix: [Float]
  private let texts: [String]

  static let start = Unicode.Scalar(0x5E as UInt8)
  static let end = Unicode.Scalar(0x24 as UInt8)

  init(tables: RomanizationTables, weights: NameWeights) {
    var texts: [String] = []
    var prefixes: Set<UInt64> = []
    var pieces: [UInt64: Int32] = [:]
    var longest = 1
    func id(_ piece: String) -> Int32 {
      let letters = Array(piece.unicodeScalars)
      longest = max(longest, letters.count)
      let hash = NameHash.mix(NameHash.seed, letters)
      if let known = pieces[hash] { return known }
      let new = Int32(pieces.count)
      pieces[hash] = new
      for end in 1..<max(letters.count, 1) { prefixes.insert(NameHash.mix(NameHash.seed, letters[..<end])) }
      texts.append(piece)
      return new
    }
    var pairs: [(Int, Int32, Int32, Float)] = []
    for row in tables.tables.flatMap(\.rows) {
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
      func add(_ reading: Reading, _ a: [(String, Float)], _ b: [(String, Float)], _ extra: Float) {
        for (x, costX) in a {
          for (y, costY) in b where x != y { pairs.append((reading.rawValue, id(x), id(y), costX + costY + extra)) }
        }
      }
      add(.frenchEnglish, french + others, english + others + maps, 0)
      add(.englishFrench, english + others + maps, french + others, 0)
      add(.alike, french + others, french + others, 0.1)
      add(.alike, english + others + maps, english + others + maps, 0.1)
    }
    var known = pieces
    // What only begins a piece is kept too, so that looking for pieces can stop early.
    for prefix in prefixes where pieces[prefix] == nil { known[prefix] = -1 }
    self.pieces = known
    self.longest = longest
    count = pieces.count
    self.texts = texts
    var matrix = [Float](repeating: .infinity, count: 3 * pieces.count * pieces.count)
    for (reading, a, b, cost) in pairs {
      let index = (reading * pieces.count + Int(a)) * pieces.count + Int(b)
      matrix[index] = min(matrix[index], cost)
    }
    if !weights.isEmpty {
      let part = NameHash.text("match")
      let letters = texts.map { Array($0.unicodeScalars) }
      let hashes = letters.map { NameHash.mix(NameHash.seed, $0) }
      let alike = Reading.alike.rawValue
      for (reading, a, b, _) in pairs {
        func learned(_ x: Int32, _ y: Int32) -> Float? {
          let feature = NameHash.mix(NameHash.mix(hashes[Int(x)], 0x3E), letters[Int(y)])
          return weights.value(NameWeights.key(part: part, feature: feature)).map { Float($0) }
        }
        let index = (reading * pieces.count + Int(a)) * pieces.count + Int(b)
        let found = [learned(a, b), learned(b, a)]
        switch reading {
        case alike:
          // Two spellings of one press: as far apart as the nearer way across.
          if let nearer = found.compactMap({ $0 }).min() { matrix[index] = max(matrix[index], 0.15 + 0.7 * nearer) }
        case Reading.frenchEnglish.rawValue: if let cost = found[0] { matrix[index] = cost }
        default: if let cost = found[1] { matrix[index] = cost }
        }
      }
    }
    self.matrix = matrix
  }

  /// Every pair of pieces that some row licenses, with its cost.
  func licensed(_ reading: Reading) -> [String: [String: Float]] {
    var all: [String: [String: Float]] = [:]
    for a in 0..<count {
      for b in 0..<count {
        let cost = cost(reading.rawValue, Int32(a), Int32(b))
        if cost < .infinity { all[texts[a], default: [:]][texts[b]] = cost }
      }
    }
    return all
  }

  /// The piece with this hash; -1 where letters only begin one, nil where nothing begins so.
  func piece(_ hash: UInt64) -> Int32? { pieces[hash] }

  /// How many letters the longest piece has, its marks included.
  var longestPiece: Int { longest }

  @inline(__always)
  func cost(_ reading: Int, _ a: Int32, _ b: Int32) -> Float { matrix[(reading * count + Int(a)) * count + Int(b)] }

  // MARK: What no row licenses

  /// A consonant that no rule lets change, appear or vanish. One of them is enough to part two names.
  static let forbidden: Float = 4

  static func substitution(_ a: SpelledWord.Letter, _ b: SpelledWord.Letter) -> Float {
    if a.plain == b.plain { return a.scalar == b.scalar ? 0 : 0.02 }
    switch (a.kind, b.kind) {
    case (.vowel, .vowel): return vowels(a.plain, b.plain)
    case (.mark, .mark): return 0
    case (.edge, .edge): return 0
    default: return forbidden
    }
  }

  static func omission(_ letter: SpelledWord.Letter, after previous: SpelledWord.Letter?) -> Float {
    switch letter.kind {
    case .edge: return .infinity
    case .mark: return 0.05
    case .vowel: return letter.plain == 0x69 || letter.plain == 0x79 ? 0.7 : 1.1
    case .consonant:
      if previous?.plain == letter.plain { return 0.2 }
      return letter.plain == 0x68 ? 0.9 : forbidden
    }
  }

  private static func vowels(_ a: UInt32, _ b: UInt32) -> Float {
    switch (min(a, b), max(a, b)) {
    case (0x69, 0x79): 0.25  // i y
    case (0x61, 0x65), (0x65, 0x69), (0x6F, 0x75): 0.8  // a e, e i, o u
    case (0x61, 0x6F), (0x65, 0x79), (0x75, 0x79): 1  // a o, e y, u y
    default: 1.3
    }
  }
}
