internal import Bitext

/// One pass over one text: cuts it into words and follows the paths of terms; `HitResolution` settles overlaps.
///
/// Works in blocks of a few thousand words, so that a text of any length takes the same room. Each block is gone over in
/// turns, one kind of memory a turn: cutting and hashing, forms, first steps, paths. The tables of a large glossary do not
/// fit a cache, and many reads that do not wait for each other are under way at once. The tables and the text must
/// outlive the search: `TermMatcher` sees to both.
struct TermSearch: ~Copyable {
  let index: TermIndex
  let tables: TermTables.View
  let text: UnsafeBufferPointer<UInt8>
  private let hasChains: Bool
  private let hasOddGaps: Bool
  var tokens: TokenBlock
  private var beginnings: [Beginning] = []
  /// Nothing but the proof that `touch` did read.
  private var touched: UInt64 = 0
  var resolution = HitResolution()

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
    tokens = TokenBlock(capacity: min(Self.blockLength * 2, text.count / 2 + 8))
  }

  /// The first step of a path.
  private struct Beginning {
    let token: Int32
    let sense: Int32
    /// Whether it may go on.
    let steps: Bool
  }

  /// What a path met on its way.
  struct Trail {
    var spelling = PathSpelling()
    /// Which variants of links were met: four bits each, 1 + number of the variant, the last met lowest.
    var variants: UInt32 = 0
    var hasInsertion = false
    var dropsAccents = false
    var isContracted = false
    /// An ending was taken off some word.
    var isChained = false

    /// Whether word i of the text is word i of the term, accents and all.
    @inline(__always)
    var isPlain: Bool { !hasInsertion && !dropsAccents && !isContracted && !isChained }

    @inline(__always)
    mutating func add(_ token: Token, isFirst: Bool) {
      spelling.add(form: token.form, startsUpper: token.startsUpper, gap: isFirst ? .space : token.gap)
    }
  }

  /// - Parameter resolving: whether overlaps are settled; else every reading is given.
  mutating func run(resolving: Bool, _ body: (TermHit) -> Void) {
    var scan = TokenScan(letters: index.letters, isTurkic: index.language.isTurkic)
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
    if !hasChains {
      for i in 0..<tokens.count { tokens[i].form = tables.form(hash: tokens[i].hash) }
    }
    beginnings.removeAll(keepingCapacity: true)
    for i in 0..<tokens.count where tokens[i].form >= 0 { begin(at: i) }
    touch()
    for beginning in beginnings {
      let first = Int(beginning.token)
      let sense = tables.senses[Int(beginning.sense)]
      var trail = Trail()
      guard accept(sense, tokens[first], &trail) else { continue }
      trail.add(tokens[first], isFirst: true)
      follow(tables.first(sense), from: first, next: first + 1, trail, steps: beginning.steps)
    }
    if resolving { resolution.resolve(tokens, body) } else { resolution.list(tokens, body) }
    tokens.removeAll()
  }

  // MARK: First steps

  /// Notes the nodes that a word leads to from the root, if an entry ends there or the next word may lead on.
  @inline(__always)
  private mutating func begin(at i: Int) {
    let form = tables.forms[Int(tokens[i].form)]
    guard form.startsTerm else { return }
    let hasNext = i + 1 < tokens.count && (tokens[i + 1].gap != .other || hasOddGaps)
    var place = form.firstSense
    while true {
      let sense = tables.senses[place]
      if sense.starts {
        let steps = hasNext && sense.marks.has(TermTrie.goesOn) && mayGoOn(sense, after: i)
        if steps || sense.firstEntry >= 0 {
          beginnings.append(Beginning(token: Int32(i), sense: Int32(place), steps: steps))
        }
      }
      if sense.isLast { return }
      place += 1
    }
  }

  /// Whether the word after `i`, or a link or insertion there, may lead on from a first node; false is certain.
  @inline(__always)
  private func mayGoOn(_ first: TermTables.Sense, after i: Int) -> Bool {
    let next = tokens[i + 1].form
    if next >= 0, mayLeadOn(first, tables.forms[Int(next)]) { return true }
    guard first.marks.has(TermTrie.takesInsertion), i + 2 < tokens.count, tokens[i + 1].gap == .space,
      tokens[i + 2].gap == .space, tokens[i + 2].form >= 0, index.insertions.mayAdmit(text, tokens[i + 1])
    else { return false }
    let form = tables.forms[Int(tokens[i + 2].form)]
    return form.mayFollowInsertion && mayLeadOn(first, form)
  }

  @inline(__always)
  private func mayLeadOn(_ first: TermTables.Sense, _ form: TermTables.Form) -> Bool {
    if form.startsLink, first.marks.has(TermTrie.takesLink) { return true }
    if !first.marks.mayLead(form.signature) { return false }
    var place = form.firstSense
    while true {
      let sense = tables.senses[place]
      if tables.mayLeadOn(first.word, sense.word) { return true }
      if sense.isLast { return false }
      place += 1
    }
  }

  /// Reads what the paths of this block will read first, so that it is at hand.
  @inline(__always)
  private mutating func touch() {
    var sum: UInt64 = 0
    for beginning in beginnings {
      let first = tables.senses[Int(beginning.sense)]
      if first.firstEntry >= 0 { sum &+= UInt64(tables.entries[Int(first.firstEntry)].forms) }
      guard beginning.steps, tokens[Int(beginning.token) + 1].form >= 0 else { continue }
      var place = tables.forms[Int(tokens[Int(beginning.token) + 1].form)].firstSense
      while true {
        let sense = tables.senses[place]
        if tables.mayLeadOn(first.word, sense.word) {
          let step = TermTables.stepPlace(tables.firstNumber(first.word), sense.word, tables.stepSize)
          sum &+= UInt64(tables.steps[step].word)
        }
        if sense.isLast { break }
        place += 1
      }
    }
    touched = sum
  }

  // MARK: Paths

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
    if isChained { trail.isChained = true }
    return true
  }

  /// Goes on from a node that word `next - 1` led to, and keeps every entry that ends there.
  private mutating func follow(
    _ node: TermTables.Node, from first: Int, next: Int, _ trail: Trail, steps: Bool = true
  ) {
    var entry = node.firstEntry
    while entry >= 0 {
      keep(Int(entry), first, next, trail)
      entry = tables.entries[Int(entry)].next
    }
    guard steps, node.marks.has(TermTrie.goesOn), next < tokens.count, next - first < Self.longestTerm else { return }
    guard tokens[next].gap != .other || hasOddGaps else { return }
    step(node, from: first, next: next, trail)
    if node.marks.has(TermTrie.takesInsertion), !trail.hasInsertion, next + 1 < tokens.count,
      tokens[next].gap == .space, tokens[next + 1].gap == .space, tokens[next + 1].form >= 0,
      index.insertions.mayAdmit(text, tokens[next]), goesOn(node, at: next + 1),
      index.insertions.admits(folded(tokens[next]))
    {
      var longer = trail
      longer.hasInsertion = true
      // Only a preposition or link may follow what was inserted.
      step(node, from: first, next: next + 1, longer, functionWordsOnly: true)
    }
  }

  @inline(__always)
  private mutating func step(
    _ node: TermTables.Node, from first: Int, next: Int, _ trail: Trail, functionWordsOnly: Bool = false
  ) {
    let token = tokens[next]
    guard token.form >= 0 else { return }
    let form = tables.forms[Int(token.form)]
    if node.marks.mayLead(form.signature) {
      leap(node, form, from: first, next: next, trail, functionWordsOnly: functionWordsOnly)
    }
    if form.startsLink, node.marks.has(TermTrie.takesLink) { link(node, from: first, next: next, trail) }
  }

  @inline(__always)
  private mutating func leap(
    _ node: TermTables.Node, _ form: TermTables.Form, from first: Int, next: Int, _ trail: Trail,
    functionWordsOnly: Bool
  ) {
    var place = form.firstSense
    while true {
      let sense = tables.senses[place]
      let isWanted = !functionWordsOnly || sense.flags & FormTable.Sense.function != 0
      if isWanted, sense.flags & FormTable.Sense.contracted == 0 {
        let child = tables.child(of: node, word: sense.word)
        if child.number != 0 {
          var longer = trail
          if accept(sense, tokens[next], &longer) {
            longer.add(tokens[next], isFirst: false)
            follow(child, from: first, next: next + 1, longer)
          }
        }
      }
      if sense.isLast { break }
      place += 1
    }
  }

  /// Follows each link that is written at word `next` and leads on.
  @inline(never)
  private mutating func link(_ node: TermTables.Node, from first: Int, next: Int, _ trail: Trail) {
    for variant in tables.links where has(variant, at: next) {
      let child = tables.child(of: node, word: variant.link)
      guard child.number != 0 else { continue }
      var longer = trail
      longer.variants = longer.variants << 4 | UInt32(variant.number)
      for i in 0..<Int(variant.count) { longer.add(tokens[next + i], isFirst: false) }
      follow(child, from: first, next: next + Int(variant.count), longer)
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
    guard form.mayFollowInsertion else { return false }
    if node.marks.mayLead(form.signature) {
      var reading = form.firstSense
      while true {
        let sense = tables.senses[reading]
        if sense.flags & FormTable.Sense.function != 0, tables.child(of: node, word: sense.word).number != 0 {
          return true
        }
        if sense.isLast { break }
        reading += 1
      }
    }
    guard form.startsLink, node.marks.has(TermTrie.takesLink) else { return false }
    return tables.links.contains { has($0, at: place) && tables.child(of: node, word: $0.link).number != 0 }
  }

  func folded(_ token: Token) -> String {
    String(decoding: text[token.start..<token.end], as: UTF8.self).lowercased()
  }
}

extension Token {
  /// An ending was taken off to find the form.
  static let chained: UInt8 = 8
}
