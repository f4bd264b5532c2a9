internal import Bitext

/// Compiles the terms of one language.
struct TermIndexBuilder {
  private struct WordKey: Hashable {
    let spelling: [UInt8]
    /// A role's number, or 255 for function words.
    let role: UInt8
  }

  private let rules: LanguageInflection
  private let expansion: FormExpansion
  private let functionWords: Set<[UInt8]>
  /// Articles that a contraction may swallow, with the contractions.
  private let contractions: [[UInt8]: [[UInt8]]]
  private var words: [WordKey: UInt32] = [:]
  private var index: TermIndex
  /// Variants of each link as spellings, longest first.
  private var linkSpellings: [[[[UInt8]]]] = []

  static func index(_ glossary: Glossary, _ language: LanguageTag, _ rules: LanguageInflection) -> TermIndex {
    var builder = TermIndexBuilder(rules, capacity: glossary.count)
    for (number, concept) in glossary.concepts.enumerated() {
      for (term, place) in zip(concept.terms, 0...) where term.language.sameLanguage(as: language) {
        builder.add(term, of: concept, number, place)
      }
    }
    return builder.finished()
  }

  private init(_ rules: LanguageInflection, capacity: Int) {
    self.rules = rules
    expansion = FormExpansion(rules)
    functionWords = Set(rules.functionWords.map { Array($0.utf8) })
    contractions = Dictionary(
      uniqueKeysWithValues: rules.contractions.map { (Array($0.key.utf8), $0.value.map { Array($0.utf8) }) })
    let letters = LetterTable(isTurkic: rules.isTurkic, equivalents: rules.equivalents)
    index = TermIndex(
      language: rules, letters: letters, forms: FormTable(capacity: capacity * 4),
      trie: TermTrie(capacity: capacity * 2))
    words.reserveCapacity(capacity)
    for link in rules.links {
      let variants = link.variants.map { variant in spellings(variant).map(\.folded) }
      linkSpellings.append(variants.sorted { $0.count > $1.count })
      // A number of its own, under a spelling that no text has.
      let word = number(of: [0xFF, UInt8(linkSpellings.count)], role: nil)
      index.links.append((word, []))
    }
  }

  private func spellings(_ text: String) -> [(token: Token, folded: [UInt8])] {
    TokenScan.words(of: text, letters: index.letters, isTurkic: rules.isTurkic)
  }

  // MARK: Terms

  private mutating func add(_ term: Term, of concept: Concept, _ conceptNumber: Int, _ termNumber: Int) {
    let found = spellings(term.text)
    guard !found.isEmpty, found.count < 64 else { return }
    let isName = concept.kind != .term
    let roles = roles(of: found, term, isName: isName)
    let shape = index.shapes.count
    for (i, (token, _)) in found.enumerated() {
      let need: TermIndex.Need =
        token.isAllUpper ? .acronym : isName && token.startsUpper && roles[i] != nil ? .capital : .free
      index.shapes.append(.init(gap: i == 0 ? .other : token.gap, need: need, startsUpper: token.startsUpper))
      if i > 0, token.gap == .other { index.hasOddGaps = true }
    }
    var node = TermTrie.root
    var variants: UInt64 = 0
    var i = 0
    while i < found.count {
      if i > 0, !isName, let (link, variant, length) = link(at: i, in: found), i + length < found.count {
        variants = variants << 4 | UInt64(variant + 1)
        node = index.trie.descend(
          from: node, word: index.links[link].word, traits: TermTrie.takesLink | TermTrie.takesInsertion)
        i += length
        continue
      }
      let word = number(of: found[i].folded, role: roles[i])
      let takesInsertion = i > 0 && roles[i] == nil && !isName
      node = index.trie.descend(from: node, word: word, traits: takesInsertion ? TermTrie.takesInsertion : 0)
      i += 1
    }
    if isName, found.count > 1, let swallowing = contractions[found[0].folded] {
      let article = number(of: found[0].folded, role: roles[0])
      for spelling in swallowing {
        index.forms.insert(spelling, .init(word: article, flags: FormTable.Sense.contracted))
      }
    }
    index.trie.end(entry: index.entries.count, at: node)
    index.entries.append(
      .init(
        concept: Int32(conceptNumber), term: Int32(termNumber), shape: Int32(shape), wordCount: Int16(found.count),
        layer: isName ? 1 : 0, status: Self.rank(term.status), variants: variants))
  }

