internal import Bitext

/// One pass over one text: cuts it into words and follows the paths of terms; `HitResolution` settles overlaps.
///
/// Works in blocks of a few hundred words, so that a text of any length takes the same room. Each block is gone over in
/// turns, one kind of memory a turn: cutting and hashing, forms, then for all paths at once their ends and their steps. The
/// tables of a large glossary do not fit a cache, and reads that do not wait for each other, not even for a guess, are
/// under way at once. The tables and the text must outlive the search: `TermMatcher` sees to both.
struct TermSearch: ~Copyable {
  let index: TermIndex
  let tables: TermTables.View
  let text: UnsafeBufferPointer<UInt8>
  private let hasChains: Bool
  private let hasOddGaps: Bool
  var tokens: WorkList<Token>
  /// The block's paths that may go on.
  private var paths: WorkList<TermPath>
  /// Where they may go, by one step each; and after that.
  private var probes: WorkList<Probe>
  private var further: WorkList<Probe>
  /// Where entries end.
  private var ends: WorkList<TermPath.End>
  /// What was read of each word's place; see `findForms`.
  private var seen: WorkList<UInt64>
  var resolution = HitResolution()
  /// Whether the entries of every reading are kept too, and those kept so far.
  var keepsReadings = false
  private(set) var readings: [Int32] = []
  /// Which words may be inserted, and which a hyphen may tie to a term.
  private let insertions = WordAnswers()
  let predecessors = WordAnswers()
  let followers = WordAnswers()

  private static let blockLength = 64
  /// A block never grows past this, even where nothing in the text parts words.
  private static let longestBlock = 1 << 16
  private static let longestTerm = 64

  init(_ index: TermIndex, _ text: UnsafeBufferPointer<UInt8>) {
    self.index = index
    self.text = text
    tables = index.tables.view
    hasChains = !index.language.chains.isEmpty
    hasOddGaps = !index.oddGaps.isEmpty
    let room = min(Self.blockLength * 2, text.count / 2 + 8)
    tokens = WorkList(capacity: room)
    paths = WorkList(capacity: room)
    probes = WorkList(capacity: room)
    further = WorkList(capacity: room)
    ends = WorkList(capacity: room)
    seen = WorkList(capacity: room)
  }

  /// A step that a path may take: where it is looked for, and what it would read of the text.
  struct Probe {
    let path: Int32
    let word: UInt32
    let slot: Int32
    /// The next word after the step.
    let next: Int32
    /// The place of the link's variant among all; -1 where the step is one word.
    let variant: Int16
    /// Of the word's reading.
    let flags: UInt8
    let isInserted: Bool
    /// What is there.
    var step = TermTables.Node.free
  }

  /// - Parameter resolving: whether overlaps are settled; else every reading is given.
  mutating func run(resolving: Bool, _ body: (TermHit) -> Void) {
    var scan = TokenScan(letters: index.letters, isTurkic: index.language.isTurkic)
    var offset = 0
    while true {
      let next = hasChains ? readChained(&scan, from: &offset) : read(&scan, from: &offset)
      finishBlock(resolving, body)
      guard let next else { return }
      tokens.append(next)
    }
  }

  /// Reads words until the block is full; gives the first word of the next one, or nil at the end of the text.
  @inline(__always)
  private mutating func read(_ scan: inout TokenScan, from offset: inout Int) -> Token? {
    while let token = scan.next(text, from: &offset) {
      if isFull(before: token) { return token }
      tokens.append(token)
    }
    return nil
  }

  /// The same for languages that put ending after ending, where a form may have to be found by its stem.
  @inline(never)
  private mutating func readChained(_ scan: inout TokenScan, from offset: inout Int) -> Token? {
    while var token = scan.next(text, from: &offset) {
      token.form = tables.form(hash: token.hash)
      if token.form == 0 { chain(&token, scan.spelling) }
      if isFull(before: token) { return token }
      tokens.append(token)
    }
    return nil
  }

  @inline(__always)
  private func isFull(before token: Token) -> Bool {
    tokens.count >= Self.blockLength
      && (token.gap == .other && !hasOddGaps || tokens.count >= Self.longestBlock)
  }

  /// Takes endings off the end of a word until a stem of the glossary is left.
  private func chain(_ token: inout Token, _ spelling: UnsafeBufferPointer<UInt8>) {
    let word = Array(spelling)
    var length = word.count - 1
    while length > 2 {
      if word[length] & 0xC0 != 0x80 {
        let stem = word[..<length]
        let form = tables.form(hash: SpellingHash.hash(of: stem))
        if form > 0, index.language.chains.contains(where: { $0.admits(stem: stem, ending: word[length...]) }) {
          token.form = form
          token.flags |= Token.chained
          return
        }
      }
      length -= 1
    }
  }

