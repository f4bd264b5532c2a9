internal import Bitext
internal import Files
internal import Linguistics

/// Under which key the forms of a word meet: its Snowball stem, accents left out.
///
/// Where the language has no stemmer, the word itself without accents.
final class StemKeys {
  private let stemmer: Stemmer?

  init(_ language: LanguageTag) { stemmer = Stemmer(language) }

  /// - Parameter word: case-folded (`Folding.caseKey`).
  func key(_ word: String) -> String { Folding.key(stemmer?.stem(word) ?? word) }

  /// The key as a number for the index; two keys may share one, so whoever finds it looks at the word.
  func number(_ word: String) -> UInt32 {
    var key = key(word)
    return UInt32(truncatingIfNeeded: key.withUTF8 { ContentHash.of(UnsafeRawBufferPointer($0)) })
  }
}
