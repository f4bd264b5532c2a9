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

  private static let mostWords = 255

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

  /// Adds a pair. One whose explained side is of more words than a byte tells apart teaches nothing and is passed over.
  mutating func add(explaining a: ArraySlice<Int32>, explained b: ArraySlice<Int32>, weight: Float) {
    if b.count > Self.mostWords { return }
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
    let counts = Figures(repeating: 0, count: table.words.count)
    var totals = [Float](repeating: 0, count: rows)
    for _ in 0..<settings.rounds {
      counts.fill(0..<counts.count, with: 0)
      expect(table, meetings, model.background, counts, &bins)
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
    let seen = Figures(repeating: 0, count: columns)
    let likeness = Figures(repeating: 0, count: columns)
    // Words met in a row, each once; one place more, for it is written before it is known to be a new one.
    var touchedWords = [Int32](repeating: 0, count: columns + 1)
    var scored: [(score: Float, word: Int32)] = []
    for row in 0..<rows {
      // SAFETY of the unchecked subscripts: words are below `columns`, places lie inside `explained`.
      let words = explained.span
      let starts = explainedStarts.span
      var touched = touchedWords.mutableSpan
      var count = 0
      var own: Float = 0
      var last: Int32 = -1
      for posting in Int(postingStarts[row])..<Int(postingStarts[row + 1]) where postings[posting] != last {
        last = postings[posting]
        own += 1
        for place in Int(starts[unchecked: Int(last)])..<Int(starts[unchecked: Int(last) + 1]) {
          let word = words[unchecked: place]
          let times = seen[Int(word)]
          touched[unchecked: count] = word
          count &+= times == 0 ? 1 : 0
          seen[Int(word)] = times + 1
        }
      }
      for entry in lookAlikes.range(row) {
        let word = lookAlikes.words[entry]
        if seen[Int(word)] == 0, likeness[Int(word)] == 0 {
          touched[unchecked: count] = word
          count += 1
        }
        likeness[Int(word)] = lookAlikes.probabilities[entry]
      }
      scored.removeAll(keepingCapacity: true)
      for k in 0..<count {
        let word = touched[unchecked: k]
        let together = seen[Int(word)]
        let total = totals[Int(word)]
        let expected = own * total / Float(max(pairs, 1))
        let alike = likeness[Int(word)]
        if alike > 0 || together > 1.2 * expected {
          scored.append((2 * together / (own + total + 0.01) + 10 * alike, word))
        }
        seen[Int(word)] = 0
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

  /// For each pair, the entries of the table whose two words stand in it: what every round goes through. Rows are short and
  /// pairs have few words, so that a byte tells an entry in its row, and an explained word in its pair.
  private struct Meetings {
    /// For each place in `explaining`, how many entries of its row meet.
    var counts: [UInt8] = []
    /// Where in its row each entry lies, place by place, and which of the pair's words it explains.
    var offsets: [UInt8] = []
    var words: [UInt8] = []
    /// Where the entries of each pair start.
    var starts: [Int] = [0]
    /// For each place in `explained`, which of the pair's different words stands there.
    var places: [UInt8] = []
  }

  private func meetings(_ table: LexicalTable, columns: Int) -> Meetings {
    var result = Meetings()
    result.counts.reserveCapacity(explaining.count)
    result.places.reserveCapacity(explained.count)
    result.starts.reserveCapacity(pairWeights.count + 1)
    // Which of the pair's words each word is.
    var numbers = [UInt8](repeating: Self.none, count: columns)
    var number = numbers.mutableSpan
    let words = table.words.span
    let explained = self.explained.span
    for pair in pairWeights.indices {
      let other = Int(explainedStarts[pair])..<Int(explainedStarts[pair + 1])
      var count: UInt8 = 0
      for place in other {
        let word = Int(explained[unchecked: place])
        if number[unchecked: word] == Self.none {
          number[unchecked: word] = count
          count += 1
        }
        result.places.append(number[unchecked: word])
      }
      for place in Int(explainingStarts[pair])..<Int(explainingStarts[pair + 1]) {
        let row = table.range(Int(explaining[place])).prefix(Self.longestRow)
        let before = result.offsets.count
        for entry in row {
          let word = number[unchecked: Int(words[unchecked: entry])]
          if word == Self.none { continue }
          result.offsets.append(UInt8(truncatingIfNeeded: entry &- row.lowerBound))
          result.words.append(word)
        }
        result.counts.append(UInt8(result.offsets.count - before))
      }
      for place in other { number[unchecked: Int(explained[unchecked: place])] = Self.none }
      result.starts.append(result.offsets.count)
    }
    return result
  }

  /// No word of a pair.
  private static let none = UInt8.max
  /// Entries of a row that are looked at: as many as one byte tells apart.
  private static let longestRow = 255

  // SAFETY of the unchecked subscripts below: entries are told by numbers that `meetings` took from the same table, words of
  // a pair are below 255, and pairs and places inside the runs that `add` made.

  /// What a round works with: figures for the words of one pair.
  private struct PairWords: ~Copyable {
    /// What explains each word, then what one unit of probability of an entry is worth in counts.
    let mass = Figures(repeating: 0, count: 256)
    let occurrences = Figures(repeating: 0, count: 256)
    let rest = Figures(repeating: 0, count: 256)
  }

  /// Expectation: shares each explained word out among the words that may explain it.
  private func expect(
    _ table: LexicalTable, _ meetings: Meetings, _ background: [Float], _ counts: borrowing Figures,
    _ bins: inout FrequencyBins
  ) {
    let own = PairWords()
    let probabilities = table.probabilities.span
    let rowStarts = table.starts.span
    let explaining = self.explaining.span
    let met = meetings.counts.span
    let offsets = meetings.offsets.span
    let words = meetings.words.span
    for pair in pairWeights.indices {
      share(pair, table, meetings, background, &bins, own)
      var next = meetings.starts[pair]
      for place in Int(explainingStarts[pair])..<Int(explainingStarts[pair + 1]) {
        let start = Int(rowStarts[unchecked: Int(explaining[unchecked: place])])
        let end = next &+ Int(met[unchecked: place])
        while next < end {
          let entry = start &+ Int(offsets[unchecked: next])
          counts[entry] += probabilities[unchecked: entry] * own.mass[Int(words[unchecked: next])]
          next &+= 1
        }
      }
    }
  }

  /// Sets `mass` of each explained word of a pair to what one unit of probability of an entry is worth in counts.
  @inline(__always)
  private func share(
    _ pair: Int, _ table: LexicalTable, _ meetings: Meetings, _ background: [Float], _ bins: inout FrequencyBins,
    _ own: borrowing PairWords
  ) {
    let probabilities = table.probabilities.span
    let rowStarts = table.starts.span
    let explaining = self.explaining.span
    let explained = self.explained.span
    let met = meetings.counts.span
    let offsets = meetings.offsets.span
    let words = meetings.words.span
    let places = meetings.places.span
    let backgrounds = background.span
    let other = Int(explainedStarts[pair])..<Int(explainedStarts[pair + 1])
    for place in other {
      let number = Int(places[unchecked: place])
      own.mass[number] = 0
      own.occurrences[number] += 1
    }
    var next = meetings.starts[pair]
    for place in Int(explainingStarts[pair])..<Int(explainingStarts[pair + 1]) {
      let start = Int(rowStarts[unchecked: Int(explaining[unchecked: place])])
      let end = next &+ Int(met[unchecked: place])
      while next < end {
        own.mass[Int(words[unchecked: next])] += probabilities[unchecked: start &+ Int(offsets[unchecked: next])]
        next &+= 1
      }
    }
    let part = 1 / Float(max(1, explainingStarts[pair + 1] - explainingStarts[pair]))
    for place in other {
      let number = Int(places[unchecked: place])
      let times = own.occurrences[number]
      if times == 0 { continue }
      let word = Int(explained[unchecked: place])
      let lambda = bins.lambda(ofWord: word)
      let byWords = lambda * part * own.mass[number]
      let all = byWords + (1 - lambda) * backgrounds[unchecked: word]
      let weight = pairWeights[pair] * times
      bins.add(word: word, explained: weight * byWords / all, of: weight)
      own.mass[number] = weight * lambda * part / all
      own.occurrences[number] = 0
    }
  }

  /// The probability that a word is explained, from what each pair would be told by all others.
  private func leaveOneOut(
    _ table: LexicalTable, _ meetings: Meetings, _ background: [Float], _ counts: borrowing Figures, _ totals: [Float],
    _ prior: [Float], _ settings: Settings, _ bins: inout FrequencyBins
  ) {
    let own = PairWords()
    var unused = bins
    let probabilities = table.probabilities.span
    let priors = prior.span
    let met = meetings.counts.span
    let offsets = meetings.offsets.span
    let words = meetings.words.span
    let places = meetings.places.span
    for pair in pairWeights.indices {
      share(pair, table, meetings, background, &unused, own)
      let other = Int(explainedStarts[pair])..<Int(explainedStarts[pair + 1])
      for place in other { own.rest[Int(places[unchecked: place])] = 0 }
      var next = meetings.starts[pair]
      for place in Int(explainingStarts[pair])..<Int(explainingStarts[pair + 1]) {
        let row = Int(explaining[place])
        let start = Int(table.starts[row])
        let total = totals[row]
        let end = next &+ Int(met[unchecked: place])
        while next < end {
          let entry = start &+ Int(offsets[unchecked: next])
          let number = Int(words[unchecked: next])
          let share = probabilities[unchecked: entry] * own.mass[number]
          let left =
            max(0, counts[entry] - share - settings.discount) + settings.lookAlikeCounts * priors[unchecked: entry]
          own.rest[number] += left / max(total - share, 0.5)
          next &+= 1
        }
      }
      let part = 1 / Float(max(1, explainingStarts[pair + 1] - explainingStarts[pair]))
      for place in other {
        let word = Int(explained[place])
        let lambda = bins.lambda(ofWord: word)
        let byWords = lambda * part * own.rest[Int(places[unchecked: place])]
        bins.add(
          word: word, explained: pairWeights[pair] * byWords / (byWords + (1 - lambda) * background[word]),
          of: pairWeights[pair])
      }
    }
  }
}
