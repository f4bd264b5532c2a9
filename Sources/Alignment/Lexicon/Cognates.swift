/// Word pairs that look alike: equal keys, equal numbers and anchors, words with a long common beginning.
///
/// They are what is known of the two languages before anything was learned from the texts.
enum Cognates {
  /// Shortest word, in letters, that is compared by its beginning.
  private static let shortest = 4
  /// Words that begin alike beyond which a beginning says nothing.
  private static let crowd = 1000

  /// For each source word its look-alikes, each with a likeness 0...1.
  static func table(_ source: Vocabulary, _ target: Vocabulary) -> LexicalTable {
    let letters = (0..<target.count).map { Array(target.keys[$0].utf16) }
    var buckets: [[UInt16]: [Int32]] = [:]
    for word in 0..<target.count where target.kinds[word] == .letters && letters[word].count >= shortest {
      buckets[Array(letters[word].prefix(shortest)), default: []].append(Int32(word))
    }
    var table = LexicalTable(rows: source.count)
    for word in 0..<source.count {
      let key = source.keys[word]
      let same = target.find(key).flatMap { target.kinds[Int($0)] == source.kinds[word] ? $0 : nil }
      if let same {
        table.words.append(same)
        let isShort = source.kinds[word] == .letters && key.utf16.count < shortest
        table.probabilities.append(isShort ? 0.3 : 1)
      }
      if source.kinds[word] == .letters {
        let own = Array(key.utf16)
        if own.count >= shortest, let others = buckets[Array(own.prefix(shortest))],
          others.count <= crowd
        {
          for other in others where other != same {
            let likeness = likeness(own, letters[Int(other)])
            if likeness > 0 {
              table.words.append(other)
              table.probabilities.append(likeness)
            }
          }
        }
      }
      table.starts[word + 1] = Int32(table.words.count)
    }
    return table
  }

  /// How alike two words are: their common beginning against the longer of them, 0 where that is too short.
  static func likeness(_ a: [UInt16], _ b: [UInt16]) -> Float {
    var common = 0
    while common < a.count, common < b.count, a[common] == b[common] { common += 1 }
    let longer = max(a.count, b.count)
    let share = Float(common) / Float(longer)
    return share >= 0.55 && common >= shortest ? share * share : 0
  }
}
