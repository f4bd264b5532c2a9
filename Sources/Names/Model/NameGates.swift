internal import Bitext
internal import Linguistics
package import Rules

/// Endings that part names which look alike: a woman's from a man's, a family's from a clan's. From
/// `glossary/names/gates.yml`.
package struct NameGates: Sendable {
  struct Gender: Sendable {
    let id: String
    let why: String
    let masculine: [String]
    let feminine: [String]
  }
  struct Family: Sendable {
    let id: String
    let why: String
    let endings: [String]
  }

  let genders: [Gender]
  let families: [Family]
  /// Numbers of `endings` by hash of their letters from the last.
  private let marks: PieceTable
  private let endings: [Ending]
  private let longest: Int

  /// No gates at all.
  package init() {
    self.init(genders: [], families: [])
  }

  init(genders: [Gender], families: [Family]) {
    self.genders = genders
    self.families = families
    let marked = Self.marks(genders, families).sorted { $0.key < $1.key }
    endings = marked.map(\.value)
    marks = PieceTable(
      Dictionary(
        marked.enumerated().map { ($1.key, Int32(truncatingIfNeeded: $0)) }, uniquingKeysWith: { first, _ in first }))
    let all = genders.flatMap { $0.masculine + $0.feminine } + families.flatMap(\.endings)
    longest = all.map(\.unicodeScalars.count).max() ?? 0
  }

  /// - Throws: `RulesErrors` with every fault of the file.
  package init(_ file: RuleNode) throws(RulesErrors) {
    var faults = file.unknownKeys(besides: ["gender", "family"])
    let genders = (file["gender"]?.items ?? []).map { node in
      faults += node.unknownKeys(besides: ["id", "why", "masculine", "feminine"])
      return Gender(
        id: node.requiredText("id", &faults), why: node.requiredText("why", &faults),
        masculine: node["masculine"]?.texts(&faults) ?? [], feminine: node["feminine"]?.texts(&faults) ?? [])
    }
    let families = (file["family"]?.items ?? []).map { node in
      faults += node.unknownKeys(besides: ["id", "why", "endings"])
      return Family(
        id: node.requiredText("id", &faults), why: node.requiredText("why", &faults),
        endings: node["endings"]?.texts(&faults) ?? [])
    }
    if genders.count > 32 { faults.append(RulesError("at most 32 genders are told apart", at: file.position)) }
    if !faults.isEmpty { throw RulesErrors(faults) }
    self.init(genders: genders, families: families)
  }

  /// What the ending of a word says, ready to be compared.
  struct Ending: Hashable, Sendable {
    /// The genders whose man's or woman's ending the word has, a bit each.
    var masculine: UInt32 = 0
    var feminine: UInt32 = 0
    /// Number of the family of the longest ending that the word has; -1 for none.
    var family: Int16 = -1
  }

  /// The ending of a lower-case word in Latin letters.
  func ending(of word: ArraySlice<Unicode.Scalar>) -> Ending {
    var ending = Ending()
    guard !endings.isEmpty else { return ending }
    var hash = NameHash.seed
    var length = 0
    for letter in word.reversed() {
      hash = NameHash.mix(hash, letter.value)
      length += 1
      if length > longest { break }
      guard let number = marks[hash] else { continue }
      let mark = endings[Int(number)]
      ending.masculine |= mark.masculine
      ending.feminine |= mark.feminine
      if mark.family >= 0, word.count > length + 1 { ending.family = mark.family }
    }
    ending.masculine &= ~ending.feminine
    return ending
  }

  /// Why two words cannot be one surname, or nil.
  func closed(_ a: Ending, _ b: Ending) -> (id: String, why: String)? {
    let sexes = (a.masculine & b.feminine) | (a.feminine & b.masculine)
    if sexes != 0 {
      let gender = genders[sexes.trailingZeroBitCount]
      return (gender.id, gender.why)
    }
    if a.family >= 0, b.family >= 0, a.family != b.family {
      let (one, other) = (families[Int(a.family)], families[Int(b.family)])
      return (one.id, "\(one.why) \(other.why)")
    }
    return nil
  }

  /// What each ending says, by hash of its letters from the last.
  private static func marks(_ genders: [Gender], _ families: [Family]) -> [UInt64: Ending] {
    var marks: [UInt64: Ending] = [:]
    func hash(_ ending: String) -> UInt64 { NameHash.mix(NameHash.seed, ending.unicodeScalars.reversed()) }
    for (number, gender) in genders.prefix(32).enumerated() {
      for ending in gender.masculine { marks[hash(ending), default: Ending()].masculine |= 1 << UInt32(number) }
      for ending in gender.feminine { marks[hash(ending), default: Ending()].feminine |= 1 << UInt32(number) }
    }
    for (number, family) in families.enumerated() {
      for ending in family.endings { marks[hash(ending), default: Ending()].family = Int16(truncatingIfNeeded: number) }
    }
    return marks
  }
}
