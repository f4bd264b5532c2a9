/// Learns a lexicon from pairs of word runs that are taken to be translations: expectation and maximisation of IBM
/// Model 1 over a pruned table.
struct LexiconTrainer {
  /// Word runs that explain and are explained, pair by pair, with the weight of the pair.
  private var explaining: [Int32] = []
  private var explainingStarts: [Int32] = [0]
  private var explained: [Int32] = []
  private var explainedStarts: [Int32] = [0]
  private var pairWeights: [Float] = []

  /// Probability below which a word pair is forgotten.
  private static let least: Float = 0.0005

  struct Settings {
    /// Rounds of expectation and maximisation.
    var rounds = 4
    /// What is taken off each count: a pair of words seen together once says little.
    var discount: Float = 0.2
    /// How many counts a look-alike is worth.
    var lookAlikeCounts: Float = 1
    /// Candidates kept for each word.
    var candidates = 64
    /// Whether the probability that a word is explained is learned from what the other pairs say of each pair.
    var leavesOneOut = true
  }

  /// Room for that many pairs and words.
  mutating func reserve(pairs: Int, explaining a: Int, explained b: Int) {
    explaining.reserveCapacity(explaining.count + a)
    explained.reserveCapacity(explained.count + b)
    explainingStarts.reserveCapacity(explainingStarts.count + pairs)
    explainedStarts.reserveCapacity(explainedStarts.count + pairs)
    pairWeights.reserveCapacity(pairWeights.count + pairs)
  }

  mutating func add(explaining a: ArraySlice<Int32>, explained b: ArraySlice<Int32>, weight: Float) {
    explaining.append(contentsOf: a)
    explained.append(contentsOf: b)
    explainingStarts.append(Int32(explaining.count))
    explainedStarts.append(Int32(explained.count))
    pairWeights.append(weight)
  }

  /// Learns the model. `lookAlikes` holds what looks alike, explaining words in rows.
  func train(lookAlikes: LexicalTable, explained words: Vocabulary, settings: Settings) -> LexicalModel {
    let rows = lookAlikes.rows
    let columns = words.count
    var model = LexicalModel(lookAlikes: lookAlikes, explained: words)
    var (table, prior) = candidates(lookAlikes, rows: rows, columns: columns, settings: settings)
    let meetings = meetings(table, columns: columns)
    var bins = FrequencyBins(words.counts, start: 0.5)
    var counts = [Float](repeating: 0, count: table.words.count)
    var totals = [Float](repeating: 0, count: rows)
    for _ in 0..<settings.rounds {
      for entry in counts.indices { counts[entry] = 0 }
      expect(table, meetings, model.background, &counts, &bins)
      for row in 0..<rows {
        var total: Float = 0
        var priorTotal: Float = 0
        for entry in table.range(row) {
          total += counts[entry]
          priorTotal += prior[entry]
        }
        total += settings.lookAlikeCounts * max(1, priorTotal)
        totals[row] = total
        for entry in table.range(row) {
          table.probabilities[entry] =
            (max(0, counts[entry] - settings.discount) + settings.lookAlikeCounts * prior[entry]) / total
        }
      }
      bins.update()
    }
    if settings.leavesOneOut {
      leaveOneOut(table, meetings, model.background, counts, totals, prior, settings, &bins)
      bins.update()
    }
    model.explained = (0..<columns).map { bins.lambda(ofWord: $0) }
    table.removeEntries(below: Self.least)
    model.tables = [table]
    return model
  }

