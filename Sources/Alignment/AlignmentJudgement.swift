internal import Bitext

/// What an alignment says of the two texts as a whole.
extension AlignmentRun {
  /// Whether the texts are translations of each other.
  func judgement(of beads: [Bead]) -> (AlignmentResult.Verdict, AlignmentResult.Evidence) {
    let sentences = min(source.count, target.count)
    let pairs = AnchorChain.candidates(source, target, lookAlikes: lookAlikes)
    let test = OrderTest(pairs, targetCount: target.count, orders: sentences > Self.small ? 2 : 20)
    let joined = beads.filter { !$0.isOneSided }
    let certainty = joined.reduce(0) { $0 + $1.confidence } / Double(max(beads.count, 1))
    let gain = Double(min(toTarget.contrast, toSource.contrast))
    let evidence = AlignmentResult.Evidence(
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
    beads.map { bead in
      var there = Set(bead.target.flatMap { target.anchors(of: $0) })
      return bead.source.flatMap { source.anchors(of: $0) }.filter { there.remove($0) != nil }
    }
  }
}
