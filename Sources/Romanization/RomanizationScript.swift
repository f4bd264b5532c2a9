internal import Rules

/// What a script asks for, whatever the language: an entry under `scripts` of `glossary/romanization/conventions.yml`.
package struct RomanizationScript: Sendable {
  /// How one consonant is said before another: n as m before b.
  package struct Assimilation: Sendable {
    package let letter: Unicode.Scalar
    package let before: Unicode.Scalar
    package let said: Unicode.Scalar
  }

  /// ISO 15924, "Arab".
  package let id: String
  /// Whether it has no capitals, so that a name gets them in Latin letters.
  package let isCaseless: Bool
  /// The article that is written as one with its word, in the script and as the presses may spell it; empty for none.
  package let article: [Unicode.Scalar]
  package let articleSpellings: [[Unicode.Scalar]]
  /// Latin consonants that the last letter of the article may become.
  package let assimilating: Set<Unicode.Scalar>
  /// Words after which the article belongs to them or falls.
  package let articleOwners: Set<String>
  /// Letters that may be a vowel or nothing.
  package let weak: Set<Unicode.Scalar>
  /// Letters that begin a word as consonants and are vowels inside it.
  package let halfVowels: Set<Unicode.Scalar>
  /// Letters, anywhere or at the end of a word alone, that are said as one of `softSounds` or not at all.
  package let soft: Set<Unicode.Scalar>
  package let softAtEnd: Set<Unicode.Scalar>
  package let softSounds: Set<Unicode.Scalar>
  package let assimilations: [Assimilation]
  /// Marks that only stretch a word, and signs that part the halves of one.
  package let stretches: Set<Unicode.Scalar>
  package let joiners: Set<Unicode.Scalar>
  /// Forms of rows that no shape of a word takes: what is dropped or doubled by choice is for the shape to say.
  package let formsOutsideShapes: Set<String>

  /// A script that asks for nothing.
  init(id: String) { self.init(id: id, RuleNode(.table([]), at: .init(file: ""))) }

  init(_ node: RuleNode, _ faults: inout [RulesError]) {
    faults += node.unknownKeys(besides: Self.keys)
    let id = node.requiredText("id", &faults)
    _ = node.requiredText("why", &faults)
    for item in node["assimilations"]?.items ?? [] {
      faults += item.unknownKeys(besides: ["letter", "before", "said", "why"])
      for key in ["letter", "before", "said"] { _ = item.requiredText(key, &faults) }
    }
    for key in ["article-spellings", "article-owners", "forms-outside-shapes"] { _ = node[key]?.texts(&faults) }
    self.init(id: id, node)
  }

  private init(id: String, _ node: RuleNode) {
    func letters(_ key: String) -> Set<Unicode.Scalar> { Set((node[key]?.text ?? "").unicodeScalars) }
    func texts(_ key: String) -> [String] { (node[key]?.items ?? []).compactMap(\.text) }
    self.id = id
    isCaseless = node["capitals"]?.text == "no"
    article = Array((node["article"]?.text ?? "").unicodeScalars)
    articleSpellings = texts("article-spellings").map { Array($0.unicodeScalars) }
    assimilating = letters("article-assimilates-to")
    articleOwners = Set(texts("article-owners"))
    weak = letters("weak")
    halfVowels = letters("half-vowels")
    soft = letters("soft")
    softAtEnd = letters("soft-at-end")
    softSounds = letters("soft-sounds")
    stretches = letters("stretches")
    joiners = letters("joiners")
    formsOutsideShapes = Set(texts("forms-outside-shapes"))
    assimilations = (node["assimilations"]?.items ?? []).compactMap { item in
      guard let letter = item["letter"]?.text?.unicodeScalars.first,
        let before = item["before"]?.text?.unicodeScalars.first, let said = item["said"]?.text?.unicodeScalars.first
      else { return nil }
      return Assimilation(letter: letter, before: before, said: said)
    }
  }

  private static let keys: Set<String> = [
    "id", "why", "capitals", "article", "article-spellings", "article-assimilates-to", "article-owners", "weak",
    "half-vowels", "soft", "soft-at-end", "soft-sounds", "assimilations", "stretches", "joiners",
    "forms-outside-shapes",
  ]

  /// Whether a word begins with the article, and more than a letter of its own follows.
  package func hasArticle(_ word: [Unicode.Scalar]) -> Bool {
    !article.isEmpty && word.count > article.count + 1 && word.starts(with: article)
  }
}
