internal import Bitext

/// One pass over one text: cuts it into words, follows the paths of terms, settles overlaps.
///
/// Works in blocks of a few thousand words, so that a text of any length takes the same room.
struct TermSearch {
  private let index: TermIndex
  private var tokens: [Token] = []
  private var candidates: [TermHit] = []

  private static let blockLength = 4096
  /// A block never grows past this, even where nothing in the text parts words.
  private static let longestBlock = 1 << 16

  init(_ index: TermIndex) { self.index = index }

  /// What a path met on its way.
  private struct Trail {
    var isInflected = false
    var hasInsertion = false
    var dropsAccents = false
    var isContracted = false
    /// Which variants of links were met: four bits each, 1 + number of the variant, the last met lowest.
    var variants: UInt64 = 0

    /// Whether word i of the text is word i of the term.
    func isAligned(with entry: TermIndex.Entry) -> Bool {
      !hasInsertion && !isContracted && variants == entry.variants
    }
  }

  mutating func run(_ text: borrowing Span<UInt8>, resolving: Bool, _ body: (TermHit) -> Void) {
    var scan = TokenScan(letters: index.letters, isTurkic: index.language.isTurkic)
    tokens.reserveCapacity(Self.blockLength + 64)
    var offset = 0
    while var token = scan.next(text, from: &offset) {
      let full = tokens.count >= Self.blockLength && token.gap == .other && !index.hasOddGaps
      if full || tokens.count >= Self.longestBlock { finishBlock(text, resolving, body) }
      token.form = index.forms.form(scan.word, count: scan.count, hash: scan.hash)
      if token.form < 0, !index.language.chains.isEmpty { chain(&token, scan.word, scan.count) }
      tokens.append(token)
    }
    finishBlock(text, resolving, body)
  }

  /// Takes endings off the end of a word until a stem of the glossary is left.
  private func chain(_ token: inout Token, _ word: [UInt8], _ count: Int) {
    var length = count - 1
    while length > 2 {
      if word[length] & 0xC0 != 0x80 {
        let stem = word[..<length]
        let form = index.forms.form(word, count: length, hash: TokenScan.hash(of: stem))
        if form >= 0, index.language.chains.contains(where: { $0.admits(stem: stem, ending: word[length..<count]) }) {
          token.form = form
          token.flags |= Token.chained
          return
        }
      }
      length -= 1
    }
  }

  private mutating func finishBlock(_ text: borrowing Span<UInt8>, _ resolving: Bool, _ body: (TermHit) -> Void) {
    for i in tokens.indices where tokens[i].form >= 0 {
      for s in index.forms.senseRange(tokens[i].form) {
        let sense = index.forms.sense(s)
        let node = index.firstNodes[Int(sense.word)]
        guard node != 0 else { continue }
        var trail = Trail()
        guard accept(sense, tokens[i], &trail) else { continue }
        follow(text, node, from: i, next: i + 1, trail)
      }
    }
    if resolving { resolve(body) } else { list(body) }
    tokens.removeAll(keepingCapacity: true)
    candidates.removeAll(keepingCapacity: true)
  }

  /// Whether the text's word may be read so, and what that adds to the trail.
  private func accept(_ sense: FormTable.Sense, _ token: Token, _ trail: inout Trail) -> Bool {
    if sense.flags == 0, token.flags & Token.chained == 0 { return true }
    if sense.flags & FormTable.Sense.stemOnly != 0, token.flags & Token.chained == 0 { return false }
    if sense.flags & FormTable.Sense.capitalOnly != 0 {
      guard token.startsUpper else { return false }
      trail.dropsAccents = true
    }
    if sense.flags & FormTable.Sense.allCapitalsOnly != 0 {
      guard token.isAllUpper else { return false }
      trail.dropsAccents = true
    }
    if sense.flags & FormTable.Sense.inflected != 0 || token.flags & Token.chained != 0 { trail.isInflected = true }
    if sense.flags & FormTable.Sense.contracted != 0 { trail.isContracted = true }
    return true
  }

