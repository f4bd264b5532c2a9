package import Bitext
internal import Linguistics
package import Rules

/// The words by which names are recognised in texts of one language: `glossary/names/cues-*.yml`. All are compared folded.
///
/// A file has groups of words, each of one or more kinds (`NameMarks.kinds`). What a kind is for says the README beside the
/// files; which words of a language are of it, its file.
package struct NameCues: Sendable {
  package let language: LanguageTag
  /// Whether every noun begins with a capital, so that a capital alone says nothing of names.
  let capitalisesNouns: Bool
  /// Case endings that a name may take: "Putins".
  let nameEndings: [String]
  /// Words by kind.
  let words: [String: Set<String>]
  /// Endings by kind: a word that ends so is of the kind.
  let endings: [String: Set<String>]
  /// Endings by kind that a listed word may take.
  let inflections: [String: Set<String>]

  /// Short words with an apostrophe before another word: l, d, qu.
  var elisions: Set<String> { words[Self.elision] ?? [] }
  /// Words that an apostrophe joins to the next: "Mar'ina".
  var joinedByApostrophe: Set<String> { words[Self.joinedByApostrophe] ?? [] }

  static let elision = "elision"
  static let joinedByApostrophe = "joined-by-apostrophe"
  private static let capitals = ["names", "nouns"]

  /// - Throws: `RulesErrors` with every fault of the file.
  package init(_ file: RuleNode) throws(RulesErrors) {
    var faults = file.unknownKeys(besides: ["language", "capitals", "name-endings", "groups"])
    let tag = file.requiredText("language", &faults)
    if LanguageTag(tag) == nil {
      faults.append(RulesError("'\(tag)' is no language tag; write one as BCP 47 has it", at: file.position))
    }
    let capitals = file["capitals"]?.text ?? Self.capitals[0]
    if !Self.capitals.contains(capitals) {
      faults.append(RulesError("capitals are of names or of nouns, not '\(capitals)'", at: file.position))
    }
    var (words, endings, inflections) = ([String: Set<String>](), [String: Set<String>](), [String: Set<String>]())
    var firstPlaces: [String: SourcePosition] = [:]
    for node in file["groups"]?.items ?? [] {
      let group = Group(node, &firstPlaces, &faults)
      for kind in group.kinds {
        words[kind, default: []].formUnion(group.words)
        endings[kind, default: []].formUnion(group.endings)
        inflections[kind, default: []].formUnion(group.inflections)
      }
    }
    let nameEndings = file["name-endings"]?.texts(&faults) ?? []
    if !faults.isEmpty { throw RulesErrors(faults) }
    self.init(
      language: LanguageTag(tag) ?? "und", capitalisesNouns: capitals == Self.capitals[1], nameEndings: nameEndings,
      words: words, endings: endings, inflections: inflections)
  }

  /// From its parts, folded.
  init(
    language: LanguageTag, capitalisesNouns: Bool, nameEndings: [String], words: [String: Set<String>],
    endings: [String: Set<String>], inflections: [String: Set<String>]
  ) {
    self.language = language
    self.capitalisesNouns = capitalisesNouns
    self.nameEndings = nameEndings
    self.words = words
    self.endings = endings
    self.inflections = inflections
  }

  /// One group of a file.
  private struct Group {
    let kinds: [String]
    let words: Set<String>
    let endings: Set<String>
    let inflections: Set<String>

    init(_ node: RuleNode, _ firstPlaces: inout [String: SourcePosition], _ faults: inout [RulesError]) {
      faults += node.unknownKeys(besides: ["id", "kind", "why", "words", "endings", "inflections", "examples"])
      let id = node.requiredText("id", &faults)
      _ = node.requiredText("why", &faults)
      if let first = firstPlaces.updateValue(node.position, forKey: id), !id.isEmpty {
        faults.append(RulesError("id '\(id)' is used at \(first) too; rename one", at: node.position))
      }
      kinds = node["kind"]?.texts(&faults) ?? []
      let known = NameMarks.kinds.map(\.name)
      if kinds.isEmpty || !kinds.allSatisfy(known.contains) {
        let list = known.joined(separator: ", ")
        faults.append(RulesError("group '\(id)' is of no known kind; write one or more of \(list)", at: node.position))
      }
      func folded(_ key: String) -> Set<String> {
        let texts = node[key]?.texts(&faults) ?? []
        return Set(texts.flatMap { $0.split(whereSeparator: \.isWhitespace) }.map { Folding.key(String($0)) })
      }
      words = folded("words")
      endings = folded("endings")
      inflections = folded("inflections")
    }
  }
}
