internal import Bitext

/// One pass over one text: cuts it into words and follows the paths of terms; `HitResolution` settles overlaps.
///
/// Works in blocks of a few thousand words, so that a text of any length takes the same room. The tables and the text
/// must outlive the search: `TermMatcher` sees to both.
struct TermSearch {
  private let index: TermIndex
  private let tables: TermTables.View
  private let text: UnsafeBufferPointer<UInt8>
  private let hasChains: Bool
  private let hasOddGaps: Bool
  private var tokens: [Token] = []
  private var beginnings: [Beginning] = []
  /// Nothing but the proof that `touch` did read.
  private var touched: Int32 = 0
  private var resolution = HitResolution()

  private static let blockLength = 1024
  /// A block never grows past this, even where nothing in the text parts words.
  private static let longestBlock = 1 << 16
  private static let longestTerm = 64

  init(_ index: TermIndex, _ text: UnsafeBufferPointer<UInt8>) {
    self.index = index
    self.text = text
    tables = index.tables.view
    hasChains = !index.language.chains.isEmpty
    hasOddGaps = !index.oddGaps.isEmpty
  }

  /// The first step of a path.
  private struct Beginning {
    let token: Int32
    let node: UInt32
    /// Whether it may go on.
    let steps: Bool
    let dropsAccents: Bool
    let isContracted: Bool
  }

  /// What a path met on its way.
  private struct Trail {
    var hasInsertion = false
    var dropsAccents = false
    var isContracted = false
    /// Which variants of links were met: four bits each, 1 + number of the variant, the last met lowest.
    var variants: UInt32 = 0
  }

  /// - Parameter resolving: whether overlaps are settled; else every reading is given.
  mutating func run(resolving: Bool, _ body: (TermHit) -> Void) {
    var scan = TokenScan(letters: index.letters, isTurkic: index.language.isTurkic)
    tokens.reserveCapacity(min(Self.blockLength, text.count / 4) + 8)
    var offset = 0
    while var token = scan.next(text, from: &offset) {
      let full = tokens.count >= Self.blockLength && token.gap == .other && !hasOddGaps
      if full || tokens.count >= Self.longestBlock { finishBlock(resolving, body) }
      if hasChains {
        token.form = tables.form(hash: token.hash)
        if token.form < 0 { chain(&token, scan.spelling) }
      }
      tokens.append(token)
    }
    finishBlock(resolving, body)
  }

  /// Takes endings off the end of a word until a stem of the glossary is left.
  private func chain(_ token: inout Token, _ spelling: UnsafeBufferPointer<UInt8>) {
    let word = Array(spelling)
    var length = word.count - 1
    while length > 2 {
      if word[length] & 0xC0 != 0x80 {
        let stem = word[..<length]
        let form = tables.form(hash: FormTable.mixed(TokenScan.hash(of: stem)))
        if form >= 0, index.language.chains.contains(where: { $0.admits(stem: stem, ending: word[length...]) }) {
          token.form = form
          token.flags |= Token.chained
          return
        }
      }
      length -= 1
    }
  }

  private mutating func finishBlock(_ resolving: Bool, _ body: (TermHit) -> Void) {
    // Looking up all words before following any keeps many reads of memory under way at once: the tables of a large
    // glossary do not fit a cache, and waiting is most of the time.
    if !hasChains {
      for i in 0..<tokens.count { tokens[i].form = tables.form(hash: tokens[i].hash) }
    }
    beginnings.removeAll(keepingCapacity: true)
    for i in 0..<tokens.count where tokens[i].form >= 0 { begin(at: i) }
    touch()
    for beginning in beginnings {
      var trail = Trail()
      trail.dropsAccents = beginning.dropsAccents
      trail.isContracted = beginning.isContracted
      let first = Int(beginning.token)
      follow(beginning.node, from: first, next: first + 1, trail, steps: beginning.steps)
    }
    if resolving { resolution.resolve(body) } else { resolution.list(body) }
    tokens.removeAll(keepingCapacity: true)
  }

  /// Notes the nodes that a word leads to from the root, if an entry ends there or the next word may lead on.
  @inline(__always)
  private mutating func begin(at i: Int) {
    let token = tokens[i]
    let form = tables.forms[Int(token.form)]
    guard form.startsTerm else { return }
    let hasNext = i + 1 < tokens.count && (tokens[i + 1].gap != .other || hasOddGaps)
    let next: Int32 = hasNext ? tokens[i + 1].form : -1
    var place = form.firstSense
    while true {
      let sense = tables.senses[place]
      var trail = Trail()
      if sense.firstNode != 0, accept(sense, token, &trail) {
        let steps = hasNext && sense.firstTraits & TermTrie.goesOn != 0 && mayGoOn(sense, next, after: i)
        if steps || sense.firstTraits & TermTables.Sense.hasEntry != 0 {
          beginnings.append(
            Beginning(
              token: Int32(i), node: sense.firstNode, steps: steps, dropsAccents: trail.dropsAccents,
              isContracted: trail.isContracted))
        }
      }
      if sense.isLast { return }
      place += 1
    }
  }

