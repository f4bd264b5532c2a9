/// For each word of one side the words of the other it may stand for, with the probability of each: a sparse matrix in
/// rows.
struct LexicalTable {
  /// Where each row starts; one more than there are rows.
  var starts: [Int32]
  var words: [Int32]
  var probabilities: [Float]

  var rows: Int { starts.count - 1 }

  init(rows: Int) {
    starts = [Int32](repeating: 0, count: rows + 1)
    words = []
    probabilities = []
  }

  func range(_ row: Int) -> Range<Int> { Int(starts[row])..<Int(starts[row + 1]) }

  /// Forgets improbable entries.
  mutating func removeEntries(below least: Float) {
    var kept = 0
    for row in 0..<rows {
      let range = range(row)
      starts[row] = Int32(kept)
      for entry in range where probabilities[entry] >= least {
        words[kept] = words[entry]
        probabilities[kept] = probabilities[entry]
        kept += 1
      }
    }
    starts[rows] = Int32(kept)
    words = Array(words[..<kept])
    probabilities = Array(probabilities[..<kept])
  }

  /// The same entries with rows and columns exchanged.
  func transposed(columns: Int) -> LexicalTable {
    var result = LexicalTable(rows: columns)
    for word in words { result.starts[Int(word) + 1] += 1 }
    for column in 0..<columns { result.starts[column + 1] += result.starts[column] }
    result.words = [Int32](repeating: 0, count: words.count)
    result.probabilities = [Float](repeating: 0, count: words.count)
    var next = result.starts
    for row in 0..<rows {
      for entry in range(row) {
        let column = Int(words[entry])
        let place = Int(next[column])
        next[column] += 1
        result.words[place] = Int32(row)
        result.probabilities[place] = probabilities[entry]
      }
    }
    return result
  }
}
