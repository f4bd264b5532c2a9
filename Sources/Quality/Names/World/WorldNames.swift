internal import Bitext
internal import Linguistics
package import Rules

/// Places, peoples and bodies that the world's news names, each under the names that languages have for it: CLDR's countries
/// and cities, and the tables of `glossary/exonyms/`.
package struct WorldNames: Sendable {
  /// What two names must share for one to be put in the other's place by mistake.
  enum Kind: String, Sendable, CaseIterable {
    case country, region, state, city, org
    /// What has countries as its parts: the one is often said for the other.
    case continent, union
  }

  /// One form of a name, as a table has it.
  struct Form: Hashable, Sendable {
    let text: String
    let thing: Int
    /// Whether words that begin so are meant: "Português" and "portugaise" by "Portug*".
    let isBeginning: Bool
    /// Whether it is a people or an adjective rather than the name itself.
    let isPeople: Bool
  }

  private(set) var kinds: [Kind] = []
  /// Forms by language.
  private(set) var forms: [String: [Form]] = [:]
  /// Languages whose peoples are in a table.
  private(set) var languagesWithPeoples: Set<String> = []
  private var byCode: [String: Int] = [:]
  private var byName: [String: Int] = [:]

  /// One table: its name, for errors and to tell what it holds, and its text.
  package struct File: Sendable {
    package let name: String
    package let text: String

    package init(name: String, text: String) {
      self.name = name
      self.text = text
    }

    var isOfPeoples: Bool { name.hasSuffix("peoples.csv") }
  }

  /// Nothing but what CLDR has.
  package init() {}

  /// - Throws: `RulesErrors` with every fault of all tables.
  package init(_ files: [File]) throws(RulesErrors) {
    var faults: [RulesError] = []
    // Peoples are of places, which must be known before.
    for file in files.filter({ !$0.isOfPeoples }) + files.filter(\.isOfPeoples) {
      do throws(RulesErrors) { try read(file) } catch { faults += error.faults }
    }
    if !faults.isEmpty { throw RulesErrors(faults) }
  }

  private static let properties: Set<String> = ["code", "kind"]

  private mutating func read(_ file: File) throws(RulesErrors) {
    var rows = DelimitedRows(file.text, file: file.name)
    guard let head = try rows.next() else { return }
    var faults: [RulesError] = []
    for field in head where !Self.properties.contains(field.text) && LanguageTag(field.text) == nil {
      faults.append(RulesError("column '\(field.text)' is no language; write its tag", at: field.position))
    }
    let labels = head.map(\.text)
    if file.isOfPeoples { languagesWithPeoples.formUnion(labels.filter { !Self.properties.contains($0) }) }
    while let row = try rows.next() {
      var values: [String: String] = [:]
      for (label, field) in zip(labels, row) { values[label] = field.text }
      guard let thing = thing(values, isOfPeoples: file.isOfPeoples) else {
        faults.append(
          RulesError("'\(values["code"] ?? "")' is no place and '\(values["kind"] ?? "")' no kind", at: row[0].position)
        )
        continue
      }
      for (label, text) in values where !Self.properties.contains(label) {
        for form in text.split(separator: "/") {
          let isBeginning = form.hasSuffix("*")
          forms[label, default: []].append(
            Form(
              text: String(isBeginning ? form.dropLast() : form), thing: thing, isBeginning: isBeginning,
              isPeople: file.isOfPeoples))
        }
      }
    }
    if !faults.isEmpty { throw RulesErrors(faults) }
  }

  /// The thing of a row: a new one, or one that is there under its code.
  private mutating func thing(_ values: [String: String], isOfPeoples: Bool) -> Int? {
    let code = values["code"] ?? ""
    if isOfPeoples { return byCode[code] ?? byName[code] ?? self.code(code) }
    guard let kind = values["kind"].map(Kind.init(rawValue:)) ?? .org else { return nil }
    let number = code.isEmpty ? add(kind) : byCode[code] ?? add(kind)
    if !code.isEmpty { byCode[code] = number }
    for (label, text) in values where !Self.properties.contains(label) {
      if let usual = text.split(separator: "/").first { byName[String(usual)] = number }
    }
    return number
  }

  private mutating func add(_ kind: Kind) -> Int {
    kinds.append(kind)
    return kinds.count - 1
  }

  /// A country that is in CLDR only.
  private mutating func code(_ code: String) -> Int? {
    guard code.utf8.count == 2, code.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) else { return nil }
    let number = add(.country)
    byCode[code] = number
    return number
  }

  /// Adds what CLDR has for two languages that will be compared.
  func joined(with first: LanguageTag, _ second: LanguageTag) -> WorldNames {
    var world = self
    var languages = [first]
    if !first.sameLanguage(as: second) { languages.append(second) }
    for language in languages {
      for (code, name) in PlaceNames.regions(in: language) {
        // Numbers are parts of the world, which the tables have.
        guard let thing = world.byCode[code] ?? world.code(code) else { continue }
        world.add(name, thing, language)
      }
    }
    let cities = languages.map { PlaceNames.cities(in: $0) }
    let usual = PlaceNames.usualCities()
    for zone in Set(cities.flatMap(\.keys)) where !zone.hasPrefix("Etc") {
      let thing = world.add(.city)
      for (language, names) in zip(languages, cities) {
        world.add(names[zone] ?? usual[zone] ?? PlaceNames.city(ofZone: zone), thing, language)
      }
    }
    return world
  }

  private mutating func add(_ name: String, _ thing: Int, _ language: LanguageTag) {
    // What is added in brackets parts two of one name.
    let plain = name.prefix { $0 != "(" && $0 != "[" && $0 != "," }
    var text = String(plain)
    while text.last == " " { text.removeLast() }
    if text.isEmpty { return }
    forms[language.language, default: []].append(Form(text: text, thing: thing, isBeginning: false, isPeople: false))
  }
}
