package import Bitext
internal import Linguistics
internal import Rules

/// How the words of one language vary in text: one file of `glossary/inflection/`.
package struct LanguageInflection: Sendable {
  /// Which word of a term carries its number.
  enum Head: String, CaseIterable {
    /// The first word, as in French.
    case first
    /// The last word before the first preposition, as in English.
    case last
    /// Every word varies, as in Russian.
    case all
  }

  /// Words that stand for one another between two words of a term: "du, de la, de l', des".
  package struct Link: Sendable {
    package let id: String
    package let why: String
    let variants: [String]
    package let examples: RuleExamples
  }

  /// A word of the text that may stand inside a term: "ministère *arménien* des Affaires étrangères".
  package struct Insertion: Sendable {
    package let id: String
    package let why: String
    let words: Set<String>
    let endings: [String]
    let except: Set<String>
    package let examples: RuleExamples

    func admits(_ word: String) -> Bool {
      if words.contains(word) { return true }
      return !except.contains(word) && word.unicodeScalars.count > 3 && endings.contains { word.hasSuffix($0) }
    }
  }

  /// Forms that no ending explains: "œil, yeux".
  package struct Irregular: Sendable {
    package let id: String
    package let why: String
    let forms: [[String]]
    package let examples: RuleExamples
  }

  package let language: LanguageTag
  let head: Head
  /// Prepositions, articles and the like: they never vary and end the part of a term that holds its head.
  let functionWords: Set<String>
  /// An article at the head of a name, and the contractions that swallow it: "le": du, au.
  let contractions: [String: [String]]
  /// Letters compared as other spellings: œ as oe.
  let equivalents: [Unicode.Scalar: String]
  /// Words from this length on (in letters) are found without their accents too; 0 is never.
  let accentsOptionalFrom: Int
  /// Whether capitals may lack their accents.
  let capitalsDropAccents: Bool
  /// Words that a hyphen may tie to the front of a term: "ex-".
  let prefixes: Set<String>
  /// Endings of first parts of compounds: "arméno-".
  let prefixEndings: [String]
  /// Words that a hyphen may tie to the end of a term: "-t-il"; nil where any may.
  let followers: Set<String>?
  package let paradigms: [Paradigm]
  package let irregulars: [Irregular]
  package let links: [Link]
  package let insertions: [Insertion]
  package let chains: [SuffixChain]

  /// Whether I is the capital of ı, and İ that of i: the language's own file says so.
  let isTurkic: Bool

  private static let keys: Set<String> = [
    "language", "head", "function-words", "contractions", "equivalents", "accents", "compounds", "paradigms",
    "irregular", "links", "insertions", "suffix-chains",
  ]

  /// The rules of a language without a file.
  init(language: LanguageTag, _ writing: WritingSystems) {
    self.language = language
    isTurkic = writing.casing(of: language) == .turkic
    head = .all
    functionWords = []
    contractions = [:]
    equivalents = [:]
    accentsOptionalFrom = 0
    capitalsDropAccents = false
    prefixes = []
    prefixEndings = []
    followers = nil
    paradigms = []
    irregulars = []
    links = []
    insertions = []
    chains = []
  }

  init(_ file: RuleNode, _ writing: WritingSystems, _ faults: inout [RulesError]) {
    faults += file.unknownKeys(besides: Self.keys)
    let tag = file.requiredText("language", &faults)
    if LanguageTag(tag) == nil {
      faults.append(RulesError("'\(tag)' is no language tag; write one as BCP 47 has it", at: file.position))
    }
    language = LanguageTag(tag) ?? "und"
    isTurkic = writing.casing(of: language) == .turkic
    let headText = file.requiredText("head", &faults)
    if Head(rawValue: headText) == nil {
      faults.append(RulesError("head is first, last or all", at: file["head"]?.position ?? file.position))
    }
    head = Head(rawValue: headText) ?? .all
    functionWords = Set(file["function-words"]?.texts(&faults) ?? [])
    var contractions: [String: [String]] = [:]
    for (article, forms) in file["contractions"]?.entries ?? [] {
      contractions[article.text ?? ""] = forms.texts(&faults)
    }
    self.contractions = contractions
    var equivalents: [Unicode.Scalar: String] = [:]
    for (letter, spelling) in file["equivalents"]?.entries ?? [] {
      guard let scalars = letter.text?.unicodeScalars, scalars.count == 1, let scalar = scalars.first,
        let text = spelling.text, text.utf8.count <= 3
      else {
        faults.append(RulesError("one letter and its spelling of at most 3 bytes are expected", at: letter.position))
        continue
      }
      equivalents[scalar] = text
    }
    self.equivalents = equivalents
    capitalsDropAccents = file["accents"]?["capitals-drop"]?.text == "yes"
    accentsOptionalFrom = file["accents"]?["optional-from"]?.text.flatMap(Int.init) ?? 0
    prefixes = Set(file["compounds"]?["prefixes"]?.texts(&faults) ?? [])
    prefixEndings = file["compounds"]?["prefix-endings"]?.texts(&faults) ?? []
    followers = file["compounds"]?["followers"].map { Set($0.texts(&faults)) }
    var ids: [String: SourcePosition] = [:]
    func entries(_ key: String) -> [RuleNode] {
      let nodes = file[key]?.items ?? []
      for node in nodes {
        guard let id = node["id"]?.text else { continue }
        if let first = ids[id] {
          faults.append(RulesError("id '\(id)' is used at \(first) too; rename one", at: node.position))
        }
        ids[id] = node.position
      }
      return nodes
    }
    paradigms = entries("paradigms").map { Paradigm($0, &faults) }
    irregulars = entries("irregular").map { Self.irregular($0, &faults) }
    links = entries("links").map { Self.link($0, &faults) }
    insertions = entries("insertions").map { Self.insertion($0, &faults) }
    chains = entries("suffix-chains").map { SuffixChain($0, &faults) }
  }

  private static func irregular(_ node: RuleNode, _ faults: inout [RulesError]) -> Irregular {
    faults += node.unknownKeys(besides: ["id", "why", "forms", "examples", "counter-examples"])
    return Irregular(
      id: node.requiredText("id", &faults), why: node.requiredText("why", &faults),
      forms: (node["forms"]?.items ?? []).map { $0.texts(&faults) }, examples: RuleExamples(node, &faults))
  }

  private static func link(_ node: RuleNode, _ faults: inout [RulesError]) -> Link {
    faults += node.unknownKeys(besides: ["id", "why", "variants", "examples", "counter-examples"])
    return Link(
      id: node.requiredText("id", &faults), why: node.requiredText("why", &faults),
      variants: node["variants"]?.texts(&faults) ?? [], examples: RuleExamples(node, &faults))
  }

  private static func insertion(_ node: RuleNode, _ faults: inout [RulesError]) -> Insertion {
    faults += node.unknownKeys(
      besides: ["id", "why", "words", "endings", "except", "examples", "counter-examples"])
    return Insertion(
      id: node.requiredText("id", &faults), why: node.requiredText("why", &faults),
      words: Set(node["words"]?.texts(&faults) ?? []), endings: node["endings"]?.texts(&faults) ?? [],
      except: Set(node["except"]?.texts(&faults) ?? []), examples: RuleExamples(node, &faults))
  }

  /// Every entry's id and examples, in the order of the file.
  package var allExamples: [(id: String, examples: RuleExamples)] {
    paradigms.map { ($0.id, $0.examples) } + irregulars.map { ($0.id, $0.examples) }
      + links.map { ($0.id, $0.examples) } + insertions.map { ($0.id, $0.examples) }
      + chains.map { ($0.id, $0.examples) }
  }
}
