/// What the words say of every pair of sentences in a band, both ways and for every size of group.
///
/// The gain of a bead is a sum over its sentences: each target sentence explained by the bead's source sentences as a
/// group, and each source sentence by its target sentences. So it is enough to keep, for each end of a group and each
/// sentence of the other side, one figure a group size.
struct CellScores {
  /// One way of explaining.
  struct Direction {
    /// [(size − 1) · cells + cell(i, j)]: the sentence before the place on the explained side, explained by the `size`
    /// sentences that end before the place on the other.
    fileprivate(set) var scores: [Float]
    /// [cell(i, j)]: what of the scores of size 1 rests on words that the explained sentence shares with the one before
    /// it and that the explaining one can explain only once.
    fileprivate(set) var repeated: [Float]
  }

  let band: SearchBand
  /// Largest group that was looked at.
  let longest: Int
  /// Target sentences explained by source sentences, and the reverse.
  let forward: Direction
  let backward: Direction

  static let impossible: Float = -1e9
  /// Evidence of a sentence grows with the number of its words to the power of one less this.
  fileprivate static let thinningPower: Float = 0.15
  /// Words of a sentence from which on that shows.
  fileprivate static let manyWords: Float = 20

  init(
    band: SearchBand, source: IndexedText, target: IndexedText, toTarget: LexicalModel, toSource: LexicalModel,
    scale: Float, dilution: Float = 1, longest: Int = BeadType.longest
  ) {
    self.band = band
    self.longest = longest
    let explaining = Explaining(scale: scale, dilution: dilution, band: band, longest: longest)
    forward = explaining.direction(from: source, to: target, model: toTarget, isForward: true)
    backward = explaining.direction(from: target, to: source, model: toSource, isForward: false)
  }
}

private struct Explaining {
  let scale: Float
  let dilution: Float
  let band: SearchBand
  /// Largest group.
  let longest: Int

  func direction(from: IndexedText, to: IndexedText, model: LexicalModel, isForward: Bool) -> CellScores.Direction {
    let vocabulary = to.vocabulary.count
    let cells = band.cells
    // Score of a word that nothing explains, and what an explained one gains over it.
    var odds = [Float](repeating: 0, count: vocabulary)
    var nothing = odds
    for word in 0..<vocabulary {
      let lambda = min(model.explained[word], 0.99)
      odds[word] = lambda / ((1 - lambda) * model.background[word])
      nothing[word] = scale * model.severity * model.weights[word] * Float.log(1 - lambda)
    }
    let unexplained = (0..<to.count).map { sentence in
      to.range(sentence).reduce(Float(0)) { $0 + nothing[Int(to.words[$1])] }
    }
    let thinning = (0..<to.count).map {
      Float.pow(1 + Float(to.range($0).count) / CellScores.manyWords, -CellScores.thinningPower)
    }
    let columnRuns = isForward ? (low: band.low, high: band.high) : band.columnRuns(to: from.count)
    let usual = Float(max(from.words.count, 1)) / Float(max(from.count, 1))
    let repeats = to.repeatedWords()
    var scores = [Float](repeating: CellScores.impossible, count: cells * longest)
    var repeated = [Float](repeating: 0, count: cells)
    var mass = [Float](repeating: 0, count: vocabulary)
    var largest = mass
    var gain = mass
    var loss = mass
    // How often each word stands in the sentences that the row looks at: others need not be explained.
    var present = [Int32](repeating: 0, count: vocabulary)
    var window = 1..<1
    var touched: [Int32] = []
    touched.reserveCapacity(4096)

    // SAFETY of the unchecked subscripts: word numbers are below the size of the vocabulary that the tables were made
    // for, places lie inside `words`, cells inside the band; `SearchBandTests` and `CellScoresTests` hold them to it.
    let offsets = band.offsets.span
    let starts = to.starts.span
    let words = to.words.span
    let weights = model.weights.span
    var scoreSpan = scores.mutableSpan
    var repeatedSpan = repeated.mutableSpan
    var massSpan = mass.mutableSpan
    var largestSpan = largest.mutableSpan
    var gainSpan = gain.mutableSpan
    var lossSpan = loss.mutableSpan
    var presentSpan = present.mutableSpan
    for i in 1...max(from.count, 1) where i <= from.count {
      touched.removeAll(keepingCapacity: true)
      let columns = Int(max(columnRuns.low[i], 1))..<Int(max(columnRuns.high[i], 1))
      if columns.isEmpty { continue }
      // Both ends of the columns rise, so the window only ever moves on.
      for j in max(window.upperBound, columns.lowerBound)..<max(window.upperBound, columns.upperBound) {
        for place in Int(starts[unchecked: j - 1])..<Int(starts[unchecked: j]) {
          presentSpan[unchecked: Int(words[unchecked: place])] += 1
        }
      }
      for j in window.lowerBound..<min(window.upperBound, columns.lowerBound) {
        for place in Int(starts[unchecked: j - 1])..<Int(starts[unchecked: j]) {
          presentSpan[unchecked: Int(words[unchecked: place])] -= 1
        }
      }
      window = columns
      var length = 0
      for size in 1...longest where size <= i {
        let sentence = i - size
        let table = model.tables[model.fold(ofSentence: sentence)]
        let entries = table.words.span
        let probabilities = table.probabilities.span
        for place in from.range(sentence) {
          for entry in table.range(Int(from.words[place])) {
            let word = Int(entries[unchecked: entry])
            if presentSpan[unchecked: word] == 0 { continue }
            let probability = probabilities[unchecked: entry]
            if massSpan[unchecked: word] == 0 { touched.append(Int32(truncatingIfNeeded: word)) }
            massSpan[unchecked: word] += probability
            if probability > largestSpan[unchecked: word] { largestSpan[unchecked: word] = probability }
          }
        }
        length += from.range(sentence).count
        let share = Float.pow(Float(max(length, 1)) / usual, -dilution) / usual
        for word in touched {
          let word = Int(word)
          gainSpan[unchecked: word] =
            scale * weights[unchecked: word] * Float.quickLog1p(odds[word] * massSpan[unchecked: word] * share)
        }
        let base = (size - 1) * cells + (isForward ? offsets[unchecked: i] : i)
        for j in columns {
          var sum = unexplained[j - 1]
          for place in Int(starts[unchecked: j - 1])..<Int(starts[unchecked: j]) {
            sum += gainSpan[unchecked: Int(words[unchecked: place])]
          }
          scoreSpan[unchecked: base + (isForward ? j : offsets[unchecked: j])] = sum * thinning[j - 1]
        }
        if size == 1 {
          for word in touched {
            let word = Int(word)
            let left = max(0, massSpan[unchecked: word] - largestSpan[unchecked: word])
            lossSpan[unchecked: word] =
              gainSpan[unchecked: word] - scale * weights[unchecked: word]
              * Float.quickLog1p(odds[word] * left * share)
          }
          for j in columns {
            var sum: Float = 0
            for place in repeats.places(of: j - 1) { sum += lossSpan[unchecked: Int(words[unchecked: Int(place)])] }
            repeatedSpan[unchecked: isForward ? offsets[unchecked: i] + j : offsets[unchecked: j] + i] =
              sum * thinning[j - 1]
          }
        }
      }
      for word in touched {
        let word = Int(word)
        massSpan[unchecked: word] = 0
        gainSpan[unchecked: word] = 0
        lossSpan[unchecked: word] = 0
        largestSpan[unchecked: word] = 0
      }
    }
    return CellScores.Direction(scores: scores, repeated: repeated)
  }
}