  /// Word pairs worth counting: for each explaining word those that stand in the same pairs more than chance would have
  /// it, and the look-alikes.
  private func candidates(
    _ lookAlikes: LexicalTable, rows: Int, columns: Int, settings: Settings
  ) -> (LexicalTable, prior: [Float]) {
    let pairs = pairWeights.count
    // Which pairs hold each explaining word.
    var postingStarts = [Int32](repeating: 0, count: rows + 1)
    for word in explaining { postingStarts[Int(word) + 1] += 1 }
    for row in 0..<rows { postingStarts[row + 1] += postingStarts[row] }
    var postings = [Int32](repeating: 0, count: explaining.count)
    var next = postingStarts
    for pair in 0..<pairs {
      for place in Int(explainingStarts[pair])..<Int(explainingStarts[pair + 1]) {
        let word = Int(explaining[place])
        postings[Int(next[word])] = Int32(pair)
        next[word] += 1
      }
    }
    var totals = [Float](repeating: 0, count: columns)
    for word in explained { totals[Int(word)] += 1 }
    var table = LexicalTable(rows: rows)
    var prior: [Float] = []
    var seen = [Float](repeating: 0, count: columns)
    var likeness = [Float](repeating: 0, count: columns)
    var touched: [Int32] = []
    var scored: [(score: Float, word: Int32)] = []
    for row in 0..<rows {
      touched.removeAll(keepingCapacity: true)
      var own: Float = 0
      var last: Int32 = -1
      for posting in Int(postingStarts[row])..<Int(postingStarts[row + 1]) where postings[posting] != last {
        last = postings[posting]
        own += 1
        for place in Int(explainedStarts[Int(last)])..<Int(explainedStarts[Int(last) + 1]) {
          let word = Int(explained[place])
          if seen[word] == 0 { touched.append(Int32(word)) }
          seen[word] += 1
        }
      }
      for entry in lookAlikes.range(row) {
        let word = Int(lookAlikes.words[entry])
        likeness[word] = lookAlikes.probabilities[entry]
        if seen[word] == 0 { touched.append(Int32(word)) }
      }
      scored.removeAll(keepingCapacity: true)
      for word in touched {
        let together = seen[Int(word)]
        let expected = own * totals[Int(word)] / Float(max(pairs, 1))
        let alike = likeness[Int(word)]
        if alike > 0 || together > 1.2 * expected {
          scored.append((2 * together / (own + totals[Int(word)] + 0.01) + 10 * alike, word))
        }
      }
      if scored.count > settings.candidates {
        Self.keepBest(settings.candidates, of: &scored)
      }
      var sum: Float = 0
      for (score, word) in scored {
        let start = score - 9.5 * likeness[Int(word)]
        sum += start
        table.words.append(word)
        table.probabilities.append(start)
        prior.append(likeness[Int(word)])
      }
      for entry in (table.words.count - scored.count)..<table.words.count {
        table.probabilities[entry] /= max(sum, 1e-6)
      }
      table.starts[row + 1] = Int32(table.words.count)
      for word in touched { seen[Int(word)] = 0 }
      for entry in lookAlikes.range(row) { likeness[Int(lookAlikes.words[entry])] = 0 }
    }
    return (table, prior)
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

  /// For each pair, the entries of the table whose two words stand in it: what every round goes through. An entry takes one
  /// byte, for rows are short.
  private struct Meetings {
    /// For each place in `explaining`, how many entries of its row meet.
    var counts: [UInt8] = []
    /// Where in its row each entry lies, place by place.
    var offsets: [UInt8] = []
    /// Where the entries of each pair start.
    var starts: [Int] = [0]
  }

  private func meetings(_ table: LexicalTable, columns: Int) -> Meetings {
    var result = Meetings()
    result.counts.reserveCapacity(explaining.count)
    var stands = [Bool](repeating: false, count: columns)
    for pair in pairWeights.indices {
      let other = Int(explainedStarts[pair])..<Int(explainedStarts[pair + 1])
      for place in other { stands[Int(explained[place])] = true }
      for place in Int(explainingStarts[pair])..<Int(explainingStarts[pair + 1]) {
        let row = table.range(Int(explaining[place]))
        let before = result.offsets.count
        for entry in row.prefix(Self.longestRow) where stands[Int(table.words[entry])] {
          result.offsets.append(UInt8(entry - row.lowerBound))
        }
        result.counts.append(UInt8(result.offsets.count - before))
      }
      for place in other { stands[Int(explained[place])] = false }
      result.starts.append(result.offsets.count)
    }
    return result
  }

  /// Entries of a row that are looked at: as many as one byte tells apart.
  private static let longestRow = 255

  /// Goes through the entries that meet in a pair, with their rows. They are told by numbers that `meetings` took from the
  /// same table, so that reading them needs no check.
  @inline(__always)
  private func forEachMeeting(
    of pair: Int, _ table: LexicalTable, _ meetings: Meetings, _ body: (_ entry: Int, _ row: Int) -> Void
  ) {
    let offsets = meetings.offsets.span
    let counts = meetings.counts.span
    let rowStarts = table.starts.span
    let words = explaining.span
    var next = meetings.starts[pair]
    for place in Int(explainingStarts[pair])..<Int(explainingStarts[pair + 1]) {
      let row = Int(words[unchecked: place])
      let start = Int(rowStarts[unchecked: row])
      let end = next + Int(counts[unchecked: place])
      while next < end {
        body(start + Int(offsets[unchecked: next]), row)
        next += 1
      }
    }
  }

  /// Expectation: shares each explained word out among the words that may explain it.
  private func expect(
    _ table: LexicalTable, _ meetings: Meetings, _ background: [Float], _ counts: inout [Float],
    _ bins: inout FrequencyBins
  ) {
    var mass = [Float](repeating: 0, count: background.count)
    var occurrences = mass
    for pair in pairWeights.indices {
      share(pair, table, meetings, background, &bins, &mass, &occurrences)
      forEachMeeting(of: pair, table, meetings) { entry, _ in
        counts[entry] += table.probabilities[entry] * mass[Int(table.words[entry])]
      }
      clear(pair, &mass, &occurrences)
    }
  }

  /// Sets `mass` of each explained word of a pair to what one unit of probability of an entry is worth in counts.
  private func share(
    _ pair: Int, _ table: LexicalTable, _ meetings: Meetings, _ background: [Float], _ bins: inout FrequencyBins,
    _ mass: inout [Float], _ occurrences: inout [Float]
  ) {
    let other = Int(explainedStarts[pair])..<Int(explainedStarts[pair + 1])
    for place in other { occurrences[Int(explained[place])] += 1 }
    forEachMeeting(of: pair, table, meetings) { entry, _ in
      mass[Int(table.words[entry])] += table.probabilities[entry]
    }
    let part = 1 / Float(max(1, explainingStarts[pair + 1] - explainingStarts[pair]))
    for place in other where occurrences[Int(explained[place])] > 0 {
      let word = Int(explained[place])
      let lambda = bins.lambda(ofWord: word)
      let byWords = lambda * part * mass[word]
      let all = byWords + (1 - lambda) * background[word]
      let weight = pairWeights[pair] * occurrences[word]
      bins.add(word: word, explained: weight * byWords / all, of: weight)
      mass[word] = weight * lambda * part / all
      occurrences[word] = 0
    }
  }

  private func clear(_ pair: Int, _ mass: inout [Float], _ occurrences: inout [Float]) {
    for place in Int(explainedStarts[pair])..<Int(explainedStarts[pair + 1]) { mass[Int(explained[place])] = 0 }
  }

  /// The probability that a word is explained, from what each pair would be told by all others.
  private func leaveOneOut(
    _ table: LexicalTable, _ meetings: Meetings, _ background: [Float], _ counts: [Float], _ totals: [Float],
    _ prior: [Float], _ settings: Settings, _ bins: inout FrequencyBins
  ) {
    var mass = [Float](repeating: 0, count: background.count)
    var occurrences = mass
    var rest = mass
    var unused = bins
    for pair in pairWeights.indices {
      share(pair, table, meetings, background, &unused, &mass, &occurrences)
      forEachMeeting(of: pair, table, meetings) { entry, row in
        let own = table.probabilities[entry] * mass[Int(table.words[entry])]
        let left = max(0, counts[entry] - own - settings.discount) + settings.lookAlikeCounts * prior[entry]
        rest[Int(table.words[entry])] += left / max(totals[row] - own, 0.5)
      }
      let part = 1 / Float(max(1, explainingStarts[pair + 1] - explainingStarts[pair]))
      let other = Int(explainedStarts[pair])..<Int(explainedStarts[pair + 1])
      for place in other {
        let word = Int(explained[place])
        let lambda = bins.lambda(ofWord: word)
        let byWords = lambda * part * rest[word]
        bins.add(
          word: word, explained: pairWeights[pair] * byWords / (byWords + (1 - lambda) * background[word]),
          of: pairWeights[pair])
      }
      for place in other { rest[Int(explained[place])] = 0 }
      clear(pair, &mass, &occurrences)
    }
  }
}
