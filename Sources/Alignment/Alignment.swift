public import Bitext

/// What the aligner found: beads that cover every sentence of both sides once, in order.
public struct Alignment: Sendable {
  /// Monotone; one-sided beads, with one side empty, stand where the sentence without counterpart stands.
  public let beads: [Bead]
  /// Sentences that seem to be translations of each other but stand in another order.
  public let crossings: [Crossing]
  /// Whether the two texts are translations of each other.
  public let verdict: Verdict
  /// For each bead, the keys of the anchors handed in that met in it.
  public let anchors: [[String]]
  /// What the verdict rests on.
  public let evidence: Evidence

  public init(
    beads: [Bead], crossings: [Crossing] = [], verdict: Verdict, anchors: [[String]] = [], evidence: Evidence
  ) {
    self.beads = beads
    self.crossings = crossings
    self.verdict = verdict
    self.anchors = anchors
    self.evidence = evidence
  }

  /// Two sentences, or runs of them, in the other order in the translation.
  public struct Crossing: Hashable, Sendable {
    public let source: [Int]
    public let target: [Int]
    /// 0...1.
    public let confidence: Double

    public init(source: [Int], target: [Int], confidence: Double) {
      self.source = source
      self.target = target
      self.confidence = confidence
    }
  }

  public enum Verdict: Hashable, Sendable {
    case accepted
    /// Not translations of each other; the sentence names the figures it rests on.
    case refused(reason: String)
  }

  /// Figures about how much the two texts have in common.
  public struct Evidence: Hashable, Sendable {
    /// Sentences of the shorter side.
    public let sentences: Int
    /// Those of them that share something telling, in the same order on both sides: a name, a number, a term, a word that
    /// looks alike.
    public let anchored: Int
    /// How many would by chance: the same with the target text in random orders.
    public let anchoredByChance: Double
    /// By how much better the words of a bead are explained by its other side than by a random one, by a lexicon learned
    /// from the other beads: nats a word, median.
    public let lexicalGain: Double
    /// Sum of the confidences of two-sided beads over the number of all beads, 0...1.
    public let certainty: Double

    public init(
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
