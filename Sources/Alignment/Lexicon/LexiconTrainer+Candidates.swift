/// Word pairs worth counting.
extension LexiconTrainer {
  /// For each explaining word those that occur in the same pairs more than chance would have it, and the look-alikes.
  func candidates(
    _ lookAlikes: LexicalTable, rows: Int, columns: Int, settings: Settings
  ) -> (LexicalTable, prior: [Float]) {
    let postings = postings(rows: rows)
    var totals = [Float](repeating: 0, count: columns)
    for word in explained { totals[Int(word)] += 1 }
    var table = LexicalTable(rows: rows)
    var prior: [Float] = []
    let found = Companions(columns: columns)
    // Words met in a row, each once; one place more, for it is written before it is known to be a new one.
    var touched = [Int32](repeating: 0, count: columns + 1)
    var scored: [(score: Float, word: Int32)] = []
    for row in 0..<rows {
      let (own, count) = collect(postings.pairs(of: row), lookAlikes, row, found, &touched)
      scored.removeAll(keepingCapacity: true)
      score(touched[..<count], own: own, totals, found, &scored)
      if scored.count > settings.candidates { Self.keepBest(settings.candidates, of: &scored) }
      var sum: Float = 0
      for (score, word) in scored {
        let start = score - 9.5 * found.likeness[Int(word)]
        sum += start
        table.words.append(word)
        table.probabilities.append(start)
        prior.append(found.likeness[Int(word)])
      }
      for entry in (table.words.count - scored.count)..<table.words.count {
        table.probabilities[entry] /= max(sum, 1e-6)
      }
      table.starts[row + 1] = Int32(table.words.count)
      for entry in lookAlikes.range(row) { found.likeness[Int(lookAlikes.words[entry])] = 0 }
    }
    return (table, prior)
  }

  /// Which pairs hold each explaining word; a pair comes once for each time it does.
  private struct Postings {
    var starts: [Int32]
    var pairs: [Int32]

    func pairs(of row: Int) -> ArraySlice<Int32> { pairs[Int(starts[row])..<Int(starts[row + 1])] }
  }

  private func postings(rows: Int) -> Postings {
    var starts = [Int32](repeating: 0, count: rows + 1)
    for word in explaining { starts[Int(word) + 1] += 1 }
    for row in 0..<rows { starts[row + 1] += starts[row] }
    var pairs = [Int32](repeating: 0, count: explaining.count)
    var next = starts
    for pair in pairWeights.indices {
      for place in Int(explainingStarts[pair])..<Int(explainingStarts[pair + 1]) {
        let word = Int(explaining[place])
        pairs[Int(next[word])] = Int32(pair)
        next[word] += 1
      }
    }
    return Postings(starts: starts, pairs: pairs)
  }

  /// The words that are met with one word, and how often.
  private struct Companions: ~Copyable {
    let seen: FloatLanes
    let likeness: FloatLanes

    init(columns: Int) {
      seen = FloatLanes(repeating: 0, count: columns)
      likeness = FloatLanes(repeating: 0, count: columns)
    }
  }

  /// Collects the words of the pairs and those that look like the row's word.
  /// - Returns: in how many pairs the row's word is, and how many words were collected.
  @inline(__always)
  private func collect(
    _ postings: ArraySlice<Int32>, _ lookAlikes: LexicalTable, _ row: Int, _ found: borrowing Companions,
    _ words: inout [Int32]
  ) -> (own: Float, count: Int) {
    // SAFETY of the unchecked subscripts: words are below `columns`, places lie inside `explained`.
    let explained = self.explained.span
    let starts = explainedStarts.span
    var touched = words.mutableSpan
    var count = 0
    var own: Float = 0
    var last: Int32 = -1
    for pair in postings where pair != last {
      last = pair
      own += 1
      for place in Int(starts[unchecked: Int(last)])..<Int(starts[unchecked: Int(last) + 1]) {
        let word = explained[unchecked: place]
        let times = found.seen[Int(word)]
        touched[unchecked: count] = word
        count &+= times == 0 ? 1 : 0
        found.seen[Int(word)] = times + 1
      }
    }
    for entry in lookAlikes.range(row) {
      let word = lookAlikes.words[entry]
      if found.seen[Int(word)] == 0, found.likeness[Int(word)] == 0 {
        touched[unchecked: count] = word
        count += 1
      }
      found.likeness[Int(word)] = lookAlikes.probabilities[entry]
    }
    return (own, count)
  }

  /// Scores the words collected that chance does not explain, and forgets how often they were seen.
  @inline(__always)
  private func score(
    _ words: ArraySlice<Int32>, own: Float, _ totals: [Float], _ found: borrowing Companions,
    _ scored: inout [(score: Float, word: Int32)]
  ) {
    for word in words {
      let together = found.seen[Int(word)]
      let total = totals[Int(word)]
      let expected = own * total / Float(max(pairWeights.count, 1))
      let alike = found.likeness[Int(word)]
      if alike > 0 || together > 1.2 * expected {
        scored.append((2 * together / (own + total + 0.01) + 10 * alike, word))
      }
      found.seen[Int(word)] = 0
    }
  }

  /// Keeps the entries of highest score, in any order, equal ones by the number of the word.
  static func keepBest(_ count: Int, of scored: inout [(score: Float, word: Int32)]) {
    func isBetter(_ a: (score: Float, word: Int32), _ b: (score: Float, word: Int32)) -> Bool {
      a.score > b.score || (a.score == b.score && a.word < b.word)
    }
    // Hoare's selection: the part that the last one kept falls into is cut again and again.
    var low = 0
    var high = scored.count - 1
    while low < high {
      let pivot = scored[(low + high) / 2]
      var (i, j) = (low, high)
      while i <= j {
        while isBetter(scored[i], pivot) { i += 1 }
        while isBetter(pivot, scored[j]) { j -= 1 }
        if i <= j {
          scored.swapAt(i, j)
          i += 1
          j -= 1
        }
      }
      if count - 1 <= j { high = j } else if count - 1 >= i { low = i } else { break }
    }
    scored.removeLast(scored.count - count)
  }
}
