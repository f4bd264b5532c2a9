/// How one side explains the other: what all rows have in common, and what is worked with in each.
struct SentenceExplaining: ~Copyable {
  let from: IndexedText
  let to: IndexedText
  let model: LexicalModel
  let band: SearchBand
  let isForward: Bool
  /// Largest group.
  let longest: Int
  let scale: Float
  let dilution: Float
  /// By word of the explained side, what one unit of probability adds to its odds.
  private let odds: [Float]
  /// By sentence, the score if nothing explains it.
  private let unexplained: [Float]
  /// By sentence, what its evidence is multiplied by.
  private let thinning: [Float]
  private let columnRuns: (low: [Int32], high: [Int32])
  /// Words of a sentence of the explaining side.
  private let usual: Float
  private let repeats: IndexedText.RepeatedWords
  private let scores: [SharedFloats]
  private let repeated: SharedFloats
  private var near: NearWords
  /// By the number of a word in a row and the size of the group: what explains it, and what it gains.
  private let mass: FloatLanes
  private let gain: FloatLanes
  /// Of a group of one: the largest part of what explains it, and what it loses without that.
  private let largest: FloatLanes
  private let loss: FloatLanes

  init(
    from: IndexedText, to: IndexedText, model: LexicalModel, band: SearchBand, isForward: Bool, longest: Int,
    scale: Float, dilution: Float
  ) {
    (self.from, self.to, self.model, self.band) = (from, to, model, band)
    (self.isForward, self.longest, self.scale, self.dilution) = (isForward, longest, scale, dilution)
    let vocabulary = to.vocabulary.count
    var odds = [Float](repeating: 0, count: vocabulary)
    var nothing = odds
    for word in 0..<vocabulary {
      let lambda = min(model.explained[word], 0.99)
      odds[word] = lambda / ((1 - lambda) * model.background[word])
      nothing[word] = scale * model.severity * model.weights[word] * Float.log(1 - lambda)
    }
    self.odds = odds
    unexplained = (0..<to.count).map { sentence in
      to.range(sentence).reduce(Float(0)) { $0 + nothing[Int(to.words[$1])] }
    }
    thinning = (0..<to.count).map {
      Float.pow(1 + Float(to.range($0).count) / CellScores.manyWords, -CellScores.thinningPower)
    }
    columnRuns = isForward ? (low: band.low, high: band.high) : band.columnRuns(to: from.count)
    usual = Float(max(from.words.count, 1)) / Float(max(from.count, 1))
    repeats = to.repeatedWords()
    let cells = band.cells
    scores = (0..<longest).map { _ in SharedFloats(repeating: CellScores.impossible, count: cells) }
    repeated = SharedFloats(repeating: 0, count: cells)
    near = NearWords(from: from, to: to, model: model, columns: columnRuns, longest: longest)
    mass = FloatLanes(repeating: 0, count: 4 * (vocabulary + 1))
    gain = FloatLanes(repeating: 0, count: 4 * (vocabulary + 1))
    largest = FloatLanes(repeating: 0, count: vocabulary + 1)
    loss = FloatLanes(repeating: 0, count: vocabulary + 1)
  }

  consuming func direction() -> CellScores.Direction {
    // Words that the group explains have a number in the row, from 1 on; the others have 0, which gains nothing.
    var numbers = [Int32](repeating: 0, count: to.vocabulary.count)
    var touched = [Int32](repeating: 0, count: to.vocabulary.count + 1)
    for i in 1...max(from.count, 1) where i <= from.count {
      near.move(to: i - 1)
      let columns = Int(max(columnRuns.low[i], 1))..<Int(max(columnRuns.high[i], 1))
      if columns.isEmpty { continue }
      let group = gather(endingBefore: i, &numbers, &touched)
      weigh(group, touched)
      score(i, columns, numbers)
      for number in stride(from: 1, through: group.count, by: 1) { numbers[Int(touched[number])] = 0 }
    }
    return CellScores.Direction(scores: scores, repeated: repeated)
  }

