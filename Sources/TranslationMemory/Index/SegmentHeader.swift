internal import Files

/// What the first page of a segment file says: whose it is, what it covers, where its sections lie.
///
/// All numbers are little-endian. A segment is read only where the magic, the version, the length and every checksum
/// agree; else it is thrown away and built anew from the store.
struct SegmentHeader: Hashable {
  enum Section: Int, CaseIterable {
    /// UTF-8: identity of the store, language, and the sets of counterpart languages, each ended by a line feed.
    case strings
    /// Per entry, in order of length: its unit, less the first unit covered.
    case units
    case ordinals
    /// Per entry: the number of its set of counterpart languages.
    case languageSets
    /// Per entry: `DocumentContext.key`; empty if no entry has one.
    case contexts
    /// The first entry of each length in words, from 0 to the longest, then the number of entries.
    case lengthStarts
    /// The first token of each entry, then the number of tokens.
    case tokenStarts
    /// Word numbers, the commonest word 0; 0xFFFF stands for all words from there on, which `rareWords` name.
    case tokens
    case rareTokens
    case rareWords
    /// `WordSignature` of each entry, four words.
    case signatures
    case wordStarts
    case wordBytes
    /// Hash table over words: number + 1, 0 where free. A power of two.
    case wordSlots
    /// Per word: `StemKeys.number`, equal for forms of one word.
    case wordStems
    /// Per word: where its elements (first, second, … occurrence in an entry) stand in `elementRanks`.
    case elementStarts
    /// Per element: its rank, the rarest 0.
    case elementRanks
    /// Per rank up to the first that has a long list: where its postings begin in `postingEntries`; then their end.
    case postingStarts
    case postingEntries
    /// Per rank with a long list, and block of 65,536 entries: where its postings begin in `postingLows`; then their end.
    case blockStarts
    /// The lower 16 bits of entries.
    case postingLows
  }

  struct Place: Hashable {
    var offset = 0
    var byteCount = 0
    var checksum: UInt64 = 0
  }

  static let magic: UInt64 = 0x315A_4652_4452_4F43  // "CORDRFZ1"
  static let version: UInt64 = 4
  static let size = 4_096

  /// Units covered: all of this language in this range.
  var firstUnit: Int64
  var lastUnit: Int64
  /// The revision up to which edits and deletions are taken in, and its stamp.
  var revision: Int64
  var stamp: Int64
  var places = [Place](repeating: Place(), count: Section.allCases.count)

  var encoded: [UInt8] {
    var words: [UInt64] = [
      Self.magic, Self.version, UInt64(bitPattern: firstUnit), UInt64(bitPattern: lastUnit),
      UInt64(bitPattern: revision), UInt64(bitPattern: stamp),
    ]
    for place in places { words += [UInt64(place.offset), UInt64(place.byteCount), place.checksum] }
    words += [UInt64](repeating: 0, count: Self.size / 8 - 1 - words.count)
    words.append(words.withUnsafeBytes { ContentHash.of($0) })
    return words.flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> (8 * $0)) } }
  }

  init(firstUnit: Int64, lastUnit: Int64, revision: Int64, stamp: Int64) {
    self.firstUnit = firstUnit
    self.lastUnit = lastUnit
    self.revision = revision
    self.stamp = stamp
  }

  /// Nil where the bytes begin with no header of this version or a damaged one.
  init?(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.count >= Self.size else { return nil }
    let words = (0..<Self.size / 8).map {
      UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: $0 * 8, as: UInt64.self))
    }
    guard words[0] == Self.magic, words[1] == Self.version,
      words.dropLast().withUnsafeBytes({ ContentHash.of($0) }) == words.last
    else { return nil }
    firstUnit = Int64(bitPattern: words[2])
    lastUnit = Int64(bitPattern: words[3])
    revision = Int64(bitPattern: words[4])
    stamp = Int64(bitPattern: words[5])
    for i in places.indices {
      let word = 6 + 3 * i
      guard words[word] <= UInt64(bytes.count), words[word + 1] <= UInt64(bytes.count) else { return nil }
      places[i] = Place(offset: Int(words[word]), byteCount: Int(words[word + 1]), checksum: words[word + 2])
    }
  }
}
