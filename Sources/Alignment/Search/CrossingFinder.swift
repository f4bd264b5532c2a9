/// Finds sentences whose translation stands somewhere else than order allows.
///
/// Beads never cross. A sentence that has no counterpart in its bead, or a poor one, is compared with such sentences of the
/// other side near it; where two fit far better than what they were given, they are reported.
struct CrossingFinder {
  /// Beads to either side in which a counterpart is looked for.
  private static let reach = 12
  /// Natural logarithm of the odds against two given sentences of different beads being translations.
  private static let odds: Float = 5
  /// A sentence whose bead fits as well as this needs no other.
  private static let content: Float = 2

  /// What words and lengths say of a source and a target sentence: a logarithm of odds without any prior.
  let score: (_ source: Int, _ target: Int) -> Float

  private struct Loose {
    let sentence: Int
    let bead: Int
    let own: Float
  }

  private struct Candidate {
    let source: Loose
    let target: Loose
    let gain: Float
  }

  /// - Parameter isDoubtful: beads that are to be looked at; a sure bead of a long text is not worth the time.
  func crossings(
    in steps: [BeadLattice.Step], isDoubtful: (BeadLattice.Step) -> Bool
  ) -> [AlignmentResult.Crossing] {
    var sources: [Loose] = []
    var targets: [Loose] = []
    for (bead, step) in steps.enumerated() where isDoubtful(step) {
      let scores = step.source.map { i in step.target.map { score(i, $0) } }
      for (k, i) in step.source.enumerated() {
        let own = max(0, scores[k].max() ?? 0)
        if own < Self.content || step.target.count > 1 { sources.append(Loose(sentence: i, bead: bead, own: own)) }
      }
      for (k, j) in step.target.enumerated() {
        let own = max(0, scores.map { $0[k] }.max() ?? 0)
        if own < Self.content || step.source.count > 1 { targets.append(Loose(sentence: j, bead: bead, own: own)) }
      }
    }
    var candidates = within(steps)
    var first = 0
    for source in sources where source.own < Self.content {
      while first < targets.count, targets[first].bead < source.bead - Self.reach { first += 1 }
      for target in targets[first...] {
        if target.bead > source.bead + Self.reach { break }
        if target.bead == source.bead || target.own >= Self.content { continue }
        let gain = score(source.sentence, target.sentence) - max(source.own, target.own)
        if gain > Self.odds { candidates.append(Candidate(source: source, target: target, gain: gain)) }
      }
    }
    candidates.sort { ($0.gain, $1.source.sentence) > ($1.gain, $0.source.sentence) }
    var takenSources: Set<Int> = []
    var takenTargets: Set<Int> = []
    var found: [AlignmentResult.Crossing] = []
    for candidate in candidates {
      let (i, j) = (candidate.source.sentence, candidate.target.sentence)
      if takenSources.contains(i) || takenTargets.contains(j) { continue }
      takenSources.insert(i)
      takenTargets.insert(j)
      let confidence = Double(1 / (1 + Float.exp(Self.odds - candidate.gain)))
      found.append(AlignmentResult.Crossing(source: [i], target: [j], confidence: confidence))
    }
    return found.sorted { $0.source[0] < $1.source[0] }
  }

  /// Beads of two sentences and more on both sides whose first and last stand in the other order.
  private func within(_ steps: [BeadLattice.Step]) -> [Candidate] {
    var found: [Candidate] = []
    for (bead, step) in steps.enumerated() where step.source.count > 1 && step.target.count > 1 {
      let (i, j) = (step.source, step.target)
      let crossed = (score(i.lowerBound, j.upperBound - 1), score(i.upperBound - 1, j.lowerBound))
      let straight = score(i.lowerBound, j.lowerBound) + score(i.upperBound - 1, j.upperBound - 1)
      let gain = crossed.0 + crossed.1 - straight
      guard min(crossed.0, crossed.1) > 0, gain > Self.odds else { continue }
      func loose(_ sentence: Int) -> Loose { Loose(sentence: sentence, bead: bead, own: 0) }
      found.append(Candidate(source: loose(i.lowerBound), target: loose(j.upperBound - 1), gain: gain))
      found.append(Candidate(source: loose(i.upperBound - 1), target: loose(j.lowerBound), gain: gain))
    }
    return found
  }
}
