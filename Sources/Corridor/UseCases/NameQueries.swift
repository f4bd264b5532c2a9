public import Names
internal import Terminology

/// Where one spelling of a name stands.
public struct NamePlace: Hashable, Sendable {
  /// The file as the user named it.
  public let file: String
  /// The language of the text.
  public let language: LanguageTag
  /// 1-based.
  public let line: Int
  /// 1-based, in Unicode scalars.
  public let column: Int
}

/// A name with its spellings in some documents.
public struct NameEntry: Sendable {
  /// One spelling, in one language.
  public struct Form: Sendable {
    /// The spelling.
    public let text: String
    /// The language of the texts that spell it so.
    public let language: LanguageTag
    /// Where it is written so, in the order of the texts.
    public let places: [NamePlace]
  }

  /// The concept id where the glossary has it, else the full form in the text.
  public let name: String
  /// A person, place or organisation.
  public let kind: Concept.Kind
  /// The commonest spelling first.
  public let forms: [Form]

  /// Whether one language spells it in two ways; a surname alone beside the full name is no second spelling.
  public var isMixed: Bool {
    Dictionary(grouping: forms, by: \.language).values.contains { forms in
      let tails = forms.map { form in
        (kind == .person ? form.text.split(separator: " ").last.map(String.init) ?? form.text : form.text).lowercased()
      }
      return Set(tails).count > 1
    }
  }

  /// How often the name occurs, however it is spelt.
  public var count: Int { forms.reduce(0) { $0 + $1.places.count } }
}

extension Workspace {
  /// The forms a name is likely to have in another language: the glossary's where it has the name, else the predicted ones.
  public func predictName(_ name: String, from: LanguageTag?, to: LanguageTag?, origin: LanguageTag?)
    throws(CorridorError) -> NamePrediction
  {
    if let listed = try glossaryForms(of: name, from: from ?? configuration.from, to: to ?? configuration.to) {
      return listed
    }
    return try NamePredictor(nameModel()).predict(
      name, from: from ?? configuration.from, to: to ?? configuration.to, origin: origin)
  }

  /// What the glossary has for a name in another language; nil where it has none, or several concepts that differ there.
  private func glossaryForms(of name: String, from: LanguageTag, to: LanguageTag) throws(CorridorError)
    -> NamePrediction?
  {
    let found = Lookup(try compiledGlossary(), inflection: .none).findAsWritten(name, from: from, to: to)
    let concepts = found.filter { result in
      result.concept.kind != .term && result.how == .exact
        && result.concept.terms.contains { $0.text == name && $0.language.sameLanguage(as: from) }
    }.map(\.concept)
    let matcher = NameMatcher(try nameModel())
    // Etchmiadzine is Etchmiadzin, though the town is called Vagharshapat now: a name stays that name, if it can.
    let forms = concepts.compactMap { concept in
      let terms = concept.terms(in: to).filter { $0.status == .preferred || $0.status == .admitted }
      let sorted = terms.filter { $0.status == .preferred } + terms.filter { $0.status == .admitted }
      return (sorted.first { matcher.match(name, $0.text).verdict == .same } ?? sorted.first)?.text
    }
    guard let first = concepts.first, forms.count == concepts.count, Set(forms).count == 1 else { return nil }
    let others = first.terms(in: to).filter {
      ($0.status == .preferred || $0.status == .admitted) && $0.text != forms[0]
    }.map(\.text)
    return .listed(
      [forms[0]] + others, rule: .init(id: "glossary", why: "The glossary has the name (\(first.id))."))
  }

  /// Whether two spellings are of one name.
  public func matchNames(_ first: String, _ second: String) throws(CorridorError) -> NameMatch {
    try nameKnowledge().matcher.matchPersons(first, second)
  }

  /// Every name of some documents with its spellings and places, the most frequent first.
  public func listNames(_ documents: [Document]) throws(CorridorError) -> [NameEntry] {
    struct Key: Hashable { let name: String, kind: Concept.Kind }
    struct Spelling: Hashable { let text: String, language: LanguageTag }
    var found: [Key: [Spelling: [NamePlace]]] = [:]
    var concepts: Set<String> = []
    for document in documents {
      for name in try annotated(document, .names).names {
        let (line, column, _) = document.place(sentence: name.sentence, byte: name.bytes.lowerBound)
        if name.isConcept { concepts.insert(name.name) }
        let place = NamePlace(file: document.file, language: document.language, line: line, column: column)
        let spelling = Spelling(text: name.surface.onOneLine, language: document.language)
        found[Key(name: name.name, kind: name.kind), default: [:]][spelling, default: []].append(place)
      }
    }
    // A name that the glossary lacks is one entry in all languages, whichever way each spells it.
    let clusters = NameClusters(try nameKnowledge().matcher)
    for kind in Set(found.keys.map(\.kind)) {
      let loose = found.filter { $0.key.kind == kind && !concepts.contains($0.key.name) }
      let names = loose.flatMap { key, spellings in
        [(text: String, place: Int)](repeating: (key.name, 0), count: spellings.values.reduce(0) { $0 + $1.count })
      }
      for cluster in clusters.clusters(of: names) where cluster.spellings.count > 1 {
        let main = Key(name: cluster.spellings[0].text, kind: kind)
        for other in cluster.spellings.dropFirst() {
          let spellings = found.removeValue(forKey: Key(name: other.text, kind: kind)) ?? [:]
          found[main, default: [:]].merge(spellings) { $0 + $1 }
        }
      }
    }
    let entries = found.map { key, spellings in
      let forms = spellings.map { NameEntry.Form(text: $0.text, language: $0.language, places: $1) }
        .sorted { ($1.places.count, $0.language, $0.text) < ($0.places.count, $1.language, $1.text) }
      return NameEntry(name: key.name, kind: key.kind, forms: forms)
    }
    return entries.sorted { ($1.count, $0.name, $0.kind.rawValue) < ($0.count, $1.name, $1.kind.rawValue) }
  }
}
