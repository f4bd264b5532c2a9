internal import Bitext

/// One alignment of two texts, pass by pass.
struct AlignmentRun {
  let options: Aligner.Options
  let source: IndexedText
  let target: IndexedText
  let anchors: [Anchor]
  let lookAlikes: LexicalTable
  let lookAlikesBack: LexicalTable
  let lexicon: LexiconTrainer
  let structure: StructureModel
  private var priors = BeadPriors()
  private var length = LengthModel()

  init(
    source: [AlignmentInput], target: [AlignmentInput], anchors: [Anchor],
    lexicon: [(source: String, target: String)], options: Aligner.Options
  ) {
    self.options = options
    BeadPriors.exchange = Float(options.exchange)
    self.anchors = anchors
    self.source = IndexedText(
      source, anchors: Self.bySentence(anchors, .source, source.count), stemLength: options.stemLength)
    self.target = IndexedText(
      target, anchors: Self.bySentence(anchors, .target, target.count), stemLength: options.stemLength)
    lookAlikes = Cognates.table(self.source.vocabulary, self.target.vocabulary)
    lookAlikesBack = lookAlikes.transposed(columns: self.target.vocabulary.count)
    self.lexicon = LexiconTrainer()
    structure = StructureModel(self.source, self.target)
    var ratio = LengthModel()
    let total = (self.source.lengths.reduce(0, +), self.target.lengths.reduce(0, +))
    if total.0 > 0, total.1 > 0 { ratio.update(ratio: total.1 / total.0, variance: 6.8, randomWidth: 4) }
    length = ratio
  }

  private static func bySentence(_ anchors: [Anchor], _ side: Anchor.Side, _ count: Int) -> [[Anchor]] {
    if anchors.isEmpty { return [] }
    var result = [[Anchor]](repeating: [], count: count)
    for anchor in anchors where anchor.side == side && result.indices.contains(anchor.sentence) {
      result[anchor.sentence].append(anchor)
    }
    return result
  }

  mutating func alignment() -> Alignment {
    guard source.count > 0, target.count > 0 else { return oneSided() }
    var found = firstPass()
    for _ in 0..<options.learningPasses { found = learnedPass(after: found) }
    let steps =
      options.toll < 0
      ? found.steps
      : SurestPath.steps(
        likely: found.likely, fallback: found.steps, end: (source.count, target.count), toll: Float(options.toll))
    let beads = steps.map {
      Bead(source: Array($0.source), target: Array($0.target), confidence: Double($0.probability))
    }
    return Alignment(
      beads: beads, verdict: .accepted,
      evidence: Alignment.Evidence(sentences: min(source.count, target.count), anchored: 0, anchoredByChance: 0))
  }

  private func oneSided() -> Alignment {
    let beads =
      (0..<source.count).map { Bead(source: [$0], target: [], confidence: 1) }
      + (0..<target.count).map { Bead(source: [], target: [$0], confidence: 1) }
    return Alignment(
      beads: beads, verdict: .refused(reason: "one of the texts has no sentences"),
      evidence: Alignment.Evidence(sentences: 0, anchored: 0, anchoredByChance: 0))
  }

  private mutating func firstPass() -> BeadLattice.Posterior {
    let n = source.count
    let m = target.count
    var path = [(i: 0, j: 0)]
    if n * m > 60_000 {
      let pairs = AnchorChain.candidates(source, target, lookAlikes: lookAlikes)
      for pair in AnchorChain.heaviest(pairs, targetCount: m) { path.append((pair.source + 1, pair.target + 1)) }
    }
    path.append((n, m))
    var width = [Int](repeating: options.firstWidth, count: path.count)
    if n * m <= 60_000 {
      width = [Int](repeating: m, count: path.count)
    } else {
      for k in 1..<path.count {
        let di = path[k].i - path[k - 1].i
        let dj = path[k].j - path[k - 1].j
        let reach = min(600, options.firstWidth + max(di, dj) / 3 + abs(di - dj))
        width[k] = max(width[k], reach)
        width[k - 1] = max(width[k - 1], reach)
      }
    }
    let band = SearchBand(sourceCount: n, targetCount: m, path: path, width: width)
    var toTarget = LexicalModel(
      lookAlikes: lookAlikes, explained: target.vocabulary, certainty: Float(options.certainty))
    var toSource = LexicalModel(
      lookAlikes: lookAlikesBack, explained: source.vocabulary, certainty: Float(options.certainty))
    toTarget.severity = 0.3
    toSource.severity = 0.3
    var found = search(band, toTarget, toSource)
    for _ in 0..<options.firstRounds {
      learnPriors(found)
      learnLengths(found)
      if options.share > 0 {
        let pairs = found.steps.filter { !$0.source.isEmpty && !$0.target.isEmpty }
        var none: FrequencyBins?
        toTarget.calibrate(
          source, target, pairs.map { ($0.source, $0.target) }, bins: &none, share: Float(options.share))
        toSource.calibrate(
          target, source, pairs.map { ($0.target, $0.source) }, bins: &none, share: Float(options.share))
      }
      found = search(band, toTarget, toSource)
    }
    return found
  }

