public import Names

/// Where one spelling of a name stands.
public struct NamePlace: Hashable, Sendable {
  public let file: String
  public let language: LanguageTag
  public let line: Int
  public let column: Int
}

/// A name with its spellings in some documents.
public struct NameEntry: Sendable {
  public struct Form: Sendable {
    public let text: String
    public let language: LanguageTag
    public let places: [NamePlace]
  }

  /// The concept id where the glossary has it, else the full form in the text.
  public let name: String
  public let kind: Concept.Kind
  /// The commonest spelling first.
  public let forms: [Form]

  public var count: Int { forms.reduce(0) { $0 + $1.places.count } }
}

extension Workspace {
  /// The forms a name is likely to have in another language.
  public func predictName(_ name: String, from: LanguageTag?, to: LanguageTag?, origin: LanguageTag?)
    throws(CorridorError) -> NamePrediction
  {
    try NamePredictor(nameModel()).predict(
      name, from: from ?? configuration.from, to: to ?? configuration.to, origin: origin)
  }

  /// Whether two spellings are of one name.
  public func matchNames(_ first: String, _ second: String) throws(CorridorError) -> NameMatch {
    try nameKnowledge().matcher.match(first, second)
  }

  /// Every name of some documents with its spellings and places, the most frequent first.
  public func listNames(_ documents: [Document]) throws(CorridorError) -> [NameEntry] {
    struct Key: Hashable { let name: String, kind: Concept.Kind }
    struct Spelling: Hashable { let text: String, language: LanguageTag }
    var found: [Key: [Spelling: [NamePlace]]] = [:]
    for document in documents {
      for name in try names(in: document) {
        let (line, column, _) = document.place(sentence: name.sentence, byte: name.bytes.lowerBound)
        let place = NamePlace(file: document.file, language: document.language, line: line, column: column)
        let spelling = Spelling(text: name.surface.onOneLine, language: document.language)
        found[Key(name: name.name, kind: name.kind), default: [:]][spelling, default: []].append(place)
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
