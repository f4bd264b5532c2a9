/// Expectation: how the explained words are shared out among those that may explain them.
extension LexiconTrainer {
  // SAFETY of the unchecked subscripts below: entries are told by numbers that `meetings` took from the same table, words of
  // a pair are below 255, and pairs and places inside the runs that `add` made.

  /// What a round works with: figures for the words of one pair.
  private struct PairWords: ~Copyable {
    /// What explains each word, then what one unit of probability of an entry is worth in counts.
    let mass = FloatLanes(repeating: 0, count: 256)
    let occurrences = FloatLanes(repeating: 0, count: 256)
    let rest = FloatLanes(repeating: 0, count: 256)
  }

  /// Expectation: shares each explained word out among the words that may explain it.
  func expect(
    _ table: LexicalTable, _ meetings: Meetings, _ background: [Float], _ counts: borrowing FloatLanes,
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
  func leaveOneOut(
    _ table: LexicalTable, _ meetings: Meetings, _ background: [Float], _ counts: borrowing FloatLanes,
    _ totals: [Float],
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