  // SAFETY of the unchecked subscripts: word numbers are below the size of the vocabulary that the tables were made for,
  // places lie inside `words`, cells inside the band; `SearchBandTests` and `CellScoresTests` hold them to it.

  /// The groups of sentences that end before a place, by size.
  private struct Group {
    /// Words that the largest explains, and that the sentence alone does: they have the numbers up to these.
    var count = 0
    var alone = 0
    /// By size, what a word of the group is worth.
    var share = SIMD4<Float>(repeating: 0)
  }

  /// Numbers the words that the groups which end before place i explain, and adds up what explains each.
  @inline(__always)
  private func gather(endingBefore i: Int, _ numbers: inout [Int32], _ words: inout [Int32]) -> Group {
    var group = Group()
    var length = 0
    var number = numbers.mutableSpan
    var touched = words.mutableSpan
    for size in 1...longest where size <= i {
      let sentence = i - size
      // What explains a group explains every larger one.
      let part = SIMD4<Float>(repeating: 0).replacing(with: 1, where: SIMD4<Int32>(1, 2, 3, 4) .>= Int32(size))
      let entries = near.entries(of: sentence).span
      for k in entries.indices {
        let entry = entries[unchecked: k]
        var own = Int(number[unchecked: Int(entry.word)])
        if own == 0 {
          group.count += 1
          own = group.count
          number[unchecked: Int(entry.word)] = Int32(truncatingIfNeeded: own)
          touched[unchecked: own] = entry.word
          mass[lanes: 4 * own] = SIMD4(repeating: 0)
          largest[own] = 0
        }
        mass[lanes: 4 * own] += part * entry.probability
        if size == 1, entry.probability > largest[own] { largest[own] = entry.probability }
      }
      if size == 1 { group.alone = group.count }
      length += from.range(sentence).count
      group.share[size - 1] = Float.pow(Float(max(length, 1)) / usual, -dilution) / usual
    }
    return group
  }

  /// What each word that a group explains gains by it, and loses without the word that explains it best.
  @inline(__always)
  private func weigh(_ group: Group, _ words: [Int32]) {
    let touched = words.span
    let weights = model.weights.span
    let odds = self.odds.span
    let share = group.share
    for number in stride(from: 1, through: group.count, by: 1) {
      let word = Int(touched[unchecked: number])
      let worth = scale * weights[unchecked: word]
      let explained = mass[lanes: 4 * number]
      let gained: SIMD4<Float> = worth * SIMD4<Float>.quickLog1p(odds[unchecked: word] * explained * share)
      gain[lanes: 4 * number] = gained.replacing(with: 0, where: explained .== 0)
      loss[number] = 0
      if number <= group.alone {
        let left = max(0, explained[0] - largest[number])
        loss[number] = gained[0] - worth * Float.quickLog1p(odds[unchecked: word] * left * share[0])
      }
    }
  }

  /// Writes the scores of row i: those of the sentences before the columns, explained by the groups that end before it.
  @inline(__always)
  private func score(_ i: Int, _ columns: Range<Int>, _ numbersOfWords: [Int32]) {
    let offsets = band.offsets.span
    let starts = to.starts.span
    let words = to.words.span
    let numbers = numbersOfWords.span
    for j in columns {
      var sum = SIMD4<Float>(repeating: unexplained[j - 1])
      for place in Int(starts[unchecked: j - 1])..<Int(starts[unchecked: j]) {
        sum += gain[lanes: 4 * Int(numbers[unchecked: Int(words[unchecked: place])])]
      }
      sum *= thinning[j - 1]
      let here = isForward ? offsets[unchecked: i] + j : offsets[unchecked: j] + i
      for size in 0..<min(longest, i) { scores[size].floats[here] = sum[size] }
      var lost: Float = 0
      for place in repeats.places(of: j - 1) {
        lost += loss[Int(numbers[unchecked: Int(words[unchecked: Int(place)])])]
      }
      repeated.floats[here] = lost * thinning[j - 1]
    }
  }
}
