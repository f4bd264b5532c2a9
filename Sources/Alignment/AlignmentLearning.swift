/// What a pass teaches the next one.
extension AlignmentRun {
  /// Probability from which on a bead teaches words.
  private static let trusted: Float = 0.1
  /// Beads that teach as much as all of a long text.
  private static let enough = 30_000
  /// Parts of a small text that are scored with what the others taught, so that no bead speaks for itself.
  private static let folds = 8
  /// Longest side of a bead, in words, that teaches words.
  private static let longestPair = 250

  /// Lexicons of both directions from beads and the user's lexicon.
  func learnedModels(from likely: [BeadLattice.Step]) -> (toTarget: LexicalModel, toSource: LexicalModel) {
    var beads = likely.reversed().filter {
      !$0.source.isEmpty && !$0.target.isEmpty && $0.probability > Self.trusted
    }
    if beads.count > Self.enough {
      // Evenly from the whole text: its words change as it goes on.
      let all = beads
      beads = (0..<Self.enough).map { all[$0 * all.count / Self.enough] }
    }
    return (
      learn(
        beads.map { ($0.source, $0.target, $0.probability) }, source, target, lookAlikes,
        lexicon.map { ($0.source, $0.target) }),
      learn(
        beads.map { ($0.target, $0.source, $0.probability) }, target, source, lookAlikesBack,
        lexicon.map { ($0.target, $0.source) })
    )
  }

  private func learn(
    _ pairs: [(explaining: Range<Int>, explained: Range<Int>, weight: Float)], _ explaining: IndexedText,
    _ explained: IndexedText, _ lookAlikes: LexicalTable, _ known: [(explaining: [Int32], explained: [Int32])]
  ) -> LexicalModel {
    let isSmall = explaining.count < Self.small
    let folds = isSmall && !pairs.isEmpty ? Self.folds : 1
    var settings = LexiconTrainer.Settings()
    settings.leavesOneOut = folds == 1 && !pairs.isEmpty
    settings.candidates = isSmall ? settings.candidates : settings.candidates / 2
    var model = LexicalModel(lookAlikes: lookAlikes, explained: explained.vocabulary)
    var tables: [LexicalTable] = []
    for fold in 0..<folds {
      var trainer = LexiconTrainer()
      for pair in known { trainer.add(explaining: pair.explaining[...], explained: pair.explained[...], weight: 1) }
      trainer.reserve(pairs: pairs.count, explaining: explaining.words.count, explained: explained.words.count)
      for pair in pairs {
        if folds > 1, pair.explaining.contains(where: { LexicalModel.fold(ofSentence: $0, of: folds) == fold }) {
          continue
        }
        let a = explaining.words[explaining.range(pair.explaining)]
        let b = explained.words[explained.range(pair.explained)]
        if a.count > Self.longestPair || b.count > Self.longestPair { continue }
        trainer.add(explaining: a, explained: b, weight: pair.weight)
      }
      model = trainer.train(lookAlikes: lookAlikes, explained: explained.vocabulary, settings: settings)
      tables += model.tables
    }
    model.tables = tables
    if pairs.isEmpty { return model }
    var bins: FrequencyBins? = folds == 1 ? nil : FrequencyBins(explained.vocabulary.counts, start: 0.4)
    let probable = pairs.filter { $0.weight > 0.5 }
    model.calibrate(
      explaining, explained, probable.map { ($0.explaining, $0.explained) }, bins: &bins,
      share: Float(options.threshold))
    return model
  }

  mutating func learnPriors(_ posterior: BeadLattice.Posterior) {
    let starting = posterior.counts.suffix(2).reduce(0, +)
    priors = BeadPriors(
      counts: posterior.counts, runs: (starting, posterior.continuing, posterior.exchanging),
      belief: Float(options.priorBelief))
  }

  /// The relation of the lengths, from the beads that are likely to be right.
  mutating func learnLengths(_ posterior: BeadLattice.Posterior) {
    var pairs: [(source: Float, target: Float)] = []
    for step in posterior.steps where !step.source.isEmpty && !step.target.isEmpty && step.probability > 0.7 {
      pairs.append((source.lengths[step.source].reduce(0, +), target.lengths[step.target].reduce(0, +)))
    }
    guard pairs.count >= 10 else { return }
    let ratio = pairs.reduce(0) { $0 + $1.target } / pairs.reduce(0) { $0 + $1.source }
    // The square of the deviation for each character, of each pair with the target `shift` pairs on.
    func spread(_ shift: Int) -> Float {
      var values: [Float] = []
      for k in pairs.indices {
        let other = pairs[(k + shift) % pairs.count].target
        let expected = pairs[k].source * ratio
        values.append((other - expected) * (other - expected) / ((other + expected) * 0.5))
      }
      values.sort()
      // The median of the square of a Student variable with four degrees of freedom is 0.5486.
      return values[values.count / 2] / 0.5486
    }
    let variance = min(max(spread(0), 0.5), 30)
    let random = spread(pairs.count / 2)
    length.update(ratio: ratio, variance: variance, randomWidth: max(1.2, (random / variance).squareRoot()))
  }
}
