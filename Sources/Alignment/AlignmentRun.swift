internal import Bitext

/// One alignment of two texts, pass by pass.
struct AlignmentRun {
  /// Pairs of sentences up to which the first pass compares everything with everything.
  private static let whole = 60_000
  /// Cells that the first band may have.
  private static let firstCells = 2_500_000
  /// Sentences below which no thrift is needed.
  static let small = 3000
  /// Sentences from which on another pass must be worth its time.
  private static let long = 10_000
  /// Certainty of a way from which on another pass with a lexicon would change next to nothing.
  private static let settled: Float = 0.8
  /// The same before anything was learned, for another pass with better shares of bead types.
  private static let clear: Float = 0.95
  /// Probability from which on a bead is sure enough for a narrower band.
  private static let sure: Float = 0.95
  /// Reported confidences are the model's odds to this power: fitted so that of the beads with 0.9 and more at least 98 in
  /// 100 are right, in each kind of text.
  private static let calibrationExponent = 0.6

  let options: Aligner.Options
  let source: IndexedText
  let target: IndexedText
  let lookAlikes: LexicalTable
  let lookAlikesBack: LexicalTable
  /// Runs of known words of texts that are translations of each other.
  let lexicon: [(source: [Int32], target: [Int32])]
  let structure: StructureModel
  var margins: MarginModel
  var priors = BeadPriors()
  var length = LengthModel()
  var toTarget: LexicalModel
  var toSource: LexicalModel

  init(
    source: [AlignmentInput], target: [AlignmentInput], anchors: consuming [Anchor],
    lexicon: [(source: String, target: String)], options: Aligner.Options
  ) {
    self.options = options
    self.source = IndexedText(
      source, anchors: Self.bySentence(anchors, .source, source.count), stemLength: options.stemLength)
    self.target = IndexedText(
      target, anchors: Self.bySentence(anchors, .target, target.count), stemLength: options.stemLength)
    // A long text has many; they are words of its sentences now.
    anchors = []
    lookAlikes = Cognates.table(self.source.vocabulary, self.target.vocabulary)
    lookAlikesBack = lookAlikes.transposed(columns: self.target.vocabulary.count)
    self.lexicon = Self.known(lexicon, self.source, self.target)
    structure = StructureModel(self.source, self.target)
    margins = MarginModel(self.source, self.target)
    toTarget = LexicalModel(lookAlikes: lookAlikes, explained: self.target.vocabulary)
    toSource = LexicalModel(lookAlikes: lookAlikesBack, explained: self.source.vocabulary)
    let total = (self.source.lengths.reduce(0, +), self.target.lengths.reduce(0, +))
    if total.0 > 0, total.1 > 0 { length.update(ratio: total.1 / total.0, variance: 6.8, randomWidth: 4) }
  }

  mutating func alignment() -> AlignmentResult {
    guard source.count > 0, target.count > 0 else { return oneSided() }
    var found = firstPass()
    for pass in 0..<options.learningPasses where pass == 0 || source.count < Self.long || found.certainty < Self.settled
    {
      found = learnedPass(after: found)
    }
    let steps = SurestPath.steps(
      likely: found.likely, fallback: found.steps, end: (source.count, target.count), toll: Float(options.toll))
    let beads = steps.map {
      Bead(source: Array($0.source), target: Array($0.target), confidence: Self.confidence($0.probability))
    }
    let (verdict, evidence) = judgement(of: beads)
    let rooms = (target: LexicalModel.Room(target), source: LexicalModel.Room(source))
    let crossings = CrossingFinder { [self] in score($0, $1, rooms) }.crossings(in: steps) {
      source.count < Self.small || $0.probability < Self.sure || $0.source.isEmpty || $0.target.isEmpty
    }
    return AlignmentResult(
      beads: beads, crossings: crossings, verdict: verdict, anchors: metAnchors(beads), evidence: evidence)
  }

  /// What words and lengths say of one source and one target sentence.
  private func score(_ i: Int, _ j: Int, _ rooms: (target: LexicalModel.Room, source: LexicalModel.Room)) -> Float {
    let words =
      toTarget.gain(source, i, explaining: target, j, dilution: Float(options.dilution), rooms.target)
      + toSource.gain(target, j, explaining: source, i, dilution: Float(options.dilution), rooms.source)
    let count = Float(source.range(i).count + target.range(j).count)
    return Float(options.lexicalWeight) * words / (1 + count / Float(options.halfWords)).squareRoot()
      + Float(options.lengthWeight) * length.score(source.lengths[i], target.lengths[j])
  }

  private static func confidence(_ probability: Float) -> Double {
    let right = Double.power(Double(probability), calibrationExponent)
    let wrong = Double.power(1 - Double(probability), calibrationExponent)
    return right / (right + wrong)
  }

  private func oneSided() -> AlignmentResult {
    let beads =
      (0..<source.count).map { Bead(source: [$0], target: [], confidence: 1) }
      + (0..<target.count).map { Bead(source: [], target: [$0], confidence: 1) }
    return AlignmentResult(
      beads: beads, verdict: .refused(reason: "one of the texts has no sentences"), anchors: beads.map { _ in [] },
      evidence: AlignmentResult.Evidence(sentences: 0, anchored: 0, anchoredByChance: 0, lexicalGain: 0, certainty: 0))
  }

  // MARK: Passes

