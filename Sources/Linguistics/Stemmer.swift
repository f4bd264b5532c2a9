package import Bitext
internal import CStemmer

/// Snowball stems of one language. Stems propose that two words may be forms of one; inflection rules confirm it.
///
/// Source: Porter, Snowball (snowballstem.org). Keeps one C handle: not to be shared between threads.
package final class Stemmer {
  private let handle: OpaquePointer

  /// The stemmer of a language, or nil where Snowball has none (Azerbaijani, Ukrainian, Georgian …).
  package init?(_ language: LanguageTag) {
    guard let handle = cstemmer_open(language.language) else { return nil }
    self.handle = handle
  }

  deinit { cstemmer_close(handle) }

  /// The stem of a word in lower case; the word itself where it has none.
  package func stem(_ word: String) -> String {
    var word = word
    return word.withUTF8 { bytes in
      var length: Int32 = 0
      guard let stem = cstemmer_stem(handle, bytes.baseAddress, Int32(bytes.count), &length) else {
        return String(decoding: bytes, as: UTF8.self)
      }
      return String(decoding: UnsafeBufferPointer(start: stem, count: Int(length)), as: UTF8.self)
    }
  }
}
