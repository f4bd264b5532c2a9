internal import Files
internal import Linguistics

/// A text cut into words, each with its case-folded form.
struct FoldedText {
  let bytes: [UInt8]
  let words: [Word]
  let keys: [String]

  init(_ text: String) {
    bytes = Array(text.utf8)
    words = WordScanner.words(in: text)
    keys = words.map { [bytes] in Folding.caseKey(String(decoding: bytes[$0.bytes], as: UTF8.self)) }
  }

  /// Whether two texts have the same words of one kind, written alike, in the same order.
  func agrees(with other: FoldedText, on kind: Word.Kind) -> Bool {
    var others = other.words.lazy.filter { $0.kind == kind }.makeIterator()
    for word in words where word.kind == kind {
      guard let next = others.next(), bytes[word.bytes] == other.bytes[next.bytes] else { return false }
    }
    return others.next() == nil
  }

  /// Whether a word that both texts have is never written alike in both.
  func differsInCase(from other: FoldedText) -> Bool {
    let (a, b) = (spellings, other.spellings)
    var (i, j) = (0, 0)
    while i < a.count, j < b.count {
      if a[i].key != b[j].key {
        if a[i].key < b[j].key { i += 1 } else { j += 1 }
        continue
      }
      let (forms, others) = (a[i...].prefix { $0.key == a[i].key }, b[j...].prefix { $0.key == b[j].key })
      if !forms.contains(where: { form in others.contains { $0.surface == form.surface } }) { return true }
      (i, j) = (forms.endIndex, others.endIndex)
    }
    return false
  }

  /// Hashes of the words that are letters, folded and as they are written, in order of the folded form.
  private var spellings: [(key: UInt64, surface: UInt64)] {
    var spellings: [(key: UInt64, surface: UInt64)] = []
    spellings.reserveCapacity(words.count)
    bytes.withUnsafeBytes { bytes in
      for (word, key) in zip(words, keys) where word.kind == .letters {
        var key = key
        spellings.append(
          (
            key.withUTF8 { ContentHash.of(UnsafeRawBufferPointer($0)) },
            ContentHash.of(UnsafeRawBufferPointer(rebasing: bytes[word.bytes]))
          ))
      }
    }
    return spellings.sorted { $0.key < $1.key }
  }
}