  /// Whether the word after `i`, or a link or insertion there, may lead on from a first node; false is certain.
  @inline(__always)
  private func mayGoOn(_ sense: TermTables.Sense, _ next: Int32, after i: Int) -> Bool {
    if next >= 0 {
      let form = tables.forms[Int(next)]
      if form.startsLink, sense.firstTraits & TermTrie.takesLink != 0 { return true }
      var place = form.firstSense
      while true {
        if tables.mayLeadOn(sense.firstNode, tables.senses[place].word) { return true }
        if tables.senses[place].isLast { break }
        place += 1
      }
    }
    guard sense.firstTraits & TermTrie.takesInsertion != 0, i + 2 < tokens.count, tokens[i + 1].gap == .space,
      tokens[i + 2].gap == .space, tokens[i + 2].form >= 0
    else { return false }
    let form = tables.forms[Int(tokens[i + 2].form)]
    if form.startsLink, sense.firstTraits & TermTrie.takesLink != 0 { return true }
    var place = form.firstSense
    while true {
      if tables.mayLeadOn(sense.firstNode, tables.senses[place].word) { return true }
      if tables.senses[place].isLast { return false }
      place += 1
    }
  }

  /// Reads what the paths of this block will begin with, so that it is at hand.
  private mutating func touch() {
    var sum: Int32 = 0
    for beginning in beginnings { sum &+= tables.nodes[Int(beginning.node)].firstEntry }
    for beginning in beginnings {
      let entry = tables.nodes[Int(beginning.node)].firstEntry
      if entry >= 0 { sum &+= tables.entries[Int(entry)].next }
    }
    touched = sum
  }

  /// Whether the text's word may be read so, and what that adds to the trail.
  @inline(__always)
  private func accept(_ sense: TermTables.Sense, _ token: Token, _ trail: inout Trail) -> Bool {
    let isChained = token.flags & Token.chained != 0
    if sense.flags & FormTable.Sense.conditions == 0, !isChained { return true }
    if sense.flags & FormTable.Sense.stemOnly != 0, !isChained { return false }
    if sense.flags & FormTable.Sense.capitalOnly != 0, !token.startsUpper { return false }
    if sense.flags & FormTable.Sense.allCapitalsOnly != 0, !token.isAllUpper { return false }
    if sense.flags & FormTable.Sense.accents != 0 { trail.dropsAccents = true }
    if sense.flags & FormTable.Sense.contracted != 0 { trail.isContracted = true }
    return true
  }

  /// Goes on from a node that word `next - 1` led to, and keeps every entry that ends there.
  private mutating func follow(_ number: UInt32, from first: Int, next: Int, _ trail: Trail, steps: Bool = true) {
    let node = tables.nodes[Int(number)]
    var entry = node.firstEntry
    while entry >= 0 {
      keep(Int(entry), first, next, trail)
      entry = tables.entries[Int(entry)].next
    }
    guard steps, node.stepCount != 0, next < tokens.count, next - first < Self.longestTerm else { return }
    let token = tokens[next]
    guard token.gap != .other || hasOddGaps else { return }
    step(node, from: first, next: next, trail)
    if node.traits & TermTrie.takesInsertion != 0, !trail.hasInsertion, next + 1 < tokens.count,
      token.gap == .space, tokens[next + 1].gap == .space, tokens[next + 1].form >= 0, goesOn(node, at: next + 1),
      isInsertable(token)
    {
      var longer = trail
      longer.hasInsertion = true
      // Only a preposition or link may follow what was inserted.
      step(node, from: first, next: next + 1, longer, functionWordsOnly: true)
    }
  }

  private mutating func step(
    _ node: TermTables.Node, from first: Int, next: Int, _ trail: Trail, functionWordsOnly: Bool = false
  ) {
    let token = tokens[next]
    guard token.form >= 0 else { return }
    let form = tables.forms[Int(token.form)]
    if form.signature & node.signature != 0 {
      leap(node, token, from: first, next: next, trail, functionWordsOnly: functionWordsOnly)
    }
    guard form.startsLink, node.traits & TermTrie.takesLink != 0 else { return }
    for variant in tables.links {
      let child = tables.child(of: node, word: variant.link)
      guard child != 0, has(variant, at: next) else { continue }
      var longer = trail
      longer.variants = longer.variants << 4 | UInt32(variant.number)
      follow(child, from: first, next: next + Int(variant.count), longer)
    }
  }

  private mutating func leap(
    _ node: TermTables.Node, _ token: Token, from first: Int, next: Int, _ trail: Trail, functionWordsOnly: Bool
  ) {
    var place = tables.forms[Int(token.form)].firstSense
    while true {
      let sense = tables.senses[place]
      let child = tables.child(of: node, word: sense.word)
      let isWanted = !functionWordsOnly || sense.flags & FormTable.Sense.function != 0
      if child != 0, isWanted, sense.flags & FormTable.Sense.contracted == 0 {
        var longer = trail
        if accept(sense, token, &longer) { follow(child, from: first, next: next + 1, longer) }
      }
      if sense.isLast { break }
      place += 1
    }
  }

