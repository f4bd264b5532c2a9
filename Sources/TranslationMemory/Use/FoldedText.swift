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

  func surface(_ word: Int) -> String { String(decoding: bytes[words[word].bytes], as: UTF8.self) }
}
