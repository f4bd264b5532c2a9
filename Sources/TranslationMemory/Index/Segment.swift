internal import Bitext
internal import Files

/// An index segment: the texts of one language in a range of units, ready to be searched. Never changes.
final class Segment: Sendable {
  let header: SegmentHeader
  /// Where it lies; nil in memory.
  let path: String?
  /// Its size in bytes.
  let bytes: Int
  let identity: String
  let language: String
  /// Sets of counterpart languages, by number.
  let languageSets: [Set<String>]
  let units: Column<UInt32>
  let ordinals: Column<UInt8>
  let languageSetNumbers: Column<UInt16>
  let contexts: Column<UInt64>
  let lengthStarts: Column<UInt32>
  let tokenStarts: Column<UInt32>
  let tokens: Column<UInt16>
  let rareTokens: Column<UInt32>
  let rareWords: Column<UInt32>
  let signatures: Column<UInt64>
  let wordStarts: Column<UInt32>
  let wordBytes: Column<UInt8>
  let wordSlots: Column<UInt32>
  let wordStems: Column<UInt32>
  let elementStarts: Column<UInt32>
  let elementRanks: Column<UInt32>
  let postingStarts: Column<UInt32>
  let postingEntries: Column<UInt32>
  let blockStarts: Column<UInt32>
  let postingLows: Column<UInt16>
  /// Blocks of 65,536 entries.
  let blocks: Int

  /// Nil where the bytes are not a whole, undamaged segment of this version: every checksum is verified.
  init?(_ bytes: SegmentBytes, path: String? = nil) {
    guard let header = SegmentHeader(bytes.all) else { return nil }
    var isWhole = true
    func column<Element>(_ section: SegmentHeader.Section, _: Element.Type) -> Column<Element>? {
      let place = header.places[section.rawValue]
      guard let column = Column<Element>(bytes, offset: place.offset, byteCount: place.byteCount) else { return nil }
      let raw = UnsafeRawBufferPointer(rebasing: bytes.all[place.offset..<place.offset + place.byteCount])
      if ContentHash.checksum(raw) != place.checksum { isWhole = false }
      return column
    }
    guard let strings = column(.strings, UInt8.self), let units = column(.units, UInt32.self),
      let ordinals = column(.ordinals, UInt8.self), let languageSetNumbers = column(.languageSets, UInt16.self),
      let contexts = column(.contexts, UInt64.self), let lengthStarts = column(.lengthStarts, UInt32.self),
      let tokenStarts = column(.tokenStarts, UInt32.self), let tokens = column(.tokens, UInt16.self),
      let rareTokens = column(.rareTokens, UInt32.self), let rareWords = column(.rareWords, UInt32.self),
      let signatures = column(.signatures, UInt64.self), let wordStarts = column(.wordStarts, UInt32.self),
      let wordBytes = column(.wordBytes, UInt8.self), let wordSlots = column(.wordSlots, UInt32.self),
      let wordStems = column(.wordStems, UInt32.self),
      let elementStarts = column(.elementStarts, UInt32.self), let elementRanks = column(.elementRanks, UInt32.self),
      let postingStarts = column(.postingStarts, UInt32.self),
      let postingEntries = column(.postingEntries, UInt32.self),
      let blockStarts = column(.blockStarts, UInt32.self),
      let postingLows = column(.postingLows, UInt16.self), isWhole
    else { return nil }
    let lines = String(decoding: strings.buffer, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count >= 3 else { return nil }
    self.header = header
    self.path = path
    self.bytes = bytes.count
    identity = String(lines[0])
    language = String(lines[1])
    languageSets = lines[2..<lines.count - 1].map { Set($0.split(separator: " ").map(String.init)) }
    self.units = units
    self.ordinals = ordinals
    self.languageSetNumbers = languageSetNumbers
    self.contexts = contexts
    self.lengthStarts = lengthStarts
    self.tokenStarts = tokenStarts
    self.tokens = tokens
    self.rareTokens = rareTokens
    self.rareWords = rareWords
    self.signatures = signatures
    self.wordStarts = wordStarts
    self.wordBytes = wordBytes
    self.wordSlots = wordSlots
    self.wordStems = wordStems
    self.elementStarts = elementStarts
    self.elementRanks = elementRanks
    self.postingStarts = postingStarts
    self.postingEntries = postingEntries
    self.blockStarts = blockStarts
    self.postingLows = postingLows
    blocks = Self.blocks(of: units.count)
    guard fitTogether else { return nil }
  }

  /// Whether the columns have the lengths that each other's numbers ask for. Checksums tell damage; this tells a file that
  /// was made wrong.
  private var fitTogether: Bool {
    ordinals.count == units.count
      && languageSetNumbers.count == units.count
      && (contexts.count == 0 || contexts.count == units.count)
      && tokenStarts.count == units.count + 1
      && Int(tokenStarts[units.count]) == tokens.count
      && signatures.count == WordSignature.size * units.count
      && lengthStarts.count >= 2
      && Int(lengthStarts[lengthStarts.count - 1]) == units.count
      && rareTokens.count == rareWords.count
      && elementStarts.count == wordStarts.count
      && wordStems.count + 1 == wordStarts.count
      && wordSlots.count.nonzeroBitCount == 1
      && (1...elementRanks.count + 1).contains(postingStarts.count)
      && blockStarts.count == (elementRanks.count + 1 - postingStarts.count) * (Self.blocks(of: units.count) + 1)
  }

  var count: Int { units.count }

  static func blocks(of entries: Int) -> Int { (entries + 0xFFFF) >> 16 }

  /// The entries that are found by the element of a rank.
  func postings(of rank: Int) -> PostingList {
    let short = postingStarts.count - 1
    if rank < short {
      let (start, end) = (Int(postingStarts[rank]), Int(postingStarts[rank + 1]))
      return PostingList(whole: UnsafeBufferPointer(rebasing: postingEntries.buffer[start..<end]))
    }
    let first = (rank - short) * (blocks + 1)
    let starts = UnsafeBufferPointer(rebasing: blockStarts.buffer[first...first + blocks])
    precondition(starts.allSatisfy { Int($0) <= postingLows.count })
    return PostingList(blockStarts: starts, lows: postingLows.buffer)
  }

  var wordCount: Int { wordStarts.count - 1 }

  func unit(_ entry: Int) -> Int64 { header.firstUnit + Int64(units[entry]) }

  /// The number of a case-folded word; nil where no text has it.
  func word(_ bytes: UnsafeRawBufferPointer, hash: UInt64) -> Int? {
    let mask = wordSlots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while true {
      let number = Int(wordSlots[slot]) - 1
      if number < 0 { return nil }
      let (start, end) = (Int(wordStarts[number]), Int(wordStarts[number + 1]))
      if end - start == bytes.count,
        UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: wordBytes.buffer[start..<end])).elementsEqual(bytes)
      {
        return number
      }
      slot = (slot + 1) & mask
    }
  }

  /// The case-folded word of a number.
  func spelling(_ word: Int) -> String {
    String(decoding: wordBytes.buffer[Int(wordStarts[word])..<Int(wordStarts[word + 1])], as: UTF8.self)
  }

  /// The word of a token that is `0xFFFF`.
  func rareWord(at token: Int) -> Int {
    var (low, high) = (0, rareTokens.count)
    while low < high {
      let middle = (low + high) / 2
      if Int(rareTokens[middle]) < token { low = middle + 1 } else { high = middle }
    }
    return low < rareWords.count && Int(rareTokens[low]) == token ? Int(rareWords[low]) : -1
  }
}
