/// What the words say of every pair of sentences in a band, both ways and for every size of group.
///
/// The gain of a bead is a sum over its sentences: each target sentence explained by the bead's source sentences as a
/// group, and each source sentence by its target sentences. So it is enough to keep, for each end of a group and each
/// sentence of the other side, one figure a group size.
struct CellScores {
  let band: SearchBand
  /// [size − 1][cell(i, j)]: target sentence j − 1 explained by the `size` source sentences that end before place i.
  var forward: [[Float]]
  /// [size − 1][cell(i, j)]: source sentence i − 1 explained by the `size` target sentences that end before place j.
  var backward: [[Float]]

  /// [cell(i, j)]: what of `forward[0]` rests on words that target sentence j − 1 shares with the one before it and that
  /// source sentence i − 1 can explain only once.
  var forwardRepeated: [Float]
  /// The same of `backward[0]`.
  var backwardRepeated: [Float]

  static let impossible: Float = -1e9
}

extension CellScores {
  init(
    band: SearchBand, source: IndexedText, target: IndexedText, toTarget: LexicalModel, toSource: LexicalModel,
    scale: Float, dilution: Float = 1
  ) {
    self.band = band
    forward = [[Float]](repeating: [], count: BeadType.longest)
    backward = forward
    forwardRepeated = []
    backwardRepeated = []
    // Rows are source places, columns target places.
    (forward, forwardRepeated) = Self.explain(
      explaining: source, explained: target, model: toTarget, scale: scale, dilution: dilution, rows: 0...source.count,
      columns: { Int(band.low[$0])..<Int(band.high[$0]) }, cell: { band.starts[$0] + $1 - Int(band.low[$0]) },
      cells: band.cells)
    let runs = Self.columnRuns(band, target.count)
    (backward, backwardRepeated) = Self.explain(
      explaining: target, explained: source, model: toSource, scale: scale, dilution: dilution, rows: 0...target.count,
      columns: { Int(runs.low[$0])..<Int(runs.high[$0]) }, cell: { band.starts[$1] + $0 - Int(band.low[$1]) },
      cells: band.cells)
  }

  /// For each target place, the run of source places whose row of the band holds it.
  private static func columnRuns(_ band: SearchBand, _ m: Int) -> (low: [Int32], high: [Int32]) {
    var low = [Int32](repeating: Int32.max, count: m + 1)
    var high = [Int32](repeating: 0, count: m + 1)
    for i in 0..<band.low.count {
      for j in Int(band.low[i])..<Int(band.high[i]) {
        low[j] = min(low[j], Int32(i))
        high[j] = max(high[j], Int32(i + 1))
      }
    }
    for j in low.indices where low[j] == Int32.max { low[j] = 0 }
    return (low, high)
  }

  private static func explain(
    explaining: IndexedText, explained: IndexedText, model: LexicalModel, scale: Float, dilution: Float, rows: ClosedRange<Int>,
    columns: (Int) -> Range<Int>, cell: (Int, Int) -> Int, cells: Int
  ) -> (scores: [[Float]], repeated: [Float]) {
    let vocabulary = explained.vocabulary.count
    // Score of a word that nothing explains, and what an explained one gains over it.
    let nothing = (0..<vocabulary).map { scale * model.severity * model.weights[$0] * Float.log(1 - min(model.explained[$0], 0.99)) }
    let odds = (0..<vocabulary).map {
      model.explained[$0] / ((1 - min(model.explained[$0], 0.99)) * model.background[$0])
    }
    let unexplained = (0..<explained.count).map { sentence in
      explained.range(sentence).reduce(Float(0)) { $0 + nothing[Int(explained.words[$1])] }
    }
    let usual = Float(max(explaining.words.count, 1)) / Float(max(explaining.count, 1))
    var result = [[Float]](
      repeating: [Float](repeating: CellScores.impossible, count: cells), count: BeadType.longest)
    let isRepeated = explained.repeatedWords()
    var repeated = [Float](repeating: 0, count: cells)
    var largest = [Float](repeating: 0, count: vocabulary)
    var loss = [Float](repeating: 0, count: vocabulary)
    var mass = [Float](repeating: 0, count: vocabulary)
    var gain = [Float](repeating: 0, count: vocabulary)
    var touched: [Int32] = []
    for i in rows where i > 0 {
      touched.removeAll(keepingCapacity: true)
      let columns = columns(i)
      var length = 0
      for size in 1...BeadType.longest where size <= i {
        let sentence = i - size
        let table = model.tables[model.fold(ofSentence: sentence)]
        for place in explaining.range(sentence) {
          for entry in table.range(Int(explaining.words[place])) {
            let word = Int(table.words[entry])
            if mass[word] == 0 { touched.append(Int32(word)) }
            mass[word] += table.probabilities[entry]
            largest[word] = max(largest[word], table.probabilities[entry])
          }
        }
        length += explaining.range(sentence).count
        let share = Float.pow(Float(max(length, 1)) / usual, -dilution) / usual
        for word in touched {
          let word = Int(word)
          gain[word] = scale * model.weights[word] * Float.quickLog1p(odds[word] * mass[word] * share)
        }
        if size == 1 {
          for word in touched {
            let word = Int(word)
            let left = max(0, mass[word] - largest[word])
            loss[word] = gain[word] - scale * model.weights[word] * Float.quickLog1p(odds[word] * left * share)
          }
          for j in columns where j > 0 {
            var sum: Float = 0
            for place in isRepeated.places(of: j - 1) { sum += loss[Int(explained.words[Int(place)])] }
            repeated[cell(i, j)] = sum
          }
        }
        for j in columns where j > 0 {
          var sum = unexplained[j - 1]
          for place in explained.range(j - 1) { sum += gain[Int(explained.words[place])] }
          result[size - 1][cell(i, j)] = sum
        }
      }
      for word in touched {
        mass[Int(word)] = 0
        gain[Int(word)] = 0
        loss[Int(word)] = 0
        largest[Int(word)] = 0
      }
    }
    return (result, repeated)
  }
}
