package import Bitext

/// What the aligner found: beads that cover every sentence of both sides once, in order.
package struct AlignmentResult: Sendable {
  /// Monotone; one-sided beads, with one side empty, stand where the sentence without counterpart stands.
  package let beads: [Bead]
  /// Sentences that seem to be translations of each other but stand in another order.
  package let crossings: [Crossing]
  /// Whether the two texts are translations of each other.
  package let verdict: Verdict
  /// For each bead, the keys of the anchors handed in that met in it.
  package let anchors: [[String]]
  /// What the verdict rests on.
  package let evidence: Evidence

  package init(
    beads: [Bead], crossings: [Crossing] = [], verdict: Verdict, anchors: [[String]] = [], evidence: Evidence
  ) {
    self.beads = beads
    self.crossings = crossings
    self.verdict = verdict
    self.anchors = anchors
    self.evidence = evidence
  }

  /// Two sentences, or runs of them, in the other order in the translation.
  package struct Crossing: Hashable, Sendable {
    package let source: [Int]
    package let target: [Int]
    /// 0...1.
    package let confidence: Double

    package init(source: [Int], target: [Int], confidence: Double) {
      self.source = source
      self.target = target
      self.confidence = confidence
    }
  }

  package enum Verdict: Hashable, Sendable {
    case accepted
    /// Not translations of each other; the sentence names the figures it rests on.
    case refused(reason: String)
  }

  /// FloatLanes about how much the two texts have in common.
  package struct Evidence: Hashable, Sendable {
    /// Sentences of the shorter side.
    package let sentences: Int
    /// Those of them that share something telling, in the same order on both sides: a name, a number, a term, a word that
    /// looks alike.
    package let anchored: Int
    /// How many would by chance: the same with the target text in random orders.
    package let anchoredByChance: Double
    /// By how much better the words of a bead are explained by its other side than by a random one, by a lexicon learned
    /// from the other beads: nats a word, median.
    package let lexicalGain: Double
    /// Sum of the confidences of two-sided beads over the number of all beads, 0...1.
    package let certainty: Double

    package init(
      sentences: Int, anchored: Int, anchoredByChance: Double, lexicalGain: Double, certainty: Double
    ) {
      self.lexicalGain = lexicalGain
      self.certainty = certainty
      self.sentences = sentences
      self.anchored = anchored
      self.anchoredByChance = anchoredByChance
    }
  }
}