  /// Goes on from a node that word `next - 1` led to, and keeps every entry that ends there.
  private mutating func follow(
    _ text: borrowing Span<UInt8>, _ node: UInt32, from first: Int, next: Int, _ trail: Trail
  ) {
    var entry = index.trie.firstEntry(node)
    while entry >= 0 {
      keep(text, Int(entry), first, next, trail)
      entry = index.trie.nextEntry(entry)
    }
    let traits = index.trie.traits[Int(node)]
    guard traits & TermTrie.goesOn != 0, next < tokens.count, next - first < 64,
      tokens[next].gap != .other || index.hasOddGaps
    else { return }
    step(text, node, from: first, next: next, trail)
    if traits & TermTrie.takesInsertion != 0, !trail.hasInsertion, next + 1 < tokens.count,
      tokens[next].gap == .space, tokens[next + 1].gap == .space, isInsertable(text, tokens[next])
    {
      var longer = trail
      longer.hasInsertion = true
      // Only a preposition or link may follow what was inserted.
      step(text, node, from: first, next: next + 1, longer, functionWordsOnly: true)
    }
  }

  private mutating func step(
    _ text: borrowing Span<UInt8>, _ node: UInt32, from first: Int, next: Int, _ trail: Trail,
    functionWordsOnly: Bool = false
  ) {
    let token = tokens[next]
    if token.form >= 0 {
      for s in index.forms.senseRange(token.form) {
        let sense = index.forms.sense(s)
        guard sense.flags & FormTable.Sense.contracted == 0,
          let child = index.trie.child(of: node, word: sense.word)
        else { continue }
        if functionWordsOnly, !isFunctionWord(text, token) { continue }
        var longer = trail
        if accept(sense, token, &longer) { follow(text, child, from: first, next: next + 1, longer) }
      }
    }
    if index.trie.traits[Int(node)] & TermTrie.takesLink != 0 {
      for link in index.links {
        guard let child = index.trie.child(of: node, word: link.word) else { continue }
        for (number, variant) in link.variants.enumerated() where has(variant, at: next) {
          var longer = trail
          longer.variants = longer.variants << 4 | UInt64(number + 1)
          follow(text, child, from: first, next: next + variant.count, longer)
        }
      }
    }
  }

  /// Whether these words of the glossary stand at a place of the text.
  private func has(_ words: [UInt32], at place: Int) -> Bool {
    guard place + words.count < tokens.count else { return false }
    for (i, word) in words.enumerated() {
      let token = tokens[place + i]
      guard token.form >= 0, i == 0 || token.gap != .other,
        index.forms.senseRange(token.form).contains(where: { index.forms.sense($0).word == word })
      else { return false }
    }
    return true
  }

  private func folded(_ text: borrowing Span<UInt8>, _ token: Token) -> String {
    var bytes: [UInt8] = []
    for i in token.start..<token.end { bytes.append(text[i]) }
    return String(decoding: bytes, as: UTF8.self).lowercased()
  }

  private func isInsertable(_ text: borrowing Span<UInt8>, _ token: Token) -> Bool {
    guard !index.language.insertions.isEmpty, !token.startsUpper else { return false }
    let word = folded(text, token)
    return index.language.insertions.contains { $0.admits(word) }
  }

  private func isFunctionWord(_ text: borrowing Span<UInt8>, _ token: Token) -> Bool {
    index.language.functionWords.contains(folded(text, token))
  }

  // MARK: Entries

