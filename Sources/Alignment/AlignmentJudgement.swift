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
    if test.isKept(sentences: sentences, certainty: certainty, lexicalGain: gain)
      || (sentences >= 100 && gain >= 0.1 && certainty >= 0.4)
    {
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
}
