internal import Bitext
internal import Linguistics

/// Makes an index segment of the texts of one language.
///
/// What is indexed, and why it is exact, is told in `SegmentSearch`. Takes 4 bytes of memory a word of text while texts
/// come in, and up to about 8 at the end.
struct SegmentBuilder {
  private let language: LanguageTag
  private let identity: String
  private let firstUnit: Int64
  /// Case-folded words, and spellings as they stand with the word that each is.
  private var words = ByteStringTable(capacity: 65_536)
  private var spellings = ByteStringTable(capacity: 65_536)
  private var wordOfSpelling: [UInt32] = []
  private var frequencies: [UInt32] = []
  private var scratch: [UInt8] = []
  /// Words of all entries, one after the other: first as numbered here, later by frequency, at last ranks of elements.
  private var tokens: [UInt32] = []
  private var starts: [UInt32] = [0]
  private var units: [UInt32] = []
  private var ordinals: [UInt8] = []
  private var sets: [UInt16] = []
  /// As far as there was one yet.
  private var contexts: [UInt64] = []
  private var setNumbers: [String: UInt16] = [:]
  private var setNames: [String] = []

  /// How many texts are expected at most.
  private let expected: Int

  /// - Parameter expected: how many texts will come at most, if that is known; saves memory.
  init(language: LanguageTag, identity: String, firstUnit: Int64, expected: Int = 0) {
    self.language = language
    self.identity = identity
    self.firstUnit = firstUnit
    self.expected = expected
  }

  private static let sample = 20_000

  /// Entries so far; texts without a word make none.
  var count: Int { units.count }