  static func rank(_ status: TermStatus) -> UInt8 {
    switch status {
    case .preferred: 0
    case .admitted: 1
    case .deprecated: 2
    case .superseded: 3
    case .forbidden: 4
    }
  }

  /// The link that stands at word `i` of a term, which of its variants, and how many words that has.
  private func link(
    at i: Int, in found: [(token: Token, folded: [UInt8])]
  ) -> (link: Int, variant: Int, length: Int)? {
    for (link, variants) in linkSpellings.enumerated() {
      for (number, variant) in variants.enumerated() where i + variant.count <= found.count {
        if zip(variant, found[i...]).allSatisfy({ $0 == $1.folded }) { return (link, number, variant.count) }
      }
    }
    return nil
  }

  /// What each word does in its term; nil for function words.
  private func roles(
    of found: [(token: Token, folded: [UInt8])], _ term: Term, isName: Bool
  ) -> [Paradigm.Role?] {
    let isFunction = found.map { functionWords.contains($0.folded) }
    let head: Int =
      switch rules.head {
      case .first: isFunction.firstIndex(of: false) ?? 0
      case .last:
        (isFunction.dropFirst().firstIndex(of: true) ?? found.count) - 1
      case .all: 0
      }
    return found.indices.map { i in
      if isFunction[i], found.count > 1, i > 0 || isName { return nil }
      if found[i].token.isAllUpper { return .acronym }
      if isName { return .name }
      if term.partOfSpeech == "verb", i == 0 { return .verb }
      if term.partOfSpeech == "adjective" { return .modifier }
      return rules.head == .all || i == head ? .head : .modifier
    }
  }

  // MARK: Words

  /// The number of a word in a role; a new word's forms are added to the table.
  private mutating func number(of spelling: [UInt8], role: Paradigm.Role?) -> UInt32 {
    let key = WordKey(spelling: spelling, role: role.map(Self.number) ?? 255)
    if let known = words[key] { return known }
    let number = UInt32(words.count)
    words[key] = number
    insert(spelling, number, 0)
    if let role {
      expansion.forms(of: spelling, role: role) { insert($0, number, FormTable.Sense.inflected) }
      for chain in rules.chains {
        for (from, to) in chain.alternations where spelling.ends(with: from) {
          index.forms.insert(
            spelling.dropLast(from.count) + to, .init(word: number, flags: FormTable.Sense.stemOnly))
        }
      }
    }
    return number
  }

  private static func number(_ role: Paradigm.Role) -> UInt8 {
    switch role {
    case .head: 0
    case .modifier: 1
    case .name: 2
    case .verb: 3
    case .acronym: 4
    }
  }

  private mutating func insert(_ spelling: [UInt8], _ word: UInt32, _ flags: UInt8) {
    index.forms.insert(spelling, .init(word: word, flags: flags))
    guard spelling.contains(where: { $0 >= 0x80 }), spelling[0] != 0xFF else { return }
    if rules.accentsOptionalFrom > 0 {
      let letters = spelling.count { $0 & 0xC0 != 0x80 }
      if letters >= rules.accentsOptionalFrom, let plain = spelling.withoutAccents(keepingFinal: true) {
        index.forms.insert(plain, .init(word: word, flags: flags))
      }
    }
    if rules.capitalsDropAccents {
      if let plain = spelling.withoutInitialAccent() {
        index.forms.insert(plain, .init(word: word, flags: flags | FormTable.Sense.capitalOnly))
      }
      if let plain = spelling.withoutAccents(keepingFinal: false) {
        index.forms.insert(plain, .init(word: word, flags: flags | FormTable.Sense.allCapitalsOnly))
      }
    }
  }

  private mutating func finished() -> TermIndex {
    for (i, variants) in linkSpellings.enumerated() {
      let numbered = variants.map { $0.map { number(of: $0, role: nil) } }
      index.links[i].variants = numbered
    }
    index.forms.seal()
    index.firstNodes = [UInt32](repeating: 0, count: words.count)
    for number in words.values {
      if let child = index.trie.child(of: TermTrie.root, word: number) { index.firstNodes[Int(number)] = child }
    }
    return index
  }
}