  /// By what is known before anything was learned: words that look alike, anchors, the user's lexicon, lengths.
  private mutating func firstPass() -> BeadLattice.Posterior {
    if !lexicon.isEmpty {
      (toTarget, toSource) = learnedModels(from: [])
    }
    toTarget.severity = 0.3
    toSource.severity = 0.3
    let isWhole = source.count * target.count <= Self.whole
    let isSmall = source.count < Self.small
    let band = isWhole ? wholeBand() : bandRoundAnchors()
    var found: BeadLattice.Posterior
    if isWhole {
      found = search(band)
    } else {
      // A rough way first, for the band is wide.
      var wide = lattice(band, longest: 2, keeps: false)
      let rough = wide.best()
      found = search(narrowBand(round: rough) { _ in isSmall ? 2 * options.width : options.width })
    }
    for _ in 0..<(isSmall ? 2 : found.certainty < Self.clear ? 1 : 0) {
      learnPriors(found)
      learnLengths(found)
      let pairs = found.steps.filter { !$0.source.isEmpty && !$0.target.isEmpty }
      var none: FrequencyBins?
      let share = Float(options.threshold)
      toTarget.calibrate(source, target, pairs.map { ($0.source, $0.target) }, bins: &none, share: share)
      toSource.calibrate(target, source, pairs.map { ($0.target, $0.source) }, bins: &none, share: share)
      found = search(isWhole ? band : narrowBand(round: found.steps, width: reach))
    }
    return found
  }

  /// By what the pass before taught.
  private mutating func learnedPass(after posterior: BeadLattice.Posterior) -> BeadLattice.Posterior {
    learnPriors(posterior)
    learnLengths(posterior)
    margins.learn(posterior.likely)
    (toTarget, toSource) = learnedModels(from: posterior.likely)
    return search(narrowBand(round: posterior.steps, width: reach))
  }

  private func search(_ band: SearchBand) -> BeadLattice.Posterior {
    var lattice = lattice(band, keeps: true)
    let steps = lattice.best()
    return lattice.posterior(of: steps)
  }

  /// - Parameter keeps: whether the lattice is gone through more than once.
  private func lattice(_ band: SearchBand, longest: Int = BeadType.longest, keeps: Bool) -> BeadLattice {
    let cells = CellScores(
      band: band, source: source, target: target, toTarget: toTarget, toSource: toSource,
      scale: Float(options.lexicalWeight), dilution: Float(options.dilution), longest: longest)
    let scorer = BeadScorer(
      cells: consume cells, source: source, target: target, priors: priors, length: length,
      lengthWeight: Float(options.lengthWeight), halfWords: Float(options.halfWords), structure: structure,
      margins: margins)
    return BeadLattice(
      BeadScores(consume scorer, keeps: keeps), priors: priors, n: source.count, m: target.count)
  }

  // MARK: Bands

  private func wholeBand() -> SearchBand {
    SearchBand(
      sourceCount: source.count, targetCount: target.count, path: [(0, 0), (source.count, target.count)],
      width: [target.count, target.count])
  }

  /// A band round the heaviest chain of anchors, wider across its gaps.
  private func bandRoundAnchors() -> SearchBand {
    let (n, m) = (source.count, target.count)
    let pairs = AnchorChain.candidates(source, target, lookAlikes: lookAlikes)
    let path =
      [(i: 0, j: 0)]
      + AnchorChain.heaviest(pairs, targetCount: m).map { (i: $0.source + 1, j: $0.target + 1) } + [(i: n, j: m)]
    // Anchors of a long text stand closer to each other: there are more of them, and what is not near one is reached by
    // the width of its gap.
    let least = n < Self.small ? options.firstWidth : options.firstWidth / 2
    var reaches = [0]
    var cells = 0
    for k in 1..<path.count {
      let (di, dj) = (path[k].i - path[k - 1].i, path[k].j - path[k - 1].j)
      reaches.append(least + max(di, dj) / 3 + abs(di - dj))
      cells += 2 * max(di, 1) * reaches[k]
    }
    // Texts without anchors would get a band as wide as they are long: what may be spent is spent evenly.
    let thrift = min(1, Double(Self.firstCells) / Double(max(cells, 1)))
    var width = [Int](repeating: least, count: path.count)
    for k in 1..<path.count {
      let reach = max(least, Int(Double(reaches[k]) * thrift))
      width[k] = max(width[k], reach)
      width[k - 1] = max(width[k - 1], reach)
    }
    return SearchBand(sourceCount: n, targetCount: m, path: path, width: width)
  }

  /// How far to either side of a bead the next pass looks.
  private func reach(_ probability: Float) -> Int {
    if probability > Self.sure { return options.width / 2 }
    return probability > 0.5 ? options.width : 2 * options.width
  }

  private func narrowBand(round steps: [BeadLattice.Step], width: (Float) -> Int) -> SearchBand {
    SearchBand(
      sourceCount: source.count, targetCount: target.count,
      path: [(i: 0, j: 0)] + steps.map { (i: $0.source.upperBound, j: $0.target.upperBound) },
      width: [options.width] + steps.map { width($0.probability) })
  }

  // MARK: Input

  static func bySentence(_ anchors: [Anchor], _ side: Anchor.Side, _ count: Int) -> [[Anchor]] {
    if anchors.isEmpty { return [] }
    var result = [[Anchor]](repeating: [], count: count)
    for anchor in anchors where anchor.side == side && result.indices.contains(anchor.sentence) {
      result[anchor.sentence].append(anchor)
    }
    return result
  }

  /// The pairs of the lexicon that have a word of the texts on either side, those words only.
  private static func known(
    _ lexicon: [(source: String, target: String)], _ source: IndexedText, _ target: IndexedText
  ) -> [(source: [Int32], target: [Int32])] {
    lexicon.compactMap { pair in
      let words = (source: source.knownWords(of: pair.source), target: target.knownWords(of: pair.target))
      return words.source.isEmpty || words.target.isEmpty ? nil : words
    }
  }
}
