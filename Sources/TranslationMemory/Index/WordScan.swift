internal import Bitext

/// Finds the entries of a segment that hold given words, by one pass over its tokens.
///
/// Tokens are 16-bit numbers in one column, so that a million units of thirty words are looked through in a few
/// milliseconds: postings for every word would take half as much room again as the whole index and save little.
/// SAFETY: token positions come from the segment's own columns, whose bounds were checked when it was opened.
struct WordScan {
  /// The words that may stand for one word of the query.
  struct Choice {
    /// One bit for each common word, 65,536 of them.
    private(set) var common = [UInt64](repeating: 0, count: 1_024)
    private(set) var rare: Set<UInt32> = []
    private(set) var numbers: [Int] = []

    var isEmpty: Bool { numbers.isEmpty }

    mutating func insert(_ word: Int) {
      numbers.append(word)
      if word < 0xFFFF { common[word >> 6] |= 1 << UInt64(word & 63) } else { rare.insert(UInt32(word)) }
    }

    func contains(_ token: UInt16, at position: Int, of segment: Segment) -> Bool {
      if token != 0xFFFF { return common[Int(token) >> 6] >> UInt64(token & 63) & 1 != 0 }
      return !rare.isEmpty && rare.contains(UInt32(truncatingIfNeeded: segment.rareWord(at: position)))
    }
  }

  private let segment: Segment
  private let choices: [Choice]
  private let isPhrase: Bool

  /// Nil where some word of the query stands in no text of the segment.
  init?(_ query: QueryWords, keys: [UInt32]?, isPhrase: Bool, in segment: Segment) {
    var choices: [Choice] = []
    for number in 0..<query.count {
      var choice = Choice()
      if let keys {
        let key = keys[number]
        for (word, stem) in segment.wordStems.buffer.enumerated() where stem == key { choice.insert(word) }
      } else if let word = query.withBytes(number, { segment.word($0, hash: query.hashes[number]) }) {
        choice.insert(word)
      }
      if choice.isEmpty { return nil }
      choices.append(choice)
    }
    guard !choices.isEmpty else { return nil }
    self.segment = segment
    self.choices = choices
    self.isPhrase = isPhrase
  }

  /// Calls `body` with each entry that holds all words; rising, but for those that are found by rare words.
  func forEachEntry(_ body: (Int) -> Void) {
    // The commonest word has the number 0: look for the word whose commonest form is rarest.
    let rarest = choices.indices.max { (choices[$0].numbers.min() ?? 0) < (choices[$1].numbers.min() ?? 0) } ?? 0
    let choice = choices[rarest]
    if choice.numbers.contains(where: { $0 < 0xFFFF }) { scanCommon(rarest, choice, body) }
    if !choice.rare.isEmpty { scanRare(rarest, choice, body) }
  }

  private func scanCommon(_ which: Int, _ choice: Choice, _ body: (Int) -> Void) {
    let tokens = segment.tokens.buffer
    var position = 0
    var entry = 0
    func met(_ at: Int) -> Int {
      entry = self.entry(of: at, from: entry)
      if holdsAll(entry, at, which) {
        body(entry)
        return Int(segment.tokenStarts[entry + 1])
      }
      return at + 1
    }
    choice.common.withUnsafeBufferPointer { bits in
      while position < tokens.count {
        let token = tokens[position]
        if bits[Int(token) >> 6] >> UInt64(token & 63) & 1 != 0 { position = met(position) } else { position += 1 }
      }
    }
  }

  private func scanRare(_ which: Int, _ choice: Choice, _ body: (Int) -> Void) {
    var last = -1
    for (i, word) in segment.rareWords.buffer.enumerated() where choice.rare.contains(word) {
      let position = Int(segment.rareTokens[i])
      let entry = entry(of: position, from: max(last, 0))
      if entry != last, holdsAll(entry, position, which) {
        body(entry)
        last = entry
      }
    }
  }

  /// The entry that a token belongs to, not before `from`: by steps that double, then halve.
  private func entry(of position: Int, from: Int) -> Int {
    let starts = segment.tokenStarts.buffer
    var (low, step) = (from, 1)
    var high = from + 1
    while high < starts.count - 1, Int(starts[high]) <= position {
      low = high
      step *= 2
      high = min(high + step, starts.count - 1)
    }
    // starts[low] <= position < starts[high]
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(starts[middle]) <= position { low = middle } else { high = middle }
    }
    return low
  }

  /// - Parameter position: where the word `which` of the query stands.
  private func holdsAll(_ entry: Int, _ position: Int, _ which: Int) -> Bool {
    if choices.count == 1 { return true }
    let (start, end) = (Int(segment.tokenStarts[entry]), Int(segment.tokenStarts[entry + 1]))
    let tokens = segment.tokens.buffer
    if isPhrase {
      let first = position - which
      guard first >= start, first + choices.count <= end else { return false }
      return choices.indices.allSatisfy { choices[$0].contains(tokens[first + $0], at: first + $0, of: segment) }
    }
    return choices.allSatisfy { choice in
      (start..<end).contains { choice.contains(tokens[$0], at: $0, of: segment) }
    }
  }
}