  /// Keeps a term that ends before word `next`, if capitals, gaps and neighbours allow it.
  private mutating func keep(
    _ text: borrowing Span<UInt8>, _ number: Int, _ first: Int, _ next: Int, _ trail: Trail
  ) {
    let entry = index.entries[number]
    var penalty = 0
    let isAligned = trail.isAligned(with: entry)
    if isAligned {
      guard next - first == Int(entry.wordCount) else { return }
      for i in 0..<Int(entry.wordCount) {
        let shape = index.shapes[Int(entry.shape) + i]
        let token = tokens[first + i]
        guard allows(shape.need, token) else { return }
        if shape.startsUpper != token.startsUpper { penalty += i == 0 ? 1 : 2 }
        if i > 0, shape.gap != token.gap {
          // Hyphen and space stand for one another; an apostrophe or full stop for nothing else.
          guard shape.gap.isSpaceLike, token.gap.isSpaceLike else { return }
          penalty += 8
        } else if i > 0, shape.gap == .other, !sameMarks(text, number, i, token) {
          return
        }
      }
    } else {
      guard
        allows(
          index.shapes[Int(entry.shape) + (trail.isContracted ? 1 : 0)].need,
          tokens[first + (trail.isContracted ? 1 : 0)])
      else { return }
      for i in first + 1..<next where tokens[i].gap == .other || tokens[i].gap == .dot { return }
      penalty += (trail.variants != entry.variants ? 32 : 0) + (trail.hasInsertion ? 64 : 0)
    }
    if trail.dropsAccents { penalty += 4 }
    if trail.isInflected { penalty += 16 }
    let start = trail.isContracted ? first + 1 : first
    guard standsFree(text, start, next, isName: entry.layer == 1) else { return }
    let isVaried = trail.hasInsertion || trail.variants != entry.variants
    candidates.append(
      TermHit(
        bytes: tokens[start].start..<tokens[next - 1].end, entry: number, layer: entry.layer,
        isInflected: trail.isInflected || isVaried, penalty: penalty,
        tokens: start..<next))
  }

  private func allows(_ need: TermIndex.Need, _ token: Token) -> Bool {
    switch need {
    case .free: true
    case .capital: token.startsUpper
    case .acronym: token.isAllUpper || token.isUpperThenLower || (token.end - token.start == 1 && token.startsUpper)
    }
  }

  /// Whether the text writes the same marks as the glossary before the term's word `i`. Only for terms like "AT&T".
  private func sameMarks(_ text: borrowing Span<UInt8>, _ entry: Int, _ i: Int, _ token: Token) -> Bool { true }

  /// Whether a hyphen ties the words to a neighbour that makes another word of them ("feu" in "cessez-le-feu").
  private func standsFree(_ text: borrowing Span<UInt8>, _ first: Int, _ next: Int, isName: Bool) -> Bool {
    if isName { return true }
    if first > 0, tokens[first].gap == .hyphen {
      let before = folded(text, tokens[first - 1])
      let rules = index.language
      guard rules.prefixes.contains(before) || rules.prefixEndings.contains(where: before.hasSuffix) else {
        return false
      }
    }
    if next < tokens.count, tokens[next].gap == .hyphen, let followers = index.language.followers {
      return followers.contains(folded(text, tokens[next]))
    }
    return true
  }

  // MARK: Overlaps

  private func resolve(_ body: (TermHit) -> Void) {
    guard !candidates.isEmpty else { return }
    // Candidates come in order of their first word; a cluster is a run in which each overlaps one before.
    var kept: [TermHit] = []
    var start = 0
    while start < candidates.count {
      var end = start + 1
      var reach = candidates[start].tokens.upperBound
      while end < candidates.count, candidates[end].tokens.lowerBound < reach {
        reach = max(reach, candidates[end].tokens.upperBound)
        end += 1
      }
      if end - start == 1 {
        body(candidates[start])
      } else {
        kept.removeAll(keepingCapacity: true)
        for hit in candidates[start..<end].sorted(by: index.isBetter)
        where !kept.contains(where: { $0.layer == hit.layer && $0.tokens.overlaps(hit.tokens) }) {
          kept.append(hit)
        }
        kept.sort { ($0.tokens.lowerBound, $1.tokens.count) < ($1.tokens.lowerBound, $0.tokens.count) }
        for hit in kept { body(hit) }
      }
      start = end
    }
  }

  private func list(_ body: (TermHit) -> Void) {
    let sorted = candidates.sorted {
      ($0.bytes.lowerBound, -$0.bytes.upperBound, $0.penalty, $0.entry)
        < ($1.bytes.lowerBound, -$1.bytes.upperBound, $1.penalty, $1.entry)
    }
    for hit in sorted { body(hit) }
  }
}

extension Token {
  /// An ending was taken off to find the form.
  static let chained: UInt8 = 8
}
