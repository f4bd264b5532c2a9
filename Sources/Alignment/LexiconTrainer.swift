/// Learns a lexicon from pairs of word runs that are taken to be translations.
struct LexiconTrainer {
  /// Word runs that explain and are explained, pair by pair, with the weight of the pair.
  var explaining: [Int32] = []
  var explainingStarts: [Int32] = [0]
  var explained: [Int32] = []
  var explainedStarts: [Int32] = [0]
  var pairWeights: [Float] = []

  struct Settings {
    /// Rounds of expectation and maximisation.
    var rounds = 4
    /// What is taken off each count: a pair of words seen together once says little.
    var discount: Float = 0.5
    /// How many counts a look-alike is worth.
    var lookAlikeCounts: Float = 2
    /// Candidates kept for each word.
    var candidates = 32
    var leavesOneOut = true
  }

  /// The pairs the other way round.
  func reversed() -> LexiconTrainer {
    LexiconTrainer(
      explaining: explained, explainingStarts: explainedStarts, explained: explaining,
      explainedStarts: explainingStarts, pairWeights: pairWeights)
  }

  mutating func add(
    explaining a: some Sequence<Int32>, explained b: some Sequence<Int32>, weight: Float
  ) {
    explaining.append(contentsOf: a)
    explained.append(contentsOf: b)
    explainingStarts.append(Int32(explaining.count))
    explainedStarts.append(Int32(explained.count))
    pairWeights.append(weight)
  }

  /// Learns the model. `start.table` holds the look-alikes, explaining words in rows.
  func train(lookAlikes: LexicalTable, explained words: Vocabulary, settings: Settings) -> LexicalModel {
    let rows = lookAlikes.rows
    let columns = words.count
    var model = LexicalModel(lookAlikes: lookAlikes, explained: words)
    var (table, prior) = candidates(lookAlikes, rows: rows, columns: columns, settings: settings)
    var bins = FrequencyBins(words.counts, start: 0.5)
    var counts = [Float](repeating: 0, count: table.words.count)
    var raw = counts
    var totals = [Float](repeating: 0, count: rows)
    for _ in 0..<settings.rounds {
      expect(table, model.background, &counts, &bins, columns: columns)
      // Maximisation, row by row.
      for row in 0..<rows {
        var sum: Float = 0
        let range = table.range(row)
        for entry in range {
          sum += counts[entry]
          raw[entry] = counts[entry]
          counts[entry] = max(0, counts[entry] - settings.discount) + settings.lookAlikeCounts * prior[entry]
        }
        var priorSum: Float = 0
        for entry in range { priorSum += prior[entry] }
        let total = sum + settings.lookAlikeCounts * max(1, priorSum)
        totals[row] = total
        for entry in range {
          table.probabilities[entry] = counts[entry] / total
          counts[entry] = 0
        }
      }
      bins.update()
    }
    if settings.leavesOneOut {
      expect(table, model.background, &counts, &bins, columns: columns) { entry, row, own in
        let rest = max(0, raw[entry] - own - settings.discount) + settings.lookAlikeCounts * prior[entry]
        return rest / max(totals[row] - own, 0.5)
      }
      bins.update()
    }
    model.explained = (0..<columns).map { bins.lambda(ofWord: $0) }
    model.tables = [table]
    return model
  }

