/// Sentences of one text and the sentences of the other that say the same.
public struct Bead: Hashable, Sendable {
  /// Sentences of the source side, 0-based, rising; empty where the translator added something.
  public let source: [Int]
  /// Sentences of the target side, 0-based, rising; empty where the translator left something out.
  public let target: [Int]
  /// How sure the aligner is that exactly these belong together, 0...1.
  public let confidence: Double

  /// A group of sentences; `confidence` is 0...1.
  public init(source: [Int], target: [Int], confidence: Double = 1) {
    self.source = source
    self.target = target
    self.confidence = confidence
  }

  /// Whether one side is empty.
  public var isOneSided: Bool { source.isEmpty || target.isEmpty }
}

/// Something in one sentence that is likely to stand in its translation too: a term, a name, a number, a date.
///
/// Two anchors meet where one is on the source side, one on the target side, and their keys are equal.
public struct Anchor: Hashable, Sendable {
  /// Which of the two texts.
  public enum Side: Hashable, Sendable { case source, target }

  /// The text that it is in.
  public let side: Side
  /// 0-based number of the sentence on its side.
  public let sentence: Int
  /// What it is, whatever the language: a concept ("concept:lachin_corridor"), a value ("number:1960").
  public let key: String
  /// How much it speaks for a pair of sentences: 1 for a term, less for what is common or uncertain. Never negative.
  public let weight: Double

  /// A thing to meet its like on the other side; `weight` 1 is a sure meeting.
  public init(side: Side, sentence: Int, key: String, weight: Double = 1) {
    self.side = side
    self.sentence = sentence
    self.key = key
    self.weight = weight
  }
}