  /// Whether a link is written so at a place of the text, with a word after it.
  private func has(_ variant: TermTables.LinkVariant, at place: Int) -> Bool {
    let count = Int(variant.count)
    guard place + count < tokens.count else { return false }
    for i in 0..<count {
      let token = tokens[place + i]
      guard token.form >= 0, i == 0 || token.gap != .other else { return false }
      guard tables.isWord(token.form, variant.word(i)) else { return false }
    }
    return true
  }

  /// Whether a preposition or link at a place leads on from a node.
  private func goesOn(_ node: TermTables.Node, at place: Int) -> Bool {
    let form = tables.forms[Int(tokens[place].form)]
    if form.signature & node.signature != 0 {
      var reading = form.firstSense
      while true {
        let sense = tables.senses[reading]
        if sense.flags & FormTable.Sense.function != 0, tables.child(of: node, word: sense.word) != 0 { return true }
        if sense.isLast { break }
        reading += 1
      }
    }
    guard form.startsLink, node.traits & TermTrie.takesLink != 0 else { return false }
    return tables.links.contains { tables.child(of: node, word: $0.link) != 0 && has($0, at: place) }
  }

  private func folded(_ token: Token) -> String {
    String(decoding: text[token.start..<token.end], as: UTF8.self).lowercased()
  }

  private func isInsertable(_ token: Token) -> Bool {
    guard !index.language.insertions.isEmpty, !token.startsUpper else { return false }
    let word = folded(token)
    return index.language.insertions.contains { $0.admits(word) }
  }

  // MARK: Entries

  /// Keeps a term that ends before word `next`, if capitals, gaps and neighbours allow it.
  private mutating func keep(_ number: Int, _ first: Int, _ next: Int, _ trail: Trail) {
    let entry = tables.entries[number]
    let isVaried = trail.hasInsertion || trail.variants != entry.variants
    var isInflected = isVaried
    var penalty = trail.dropsAccents ? 4 : 0
    if !isVaried, !trail.isContracted {
      // Word i of the text is word i of the term.
      let count = Int(entry.wordCount)
      guard next - first == count else { return }
      for i in 0..<count {
        let shape = i == 0 ? entry.first : tables.shapes[Int(entry.shape) + i]
        let token = tokens[first + i]
        guard allows(shape.need, token) else { return }
        if shape.startsUpper != token.startsUpper { penalty += i == 0 ? 1 : 2 }
        if shape.form != token.form || token.flags & Token.chained != 0 {
          isInflected = isInflected || !trail.dropsAccents || Int(shape.length) != length(of: token)
        }
        if i > 0, shape.gap != token.gap {
          // Hyphen and space stand for one another; an apostrophe or full stop for nothing else.
          guard shape.gap.isSpaceLike, token.gap.isSpaceLike else { return }
          penalty += 8
        } else if i > 0, shape.gap == .other, let marks = index.oddGaps[entry.shape + Int32(i)],
          !text[tokens[first + i - 1].end..<token.start].elementsEqual(marks)
        {
          return
        }
      }
    } else {
      let skipped = trail.isContracted ? 1 : 0
      guard allows(tables.shapes[Int(entry.shape) + skipped].need, tokens[first + skipped]) else { return }
      for i in first + 1..<next where tokens[i].gap == .other || tokens[i].gap == .dot { return }
      penalty += (trail.hasInsertion ? 64 : 0) + (trail.variants != entry.variants ? 32 : 0)
    }
    if isInflected { penalty += 16 }
    let start = trail.isContracted ? first + 1 : first
    guard entry.layer == 1 || standsFree(start, next) else { return }
    resolution.add(
      TermHit(
        bytes: tokens[start].start..<tokens[next - 1].end, tokens: start..<next, entry: number, layer: entry.layer,
        status: entry.status, isInflected: isInflected, penalty: penalty))
  }

  /// Letters of a word.
  private func length(of token: Token) -> Int {
    var count = 0
    for i in token.start..<token.end where text[i] & 0xC0 != 0x80 { count += 1 }
    return count
  }

  @inline(__always)
  private func allows(_ need: TermIndex.Need, _ token: Token) -> Bool {
    switch need {
    case .free: true
    case .capital: token.startsUpper
    case .acronym: token.isAllUpper || token.isUpperThenLower || (token.end - token.start == 1 && token.startsUpper)
    }
  }

  /// Whether a hyphen ties the words to a neighbour that makes another word of them ("feu" in "cessez-le-feu").
  private func standsFree(_ first: Int, _ next: Int) -> Bool {
    if first > 0, tokens[first].gap == .hyphen {
      let before = folded(tokens[first - 1])
      let rules = index.language
      guard rules.prefixes.contains(before) || rules.prefixEndings.contains(where: before.hasSuffix) else {
        return false
      }
    }
    if next < tokens.count, tokens[next].gap == .hyphen, let followers = index.language.followers {
      return followers.contains(folded(tokens[next]))
    }
    return true
  }
}

extension Token {
  /// An ending was taken off to find the form.
  static let chained: UInt8 = 8
}
