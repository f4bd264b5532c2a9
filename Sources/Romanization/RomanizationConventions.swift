package import Bitext
package import Rules

/// What holds for the tables of all languages: the systems that names are romanized by, and what scripts ask for. From
/// `glossary/romanization/conventions.yml`.
package struct RomanizationConventions: Sendable {
  /// One system.
  package struct Entry: Sendable {
    package let system: RomanizationSystem
    /// Whether it is what the press of a language writes, not a system of maps or of a standard.
    package let isPress: Bool
    /// In English, for a person.
    package let name: String
    package let why: String
    /// The press in whose texts names of this system are met too; itself for a press.
    package let metIn: RomanizationSystem?
    /// Whether letters that no rule changes lose their marks.
    package let dropsMarks: Bool
    package let joints: [RomanizationJoint]
  }

  /// In file order: nearest to the press first.
  package let entries: [Entry]
  package let scripts: [RomanizationScript]
  /// The systems whose spellings of a name in another script are compared with a Latin one, in this order.
  package let compared: [RomanizationSystem]
  /// The file, for compiled forms.
  package let source: RuleNode
  /// Every system, in file order.
  package let systems: [RomanizationSystem]
  /// The presses alone. Rows of the lexicon of names are by the spelling of the first.
  package let presses: [RomanizationSystem]

  /// No systems and no scripts.
  package static let none = RomanizationConventions(
    entries: [], scripts: [], compared: [], source: RuleNode(.table([]), at: SourcePosition(file: "")))

  private init(
    entries: [Entry], scripts: [RomanizationScript], compared: [RomanizationSystem], source: RuleNode
  ) {
    self.entries = entries
    self.scripts = scripts
    self.compared = compared
    self.source = source
    systems = entries.map(\.system)
    presses = entries.filter(\.isPress).map(\.system)
  }

  /// Whether a file of the folder holds the conventions and not the table of a language.
  package static func isConventions(_ file: RuleNode) -> Bool { file["systems"] != nil }

  /// - Throws: `RulesErrors` with every fault of the file.
  package init(_ file: RuleNode) throws(RulesErrors) {
    var faults = file.unknownKeys(besides: ["systems", "compared", "scripts"])
    let entries = (file["systems"]?.items ?? []).compactMap { Self.entry($0, &faults) }
    let scripts = (file["scripts"]?.items ?? []).map { RomanizationScript($0, &faults) }
    let systems = entries.map(\.system)
    let compared = (file["compared"]?.items ?? []).compactMap { item -> RomanizationSystem? in
      guard let system = item.text.flatMap({ RomanizationSystem($0) }), systems.contains(system) else {
        faults.append(
          RulesError("'\(item.text ?? "")' is no system of this file; write the id of one", at: item.position))
        return nil
      }
      return system
    }
    if Set(systems).count < systems.count {
      faults.append(RulesError("two systems have one id; rename one", at: file.position))
    }
    if !faults.isEmpty { throw RulesErrors(faults) }
    self.init(entries: entries, scripts: scripts, compared: compared, source: file)
  }

  /// The press of a language; nil where no table has a column for it.
  package func press(of language: LanguageTag) -> RomanizationSystem? {
    RomanizationSystem(language.language).flatMap { presses.contains($0) ? $0 : nil }
  }

  /// Whether names of the system are met in texts of no press or of this one.
  package func entry(_ system: RomanizationSystem) -> Entry? { entries.first { $0.system == system } }

  /// What a script asks for; nothing where the file does not name it.
  package func script(_ id: String) -> RomanizationScript {
    scripts.first { $0.id == id } ?? RomanizationScript(id: id)
  }

  private static func entry(_ node: RuleNode, _ faults: inout [RulesError]) -> Entry? {
    faults += node.unknownKeys(besides: ["id", "kind", "name", "why", "met-in", "marks", "joints", "examples"])
    let id = node.requiredText("id", &faults)
    let kind = node.requiredText("kind", &faults)
    if !["press", "maps"].contains(kind), node["kind"] != nil {
      faults.append(RulesError("kind '\(kind)' is not known; write press or maps", at: node.position))
    }
    let (name, why) = (node.requiredText("name", &faults), node.requiredText("why", &faults))
    let joints = (node["joints"]?.items ?? []).map { RomanizationJoint($0, &faults) }
    guard let system = RomanizationSystem(id) else {
      if !id.isEmpty {
        faults.append(RulesError("id '\(id)' is no name of one to eight Latin letters", at: node.position))
      }
      return nil
    }
    return Entry(
      system: system, isPress: kind == "press", name: name, why: why,
      metIn: kind == "press" ? system : node["met-in"]?.text.flatMap { RomanizationSystem($0) },
      dropsMarks: node["marks"]?.text == "dropped", joints: joints)
  }
}
