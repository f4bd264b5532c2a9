/// Answers of yes or no about the words of a text, kept by the words' hashes: a question that takes a string to answer is
/// asked once for most words, however often they come.
///
/// Of two words that share a place the last asked about stays, so that the memory is small whatever the text.
struct WordAnswers: ~Copyable {
  private static let count = 256
  /// A word's hash, its lowest bit the answer. None has the hash that the places begin with, but by a chance of 2^-63.
  private let places: WorkList<UInt64>

  init() {
    var places = WorkList<UInt64>(capacity: Self.count)
    for _ in 0..<Self.count { places.append(.max) }
    self.places = places
  }

  /// - Parameter ask: depends on nothing but the word.
  @inline(__always)
  func answer(to hash: UInt64, _ ask: () -> Bool) -> Bool {
    let place = Int(truncatingIfNeeded: hash >> 32) & (Self.count - 1)
    let kept = places[place]
    if (kept ^ hash) >> 1 == 0 { return kept & 1 != 0 }
    let answer = ask()
    places[place] = hash & ~1 | (answer ? 1 : 0)
    return answer
  }
}
