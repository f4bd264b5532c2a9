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
    var steps = firstPass()
    for _ in 0..<options.learningPasses { steps = learnedPass(after: steps) }
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

  private func firstPass() -> [BeadLattice.Step] {
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
    let toTarget = LexicalModel(lookAlikes: lookAlikes, explained: target.vocabulary)
    let toSource = LexicalModel(lookAlikes: lookAlikesBack, explained: source.vocabulary)
    return search(band, toTarget, toSource)
  }

  private func search(_ band: SearchBand, _ toTarget: LexicalModel, _ toSource: LexicalModel) -> [BeadLattice.Step] {
    let cells = CellScores(
      band: band, source: source, target: target, toTarget: toTarget, toSource: toSource,
      scale: Float(options.lexicalWeight))
    let lattice = BeadLattice(
      cells: cells, source: source, target: target, priors: priors, length: length,
      lengthWeight: Float(options.lengthWeight), structure: structure)
    return lattice.withProbabilities(lattice.best(), temperature: Float(options.temperature))
  }

  private mutating func learnedPass(after steps: [BeadLattice.Step]) -> [BeadLattice.Step] {
    learnPriors(steps)
    learnLengths(steps)
    var trainer = lexicon
    for step in steps where !step.source.isEmpty && !step.target.isEmpty && step.probability > 0.3 {
      let a = Int(source.starts[step.source.lowerBound])..<Int(source.starts[step.source.upperBound])
      let b = Int(target.starts[step.target.lowerBound])..<Int(target.starts[step.target.upperBound])
      if a.count > 250 || b.count > 250 { continue }
      trainer.add(explaining: source.words[a], explained: target.words[b], weight: step.probability)
    }
    var settings = LexiconTrainer.Settings()
    settings.discount = Float(options.discount)
    let toTarget = trainer.train(lookAlikes: lookAlikes, explained: target.vocabulary, settings: settings)
    let toSource = trainer.reversed().train(
      lookAlikes: lookAlikesBack, explained: source.vocabulary, settings: settings)
    let path = [(i: 0, j: 0)] + steps.map { (i: $0.source.upperBound, j: $0.target.upperBound) }
    let width = [options.width] + steps.map { $0.probability > 0.5 ? options.width : options.width * 2 }
    let band = SearchBand(sourceCount: source.count, targetCount: target.count, path: path, width: width)
    return search(band, toTarget, toSource)
  }

  private mutating func learnPriors(_ steps: [BeadLattice.Step]) {
    var counts = [Float](repeating: 0, count: BeadPriors.usual.count)
    var runs: (starting: Float, continuing: Float) = (0, 0)
    var last = 0
    for step in steps {
      let state = step.target.isEmpty ? 1 : step.source.isEmpty ? 2 : 0
      if state == 0 {
        if let type = BeadType.twoSided.firstIndex(of: BeadType(source: step.source.count, target: step.target.count)) {
          counts[type] += 1
        }
      } else if state == last {
        runs.continuing += 1
      } else {
        runs.starting += 1
        counts[BeadType.twoSided.count + state - 1] += 1
      }
      last = state
    }
    priors = BeadPriors(counts: counts, runs: runs, belief: Float(options.priorBelief))
  }

  private mutating func learnLengths(_ steps: [BeadLattice.Step]) {
    var pairs: [(Float, Float)] = []
    for step in steps where !step.source.isEmpty && !step.target.isEmpty && step.probability > 0.7 {
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
