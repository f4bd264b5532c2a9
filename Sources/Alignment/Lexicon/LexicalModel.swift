/// What each word of one side says about the words of the other: IBM Model 1 with a background, over a pruned table.
///
/// P(t | S) = (1 − λ) · p(t) + λ / |S| · Σ p(t | s): a target word is either drawn from the words of its language or
/// explained by one of the source words. λ is learned for words of like frequency, so that rare words, of which nothing
/// can be known, neither help nor harm.
///
/// Source: Brown et al. 1993 (Model 1); Moore 2002 and 2004 for its use in alignment and its smoothing.
struct LexicalModel {
  /// From words that explain to words explained; one table for each fold of the explaining sentences, learned from the
  /// other folds.
  var tables: [LexicalTable]
  /// Share of the explained side's words that each word is, by word.
  let background: [Float]
  /// For each explained word, the probability that something explains it.
  var explained: [Float]
  let weights: [Float]
  /// How much of the cost of unexplained words counts, so that true pairs come out above zero and random ones below.
  var severity: Float = 1
  /// By how much more the words of true pairs are explained than those of random ones: nats a word, medians.
  var contrast: Float = 0
}

/// What a word pair table says of pairs of sentences, for each word of the explained side.
struct LexicalEvidence {
  /// Gain of the explained words over unexplained ones.
  var gains: [Float] = []
  /// Cost if none of them were explained; never positive.
  var costs: [Float] = []

  mutating func add(gain: Float, cost: Float, words: Int) {
    guard words > 0 else { return }
    gains.append(gain / Float(words))
    costs.append(cost / Float(words))
  }

  /// How much of the cost should count so that zero lies `share` of the way from random pairs to true ones.
  static func severity(hits: LexicalEvidence, random: LexicalEvidence, share: Float) -> Float {
    guard hits.gains.count >= 3, random.gains.count >= 3 else { return 0.5 }
    let gain = (1 - share) * median(random.gains) + share * median(hits.gains)
    let cost = (1 - share) * median(random.costs) + share * median(hits.costs)
    return cost < 0 ? min(max(gain / -cost, 0.05), 1) : 1
  }

  var medianGain: Float { gains.isEmpty ? 0 : Self.median(gains) }

  private static func median(_ values: [Float]) -> Float {
    values.sorted()[values.count / 2]
  }
}

extension LexicalModel {
  /// Sentences that lie in one fold together.
  private static let block = 4

  func fold(ofSentence sentence: Int) -> Int { Self.fold(ofSentence: sentence, of: tables.count) }

  static func fold(ofSentence sentence: Int, of folds: Int) -> Int { (sentence / block) % folds }

  /// Adds what the words of sentences explain; `mass` is as long as the vocabulary of the explained side and all zero.
  private func explain(_ text: IndexedText, _ sentences: Range<Int>, _ mass: inout [Float]) {
    for sentence in sentences {
      let table = tables[fold(ofSentence: sentence)]
      for place in text.range(sentence) {
        for entry in table.range(Int(text.words[place])) { mass[Int(table.words[entry])] += table.probabilities[entry] }
      }
    }
  }

  private func clear(_ text: IndexedText, _ sentences: Range<Int>, _ mass: inout [Float]) {
    for sentence in sentences {
      let table = tables[fold(ofSentence: sentence)]
      for place in text.range(sentence) {
        for entry in table.range(Int(text.words[place])) { mass[Int(table.words[entry])] = 0 }
      }
    }
  }

  /// Room for `gain` to work in: what explains each word of the explained side, −1 for words that are not asked for.
  final class Room {
    fileprivate let mass: FloatLanes

    init(_ explained: IndexedText) { mass = FloatLanes(repeating: -1, count: explained.vocabulary.count) }
  }

