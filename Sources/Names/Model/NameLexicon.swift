package import Bitext
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

  /// One name with its forms.
  package struct Entry: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable, CaseIterable {
      /// A first name, or a word of a name that behaves like one.
      case given
      /// A surname.
      case family
      /// Any other word of a name: a particle, an honorific.
      case word
      case country, region, city
      /// A house, a river, a mountain, a sea: a place that is no settlement.
      case site
      case org
    }

    /// Spellings by language; the first of each is expected, the others are right too.
    package struct Forms: Hashable, Sendable {
      package var french: [String] = []
      package var english: [String] = []
      package var native: [String] = []

      package init() {}

      /// By "fr", "en" or "native"; nil where there is none.
      package subscript(label: String) -> [String]? {
        get {
          let forms = label == "fr" ? french : label == "en" ? english : label == "native" ? native : []
          return forms.isEmpty ? nil : forms
        }
        set {
          switch label {
          case "fr": french = newValue ?? []
          case "en": english = newValue ?? []
          case "native": native = newValue ?? []
          default: break
          }
        }
      }

      package var all: [String] { french + english + native }
    }

    package let forms: Forms
    /// The language the name comes from; "und" where it comes from none of those with tables.
    package let origin: LanguageTag
    package let kind: Kind
    /// m, f or empty.
    package let gender: String

    package var isPlace: Bool { [.country, .region, .city, .site].contains(kind) }
  }

  package internal(set) var entries: [Entry] = []
  /// Second names of one thing: groups of spellings, and why they are one.
  package internal(set) var aliases: [NameAlias] = []
  /// By language: titles, offices, particles, heads of organisations.
  package internal(set) var cues: [String: NameCues] = [:]
  /// Endings that part names.
  package internal(set) var gates = NameGates()
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
        } else {
          let node = try RuleNode(yaml: file.text, file: file.name)
          if node["language"] == nil {
            gates = try NameGates(node)
          } else {
            let cues = try NameCues(node)
            self.cues[cues.language.language] = cues
          }
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
    entries: [Entry], aliases: [NameAlias], cues: [NameCues], gates: NameGates, byForm: NameIndex, given: NameIndex,
    byAlias: NameIndex
  ) {
    self.entries = entries
    self.aliases = aliases
    self.cues = Dictionary(cues.map { ($0.language.language, $0) }, uniquingKeysWith: { first, _ in first })
    self.gates = gates
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
    for name in ["fr", "en", "of", "kind"] where columns[name] == nil {
      faults.append(RulesError("column '\(name)' is missing; add it", at: head[0].position))
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
      var forms = Entry.Forms()
      for (name, column) in [("fr", "fr"), ("en", "en"), ("native", "native")] {
        let spellings = field(column).split(separator: "/").map { String($0) }
        if !spellings.isEmpty { forms[name] = spellings }
      }
      entries.append(Entry(forms: forms, origin: origin, kind: kind, gender: field("gender")))
    }
    if !faults.isEmpty { throw RulesErrors(faults) }
  }
}

/// Two names of one thing that are not spellings of each other.
package struct NameAlias: Hashable, Sendable {
  package let names: [String]
  package let others: [String]
  package let why: String
  private let keys: Set<String>
  private let otherKeys: Set<String>

  package init(names: [String], others: [String], why: String) {
    self.names = names
    self.others = others
    self.why = why
    keys = Set(names.map(Folding.key))
    otherKeys = Set(others.map(Folding.key))
  }

  init(_ row: [DelimitedRows.Field], _ columns: [String: Int]) {
    func field(_ name: String) -> String { columns[name].flatMap { $0 < row.count ? row[$0].text : nil } ?? "" }
    func list(_ name: String) -> [String] { field(name).split(separator: ";").map { String($0) } }
    self.init(names: list("name"), others: list("alias"), why: field("why"))
  }

  func joins(_ a: String, _ b: String) -> Bool {
    (keys.contains(a) && otherKeys.contains(b)) || (otherKeys.contains(a) && keys.contains(b))
  }
}

extension NameLexicon {
  /// Numbers of the first names that have a form with this folded key, so that two forms of one name can be told.
  func givenNames(_ key: String) -> [Int] { given[key].map { Int($0) } }
}
