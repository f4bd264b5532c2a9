import Bitext
import Testing

@testable import Alignment

/// Two short texts, the lexicon of their look-alikes, and what a band round the diagonal says of them.
struct SmallPair {
  let source: IndexedText
  let target: IndexedText
  let toTarget: LexicalModel
  let toSource: LexicalModel
  let band: SearchBand

  init(width: Int) {
    func text(_ lines: [String]) -> IndexedText { IndexedText(lines.map { AlignmentInput(text: $0) }, stemLength: 6) }
    source = text([
      "Le conseil municipal adopte 12 motions.", "La motion budgétaire passe à midi, sans débat.", "Personne ne parle.",
      "Un orage interrompt la séance plénière.", "Le président Aram Danelian lève la séance plénière à 17 heures.",
      "Le public applaudit.", "Fin.",
    ])
    target = text([
      "The municipal council adopts 12 motions.", "The budgetary motion passes at noon.", "There is no debate.",
      "A storm interrupts the plenary session.", "President Aram Danelian closes the plenary session at 17 hours.",
      "The public applauds.", "The reporters leave.", "End.",
    ])
    let alike = Cognates.table(source.vocabulary, target.vocabulary)
    toTarget = LexicalModel(lookAlikes: alike, explained: target.vocabulary)
    toSource = LexicalModel(
      lookAlikes: alike.transposed(columns: target.vocabulary.count), explained: source.vocabulary)
    band = SearchBand(sourceCount: 7, targetCount: 8, path: [(0, 0), (7, 8)], width: [width, width])
  }

  func cells(longest: Int = BeadType.longest) -> CellScores {
    CellScores(
      band: band, source: source, target: target, toTarget: toTarget, toSource: toSource, scale: 0.5, dilution: 0.8,
      longest: longest)
  }

  func lattice(longest: Int = BeadType.longest, keeps: Bool) -> BeadLattice {
    let scorer = BeadScorer(
      cells: cells(longest: longest), source: source, target: target, priors: BeadPriors(), length: LengthModel(),
      lengthWeight: 0.85, halfWords: 40, structure: StructureModel(source, target),
      margins: MarginModel(source, target))
    return BeadLattice(BeadScores(scorer, keeps: keeps), priors: BeadPriors(), n: source.count, m: target.count)
  }
}

@Suite struct BeadLatticeTests {
  @Test func theBestWayIsTheSameWhetherScoresAreKept() {
    for width in [1, 2, 5, 9] {
      for longest in [2, 4] {
        let pair = SmallPair(width: width)
        var kept = pair.lattice(longest: longest, keeps: true)
        var passing = pair.lattice(longest: longest, keeps: false)
        let (way, other) = (kept.best(), passing.best())
        #expect(way == other)
        #expect(way.map(\.source.count).reduce(0, +) == 7 && way.map(\.target.count).reduce(0, +) == 8)
      }
    }
  }

  /// Over all ways, every sentence stands in exactly one bead.
  @Test func expectedBeadsCoverEverySentenceOnce() {
    for width in [1, 3, 9] {
      var lattice = SmallPair(width: width).lattice(keeps: true)
      let steps = lattice.best()
      let found = lattice.posterior(of: steps)
      let joined = zip(BeadType.twoSided, found.counts).reduce(Float(0)) {
        $0 + Float($1.0.source + $1.0.target) * $1.1
      }
      let alone = found.counts.suffix(2).reduce(0, +) + found.continuing
      #expect(abs(joined + alone - 15) < 0.02, "\(joined) + \(alone)")
      for i in 0..<7 {
        let covered = found.likely.filter { $0.source.contains(i) }.reduce(Float(0)) { $0 + $1.probability }
        #expect(covered < 1.001)
      }
    }
  }

  /// What is likely of all beads has the probability that the bead on the way has.
  @Test func theWayAndTheLikelyBeadsAgree() {
    var lattice = SmallPair(width: 9).lattice(keeps: true)
    let steps = lattice.best()
    let found = lattice.posterior(of: steps)
    for step in found.steps where step.probability > 0.1 {
      let same = found.likely.first { $0.source == step.source && $0.target == step.target }
      #expect(abs((same?.probability ?? 0) - step.probability) < 0.001)
    }
    #expect(found.certainty > 0.5)
  }
}
