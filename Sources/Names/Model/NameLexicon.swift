internal import Bitext
internal import Linguistics
package import Rules

/// Names whose forms no rule gives: first names, exonyms, second names of one place; and the words by which names are
/// recognised in a text.
package struct NameLexicon: Sendable {
  /// One file of `glossary/names/`: its name, for errors and to tell CSV from YAML, and its text.
  package struct File: Sendable {
    package let name: String
    package let text: String

    package init(name: String, text: String) {
      self.name = name
      self.text = text
    }
  }

  package internal(set) var entries = NameEntries()
  /// Second names of one thing: groups of spellings, and why they are one.
  package internal(set) var aliases: [NameAlias] = []
  /// By language: titles, offices, particles, heads of organisations.
  package internal(set) var cues: [String: NameCues] = [:]
  /// Endings that part names.
  package internal(set) var gates = NameGates()
  /// How common names of each language are.
  package internal(set) var origins = NameOriginPriors()
  /// Words that one spelling of a name may leave out.
  package internal(set) var particles = NameParticles()
  var persons: PersonRules { particles.persons }
  /// Entry numbers by folded form.
  private(set) var byForm = NameIndex()
  private(set) var byAlias = NameIndex()
  /// Numbers of first names alone, by folded form.
  private(set) var given = NameIndex()

  /// - Throws: `RulesErrors` with every fault of all files: missing columns, unknown kinds, malformed tags.
  package init(_ files: [File]) throws(RulesErrors) {
    var faults: [RulesError] = []
    for file in files.sorted(by: { $0.name < $1.name }) {
      do {
        if file.name.hasSuffix(".csv") {
          try read(file)
        } else if file.name.hasSuffix(".yml") {
          // What is neither a table nor a rule file is for people (README.md).
          let node = try RuleNode(yaml: file.text, file: file.name)
          try read(node)
        }
      } catch { faults += error.faults }
    }
    if !faults.isEmpty { throw RulesErrors(faults) }
    var byForm: [String: [Int]] = [:]
    var given: [String: [Int]] = [:]
    for (index, entry) in entries.enumerated() {
      for form in entry.forms.all {
        let key = Folding.key(form)
        if byForm[key]?.last != index { byForm[key, default: []].append(index) }
        if entry.kind == .given, given[key]?.last != index { given[key, default: []].append(index) }
      }
    }
    var byAlias: [String: [Int]] = [:]
    for (index, alias) in aliases.enumerated() {
      for form in alias.names + alias.others { byAlias[Folding.key(form), default: []].append(index) }
    }
    self.byForm = NameIndex(byForm)
    self.given = NameIndex(given)
    self.byAlias = NameIndex(byAlias)
  }

  /// A lexicon from its parts, as `CompiledNames` keeps them.
  init(
    entries: NameEntries, aliases: [NameAlias], cues: [NameCues], gates: NameGates, origins: NameOriginPriors,
    particles: NameParticles, byForm: NameIndex, given: NameIndex, byAlias: NameIndex
  ) {
    self.entries = entries
    self.aliases = aliases
    self.cues = Dictionary(cues.map { ($0.language.language, $0) }, uniquingKeysWith: { first, _ in first })
    self.gates = gates
    self.origins = origins
    self.particles = particles
    self.byForm = byForm
    self.given = given
    self.byAlias = byAlias
  }

  /// The entries one of whose forms is `name`, whatever its case and accents, in file order, none twice.
  package func entries(for name: String) -> [Entry] { entries(forKey: Folding.key(name)) }

  func entries(forKey key: String) -> [Entry] {
    // Numbers of one key rise, so that a number met twice follows itself.
    var last = -1
    return indices(forKey: key).compactMap { number in
      defer { last = number }
      return number == last ? nil : entries[number]
    }
  }

  func indices(forKey key: String) -> [Int] { byForm[key].map { Int($0) } }

  /// Why two names are known to mean one thing though neither is a spelling of the other; nil where nothing says so.
  package func alias(_ first: String, _ second: String) -> NameAlias? {
    alias(key: Folding.key(first), Folding.key(second))
  }

  /// The same for folded names.
  func alias(key a: String, _ b: String) -> NameAlias? {
    byAlias[a].lazy.map { aliases[Int($0)] }.first { $0.joins(a, b) }
  }

  private mutating func read(_ node: RuleNode) throws(RulesErrors) {
    if NameOriginPriors.isPriors(node) {
      origins = try NameOriginPriors(node)
    } else if NameParticles.isParticles(node) {
      particles = try particles.adding(node)
    } else if node["language"] == nil {
      gates = try NameGates(node)
    } else {
      let cues = try NameCues(node)
      self.cues[cues.language.language] = cues
    }
  }

  /// Columns of a table of names that are no spellings.
  private static let properties: Set<String> = ["of", "kind", "gender"]

  private mutating func read(_ file: File) throws(RulesErrors) {
    var rows = DelimitedRows(file.text, file: file.name)
    guard let head = try rows.next() else { return }
    var columns: [String: Int] = [:]
    for (index, field) in head.enumerated() { columns[field.text] = index }
    var faults: [RulesError] = []
    if columns["alias"] != nil {
      while let row = try rows.next() { aliases.append(NameAlias(row, columns)) }
      return
    }
    for name in ["of", "kind"] where columns[name] == nil {
      faults.append(RulesError("column '\(name)' is missing; add it", at: head[0].position))
    }
    let spelt = head.enumerated().filter { !Self.properties.contains($1.text) }.map { ($0, $1.text) }
    for (index, name) in spelt where LanguageTag(name) == nil {
      faults.append(RulesError("column '\(name)' is no language; write its tag, or native", at: head[index].position))
    }
    if spelt.isEmpty {
      faults.append(RulesError("no column has spellings; add one with a language at its head", at: head[0].position))
    }
    if !faults.isEmpty { throw RulesErrors(faults) }
    while let row = try rows.next() {
      func field(_ name: String) -> String { columns[name].flatMap { $0 < row.count ? row[$0].text : nil } ?? "" }
      guard let kind = Entry.Kind(rawValue: field("kind")) else {
        let known = Entry.Kind.allCases.map(\.rawValue).joined(separator: ", ")
        faults.append(RulesError("kind '\(field("kind"))' is not known; write one of \(known)", at: row[0].position))
        continue
      }
      guard let origin = LanguageTag(field("of")) else {
        faults.append(RulesError("'\(field("of"))' is no language tag", at: row[0].position))
        continue
      }
      let forms = spelt.map { column, label in
        (label, column < row.count ? row[column].text.split(separator: "/").map { String($0) } : [])
      }.filter { !$0.1.isEmpty }
      entries.append(
        Entry(
          forms: Entry.Forms(labels: forms.map(\.0), spellings: forms.map(\.1)), origin: origin, kind: kind,
          gender: field("gender")))
    }
    if !faults.isEmpty { throw RulesErrors(faults) }
  }
}

extension NameLexicon {
  /// Numbers of the first names that have a form with this folded key, so that two forms of one name can be told.
  func givenNames(_ key: String) -> [Int] { given[key].map { Int($0) } }
}