  private mutating func finishBlock(_ resolving: Bool, _ body: (TermHit) -> Void) {
    if !hasChains { findForms() }
    for i in 0..<tokens.count { begin(at: i) }
    while further.count > 0 {
      swap(&probes, &further)
      takeSteps()
    }
    keepEnds()
    paths.removeAll()
    if keepsReadings { resolution.addEntries(to: &readings) }
    if resolving { resolution.resolve(tokens, body) } else { resolution.list(tokens, body) }
    tokens.removeAll()
  }

  // MARK: First steps

  /// First reads the places of all words, without any decision: such reads are under way together, where one that a
  /// decision waits for holds up all that follow. Then compares, and follows the few rows that go on.
  @inline(__always)
  private mutating func findForms() {
    seen.removeAll()
    for i in 0..<tokens.count {
      seen.append(tables.forms[TermTables.formPlace(tokens[i].hash, tables.formSize)].hash)
    }
    for i in 0..<tokens.count {
      let hash = tokens[i].hash
      let place = TermTables.formPlace(hash, tables.formSize)
      tokens[i].form =
        seen[i] == hash
        ? Int32(truncatingIfNeeded: place) : seen[i] == 0 ? 0 : tables.form(hash: hash, from: place + 1)
    }
    // What a form begins lies elsewhere: it is fetched here, and looked at in `begin`.
    for i in 0..<tokens.count {
      seen[i] = UInt64(tables.starts[Int(tables.forms[Int(tokens[i].form)].start)].marks.bits)
    }
  }

  /// Notes the nodes that a word leads to from the root, if an entry ends there or a next word may lead on.
  @inline(__always)
  private mutating func begin(at i: Int) {
    let form = tables.forms + Int(tokens[i].form)
    guard form.pointee.startsTerm else { return }
    var place = tables.starts + Int(form.pointee.start)
    while true {
      let node = place.pointee
      var trail = TermPath.Trail()
      if accept(node.flags, tokens[i], &trail) {
        trail.add(tokens[i], isFirst: true)
        add(TermPath(node: node, first: Int32(truncatingIfNeeded: i), next: Int32(i + 1), trail: trail))
      }
      if node.isLast { return }
      place += 1
    }
  }

  // MARK: Ends

  /// Keeps every entry that ends where a path stood; their places are read first, without any decision.
  @inline(__always)
  private mutating func keepEnds() {
    seen.removeAll()
    for i in 0..<ends.count { seen.append(UInt64(tables.entries[Int(ends[i].entry)].forms)) }
    for i in 0..<ends.count {
      let end = ends[i]
      var number = end.entry
      repeat {
        let entry = tables.entries + Int(number)
        keep(entry, Int(number), Int(end.first), Int(end.next), end.trail)
        number = entry.pointee.next
      } while number >= 0
    }
    ends.removeAll()
  }

  // MARK: Steps

  /// Notes the entries that end where a path stands, and every step that the next words of the text may lead to.
  @inline(__always)
  private mutating func add(_ path: TermPath) {
    if path.node.firstEntry >= 0 {
      ends.append(.init(entry: path.node.firstEntry, first: path.first, next: path.next, trail: path.trail))
    }
    let next = Int(path.next)
    guard path.node.marks.has(TermTrie.goesOn), next < tokens.count, path.next - path.first < Self.longestTerm
    else { return }
    guard tokens[next].gap != .other || hasOddGaps else { return }
    let before = further.count
    propose(paths.count, path.node, at: next, isInserted: false)
    if path.node.marks.has(TermTrie.takesInsertion), !path.trail.hasInsertion, next + 1 < tokens.count,
      tokens[next].gap == .space, tokens[next + 1].gap == .space,
      index.insertions.mayAdmit(text, tokens[next])
    {
      // Only a preposition or link may follow what was inserted.
      propose(paths.count, path.node, at: next + 1, isInserted: true)
    }
    if further.count > before { paths.append(path) }
  }

  @inline(__always)
  private mutating func propose(_ i: Int, _ node: TermTables.Node, at next: Int, isInserted: Bool) {
    let form = tables.forms + Int(tokens[next].form)
    if isInserted, !form.pointee.mayFollowInsertion { return }
    if node.marks.mayLead(form.pointee.marks) {
      let (first, second, third) = form.pointee.readings
      offer(i, node, first, next, isInserted)
      if !second.isNone {
        offer(i, node, second, next, isInserted)
        if !third.isNone {
          offer(i, node, third, next, isInserted)
          if form.pointee.more > 0 { offerMore(i, node, Int(form.pointee.more), next, isInserted) }
        }
      }
    }
    let group = form.pointee.linkGroup
    if group > 0, node.marks.has(TermTrie.takesLink) { proposeLinks(i, node, group, at: next, isInserted: isInserted) }
  }

