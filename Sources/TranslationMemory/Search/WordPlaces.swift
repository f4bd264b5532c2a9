internal import Bitext
internal import Linguistics

/// Finds the words of a concordance query in a text.
struct WordPlaces {
  private let wanted: [String]
  private let isPhrase: Bool
  private let stems: StemKeys?
  /// Keys of words met before.
  private var known: [String: String] = [:]

  init(_ query: ConcordanceQuery, language: LanguageTag) {
    let stems = query.isInflected ? StemKeys(language) : nil
    self.stems = stems
    isPhrase = query.kind == .phrase
    wanted = FoldedText(query.text).keys.map { stems?.key($0) ?? $0 }
  }

  var isEmpty: Bool { wanted.isEmpty }

  /// Places as UTF-8 bytes, rising; none where not all words are there.
  mutating func places(in text: String) -> [Range<Int>] {
    let folded = FoldedText(text)
    let keys = folded.keys.map { key($0) }
    if isPhrase {
      guard keys.count >= wanted.count, !wanted.isEmpty else { return [] }
      var places: [Range<Int>] = []
      var start = 0
      while start + wanted.count <= keys.count {
        let end = start + wanted.count
        if keys[start..<end].elementsEqual(wanted) {
          places.append(folded.words[start].bytes.lowerBound..<folded.words[end - 1].bytes.upperBound)
          start = end
        } else {
          start += 1
        }
      }
      return places
    }
    let all = Set(wanted)
    let found = keys.indices.filter { all.contains(keys[$0]) }
    guard Set(found.map { keys[$0] }).count == all.count else { return [] }
    return found.map { folded.words[$0].bytes }
  }

  private mutating func key(_ word: String) -> String {
    guard let stems else { return word }
    if let key = known[word] { return key }
    let key = stems.key(word)
    if known.count < 100_000 { known[word] = key }
    return key
  }
}
