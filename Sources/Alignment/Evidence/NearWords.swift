/// What the words of a sentence explain of the words near it: those of the columns that the rows of its groups look at. All
/// others need not be explained, and are most.
struct NearWords {
  struct Entry {
    let word: Int32
    let probability: Float
  }

  private let from: IndexedText
  private let to: IndexedText
  private let model: LexicalModel
  private let columns: (low: [Int32], high: [Int32])
  private let longest: Int
  /// How often each word stands in the columns looked at, and which these are.
  private var present: [Int32]
  private var window = 1..<1
  /// Of the last sentences, as many as are in a group.
  private var recent: [[Entry]]

  init(
    from: IndexedText, to: IndexedText, model: LexicalModel, columns: (low: [Int32], high: [Int32]), longest: Int
  ) {
    self.from = from
    self.to = to
    self.model = model
    self.columns = columns
    self.longest = longest
    present = [Int32](repeating: 0, count: to.vocabulary.count)
    recent = [[Entry]](repeating: [], count: longest)
  }

  /// Of one of the last sentences that `move` came to, as many as are in a group.
  func entries(of sentence: Int) -> [Entry] { recent[sentence % longest] }

  /// Goes on to the next sentence.
  mutating func move(to sentence: Int) {
    let last = min(sentence + longest, from.count)
    look(at: Int(max(columns.low[sentence + 1], 1))..<Int(max(columns.high[last], 1)))
    let table = model.tables[model.fold(ofSentence: sentence)]
    // SAFETY of the unchecked subscripts: as in `SentenceExplaining`.
    let words = table.words.span
    let probabilities = table.probabilities.span
    let counts = self.present
    let present = counts.span
    var found = recent[sentence % longest]
    recent[sentence % longest] = []
    found.removeAll(keepingCapacity: true)
    for place in from.range(sentence) {
      for entry in table.range(Int(from.words[place])) where present[unchecked: Int(words[unchecked: entry])] > 0 {
        found.append(Entry(word: words[unchecked: entry], probability: probabilities[unchecked: entry]))
      }
    }
    recent[sentence % longest] = found
  }

  /// Both ends of the columns rise, so the window only ever moves on.
  private mutating func look(at columns: Range<Int>) {
    if columns.isEmpty { return }
    for j in max(window.upperBound, columns.lowerBound)..<max(window.upperBound, columns.upperBound) {
      for place in to.range(j - 1) { present[Int(to.words[place])] += 1 }
    }
    for j in window.lowerBound..<min(window.upperBound, columns.lowerBound) {
      for place in to.range(j - 1) { present[Int(to.words[place])] -= 1 }
    }
    window = columns
  }
}