  /// Notes the step by a reading of word `next`, if it may lead on.
  @inline(__always)
  private mutating func offer(
    _ i: Int, _ node: TermTables.Node, _ reading: TermTables.Reading, _ next: Int, _ isInserted: Bool
  ) {
    if isInserted, reading.flags & FormTable.Sense.function == 0 { return }
    guard tables.mayLead(node, reading.word) else { return }
    further.append(
      Probe(
        path: Int32(truncatingIfNeeded: i), word: reading.word,
        slot: Int32(truncatingIfNeeded: node.row.place(reading.word)), next: Int32(truncatingIfNeeded: next + 1),
        variant: -1, flags: reading.flags, isInserted: isInserted))
  }

  @inline(never)
  private mutating func offerMore(
    _ i: Int, _ node: TermTables.Node, _ start: Int, _ next: Int, _ isInserted: Bool
  ) {
    var place = start
    while !tables.readings[place].isNone {
      offer(i, node, tables.readings[place], next, isInserted)
      place += 1
    }
  }

  /// Notes each link of a group that is written at word `next` and may lead on.
  @inline(__always)
  private mutating func proposeLinks(
    _ i: Int, _ node: TermTables.Node, _ group: Int, at next: Int, isInserted: Bool
  ) {
    let range = tables.linkGroups[group]
    var word = UInt32.max
    var mayLead = false
    for number in range.start..<range.end {
      let variant = tables.links + Int(number)
      if variant.pointee.link != word {
        word = variant.pointee.link
        mayLead = tables.mayLead(node, word)
      }
      // The first word of a link is that of its group.
      guard mayLead, has(variant.pointee, at: next, from: group == TermTables.Form.everyLink ? 0 : 1) else { continue }
      further.append(
        Probe(
          path: Int32(truncatingIfNeeded: i), word: word, slot: Int32(truncatingIfNeeded: node.row.place(word)),
          next: Int32(truncatingIfNeeded: next + Int(variant.pointee.count)),
          variant: Int16(truncatingIfNeeded: number), flags: 0, isInserted: isInserted))
    }
  }

  /// Reads the places of all steps, without any decision; then goes on from those that are there.
  @inline(__always)
  private mutating func takeSteps() {
    for i in 0..<probes.count { probes[i].step = tables.steps[Int(probes[i].slot)] }
    for i in 0..<probes.count {
      let word = probes[i].word
      let row = paths[Int(probes[i].path)].node.row
      var step = probes[i].step
      if !step.leads(by: word) {
        if row.isSpread ? step.isFree : step.isLast { continue }
        guard let slot = tables.step(word, in: row, from: Int(probes[i].slot) + 1) else { continue }
        step = tables.steps[slot]
      }
      go(paths[Int(probes[i].path)], probes[i], to: step)
    }
    probes.removeAll()
  }

  @inline(__always)
  private mutating func go(_ path: TermPath, _ probe: Probe, to node: TermTables.Node) {
    var trail = path.trail
    if probe.isInserted {
      guard Self.mayInsert(index, text, tokens[Int(path.next)], insertions) else { return }
      trail.setInsertion()
    }
    if probe.variant >= 0 {
      let variant = tables.links[Int(probe.variant)]
      trail.variants = trail.variants << 4 | UInt32(variant.number)
      for place in Int(probe.next) - Int(variant.count)..<Int(probe.next) { trail.add(tokens[place], isFirst: false) }
    } else {
      let token = tokens[Int(probe.next) - 1]
      guard accept(probe.flags, token, &trail) else { return }
      trail.add(token, isFirst: false)
    }
    add(TermPath(node: node, first: path.first, next: probe.next, trail: trail))
  }

  /// Whether the text's word may be read so, and what that adds to the trail.
  @inline(__always)
  private func accept(_ flags: UInt8, _ token: Token, _ trail: inout TermPath.Trail) -> Bool {
    let isChained = token.flags & Token.chained != 0
    if flags & FormTable.Sense.conditions == 0, !isChained { return true }
    if flags & FormTable.Sense.stemOnly != 0, !isChained { return false }
    if flags & FormTable.Sense.capitalOnly != 0, !token.startsUpper { return false }
    if flags & FormTable.Sense.allCapitalsOnly != 0, !token.isAllUpper { return false }
    if flags & FormTable.Sense.accents != 0 { trail.setAccentless() }
    if flags & FormTable.Sense.contracted != 0 { trail.setContracted() }
    if isChained { trail.setChained() }
    return true
  }

  /// Whether a link is written so at a place of the text, with a word after it; its words before `from` are known to be.
  @inline(__always)
  private func has(_ variant: TermTables.LinkVariant, at place: Int, from: Int) -> Bool {
    let count = Int(variant.count)
    guard place + count < tokens.count else { return false }
    var i = from
    while i < count {
      let token = tokens[place + i]
      guard token.form > 0, i == 0 || token.gap != .other, tables.isWord(token.form, variant.word(i)) else {
        return false
      }
      i += 1
    }
    return true
  }
}

extension Token {
  /// An ending was taken off to find the form.
  static let chained: UInt8 = 8
}
