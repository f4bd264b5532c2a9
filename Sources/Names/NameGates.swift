internal import Bitext
internal import Linguistics
public import Rules

/// Endings that part names which look alike: a woman's from a man's, a family's from a clan's. From
/// `glossary/names/gates.yml`.
public struct NameGates: Sendable {
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

  /// No gates at all.
  public init() {
    genders = []
    families = []
  }

  /// - Throws: `RulesErrors` with every fault of the file.
  public init(_ file: RuleNode) throws(RulesErrors) {
    var faults = file.unknownKeys(besides: ["gender", "family"])
    genders = (file["gender"]?.items ?? []).map { node in
      faults += node.unknownKeys(besides: ["id", "why", "masculine", "feminine"])
      return Gender(
        id: node.requiredText("id", &faults), why: node.requiredText("why", &faults),
        masculine: node["masculine"]?.texts(&faults) ?? [], feminine: node["feminine"]?.texts(&faults) ?? [])
    }
    families = (file["family"]?.items ?? []).map { node in
      faults += node.unknownKeys(besides: ["id", "why", "endings"])
      return Family(
        id: node.requiredText("id", &faults), why: node.requiredText("why", &faults),
        endings: node["endings"]?.texts(&faults) ?? [])
    }
    if !faults.isEmpty { throw RulesErrors(faults) }
  }

  /// Why two surnames cannot be one, or nil. Both lower case, in Latin letters.
  func closed(_ a: String, _ b: String) -> (id: String, why: String)? {
    for gender in genders {
      let (genderA, genderB) = (sex(a, gender), sex(b, gender))
      if let genderA, let genderB, genderA != genderB { return (gender.id, gender.why) }
    }
    if let familyA = family(a), let familyB = family(b), familyA.id != familyB.id {
      return (familyA.id, "\(familyA.why) \(familyB.why)")
    }
    return nil
  }

  private func sex(_ word: String, _ gender: Gender) -> Bool? {
    if gender.feminine.contains(where: word.hasSuffix) { return true }
    return gender.masculine.contains(where: word.hasSuffix) ? false : nil
  }

  /// The family of the longest ending that the word has.
  private func family(_ word: String) -> Family? {
    var best: (Family, Int)?
    for family in families {
      for ending in family.endings where word.hasSuffix(ending) && word.count > ending.count + 1 {
        if ending.count > best?.1 ?? 0 { best = (family, ending.count) }
      }
    }
    return best?.0
  }
}
