import Testing

@testable import Alignment

@Suite struct CellScoresTests {
  /// What a group of sentences says of one of the other side, word by word as the model has it.
  private func expected(
    _ from: IndexedText, _ group: Range<Int>, _ to: IndexedText, _ sentence: Int, _ model: LexicalModel
  ) -> Float {
    let usual = Float(from.words.count) / Float(from.count)
    let length = Float(from.range(group).count)
    let share = Float.pow(max(length, 1) / usual, -0.8) / usual
    var sum: Float = 0
    for place in to.range(sentence) {
      let word = Int(to.words[place])
      var mass: Float = 0
      for i in group {
        let table = model.tables[model.fold(ofSentence: i)]
        for other in from.range(i) {
          for entry in table.range(Int(from.words[other])) where Int(table.words[entry]) == word {
            mass += table.probabilities[entry]
          }
        }
      }
      let lambda = min(model.explained[word], 0.99)
      let odds = lambda / ((1 - lambda) * model.background[word])
      sum += 0.5 * model.weights[word] * (Float.log1p(odds * mass * share) + model.severity * Float.log(1 - lambda))
    }
    return sum * Float.pow(1 + Float(to.range(sentence).count) / 20, -0.15)
  }

  @Test func everyGroupIsScoredAsTheModelSays() {
    for width in [1, 2, 9] {
      let pair = SmallPair(width: width)
      let cells = pair.cells()
      for i in 1...7 {
        for j in 1...8 {
          guard let cell = pair.band.cell(i, j) else { continue }
          for group in 1...4 {
            if i >= group {
              let score = cells.forward.scores[group - 1].floats[cell]
              let words = expected(pair.source, i - group..<i, pair.target, j - 1, pair.toTarget)
              #expect(abs(score - words) < 0.01, "\(group) source sentences to \(i), target \(j)")
            }
            if j >= group {
              let score = cells.backward.scores[group - 1].floats[cell]
              let words = expected(pair.target, j - group..<j, pair.source, i - 1, pair.toSource)
              #expect(abs(score - words) < 0.01, "\(group) target sentences to \(j), source \(i)")
            }
          }
        }
      }
    }
  }

  /// "la séance plénière" stands in two sentences that follow each other: what one sentence of the other side can explain
  /// only once is known, so that it is not counted for both.
  @Test func whatIsRepeatedIsKnown() {
    let pair = SmallPair(width: 9)
    let cells = pair.cells()
    let (source, target, model) = (pair.source, pair.target, pair.toSource)
    let usual = Float(target.words.count) / Float(target.count)
    for i in 1..<7 {
      let before = Set(source.words[source.range(i - 1)])
      for j in 0..<8 {
        let share = Float.pow(Float(target.range(j).count) / usual, -0.8) / usual
        var expected: Float = 0
        for word in Set(source.words[source.range(i)]).intersection(before).map({ Int($0) }) {
          let parts = target.range(j).flatMap { place in
            model.tables[0].range(Int(target.words[place])).filter { Int(model.tables[0].words[$0]) == word }.map {
              model.tables[0].probabilities[$0]
            }
          }
          let odds = model.explained[word] / ((1 - model.explained[word]) * model.background[word])
          let mass = parts.reduce(0, +)
          let left = mass - (parts.max() ?? 0)
          expected += 0.5 * model.weights[word] * (Float.log1p(odds * mass * share) - Float.log1p(odds * left * share))
        }
        expected *= Float.pow(1 + Float(source.range(i).count) / 20, -0.15)
        let cell = pair.band.cell(i + 1, j + 1) ?? 0
        #expect(abs(cells.backward.repeated.floats[cell] - expected) < 0.01, "source \(i), target \(j)")
      }
    }
    let again = pair.band.cell(5, 5).map { cells.backward.repeated.floats[$0] } ?? 0
    #expect(again > 0.1)
  }
}
