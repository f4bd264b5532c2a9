internal import Bitext
internal import Files
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
  private var found: [Word] = []
  /// Words of all entries, one after the other: first as they come and as numbered here, then in the order of the
  /// segment and numbered by frequency, at last ranks of elements.
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
      WordScanner.words(in: bytes, into: &found)
      for word in found {
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
    arrange(try writeEntries(sink), numbers)
    try writeTokens(sink)
    let (ranks, frequencies) = try writeElements(sink, words: numbers.count)
    try writeSignatures(sink, ranks)
    let postings = PostingWriter(ranks: tokens, starts: starts, frequencies: frequencies)
    tokens = []
    try postings.write(sink)
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

  /// Brings the tokens into the order of the segment and gives them the new numbers of their words.
  private mutating func arrange(_ order: [UInt32], _ numbers: [UInt32]) {
    let (came, begins) = (tokens, starts)
    tokens = []
    starts = [0]
    starts.reserveCapacity(order.count + 1)
    tokens = [UInt32](unsafeUninitializedCapacity: came.count) { arranged, count in
      for entry in order {
        for i in Int(begins[Int(entry)])..<Int(begins[Int(entry) + 1]) {
          arranged.initializeElement(at: count, to: numbers[Int(came[i])])
          count &+= 1
        }
        starts.append(UInt32(count))
      }
    }
  }

  private func writeTokens(_ sink: SegmentSink) throws(SegmentSink.Failure) {
    var short = SectionWriter<UInt16>(.tokens, to: sink)
    var rareTokens: [UInt32] = []
    var rareWords: [UInt32] = []
    for word in tokens {
      if word >= 0xFFFF {
        rareTokens.append(UInt32(short.count))
        rareWords.append(word)
      }
      try short.append(UInt16(clamping: word))
    }
    try short.finish()
    try sink.write(.tokenStarts, starts)
    try sink.write(.rareTokens, rareTokens)
    try sink.write(.rareWords, rareWords)
  }

  /// Tells the occurrences of a word in an entry apart, puts the elements so made in the place of tokens, and ranks them
  /// by frequency.
  /// - Returns: the rank of each element, and how many entries have each, by rank.
  private mutating func writeElements(
    _ sink: SegmentSink, words: Int
  ) throws(SegmentSink.Failure) -> (ranks: [UInt32], frequencies: [UInt32]) {
    var most = [UInt32](repeating: 0, count: words)
    forEachOccurrence(words) { _, word, occurrence in
      if occurrence >= most[word] { most[word] = occurrence &+ 1 }
    }
    var elementStarts = [UInt32](repeating: 0, count: words + 1)
    for word in 0..<words { elementStarts[word + 1] = elementStarts[word] + most[word] }
    var counts = [UInt32](repeating: 0, count: Int(elementStarts[words]))
    forEachOccurrence(words) { token, word, occurrence in
      let element = elementStarts[word] &+ occurrence
      counts[Int(element)] &+= 1
      token = element
    }
    let order = counts.indices.sorted { (counts[$0], $0) < (counts[$1], $1) }
    var ranks = [UInt32](repeating: 0, count: counts.count)
    for (rank, element) in order.enumerated() { ranks[element] = UInt32(rank) }
    try sink.write(.elementStarts, elementStarts)
    try sink.write(.elementRanks, ranks)
    return (ranks, order.map { counts[$0] })
  }

  /// Calls `body` with each token, its word, and how often the word was in the entry before.
  @inline(__always)
  private mutating func forEachOccurrence(_ words: Int, _ body: (inout UInt32, Int, UInt32) -> Void) {
    // The number + 1 of the last entry that had the word, and below it how often by now.
    var seen = [UInt64](repeating: 0, count: words)
    tokens.withUnsafeMutableBufferPointer { tokens in
      for entry in 0..<units.count {
        let number = UInt64(entry + 1)
        for i in Int(starts[entry])..<Int(starts[entry + 1]) {
          let word = Int(tokens[i])
          let last = seen[word]
          let occurrence = last >> 32 == number ? UInt32(truncatingIfNeeded: last) : 0
          seen[word] = number << 32 | UInt64(occurrence &+ 1)
          body(&tokens[i], word, occurrence)
        }
      }
    }
  }

  /// Puts ranks in the place of elements, writes the entries' signatures, and brings the elements that each entry is
  /// found by, its rarest, to its beginning.
  private mutating func writeSignatures(_ sink: SegmentSink, _ ranks: [UInt32]) throws(SegmentSink.Failure) {
    var signatures = SectionWriter<UInt64>(.signatures, to: sink)
    for entry in 0..<units.count {
      let range = Int(starts[entry])..<Int(starts[entry + 1])
      let signature = tokens.withUnsafeMutableBufferPointer { tokens in
        var signature = WordSignature()
        for i in range {
          let rank = ranks[Int(tokens[i])]
          tokens[i] = rank
          signature.insert(Int(rank))
        }
        Self.partition(
          UnsafeMutableBufferPointer(rebasing: tokens[range]), SegmentSearch.indexedElements(of: range.count))
        return signature
      }
      let (a, b, c, d) = signature.stored
      try signatures.append(a)
      try signatures.append(b)
      try signatures.append(c)
      try signatures.append(d)
    }
    try signatures.finish()
  }

  /// Brings the `count` smallest of different numbers before the others (Hoare's selection; the middle of three is the
  /// pivot).
  static func partition(_ numbers: UnsafeMutableBufferPointer<UInt32>, _ count: Int) {
    var (low, high) = (0, numbers.count - 1)
    while low < high, count <= high {
      let (a, b, c) = (numbers[low], numbers[(low + high) / 2], numbers[high])
      let pivot = max(min(a, b), min(max(a, b), c))
      var (i, j) = (low, high)
      while i <= j {
        while numbers[i] < pivot { i += 1 }
        while numbers[j] > pivot { j -= 1 }
        if i <= j {
          numbers.swapAt(i, j)
          i += 1
          j -= 1
        }
      }
      // All up to j are at most the pivot, all from i on at least.
      if count - 1 <= j { high = j } else if count - 1 >= i { low = i } else { return }
    }
  }
}
