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
  let hasOddGaps: Bool
  var tokens: WorkList<Token>
  /// The block's paths that may go on.
  var paths: WorkList<TermPath>
  /// Where they may go, by one step each; and after that.
  var probes: WorkList<Probe>
  var further: WorkList<Probe>
  /// Where entries end.
  var ends: WorkList<TermPath.End>
  /// What was read of each word's place; see `findForms`.
  private var seen: WorkList<UInt64>
  var resolution = HitResolution()
  /// Whether the entries of every reading are kept too, and those kept so far.
  var keepsReadings = false
  private(set) var readings: [Int32] = []
  /// Which words may be inserted, and which a hyphen may tie to a term.
  let insertions = WordAnswers()
  let predecessors = WordAnswers()
  let followers = WordAnswers()

  private static let blockLength = 64
  /// A block never grows past this, even where nothing in the text parts words.
  private static let longestBlock = 1 << 16
  static let longestTerm = 64

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
}

extension Token {
  /// An ending was taken off to find the form.
  static let chained: UInt8 = 8
}
