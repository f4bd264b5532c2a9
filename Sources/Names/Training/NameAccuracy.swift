package import Bitext

/// Measures prediction and matching on pairs of names by five-fold cross-validation. Only `Benchmarks/names` uses it; it is
/// here because it learns anew within each fold, by parts that no other room sees.
///
/// Folds are by native form (by the form of the first press where that is not known), so that no spelling of a name is learned from when
/// another of it is judged; everything learned is learned anew within each fold, thresholds too.
package struct NameAccuracy: Sendable {
  /// Prediction figures; all but the counts and the error rate are shares of `count`.
  package struct Prediction: Hashable, Sendable {
    package var count = 0
    package var exact = 0.0
    package var withAlternates = 0.0
    package var topThree = 0.0
    /// Letters wrong per letter, against the nearest accepted form.
    package var characterErrors = 0.0
    /// Right answers per answer when the surest 70 % of names are answered.
    package var precisionAt70 = 0.0
    /// Share of names that get an answer by default, and how many of these are right.
    package var answered = 0.0
    package var precisionOfAnswers = 0.0
  }

  /// Matching figures.
  package struct Matching: Hashable, Sendable {
    package var pairs = 0
    package var lookAlikes = 0
    package var precision = 0.0
    package var recall = 0.0
    package var f1 = 0.0
    /// Share of look-alikes taken for one name.
    package var falseAlarms = 0.0
    /// Recall at the threshold that lets 1 % of look-alikes through.
    package var recallAt1Percent = 0.0
  }

  private let model: NameModel
  private let folds: Int
  /// The presses compared: the first two.
  private let first: NameSide
  private let second: NameSide

  package init(_ model: NameModel, folds: Int = 5) {
    self.model = model
    self.folds = folds
    let sides = model.tables.conventions.presses.map { NameSide.press($0) }
    first = sides.first ?? .native
    second = sides.dropFirst().first ?? first
  }

  /// The fold of a pair: fixed, whatever the order of the list.
  func fold(_ pair: NamePair) -> Int {
    Int(NameHash.text(pair.native.isEmpty ? pair.form(first) : pair.native) >> 17 % UInt64(folds))
  }

  /// A model for each fold, learned from the pairs outside it and from `extra` pairs with other native forms.
  package func models(_ pairs: [NamePair], extra: [NamePair] = []) -> [NameModel] {
    let trainer = NameTrainer(model)
    return (0..<folds).map { fold in
      let held = Set(pairs.filter { self.fold($0) == fold }.flatMap { [$0.native, $0.form(first), $0.form(second)] })
      let rest = pairs.filter { self.fold($0) != fold }
      let more = extra.filter {
        !held.contains($0.native) && !held.contains($0.form(first)) && !held.contains($0.form(second))
      }
      let weights = try? NameWeights(text: trainer.train(rest + more), file: "fold \(fold)")
      return NameModel(model, weights: weights ?? NameWeights())
    }
  }

  /// What became of one pair, for the list of errors.
  package struct Outcome: Sendable {
    package let pair: NamePair
    package let prediction: NamePrediction
    package let isRight: Bool
  }

  /// Predicts the form in one language of every pair by the model that has not seen it.
  package func predict(
    _ pairs: [NamePair], models: [NameModel], from source: (NamePair) -> (String, LanguageTag),
    to language: LanguageTag, accepted: (NamePair) -> [String]
  ) -> (figures: Prediction, outcomes: [Outcome]) {
    var figures = Prediction()
    var outcomes: [Outcome] = []
    var errors = 0
    var letters = 0
    let predictors = models.map { NamePredictor($0) }
    for pair in pairs {
      let (name, from) = source(pair)
      let right = accepted(pair)
      guard let first = right.first, !name.isEmpty else { continue }
      let prediction = predictors[fold(pair)].predict(name, from: from, to: language)
      let texts = prediction.candidates.map(\.text)
      figures.count += 1
      if texts.first == first { figures.exact += 1 }
      let isRight = texts.first.map(right.contains) ?? false
      if isRight { figures.withAlternates += 1 }
      if texts.contains(where: right.contains) { figures.topThree += 1 }
      let best = texts.first ?? name
      let nearest = right.map { (NameEdits.distance(best, $0), $0.unicodeScalars.count) }.min { $0.0 < $1.0 } ?? (0, 0)
      errors += nearest.0
      letters += nearest.1
      outcomes.append(Outcome(pair: pair, prediction: prediction, isRight: isRight))
    }
    let count = Double(max(figures.count, 1))
    figures.exact /= count
    figures.withAlternates /= count
    figures.topThree /= count
    figures.characterErrors = Double(errors) / Double(max(letters, 1))
    let surest = outcomes.sorted {
      ($0.prediction.candidates.first?.confidence ?? 0) > ($1.prediction.candidates.first?.confidence ?? 0)
    }.prefix(outcomes.count * 7 / 10)
    figures.precisionAt70 = Double(surest.count(where: \.isRight)) / Double(max(surest.count, 1))
    let answered = outcomes.filter { $0.prediction.best != nil }
    figures.answered = Double(answered.count) / count
    figures.precisionOfAnswers = Double(answered.count(where: \.isRight)) / Double(max(answered.count, 1))
    return (figures, outcomes)
  }

  /// One pair with its score.
  package struct Score: Sendable {
    package let isSame: Bool
    package let score: Double
    package let first: String
    package let second: String
  }

  /// The score of every pair and look-alike, each by a model that has not seen the pair.
  package func scores(_ pairs: [NamePair], lookAlikes: [(String, String)], models: [NameModel]) -> [Score] {
    let matchers = models.map { NameMatcher($0) }
    return pairs.map { pair in
      let score = matchers[fold(pair)].match(pair.form(first), pair.form(second)).score
      return Score(isSame: true, score: score, first: pair.form(first), second: pair.form(second))
    }
      + lookAlikes.map { a, b in
        let score = matchers[Int(NameHash.text(a) % UInt64(matchers.count))].match(a, b).score
        return Score(isSame: false, score: score, first: a, second: b)
      }
  }

  /// The share of pairs whose spellings share a blocking key, so that clustering compares them at all; of all pairs, or of
  /// those that the matcher takes for one name.
  package func keyRecall(_ pairs: [NamePair], ofMatched: Bool = false) -> Double {
    let matcher = NameMatcher(model)
    let pairs = ofMatched ? pairs.filter { matcher.match($0.form(first), $0.form(second)).verdict == .same } : pairs
    let shared = pairs.count { pair in
      NameBlocks.keys(of: matcher.prepare(pair.form(first)))
        .meet(NameBlocks.keys(of: matcher.prepare(pair.form(second))))
    }
    return Double(shared) / Double(max(pairs.count, 1))
  }

  /// Matches pairs and look-alikes by the default threshold, each by a model that has not seen the pair.
  package func match(
    _ pairs: [NamePair], lookAlikes: [(String, String)], models: [NameModel]
  ) -> (figures: Matching, missed: [(String, String, NameMatch)], alarms: [(String, String, NameMatch)]) {
    let matchers = models.map { NameMatcher($0) }
    let positive = pairs.map { pair in
      let (a, b) = (pair.form(first), pair.form(second))
      return (a, b, matchers[fold(pair)].match(a, b))
    }
    let negative = lookAlikes.map { a, b in
      (a, b, matchers[Int(NameHash.text(a) % UInt64(matchers.count))].match(a, b))
    }
    let missed = positive.filter { $0.2.verdict != .same }
    let alarms = negative.filter { $0.2.verdict == .same }
    var figures = Matching(pairs: pairs.count, lookAlikes: lookAlikes.count)
    let found = Double(pairs.count - missed.count)
    figures.recall = found / Double(max(pairs.count, 1))
    figures.precision = found / max(found + Double(alarms.count), 1)
    figures.f1 = 2 * figures.precision * figures.recall / max(figures.precision + figures.recall, 1e-9)
    figures.falseAlarms = Double(alarms.count) / Double(max(lookAlikes.count, 1))
    let scores = negative.map(\.2.score).sorted(by: >)
    let threshold = scores.isEmpty ? 0 : scores[min(scores.count - 1, scores.count / 100)]
    figures.recallAt1Percent =
      Double(positive.count { $0.2.score > threshold }) / Double(max(pairs.count, 1))
    return (figures, missed, alarms)
  }
}
