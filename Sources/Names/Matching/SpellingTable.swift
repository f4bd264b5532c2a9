/// The cheapest ways to read the beginnings of two words as one, for the three readings at once (one lane each).
///
/// The one place of unsafe reads in comparing names. Indices stay inside because a piece never reaches past its word's end
/// and every transition moves forward in the table, so that one pass settles every cell.
struct SpellingTable {
  /// Two pieces read as the same letters, by their places in the words (the edges counted).
  struct Step: Hashable {
    let first: Range<Int>
    let second: Range<Int>
    /// Number of the costs that license it (`SpellingCosts.rows`); -1 for a letter that stays or that nothing licenses.
    let entry: Int
  }

  private let a: SpelledWord
  private let b: SpelledWord
  private let costs: SpellingCosts
  private let limit: Float
  private let columns: Int

  init(_ a: SpelledWord, _ b: SpelledWord, _ costs: SpellingCosts, limit: Float) {
    self.a = a
    self.b = b
    self.costs = costs
    self.limit = limit
    columns = b.letters.count + 1
  }

  typealias Cell = SIMD4<Float>

  /// The least cost; infinite where it is not below the limit.
  /// - Parameter trace: is given the steps of the cheapest way; called only where there is one.
  func fill(_ trace: (([Step]) -> Void)?) -> Float {
    let size = (a.letters.count + 1) * columns
    return withUnsafeTemporaryAllocation(of: Cell.self, capacity: size) { table in
      table.initialize(repeating: Cell(repeating: .infinity))
      table[0] = Cell(0, 0, 0, .infinity)
      a.letters.withUnsafeBufferPointer { first in
        b.letters.withUnsafeBufferPointer { second in
          a.pieces.withUnsafeBufferPointer { pieces in
            b.pieces.withUnsafeBufferPointer { others in
              settle(table, first, second, pieces, others)
            }
          }
        }
      }
      let last = table[size - 1]
      let cost = last.min()
      guard cost < limit else { return .infinity }
      if let trace { trace(steps(table, lane: last[0] == cost ? 0 : last[1] == cost ? 1 : 2)) }
      return cost
    }
  }

  private func settle(
    _ table: UnsafeMutableBufferPointer<Cell>, _ first: UnsafeBufferPointer<SpelledWord.Letter>,
    _ second: UnsafeBufferPointer<SpelledWord.Letter>, _ pieces: UnsafeBufferPointer<SpelledWord.Piece>,
    _ others: UnsafeBufferPointer<SpelledWord.Piece>
  ) {
    let (rows, last) = (first.count, second.count)
    for i in 0...rows {
      for j in 0...last {
        let place = i * columns + j
        let here = table[place]
        if here.min() >= limit { continue }
        if i < rows {
          let previous = i > 0 ? first[i - 1].plain : 0
          relax(&table[place + columns], here + SpellingCosts.omission(first[i], after: previous))
          if j < last {
            relax(&table[place + columns + 1], here + SpellingCosts.substitution(first[i], second[j]))
            let theirs = Int(b.starts[j])..<Int(b.starts[j + 1])
            for x in Int(a.starts[i])..<Int(a.starts[i + 1]) {
              let piece = pieces[x]
              let row = place + Int(piece.length) * columns
              for y in theirs {
                let entry = costs.entry(piece.id, others[y].id)
                if entry != 0 { relax(&table[row + Int(others[y].length)], here + costs.values[entry]) }
              }
            }
          }
        }
        if j < last {
          let previous = j > 0 ? second[j - 1].plain : 0
          relax(&table[place + 1], here + SpellingCosts.omission(second[j], after: previous))
        }
      }
    }
  }

  @inline(__always)
  private func relax(_ cell: inout Cell, _ cost: Cell) { cell = pointwiseMin(cell, cost) }

  /// The steps back from the end, in order: at each cell one that gives its very cost.
  private func steps(_ table: UnsafeMutableBufferPointer<Cell>, lane: Int) -> [Step] {
    var steps: [Step] = []
    var (i, j) = (a.letters.count, columns - 1)
    while (i, j) != (0, 0), let step = step(table, lane, i, j) {
      steps.append(step)
      (i, j) = (step.first.lowerBound, step.second.lowerBound)
    }
    return steps.reversed()
  }

  private func step(_ table: UnsafeMutableBufferPointer<Cell>, _ lane: Int, _ i: Int, _ j: Int) -> Step? {
    let cost = table[i * columns + j][lane]
    func at(_ x: Int, _ y: Int) -> Float { table[x * columns + y][lane] }
    if i > 0, j > 0, at(i - 1, j - 1) + SpellingCosts.substitution(a.letters[i - 1], b.letters[j - 1]) == cost {
      return Step(first: (i - 1)..<i, second: (j - 1)..<j, entry: -1)
    }
    for x in stride(from: i - 1, through: max(0, i - costs.longestPiece), by: -1) {
      for piece in a.pieces[Int(a.starts[x])..<Int(a.starts[x + 1])] where x + Int(piece.length) == i {
        for y in stride(from: j - 1, through: max(0, j - costs.longestPiece), by: -1) where at(x, y) <= cost {
          for other in b.pieces[Int(b.starts[y])..<Int(b.starts[y + 1])] where y + Int(other.length) == j {
            let entry = costs.entry(piece.id, other.id)
            if entry != 0, at(x, y) + costs.values[entry][lane] == cost {
              return Step(first: x..<i, second: y..<j, entry: entry)
            }
          }
        }
      }
    }
    if i > 0, at(i - 1, j) + SpellingCosts.omission(a.letters[i - 1], after: i > 1 ? a.letters[i - 2].plain : 0) == cost
    {
      return Step(first: (i - 1)..<i, second: j..<j, entry: -1)
    }
    if j > 0, at(i, j - 1) + SpellingCosts.omission(b.letters[j - 1], after: j > 1 ? b.letters[j - 2].plain : 0) == cost
    {
      return Step(first: i..<i, second: (j - 1)..<j, entry: -1)
    }
    return nil
  }
}
