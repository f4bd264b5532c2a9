internal import Bitext

/// What an alignment says of the two texts as a whole.
extension AlignmentRun {
  /// Whether the texts are translations of each other.
  func judgement(of beads: [Bead]) -> (Alignment.Verdict, Alignment.Evidence) {
    let sentences = min(source.count, target.count)
    let pairs = AnchorChain.candidates(source, target, lookAlikes: lookAlikes)
    let test = OrderTest(pairs, targetCount: target.count, orders: sentences > Self.small ? 2 : 20)
    let joined = beads.filter { !$0.isOneSided }
    let certainty = joined.reduce(0) { $0 + $1.confidence } / Double(max(beads.count, 1))
    let gain = Double(min(toTarget.contrast, toSource.contrast))
    let evidence = Alignment.Evidence(
      sentences: sentences, anchored: test.length, anchoredByChance: test.lengthByChance, lexicalGain: gain,
      certainty: certainty)
    // Texts without a common alphabet have no anchors; what they taught of each other's words speaks for them.
    if test.isKept(sentences: sentences) || (sentences >= 100 && gain >= 0.1 && certainty >= 0.4) {
      return (.accepted, evidence)
    }
    let chance = (test.lengthByChance * 10).rounded() / 10
    let reason =
      "\(test.length) of \(sentences) sentences share a name, number or like word in the same order; "
      + "\(chance) would by chance"
    return (.refused(reason: reason), evidence)
  }

  /// For each bead, the keys of the anchors that stand on both its sides, in the order of the source.
  func metAnchors(_ beads: [Bead]) -> [[String]] {
    let ofSource = Self.bySentence(anchors, .source, source.count)
    let ofTarget = Self.bySentence(anchors, .target, target.count)
    guard !ofSource.isEmpty, !ofTarget.isEmpty else { return beads.map { _ in [] } }
    return beads.map { bead in
      let there = Set(bead.target.flatMap { ofTarget[$0] }.map(\.key))
      var seen: Set<String> = []
      return bead.source.flatMap { ofSource[$0] }.map(\.key).filter { there.contains($0) && seen.insert($0).inserted }
    }
  }

  // MARK: Crossings

  /// Beads to either side among which a sentence without counterpart is looked for.
  private static let crossingReach = 12
  /// Natural logarithm of the odds against two given sentences of different places being translations.
  private static let crossingOdds: Float = 5

  /// Sentences without counterpart that have one elsewhere, and beads whose sentences stand in the other order.
  func crossings(in steps: [BeadLattice.Step]) -> [Alignment.Crossing] {
    var found: [Alignment.Crossing] = []
    var taken: Set<Int> = []
    for (k, step) in steps.enumerated() {
      if step.target.isEmpty {
        var best: (target: Int, place: Int, score: Float)?
        for other in max(0, k - Self.crossingReach)..<min(steps.count, k + Self.crossingReach + 1)
        where steps[other].source.isEmpty && !taken.contains(other) {
          let score = score(step.source.lowerBound, steps[other].target.lowerBound)
          if score > best?.score ?? Self.crossingOdds { best = (steps[other].target.lowerBound, other, score) }
        }
        if let best {
          taken.insert(best.place)
          found.append(crossing(step.source.lowerBound, best.target, odds: best.score - Self.crossingOdds))
        }
      } else if step.source.count > 1, step.target.count > 1 {
        let (i, j) = (step.source, step.target)
        let crossed = (score(i.lowerBound, j.upperBound - 1), score(i.upperBound - 1, j.lowerBound))
        let straight = score(i.lowerBound, j.lowerBound) + score(i.upperBound - 1, j.upperBound - 1)
        let gain = crossed.0 + crossed.1 - straight
        if min(crossed.0, crossed.1) > 0, gain > Self.crossingOdds {
          found.append(crossing(i.lowerBound, j.upperBound - 1, odds: gain - Self.crossingOdds))
          found.append(crossing(i.upperBound - 1, j.lowerBound, odds: gain - Self.crossingOdds))
        }
      }
    }
    return found
  }

  private func crossing(_ i: Int, _ j: Int, odds: Float) -> Alignment.Crossing {
    Alignment.Crossing(source: [i], target: [j], confidence: Double(1 / (1 + Float.exp(-odds))))
  }

  /// What words and lengths say of one source and one target sentence, as a logarithm of odds without any prior.
  private func score(_ i: Int, _ j: Int) -> Float {
    let words =
      toTarget.gain(source, i, explaining: target, j, dilution: Float(options.dilution))
      + toSource.gain(target, j, explaining: source, i, dilution: Float(options.dilution))
    let count = Float(source.range(i).count + target.range(j).count)
    return Float(options.lexicalWeight) * words / (1 + count / Float(options.halfWords)).squareRoot()
      + Float(options.lengthWeight) * length.score(source.lengths[i], target.lengths[j])
  }
}