  private func learn(
    _ pairs: [(explaining: Range<Int>, explained: Range<Int>, weight: Float)], _ explaining: IndexedText,
    _ explained: IndexedText, _ lookAlikes: LexicalTable, _ known: LexiconTrainer
  ) -> LexicalModel {
    var settings = LexiconTrainer.Settings()
    settings.discount = Float(options.discount)
    settings.rounds = options.rounds
    settings.lookAlikeCounts = Float(options.alike)
    settings.candidates = options.candidates
    let folds = explaining.count < options.foldedBelow ? options.folds : 1
    settings.leavesOneOut = folds == 1
    var model: LexicalModel?
    var tables: [LexicalTable] = []
    for fold in 0..<folds {
      var trainer = known
      for pair in pairs {
        if folds > 1, pair.explaining.contains(where: { LexicalModel.fold(ofSentence: $0, of: folds) == fold }) {
          continue
        }
        let a = Int(explaining.starts[pair.explaining.lowerBound])..<Int(explaining.starts[pair.explaining.upperBound])
        let b = Int(explained.starts[pair.explained.lowerBound])..<Int(explained.starts[pair.explained.upperBound])
        if a.count > 250 || b.count > 250 { continue }
        trainer.add(explaining: explaining.words[a], explained: explained.words[b], weight: pair.weight)
      }
      let learned = trainer.train(lookAlikes: lookAlikes, explained: explained.vocabulary, settings: settings)
      tables += learned.tables
      model = learned
    }
    guard var model else { return LexicalModel(lookAlikes: lookAlikes, explained: explained.vocabulary) }
    model.tables = tables
    var bins: FrequencyBins? = folds == 1 ? nil : FrequencyBins(explained.vocabulary.counts, start: 0.4)
    let sure = pairs.filter { $0.weight > 0.5 }
    model.calibrate(
      explaining, explained, sure.map { ($0.explaining, $0.explained) }, bins: &bins, share: Float(options.share))
    return model
  }

  private func search(_ band: SearchBand, _ toTarget: LexicalModel, _ toSource: LexicalModel) -> BeadLattice.Posterior {
    let cells = CellScores(
      band: band, source: source, target: target, toTarget: toTarget, toSource: toSource,
      scale: Float(options.lexicalWeight), dilution: Float(options.dilution))
    let lattice = BeadLattice(
      cells: cells, source: source, target: target, priors: priors, length: length,
      lengthWeight: Float(options.lengthWeight), halfWords: Float(options.halfWords), structure: structure)
    return lattice.posterior(of: lattice.best(), temperature: Float(options.temperature))
  }

  private mutating func learnedPass(after posterior: BeadLattice.Posterior) -> BeadLattice.Posterior {
    let steps = posterior.steps
    learnPriors(posterior)
    learnLengths(posterior)
    let likely = posterior.likely.reversed().filter {
      !$0.source.isEmpty && !$0.target.isEmpty && $0.probability > Float(options.trusted) }
    let toTarget = learn(
      likely.map { ($0.source, $0.target, $0.probability) }, source, target, lookAlikes, lexicon)
    let toSource = learn(
      likely.map { ($0.target, $0.source, $0.probability) }, target, source, lookAlikesBack, lexicon.reversed())
    let path = [(i: 0, j: 0)] + steps.map { (i: $0.source.upperBound, j: $0.target.upperBound) }
    let width = [options.width] + steps.map { $0.probability > 0.5 ? options.width : options.width * 2 }
    let band = SearchBand(sourceCount: source.count, targetCount: target.count, path: path, width: width)
    return search(band, toTarget, toSource)
  }

  private mutating func learnPriors(_ posterior: BeadLattice.Posterior) {
    let starting = posterior.counts.suffix(2).reduce(0, +)
    priors = BeadPriors(
      counts: posterior.counts, runs: (starting, posterior.continuing, posterior.exchanging), belief: Float(options.priorBelief))
  }

  private mutating func learnLengths(_ posterior: BeadLattice.Posterior) {
    var pairs: [(Float, Float)] = []
    for step in posterior.steps
    where !step.source.isEmpty && !step.target.isEmpty && step.probability > 0.7 {
      pairs.append((source.lengths[step.source].reduce(0, +), target.lengths[step.target].reduce(0, +)))
    }
    guard pairs.count >= 10 else { return }
    let ratio = pairs.reduce(0) { $0 + $1.1 } / pairs.reduce(0) { $0 + $1.0 }
    func spread(_ shift: Int) -> Float {
      var values: [Float] = []
      for k in pairs.indices {
        let other = pairs[(k + shift) % pairs.count].1
        let expected = pairs[k].0 * ratio
        values.append((other - expected) * (other - expected) / ((other + expected) * 0.5))
      }
      values.sort()
      // The median of the square of a t4 variable is 0.5486.
      return values[values.count / 2] / 0.5486
    }
    let variance = min(max(spread(0), 0.5), 30)
    let random = spread(pairs.count / 2)
    length.update(ratio: ratio, variance: variance, randomWidth: max(1.2, (random / variance).squareRoot()))
  }
}