  mutating func add(_ text: StoredText) {
    var string = text.text
    string.withUTF8 { bytes in
      for word in WordScanner.words(in: bytes) {
        let raw = UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes[word.bytes]))
        let (spelling, isNew) = spellings.insert(raw)
        if isNew {
          let (number, isNewWord) = WordFolding.withFolded(raw, scratch: &scratch) { words.insert($0) }
          if isNewWord { frequencies.append(0) }
          wordOfSpelling.append(UInt32(number))
        }
        let number = wordOfSpelling[spelling]
        frequencies[Int(number)] += 1
        tokens.append(number)
      }
    }
    guard tokens.count > Int(starts[starts.count - 1]) else { return }
    starts.append(UInt32(tokens.count))
    // An array that outgrows its room is copied to twice as much: with a fair guess that does not happen.
    if units.count == Self.sample, expected > 4 * Self.sample {
      tokens.reserveCapacity(tokens.count / Self.sample * expected / 16 * 17)
      starts.reserveCapacity(expected + 1)
    }
    units.append(UInt32(text.unit - firstUnit))
    ordinals.append(UInt8(clamping: text.ordinal))
    sets.append(number(ofSet: text.counterparts))
    if text.context != 0 {
      contexts.append(contentsOf: repeatElement(0, count: units.count - 1 - contexts.count))
      contexts.append(text.context)
    }
  }

  private mutating func number(ofSet counterparts: String) -> UInt16 {
    if let known = setNumbers[counterparts] { return known }
    let number = UInt16(clamping: setNames.count)
    setNumbers[counterparts] = number
    setNames.append(counterparts)
    return number
  }

  /// Writes the segment; the builder is spent.
  consuming func finish(_ header: SegmentHeader, to sink: SegmentSink) throws(SegmentSink.Failure) -> SegmentBytes? {
    let strings = ([identity, language.language] + setNames).map { $0 + "\n" }.joined()
    try sink.write(.strings, Array(strings.utf8))
    spellings = ByteStringTable()
    let numbers = try writeWords(sink)
    let order = try writeEntries(sink)
    try writeTokens(sink, order, numbers)
    let elements = try writeElements(sink, words: numbers.count)
    try writeSignatures(sink, order)
    try writePostings(sink, order, frequencies: elements)
    return try sink.finish(header)
  }

  /// Numbers words by frequency, commonest first, and writes the dictionary.
  /// - Returns: the new number of each word.
  private mutating func writeWords(_ sink: SegmentSink) throws(SegmentSink.Failure) -> [UInt32] {
    let frequencies = frequencies
    let order = (0..<words.count).sorted { (frequencies[$1], $0) < (frequencies[$0], $1) }
    var numbers = [UInt32](repeating: 0, count: order.count)
    var heap: [UInt8] = []
    heap.reserveCapacity(words.heap.count)
    var wordStarts: [UInt32] = [0]
    var size = 16
    while size < order.count * 2 { size *= 2 }
    var slots = [UInt32](repeating: 0, count: size)
    for (number, word) in order.enumerated() {
      numbers[word] = UInt32(number)
      heap.append(contentsOf: words[word])
      wordStarts.append(UInt32(heap.count))
      var slot = Int(truncatingIfNeeded: ContentHash.of(Array(words[word]))) & (size - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = UInt32(number + 1)
    }
    let keys = StemKeys(language)
    let stems = order.map { keys.number(words.string($0)) }
    words = ByteStringTable()
    try sink.write(.wordStems, stems)
    try sink.write(.wordStarts, wordStarts)
    try sink.write(.wordBytes, heap)
    try sink.write(.wordSlots, slots)
    return numbers
  }

  /// Orders entries by length, then by unit, and writes what is known of each.
  /// - Returns: the entries as they came, in the new order.
  private mutating func writeEntries(_ sink: SegmentSink) throws(SegmentSink.Failure) -> [UInt32] {
    let starts = starts
    let lengths = (0..<units.count).map { Int(starts[$0 + 1] - starts[$0]) }
    var lengthStarts = [UInt32](repeating: 0, count: (lengths.max() ?? 0) + 2)
    for length in lengths { lengthStarts[length + 1] += 1 }
    for i in lengthStarts.indices.dropFirst() { lengthStarts[i] += lengthStarts[i - 1] }
    var next = lengthStarts
    var order = [UInt32](repeating: 0, count: lengths.count)
    for (entry, length) in lengths.enumerated() {
      order[Int(next[length])] = UInt32(entry)
      next[length] += 1
    }
    try sink.write(.lengthStarts, lengthStarts)
    let (units, ordinals, sets, contexts) = (units, ordinals, sets, contexts)
    try sink.write(.units, order.map { units[Int($0)] })
    try sink.write(.ordinals, order.map { ordinals[Int($0)] })
    try sink.write(.languageSets, order.map { sets[Int($0)] })
    try sink.write(.contexts, contexts.isEmpty ? [] : order.map { Int($0) < contexts.count ? contexts[Int($0)] : 0 })
    return order
  }

  /// Renumbers the tokens and writes them in the new order.
  private mutating func writeTokens(
    _ sink: SegmentSink, _ order: [UInt32], _ numbers: [UInt32]
  ) throws(SegmentSink.Failure) {
    tokens.withUnsafeMutableBufferPointer { tokens in
      for i in tokens.indices { tokens[i] = numbers[Int(tokens[i])] }
    }
    var short = SectionWriter<UInt16>(.tokens, to: sink)
    var rareTokens: [UInt32] = []
    var rareWords: [UInt32] = []
    var tokenStarts: [UInt32] = [0]
    tokenStarts.reserveCapacity(order.count + 1)
    for entry in order {
      for i in Int(starts[Int(entry)])..<Int(starts[Int(entry) + 1]) {
        let word = tokens[i]
        if word >= 0xFFFF {
          rareTokens.append(UInt32(short.count))
          rareWords.append(word)
        }
        try short.append(UInt16(clamping: word))
      }
      tokenStarts.append(UInt32(short.count))
    }
    try short.finish()
    try sink.write(.tokenStarts, tokenStarts)
    try sink.write(.rareTokens, rareTokens)
    try sink.write(.rareWords, rareWords)
  }

  /// Tells the occurrences of a word in an entry apart, ranks these elements by frequency, and puts ranks in the place
  /// of tokens.
  /// - Returns: how many entries have each element, by rank.
  private mutating func writeElements(_ sink: SegmentSink, words: Int) throws(SegmentSink.Failure) -> [UInt32] {
    // The last entry that had the word, and how often by now.
    var lastEntry = [UInt32](repeating: .max, count: words)
    var occurrences = [UInt32](repeating: 0, count: words)
    var most = [UInt32](repeating: 0, count: words)
    for entry in 0..<units.count {
      for i in Int(starts[entry])..<Int(starts[entry + 1]) {
        let word = Int(tokens[i])
        occurrences[word] = lastEntry[word] == UInt32(entry) ? occurrences[word] + 1 : 1
        lastEntry[word] = UInt32(entry)
        if occurrences[word] > most[word] { most[word] = occurrences[word] }
      }
    }
    var elementStarts = [UInt32](repeating: 0, count: words + 1)
    for word in 0..<words { elementStarts[word + 1] = elementStarts[word] + most[word] }
    var counts = [UInt32](repeating: 0, count: Int(elementStarts[words]))
    for i in lastEntry.indices { lastEntry[i] = .max }
    for entry in 0..<units.count {
      for i in Int(starts[entry])..<Int(starts[entry + 1]) {
        let word = Int(tokens[i])
        occurrences[word] = lastEntry[word] == UInt32(entry) ? occurrences[word] + 1 : 0
        lastEntry[word] = UInt32(entry)
        let element = elementStarts[word] + occurrences[word]
        counts[Int(element)] += 1
        tokens[i] = element
      }
    }
    let order = counts.indices.sorted { (counts[$0], $0) < (counts[$1], $1) }
    var ranks = [UInt32](repeating: 0, count: counts.count)
    for (rank, element) in order.enumerated() { ranks[element] = UInt32(rank) }
    tokens.withUnsafeMutableBufferPointer { tokens in
      for i in tokens.indices { tokens[i] = ranks[Int(tokens[i])] }
    }
    try sink.write(.elementStarts, elementStarts)
    try sink.write(.elementRanks, ranks)
    return order.map { counts[$0] }
  }

  /// Writes the entries' signatures; tokens are ranks by now.
  private func writeSignatures(_ sink: SegmentSink, _ order: [UInt32]) throws(SegmentSink.Failure) {
    var signatures = SectionWriter<UInt64>(.signatures, to: sink)
    for entry in order {
      var signature = WordSignature()
      for i in Int(starts[Int(entry)])..<Int(starts[Int(entry) + 1]) { signature.insert(Int(tokens[i])) }
      let (a, b, c, d) = signature.stored
      try signatures.append(a)
      try signatures.append(b)
      try signatures.append(c)
      try signatures.append(d)
    }
    try signatures.finish()
  }

  /// Writes the postings of each entry's rarest elements, by rank, entries rising.
  ///
  /// The ranks of an entry are all different: its rarest elements are those up to the rank that stands at their number
  /// when they are sorted.
  private mutating func writePostings(
    _ sink: SegmentSink, _ order: [UInt32], frequencies: [UInt32]
  ) throws(SegmentSink.Failure) {
    // Elements that this many entries have are worth a table of blocks. Frequencies rise with ranks.
    let blocks = Segment.blocks(of: order.count)
    let firstLong = frequencies.firstIndex { $0 >= 16 * (blocks + 1) } ?? frequencies.count
    let cuts = indexedRanks(order)
    // How many postings there are of each rank, and of each block where the list is long; then where they begin.
    var postingStarts = [UInt32](repeating: 0, count: firstLong + 1)
    var blockStarts = [UInt32](repeating: 0, count: (frequencies.count - firstLong) * (blocks + 1))
    postingStarts.withUnsafeMutableBufferPointer { short in
      blockStarts.withUnsafeMutableBufferPointer { long in
        forEachPosting(order, cuts) { rank, entry in
          if rank < firstLong {
            short[rank] &+= 1
          } else {
            long[(rank &- firstLong) &* (blocks &+ 1) &+ entry >> 16] &+= 1
          }
        }
      }
    }
    let short = Self.startsOfCounts(&postingStarts)
    let long = Self.startsOfCounts(&blockStarts)
    var entries = [UInt32](repeating: 0, count: short)
    var lows = [UInt16](repeating: 0, count: long)
    var nextEntry = postingStarts
    var nextLow = blockStarts
    nextEntry.withUnsafeMutableBufferPointer { nextEntry in
      nextLow.withUnsafeMutableBufferPointer { nextLow in
        entries.withUnsafeMutableBufferPointer { entries in
          lows.withUnsafeMutableBufferPointer { lows in
            forEachPosting(order, cuts) { rank, entry in
              if rank < firstLong {
                entries[Int(nextEntry[rank])] = UInt32(truncatingIfNeeded: entry)
                nextEntry[rank] &+= 1
              } else {
                let block = (rank &- firstLong) &* (blocks &+ 1) &+ entry >> 16
                lows[Int(nextLow[block])] = UInt16(truncatingIfNeeded: entry)
                nextLow[block] &+= 1
              }
            }
          }
        }
      }
    }
    tokens = []
    try sink.write(.postingStarts, postingStarts)
    try sink.write(.postingEntries, entries)
    try sink.write(.blockStarts, blockStarts)
    try sink.write(.postingLows, lows)
  }

  /// Turns counts into the sum of those before each; gives the sum of all.
  private static func startsOfCounts(_ counts: inout [UInt32]) -> Int {
    var sum: UInt32 = 0
    for i in counts.indices {
      let count = counts[i]
      counts[i] = sum
      sum += count
    }
    return Int(sum)
  }

  /// The last rank that each entry is found by.
  private func indexedRanks(_ order: [UInt32]) -> [UInt32] {
    var ranks: [UInt32] = []
    return order.map { entry in
      ranks.removeAll(keepingCapacity: true)
      ranks.append(contentsOf: tokens[Int(starts[Int(entry)])..<Int(starts[Int(entry) + 1])])
      ranks.sort()
      return ranks[SegmentSearch.indexedElements(of: ranks.count) - 1]
    }
  }

  @inline(__always)
  private func forEachPosting(_ order: [UInt32], _ cuts: [UInt32], _ body: (Int, Int) -> Void) {
    tokens.withUnsafeBufferPointer { tokens in
      starts.withUnsafeBufferPointer { starts in
        for (number, entry) in order.enumerated() {
          let cut = cuts[number]
          for i in Int(starts[Int(entry)])..<Int(starts[Int(entry) + 1]) where tokens[i] <= cut {
            body(Int(tokens[i]), number)
          }
        }
      }
    }
  }
}
