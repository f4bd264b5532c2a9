internal import Bitext

/// The places, peoples and bodies of the world in two texts, by sentence.
struct WorldMentions {
  let source: [[WorldLexicon.Mention]]
  let target: [[WorldLexicon.Mention]]
  /// Names of the source's language in the target.
  let foreign: [[WorldLexicon.Mention]]
  let sourceNames: WorldLexicon
  let targetNames: WorldLexicon
  let kinds: [WorldNames.Kind]

  init(_ source: NameText, _ target: NameText, _ knowledge: NameKnowledge) {
    let names = knowledge.world(source.language, target.language)
    (sourceNames, targetNames, kinds) = (names.first, names.second, names.kinds)
    self.source = source.sentences.map { names.first.mentions(in: $0.words) }
    self.target = target.sentences.map { names.second.mentions(in: $0.words) }
    foreign = target.sentences.map { names.first.mentions(in: $0.words) }
  }

  func sourceThings(in sentences: [Int]) -> Set<Int> { Self.things(source, sentences) }
  func targetThings(in sentences: [Int]) -> Set<Int> { Self.things(target, sentences) }

  private static func things(_ mentions: [[WorldLexicon.Mention]], _ sentences: [Int]) -> Set<Int> {
    sentences.reduce(into: []) { things, sentence in
      for mention in mentions[sentence] { things.formUnion(mention.things) }
    }
  }

  func kinds(of mention: WorldLexicon.Mention) -> Set<WorldNames.Kind> { Set(mention.things.map { kinds[$0] }) }
}
