internal import Rules
internal import Synchronization

/// What is known of the parts of persons' names, of sounds and of first names in several languages, for comparing names as a
/// desk does: `persons.yml`, `sounds.yml` and `equivalents.yml` of `glossary/names/`.
///
/// The rows are checked when they are read; the tables are made when a first pair of names asks for them.
final class PersonRules: Sendable {
  /// What a word does in a name.
  enum Role: String, CaseIterable, Sendable { case title, optional, kin, prefix, generation, patronymic, common }

  struct Part: Sendable {
    let role: Role
    let words: [String]
    let endings: [String]
    let number: Int
  }

  struct Near: Sendable {
    /// Two sounds, or one that may be left out.
    let sounds: [String]
    let cost: Float
  }

  let parts: [Part]
  /// Letters and their sounds.
  let sounds: [(letters: String, sounds: String)]
  let near: [Near]
  let omitted: [Near]
  /// A gender and the forms of one name.
  let classes: [String]
  /// Whether the second of two names of the class is the father's, class by class.
  let chains: [Bool]
  private let made = Mutex<PersonTables?>(nil)

  static let keys: Set<String> = ["parts", "sounds", "near", "omitted", "equivalents"]

  init() { (parts, sounds, near, omitted, classes, chains) = ([], [], [], [], [], []) }

  /// - Parameter faults: gets every fault of the rows.
  init(_ file: RuleNode, _ faults: inout [RulesError]) {
    func rows(_ key: String, _ known: Set<String>) -> [RuleNode] {
      let rows = file[key]?.items ?? []
      for row in rows {
        faults += row.unknownKeys(besides: known.union(["id", "why", "examples"]))
        for key in ["id", "why"] { _ = row.requiredText(key, &faults) }
      }
      return rows
    }
    func cost(_ row: RuleNode) -> Float {
      guard let cost = Float(row.requiredText("cost", &faults)), cost >= 0 else {
        faults.append(RulesError("a cost is a number that is not below zero", at: row.position))
        return 0
      }
      return cost
    }
    parts = rows("parts", ["role", "words", "endings", "number"]).map { row in
      let name = row.requiredText("role", &faults)
      if Role(rawValue: name) == nil {
        let known = Role.allCases.map(\.rawValue).joined(separator: ", ")
        faults.append(RulesError("role '\(name)' is not known; write one of \(known)", at: row.position))
      }
      return Part(
        role: Role(rawValue: name) ?? .title, words: row["words"]?.texts(&faults) ?? [],
        endings: row["endings"]?.texts(&faults) ?? [], number: row["number"]?.text.flatMap { Int($0) } ?? 0)
    }
    sounds = rows("sounds", ["letters"]).flatMap { row in
      (row["letters"]?.entries ?? []).map { ($0.key.text ?? "", $0.value.text ?? "") }
    }
    near = rows("near", ["cost", "pairs"]).map { Near(sounds: $0["pairs"]?.texts(&faults) ?? [], cost: cost($0)) }
    omitted = rows("omitted", ["cost", "sounds"]).map { row in
      Near(sounds: row.requiredText("sounds", &faults).map { String($0) }, cost: cost(row))
    }
    let groups = rows("equivalents", ["classes", "chain"]).map { row in
      (classes: row["classes"]?.texts(&faults) ?? [], isChain: row["chain"]?.text == "yes")
    }
    classes = groups.flatMap(\.classes)
    chains = groups.flatMap { group in group.classes.map { _ in group.isChain } }
  }

  /// The tables, made at the first call.
  var tables: PersonTables {
    if let known = made.withLock({ $0 }) { return known }
    let new = PersonTables(self)
    made.withLock { $0 = new }
    return new
  }
}
