/// Whether what two texts share stands in the same order in both.
///
/// Texts on one subject share names, numbers and words without being translations of each other; only translations have
/// them in the same order. So the heaviest rising chain of sentence pairs that share something is weighed against the
/// chains that the same sentences give in random orders.
struct OrderTest {
  /// Sentences in the heaviest chain, and its weight.
  let length: Int
  let weight: Double
  /// The same in random orders of the target: means, and the standard deviation of the weight.
  let lengthByChance: Double
  let weightByChance: Double
  let deviation: Double

  init(_ pairs: [AnchorChain.Pair], targetCount: Int, orders: Int = 20) {
    let chain = AnchorChain.heaviest(pairs, targetCount: targetCount)
    length = chain.count
    weight = Double(chain.reduce(0) { $0 + $1.weight })
    var random = SplitMix(state: 20_261_123)
    var weights: [Double] = []
    var lengths = 0
    for _ in 0..<orders {
      let order = (0..<targetCount).shuffled(using: &random)
      let moved = pairs.map { AnchorChain.Pair(source: $0.source, target: order[$0.target], weight: $0.weight) }
      let chain = AnchorChain.heaviest(moved, targetCount: targetCount)
      weights.append(Double(chain.reduce(0) { $0 + $1.weight }))
      lengths += chain.count
    }
    let mean = weights.reduce(0, +) / Double(max(orders, 1))
    weightByChance = mean
    lengthByChance = Double(lengths) / Double(max(orders, 1))
    deviation = (weights.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(max(orders, 1))).squareRoot()
  }

  /// Whether two texts, of which the shorter has `sentences` sentences, are translations of each other.
  ///
  /// Below ten sentences and from a hundred on, the order alone decides; between, where dispatches on one day's subject look
  /// like translations of each other, the alignment is asked too.
  ///
  /// - Parameters:
  ///   - certainty: of the alignment, as `Alignment.Evidence` has it.
  ///   - lexicalGain: of the learned lexicon, likewise.
  func isKept(sentences: Int, certainty: Double, lexicalGain: Double) -> Bool {
    if sentences < Self.fewest { return true }
    let gain = (weight - weightByChance) / Double(sentences)
    let deviations = deviation > 0 ? (weight - weightByChance) / deviation : 0
    if sentences < Self.few { return gain >= 0.3 || (deviations >= 2.6 && gain >= 0.15) }
    if sentences >= Self.many { return gain >= 0.42 || (deviations >= 4.5 && gain >= 0.15) }
    // Logistic regression over 867 translations and 3,452 pairs that are none: excerpts of 10 to 80 sentences of novels, a
    // yearbook, manuals and statutes, each with another one of its text, and dispatches on the news of one region crossed
    // with each other, with and without a quarter of their sentences. It takes 1 of the latter for translations and 34 of
    // the former for none. Above 0.6 certainty tells no more: two short texts are aligned with conviction whatever they say.
    let kept = (Double(length) - lengthByChance) / Double(sentences)
    let odds =
      5.17 * min(gain, 1.5) + 0.66 * min(deviations, 8) + 11.76 * kept + 10.82 * min(certainty, 0.6)
      + 23.81 * min(max(lexicalGain, 0), 0.2)
    return odds > 13.44
  }

  /// Below this nothing can be told.
  private static let fewest = 4
  /// Below this little can be told, and the benefit of the doubt is given.
  private static let few = 10
  /// From this on the order of a text is beyond doubt.
  private static let many = 100
}

/// The same numbers on every run and machine (Steele, Lea and Flood 2014).
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
