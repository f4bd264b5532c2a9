internal import Files
internal import Linguistics

/// Match keys: numbers that are equal for texts of equal case-folded words, whatever their spaces.
///
/// Words that ICU must fold are remembered, since a text's words are mostly those of other texts.
struct MatchKeys {
  private var spellings = ByteStringTable()
  private var folded: [UInt64] = []
  private var scratch: [UInt8] = []

  /// How many spellings are remembered before it begins anew.
  private static let limit = 200_000

  mutating func key(of text: String) -> UInt64 {
    var text = text
    return text.withUTF8 { bytes in
      var hash = ContentHash()
      for word in WordScanner.words(in: bytes) {
        hash.combine(key(ofWord: UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes[word.bytes]))))
      }
      return hash.value
    }
  }

  private mutating func key(ofWord word: UnsafeRawBufferPointer) -> UInt64 {
    guard word.contains(where: { $0 >= 0x80 }) else {
      return WordFolding.withFolded(word, scratch: &scratch) { ContentHash.of($0) }
    }
    if spellings.count >= Self.limit { self = MatchKeys() }
    let (number, isNew) = spellings.insert(word)
    if isNew { folded.append(WordFolding.withFolded(word, scratch: &scratch) { ContentHash.of($0) }) }
    return folded[number]
  }
}