  /// What sentence `i` of one text says of sentence `j` of the other, in nats.
  func gain(
    _ explaining: IndexedText, _ i: Int, explaining explained: IndexedText, _ j: Int, dilution: Float, _ room: Room
  ) -> Float {
    for place in explained.range(j) { room.mass[Int(explained.words[place])] = 0 }
    let table = tables[fold(ofSentence: i)]
    for place in explaining.range(i) {
      for entry in table.range(Int(explaining.words[place])) {
        let word = Int(table.words[entry])
        if room.mass[word] >= 0 { room.mass[word] += table.probabilities[entry] }
      }
    }
    let usual = Float(max(explaining.words.count, 1)) / Float(max(explaining.count, 1))
    let share = Float.pow(Float(max(explaining.range(i).count, 1)) / usual, -dilution) / usual
    var gain: Float = 0
    for place in explained.range(j) {
      let word = Int(explained.words[place])
      let lambda = min(self.explained[word], 0.99)
      let odds = lambda / ((1 - lambda) * background[word])
      gain +=
        weights[word] * (Float.log1p(odds * room.mass[word] * share) + severity * Float.log(1 - lambda))
    }
    for place in explained.range(j) { room.mass[Int(explained.words[place])] = -1 }
    return gain
  }

  /// Learns from pairs how likely words are to be explained at all, and how severe to be about those that are not.
  mutating func calibrate(
    _ explaining: IndexedText, _ explained: IndexedText, _ pairs: [(explaining: Range<Int>, explained: Range<Int>)],
    bins: inout FrequencyBins?, share: Float
  ) {
    let step = max(1, pairs.count / 1500)
    var mass = [Float](repeating: 0, count: explained.vocabulary.count)
    func words(_ text: IndexedText, _ range: Range<Int>) -> Range<Int> {
      Int(text.starts[range.lowerBound])..<Int(text.starts[range.upperBound])
    }
    for _ in 0..<(bins == nil ? 0 : 3) {
      for k in stride(from: 0, to: pairs.count, by: step) {
        explain(explaining, pairs[k].explaining, &mass)
        let part = 1 / Float(max(words(explaining, pairs[k].explaining).count, 1))
        for place in words(explained, pairs[k].explained) {
          let word = Int(explained.words[place])
          let lambda = bins?.lambda(ofWord: word) ?? 0
          let byWords = lambda * part * mass[word]
          bins?.add(word: word, explained: byWords / (byWords + (1 - lambda) * background[word]), of: 1)
        }
        clear(explaining, pairs[k].explaining, &mass)
      }
      bins?.update()
    }
    if let bins { self.explained = (0..<explained.vocabulary.count).map { bins.lambda(ofWord: $0) } }
    guard share > 0 else { return }
    var hits = LexicalEvidence()
    var random = LexicalEvidence()
    for k in stride(from: 0, to: pairs.count, by: step) {
      explain(explaining, pairs[k].explaining, &mass)
      let part = 1 / Float(max(words(explaining, pairs[k].explaining).count, 1))
      let other = pairs[(k + pairs.count / 2) % pairs.count].explained
      for (target, isHit) in [(pairs[k].explained, true), (other, false)] {
        var gain: Float = 0
        var cost: Float = 0
        let range = words(explained, target)
        for place in range {
          let word = Int(explained.words[place])
          let lambda = min(self.explained[word], 0.99)
          gain += weights[word] * Float.log1p(lambda / ((1 - lambda) * background[word]) * mass[word] * part)
          cost += weights[word] * Float.log(1 - lambda)
        }
        if isHit {
          hits.add(gain: gain, cost: cost, words: range.count)
        } else {
          random.add(gain: gain, cost: cost, words: range.count)
        }
      }
      clear(explaining, pairs[k].explaining, &mass)
    }
    contrast = hits.medianGain - random.medianGain
    severity = LexicalEvidence.severity(hits: hits, random: random, share: share)
  }

  /// What is known before learning: look-alikes.
  init(lookAlikes: LexicalTable, explained words: Vocabulary, certainty: Float = 0.6) {
    let total = Float(max(words.counts.reduce(0) { $0 + Int($1) }, 1))
    background = words.counts.map { max(Float($0), 0.5) / total }
    weights = words.weights
    var lambda = [Float](repeating: 0, count: words.count)
    for entry in lookAlikes.words.indices {
      let word = Int(lookAlikes.words[entry])
      lambda[word] = max(lambda[word], certainty * lookAlikes.probabilities[entry])
    }
    explained = lambda
    var table = lookAlikes
    for entry in table.probabilities.indices { table.probabilities[entry] *= 0.7 }
    tables = [table]
  }
}