  /// Word pairs worth counting: for each explaining word those that stand in the same pairs more than chance would have
  /// it, and the look-alikes.
  private func candidates(
    _ lookAlikes: LexicalTable, rows: Int, columns: Int, settings: Settings
  ) -> (LexicalTable, [Float]) {
    let pairs = pairWeights.count
    // Postings: which pairs hold each explaining word.
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
    for pair in 0..<pairs {
      for place in Int(explainedStarts[pair])..<Int(explainedStarts[pair + 1]) { totals[Int(explained[place])] += 1 }
    }
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
      for posting in Int(postingStarts[row])..<Int(postingStarts[row + 1]) {
        let pair = postings[posting]
        if pair == last { continue }
        last = pair
        own += 1
        for place in Int(explainedStarts[Int(pair)])..<Int(explainedStarts[Int(pair) + 1]) {
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
        let dice = 2 * together / (own + totals[Int(word)] + 0.01)
        if alike > 0 || together > 1.2 * expected { scored.append((dice + 10 * alike, word)) }
      }
      if scored.count > settings.candidates {
        scored.sort { $0.score > $1.score }
        scored.removeLast(scored.count - settings.candidates)
      }
      var sum: Float = 0
      for (_, word) in scored {
        let dice = 2 * seen[Int(word)] / (own + totals[Int(word)] + 0.01) + 0.5 * likeness[Int(word)]
        sum += dice
        table.words.append(word)
        table.probabilities.append(dice)
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

  /// Expectation: shares each explained word out among the words that may explain it.
  private func expect(
    _ table: LexicalTable, _ background: [Float], _ counts: inout [Float], _ bins: inout FrequencyBins, columns: Int,
    without: ((_ entry: Int, _ row: Int, _ own: Float) -> Float)? = nil
  ) {
    var occurrences = [Float](repeating: 0, count: columns)
    var mass = [Float](repeating: 0, count: columns)
    for pair in 0..<pairWeights.count {
      let own = Int(explainingStarts[pair])..<Int(explainingStarts[pair + 1])
      let other = Int(explainedStarts[pair])..<Int(explainedStarts[pair + 1])
      if own.isEmpty || other.isEmpty { continue }
      let weight = pairWeights[pair]
      for place in other {
        let word = Int(explained[place])
        occurrences[word] += 1
        mass[word] = 0
      }
      for place in own {
        for entry in table.range(Int(explaining[place])) where occurrences[Int(table.words[entry])] > 0 {
          mass[Int(table.words[entry])] += table.probabilities[entry]
        }
      }
      let share = 1 / Float(own.count)
      for place in other {
        let word = Int(explained[place])
        if occurrences[word] == 0 { continue }
        let lambda = bins.lambda(ofWord: word)
        let byWords = lambda * share * mass[word]
        let all = byWords + (1 - lambda) * background[word]
        if without == nil { bins.add(word: word, explained: weight * occurrences[word] * byWords / all, of: weight * occurrences[word]) }
        mass[word] = weight * occurrences[word] * lambda * share / all
        occurrences[word] = 0
      }
      for place in other { occurrences[Int(explained[place])] = 1 }
      if let without {
        var rest: [Int32: Float] = [:]
        for place in own {
          for entry in table.range(Int(explaining[place])) where occurrences[Int(table.words[entry])] > 0 {
            let word = table.words[entry]
            let part = table.probabilities[entry] * mass[Int(word)]
            rest[word, default: 0] += without(entry, Int(explaining[place]), part)
          }
        }
        for place in other {
          let word = Int(explained[place])
          let lambda = bins.lambda(ofWord: word)
          let byWords = lambda * share * (rest[Int32(word)] ?? 0)
          bins.add(
            word: word, explained: weight * byWords / (byWords + (1 - lambda) * background[word]), of: weight)
        }
        for place in other { occurrences[Int(explained[place])] = 0 }
        continue
      }
      for place in own {
        for entry in table.range(Int(explaining[place])) where occurrences[Int(table.words[entry])] > 0 {
          counts[entry] += table.probabilities[entry] * mass[Int(table.words[entry])]
        }
      }
      for place in other { occurrences[Int(explained[place])] = 0 }
    }
  }
}

/// The probability that a word is explained by the other side, shared by words of like frequency.
struct FrequencyBins {
  private let bin: [UInt8]
  private var current: [Float]
  private var explained: [Float]
  private var all: [Float]

  init(_ counts: [Int32], start: Float) {
    bin = counts.map { count in
      var bin: UInt8 = 0
      while bin < 11, Int(count) > (1 << Int(bin)) { bin += 1 }
      return bin
    }
    current = [Float](repeating: start, count: 12)
    explained = [Float](repeating: 0, count: 12)
    all = [Float](repeating: 0, count: 12)
  }

  func lambda(ofWord word: Int) -> Float { current[Int(bin[word])] }

  mutating func add(word: Int, explained part: Float, of whole: Float) {
    explained[Int(bin[word])] += part
    all[Int(bin[word])] += whole
  }

  mutating func update() {
    for i in current.indices {
      current[i] = min(0.95, (explained[i] + 0.1) / (all[i] + 1))
      explained[i] = 0
      all[i] = 0
    }
  }
}
