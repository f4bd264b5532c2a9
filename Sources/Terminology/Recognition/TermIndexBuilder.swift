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
  /// Spellings met, with their word and form. Spellings that have the same forms are one word.
  private var words: [WordKey: (word: UInt32, form: Int32)] = [:]
  /// Words by a hash of all their forms. 64 bits: among a million words two meet by chance once in 10^7 glossaries.
  private var classes: [UInt64: UInt32] = [:]
  private let letters: LetterTable
  private var forms: FormTable
  private var trie: TermTrie
  private var entries: [TermIndex.Entry] = []
  private var details: [TermIndex.Detail] = []
  private var shapes: [TermIndex.Shape] = []
  /// The word number that stands for each link.
  private var linkWords: [UInt32] = []
  private var oddGaps: [Int32: [UInt8]] = [:]
  private var edges: [Int32: TermEdges] = [:]
  /// Tables that begin most of their terms with a capital: it says nothing there.
  private let capitalised: CapitalisedTables
  /// Variants of each link as spellings, longest first.
  private var linkSpellings: [[[[UInt8]]]] = []

  static func index(_ glossary: Glossary, _ language: LanguageTag, _ rules: LanguageInflection) -> TermIndex {
    let capitalised = CapitalisedTables(glossary, language)
    var builder = TermIndexBuilder(rules, capacity: glossary.count, capitalised)
    for (number, concept) in glossary.concepts.enumerated() {
      for (term, place) in zip(concept.terms, 0...) where term.language.sameLanguage(as: language) {
        builder.add(term, of: concept, number, place)
      }
    }
    return builder.finished()
  }

  private init(_ rules: LanguageInflection, capacity: Int, _ capitalised: CapitalisedTables) {
    self.capitalised = capitalised
    self.rules = rules
    expansion = FormExpansion(rules)
    functionWords = Set(rules.functionWords.map { Array($0.utf8) })
    contractions = Dictionary(
      uniqueKeysWithValues: rules.contractions.map { (Array($0.key.utf8), $0.value.map { Array($0.utf8) }) })
    letters = LetterTable(isTurkic: rules.isTurkic, equivalents: rules.equivalents)
    forms = FormTable(capacity: capacity * 4)
    trie = TermTrie(capacity: capacity * 2)
    words.reserveCapacity(capacity)
    for link in rules.links {
      let variants = link.variants.map { variant in spellings(variant).map(\.folded) }
      linkSpellings.append(variants.sorted { $0.count > $1.count })
      // A number of its own, under a spelling that no text has.
      let word = number(of: [0xFF, UInt8(linkSpellings.count)], role: nil).word
      linkWords.append(word)
    }
  }

  private func spellings(_ text: String) -> [(token: Token, folded: [UInt8])] {
    TokenScan.words(of: text, letters: letters, isTurkic: rules.isTurkic)
  }

  // MARK: Terms

  private mutating func add(_ term: Term, of concept: Concept, _ conceptNumber: Int, _ termNumber: Int) {
    let found = spellings(term.text)
    guard !found.isEmpty, found.count < 64 else { return }
    let isName = concept.kind != .term
    let roles = roles(of: found, term, isName: isName)
    let shape = shapes.count
    let numbers = zip(found, roles).map { number(of: $0.folded, role: $1) }
    for (i, (token, folded)) in found.enumerated() {
      shapes.append(
        .init(
          gap: i == 0 ? .other : token.gap, need: need(found, i, term, isName: isName, hasRole: roles[i] != nil),
          startsUpper: token.startsUpper,
          length: UInt8(clamping: folded.count { $0 & 0xC0 != 0x80 }), form: numbers[i].form))
      if i > 0, token.gap == .other {
        oddGaps[Int32(shapes.count - 1)] = Array(Array(term.text.utf8)[found[i - 1].token.end..<token.start])
      }
    }
    var node = TermTrie.root
    var variants: UInt32 = 0
    var i = 0
    while i < found.count {
      if i > 0, !isName, let (link, variant, length) = link(at: i, in: found), i + length < found.count {
        variants = variants << 4 | UInt32(variant + 1)
        node = trie.descend(
          from: node, word: linkWords[link], traits: TermTrie.takesLink | TermTrie.takesInsertion)
        i += length
        continue
      }
      let takesInsertion = i > 0 && roles[i] == nil && !isName
      node = trie.descend(from: node, word: numbers[i].word, traits: takesInsertion ? TermTrie.takesInsertion : 0)
      i += 1
    }
    if isName, found.count > 1, let swallowing = contractions[found[0].folded] {
      for spelling in swallowing {
        forms.insert(spelling, .init(word: numbers[0].word, flags: FormTable.Sense.contracted))
      }
    }
    let edges = TermEdges(term.text, words: found[0].token.start..<found[found.count - 1].token.end)
    if let edges { self.edges[Int32(entries.count)] = edges }
    let next = trie.end(entry: entries.count, at: node)
    entries.append(
      .init(
        next: next, concept: conceptNumber, term: termNumber,
        bytes: UInt32(truncatingIfNeeded: SpellingHash.hash(of: term.text.utf8)), wordCount: found.count,
        layer: isName ? 1 : 0, status: Self.rank(term.status), hasEdges: edges != nil))
    details.append(.init(shape: Int32(shape), variants: variants))
  }

  /// Which capitals a word of a term needs in a text.
  private func need(
    _ found: [(token: Token, folded: [UInt8])], _ i: Int, _ term: Term, isName: Bool, hasRole: Bool
  ) -> TermIndex.Need {
    let token = found[i].token
    if token.isAllUpper { return .acronym }
    guard token.startsUpper else { return term.letterCase == .exact ? .small : .free }
    switch term.letterCase {
    case .exact: return .capital
    case .free: return isName && hasRole ? .capital : .free
    case nil: break
    }
    if isName { return hasRole ? .capital : .free }
    // One word that the glossary writes with a capital is another thing without it: État, Polish, un Arménien.
    guard found.count == 1 else { return .free }
    return isOrigin(found[i].folded) || !capitalised.contains(term) ? .capital : .free
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

  private func isOrigin(_ word: [UInt8]) -> Bool {
    let text = String(decoding: word, as: UTF8.self)
    return rules.insertions.contains { $0.admits(text) }
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

  /// The word that a spelling is in a role, and the spelling's form; a new word's forms are added to the table.
  private mutating func number(of spelling: [UInt8], role: Paradigm.Role?) -> (word: UInt32, form: Int32) {
    let key = WordKey(spelling: spelling, role: role.map(Self.number) ?? 255)
    if let known = words[key] { return known }
    var all = [spelling]
    if let role { expansion.forms(of: spelling, role: role) { all.append($0) } }
    if all.count > 1 { all.sort { $0.lexicographicallyPrecedes($1) } }
    var identity = SpellingHash.step(SpellingHash.start, role == nil ? 1 : 0)
    for (i, form) in all.enumerated() where i == 0 || form != all[i - 1] {
      identity = SpellingHash.step(identity, SpellingHash.hash(of: form))
    }
    let isNew = classes[identity] == nil
    let word = classes[identity] ?? UInt32(classes.count)
    if isNew {
      classes[identity] = word
      for (i, form) in all.enumerated() where i == 0 || form != all[i - 1] { insert(form, word, role) }
    }
    if role != nil {
      for chain in rules.chains {
        for (from, to) in chain.alternations where spelling.ends(with: from) {
          forms.insert(spelling.dropLast(from.count) + to, .init(word: word, flags: FormTable.Sense.stemOnly))
        }
      }
    }
    let flags = role == nil ? FormTable.Sense.function : 0
    let form = Int32(forms.insert(spelling, .init(word: word, flags: flags)))
    words[key] = (word, form)
    return (word, form)
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

  /// Adds a form of a word, and the spellings that leave out its accents.
  private mutating func insert(_ spelling: [UInt8], _ word: UInt32, _ role: Paradigm.Role?) {
    let flags = role == nil ? FormTable.Sense.function : 0
    forms.insert(spelling, .init(word: word, flags: flags))
    guard spelling.contains(where: { $0 >= 0x80 }), spelling[0] != 0xFF else { return }
    if rules.accentsOptionalFrom > 0, spelling.count(where: { $0 & 0xC0 != 0x80 }) >= rules.accentsOptionalFrom,
      let plain = spelling.withoutAccents(keepingFinal: true)
    {
      forms.insert(plain, .init(word: word, flags: flags | FormTable.Sense.accentless))
    }
    if rules.capitalsDropAccents {
      if let plain = spelling.withoutInitialAccent() {
        forms.insert(plain, .init(word: word, flags: flags | FormTable.Sense.capitalOnly))
      }
      if let plain = spelling.withoutAccents(keepingFinal: false) {
        forms.insert(plain, .init(word: word, flags: flags | FormTable.Sense.allCapitalsOnly))
      }
    }
  }

  private mutating func finished() -> TermIndex {
    var links: [TermTables.LinkVariant] = []
    for (link, variants) in linkSpellings.enumerated() {
      for (place, variant) in variants.enumerated() {
        let numbers = variant.prefix(3).map { number(of: $0, role: nil).word }
        links.append(TermTables.LinkVariant(link: linkWords[link], number: UInt8(place + 1), words: numbers))
      }
    }
    return TermIndex(
      language: rules, letters: letters,
      tables: TermTables(TermTablesBuilder(forms, trie, entries, details, shapes, links)),
      termCount: entries.count, insertions: InsertionFilter(rules.insertions, equivalents: rules.equivalents),
      oddGaps: oddGaps, edges: edges)
  }
}
