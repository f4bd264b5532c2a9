/// What the words say of every pair of sentences in a band, both ways and for every size of group.
///
/// The gain of a bead is a sum over its sentences: each target sentence explained by the bead's source sentences as a
/// group, and each source sentence by its target sentences. So it is enough to keep, for each end of a group and each
/// sentence of the other side, one figure a group size.
struct CellScores {
  /// One way of explaining.
  struct Direction {
    /// [size − 1][cell(i, j)]: the sentence before the place on the explained side, explained by the `size` sentences that
    /// end before the place on the other.
    fileprivate(set) var scores: [SharedFigures]
    /// [cell(i, j)]: what of the scores of size 1 rests on words that the explained sentence shares with the one before
    /// it and that the explaining one can explain only once.
    let repeated: SharedFigures
  }

  let band: SearchBand
  /// Largest group that was looked at.
  let longest: Int
  /// Target sentences explained by source sentences, and the reverse.
  private(set) var forward: Direction
  private(set) var backward: Direction

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

  /// Frees the scores of groups larger than `size`, which will not be asked for again.
  mutating func forget(above size: Int) {
    if forward.scores.count > size { forward.scores.removeLast(forward.scores.count - size) }
    if backward.scores.count > size { backward.scores.removeLast(backward.scores.count - size) }
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
    let scores = (0..<longest).map { _ in SharedFigures(repeating: CellScores.impossible, count: cells) }
    let repeated = SharedFigures(repeating: 0, count: cells)
    var near = NearWords(from: from, to: to, model: model, columns: columnRuns, longest: longest)
    // Words that the group explains have a number in the row, from 1 on; the others have 0, which gains nothing.
    var numbers = [Int32](repeating: 0, count: vocabulary)
    var touched = [Int32](repeating: 0, count: vocabulary + 1)
    // For each of them, by the size of the group: what explains it, and what it gains.
    let mass = Figures(repeating: 0, count: 4 * (vocabulary + 1))
    let gain = Figures(repeating: 0, count: 4 * (vocabulary + 1))
    // Of a group of one: the largest part of what explains it, and what it loses without that.
    let largest = Figures(repeating: 0, count: vocabulary + 1)
    let loss = Figures(repeating: 0, count: vocabulary + 1)

    // SAFETY of the unchecked subscripts: word numbers are below the size of the vocabulary that the tables were made
    // for, places lie inside `words`, cells inside the band; `SearchBandTests` and `CellScoresTests` hold them to it.
    let offsets = band.offsets.span
    let starts = to.starts.span
    let words = to.words.span
    let weights = model.weights.span
    let oddsSpan = odds.span
    var numberSpan = numbers.mutableSpan
    var touchedSpan = touched.mutableSpan
    for i in 1...max(from.count, 1) where i <= from.count {
      near.move(to: i - 1)
      let columns = Int(max(columnRuns.low[i], 1))..<Int(max(columnRuns.high[i], 1))
      if columns.isEmpty { continue }
      var length = 0
      var count = 0
      var alone = 0
      var share = SIMD4<Float>(repeating: 0)
      for size in 1...longest where size <= i {
        let sentence = i - size
        // What explains a group explains every larger one.
        let part = SIMD4<Float>(repeating: 0).replacing(with: 1, where: SIMD4<Int32>(1, 2, 3, 4) .>= Int32(size))
        let entries = near.entries(of: sentence).span
        for k in entries.indices {
          let entry = entries[unchecked: k]
          var number = Int(numberSpan[unchecked: Int(entry.word)])
          if number == 0 {
            count += 1
            number = count
            numberSpan[unchecked: Int(entry.word)] = Int32(truncatingIfNeeded: number)
            touchedSpan[unchecked: number] = entry.word
            mass[lanes: 4 * number] = SIMD4(repeating: 0)
            largest[number] = 0
          }
          mass[lanes: 4 * number] += part * entry.probability
          if size == 1, entry.probability > largest[number] { largest[number] = entry.probability }
        }
        if size == 1 { alone = count }
        length += from.range(sentence).count
        share[size - 1] = Float.pow(Float(max(length, 1)) / usual, -dilution) / usual
      }
      for number in stride(from: 1, through: count, by: 1) {
        let word = Int(touchedSpan[unchecked: number])
        let worth = scale * weights[unchecked: word]
        let explained = mass[lanes: 4 * number]
        let gained: SIMD4<Float> = worth * SIMD4<Float>.quickLog1p(oddsSpan[unchecked: word] * explained * share)
        gain[lanes: 4 * number] = gained.replacing(with: 0, where: explained .== 0)
        loss[number] = 0
        if number <= alone {
          let left = max(0, explained[0] - largest[number])
          loss[number] = gained[0] - worth * Float.quickLog1p(oddsSpan[unchecked: word] * left * share[0])
        }
      }
      for j in columns {
        var sum = SIMD4<Float>(repeating: unexplained[j - 1])
        for place in Int(starts[unchecked: j - 1])..<Int(starts[unchecked: j]) {
          sum += gain[lanes: 4 * Int(numberSpan[unchecked: Int(words[unchecked: place])])]
        }
        sum *= thinning[j - 1]
        let here = isForward ? offsets[unchecked: i] + j : offsets[unchecked: j] + i
        for size in 0..<min(longest, i) { scores[size].figures[here] = sum[size] }
        var lost: Float = 0
        for place in repeats.places(of: j - 1) {
          lost += loss[Int(numberSpan[unchecked: Int(words[unchecked: Int(place)])])]
        }
        repeated.figures[here] = lost * thinning[j - 1]
      }
      for number in stride(from: 1, through: count, by: 1) {
        numberSpan[unchecked: Int(touchedSpan[unchecked: number])] = 0
      }
    }
    return CellScores.Direction(scores: scores, repeated: repeated)
  }
}

/// What the words of a sentence explain of the words near it: those of the columns that the rows of its groups look at. All
/// others need not be explained, and are most.
private struct NearWords {
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
    // SAFETY of the unchecked subscripts: as in `direction`.
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
