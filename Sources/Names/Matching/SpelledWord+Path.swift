extension SpelledWord {
  /// The pieces of both words along the cheapest reading, letters that nothing licenses included; nil where even that needs
  /// a forbidden change. Slow and plain: for learning.
  func path(
    to other: SpelledWord, _ costs: SpellingCosts, _ reading: SpellingCosts.Reading
  ) -> [(String, String)]? {
    struct Cell {
      var cost = Float.infinity
      var from = (0, 0)
    }
    var cells = Array(repeating: Array(repeating: Cell(), count: other.letters.count + 1), count: letters.count + 1)
    cells[0][0].cost = 0
    func relax(_ i: Int, _ j: Int, _ cost: Float, _ from: (Int, Int)) {
      if cost < cells[i][j].cost { cells[i][j] = Cell(cost: cost, from: from) }
    }
    for i in 0...letters.count {
      for j in 0...other.letters.count where cells[i][j].cost < .infinity {
        let here = cells[i][j].cost
        if i < letters.count, j < other.letters.count {
          relax(i + 1, j + 1, here + SpellingCosts.substitution(letters[i], other.letters[j]), (i, j))
          for a in Int(starts[i])..<Int(starts[i + 1]) {
            for b in Int(other.starts[j])..<Int(other.starts[j + 1]) {
              let cost = costs.cost(reading.rawValue, pieces[a].id, other.pieces[b].id)
              relax(i + Int(pieces[a].length), j + Int(other.pieces[b].length), here + cost, (i, j))
            }
          }
        }
        if i < letters.count {
          relax(i + 1, j, here + SpellingCosts.omission(letters[i], after: i > 0 ? letters[i - 1].plain : 0), (i, j))
        }
        if j < other.letters.count {
          relax(
            i, j + 1, here + SpellingCosts.omission(other.letters[j], after: j > 0 ? other.letters[j - 1].plain : 0),
            (i, j)
          )
        }
      }
    }
    guard cells[letters.count][other.letters.count].cost < SpellingCosts.forbidden else { return nil }
    var path: [(String, String)] = []
    var (i, j) = (letters.count, other.letters.count)
    while (i, j) != (0, 0) {
      let from = cells[i][j].from
      path.append((piece(from.0..<i), other.piece(from.1..<j)))
      (i, j) = from
    }
    return path.reversed()
  }

  private func piece(_ range: Range<Int>) -> String {
    String(String.UnicodeScalarView(letters[range].compactMap { Unicode.Scalar($0.scalar) }))
  }
}
