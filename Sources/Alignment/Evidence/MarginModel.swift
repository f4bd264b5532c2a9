/// What the margins of sentences say of a bead: whether both sides begin alike, and whether sentences with such an end and
/// such a beginning are joined. Learned from the text; before that it says nothing.
struct MarginModel: Sendable {
  /// For each kind of beginning of the source, then of the target: logarithm of the likelihood ratio of beads against
  /// sentences picked at random.
  private var openings = [Float](repeating: 0, count: Margins.openings * Margins.openings)
  /// For each kind of beginning of the source, what it says beside each target sentence; four zeros after each kind.
  private var openingsByTarget: [Float]
  private let sourceOpenings: [UInt8]
  private let targetOpenings: [UInt8]
  /// For each sentence what it says of a bead that it is joined with the one after it; four zeros after the last.
  private var sourceSeams: [Float]
  private var targetSeams: [Float]
  private let sourceKinds: [Int]
  private let targetKinds: [Int]

  /// How many beads the expectation is worth that both sides begin alike.
  private static let openingBelief: Float = 60
  /// How much more often than by chance that is expected.
  private static let likeness: Float = 3
  /// How far beginnings count: words tell some of the same.
  private static let openingWeight: Float = 0.5
  /// How many joined sentences the expectation is worth that all seams are joined alike.
  private static let seamBelief: Float = 10

  init(_ source: IndexedText, _ target: IndexedText) {
    sourceOpenings = source.margins.map(\.opening.rawValue)
    targetOpenings = target.margins.map(\.opening.rawValue)
    sourceKinds = Self.seams(source.margins)
    targetKinds = Self.seams(target.margins)
    sourceSeams = [Float](repeating: 0, count: source.count + 4)
    targetSeams = [Float](repeating: 0, count: target.count + 4)
    openingsByTarget = [Float](repeating: 0, count: Margins.openings * (target.count + 4))
  }

  private static func seams(_ margins: [Margins]) -> [Int] {
    zip(margins, margins.dropFirst()).map { $0.seam(before: $1) }
  }

  /// Natural logarithm of how much more likely a bead of these sentences, none of the runs empty, is for its margins.
  func score(source: Range<Int>, target: Range<Int>) -> Float {
    scores(source: source, target: target.lowerBound, count: target.count)[0]
  }

  /// The same for four beads whose targets, `count` sentences each, begin at `target` and the three places after it; what
  /// lies behind the text says nothing of use.
  @inline(__always)
  func scores(source: Range<Int>, target: Int, count: Int) -> SIMD4<Float> {
    let place = Int(sourceOpenings[source.lowerBound]) * (targetOpenings.count + 4) + target
    var score = openingsByTarget.span.lanes(place)
    for i in source.lowerBound..<source.upperBound - 1 { score += sourceSeams[i] }
    for j in target..<target + count - 1 { score += targetSeams.span.lanes(j) }
    return score
  }

  /// Learns from beads with their probabilities.
  mutating func learn(_ likely: [BeadLattice.Step]) {
    var pairs = [Float](repeating: 0, count: openings.count)
    var sourceJoined = [Float](repeating: 0, count: Margins.seams)
    var targetJoined = sourceJoined
    for step in likely where !step.source.isEmpty && !step.target.isEmpty {
      let first = Int(sourceOpenings[step.source.lowerBound])
      pairs[first * Margins.openings + Int(targetOpenings[step.target.lowerBound])] += step.probability
      for i in step.source.dropLast() { sourceJoined[sourceKinds[i]] += step.probability }
      for j in step.target.dropLast() { targetJoined[targetKinds[j]] += step.probability }
    }
    openings = Self.openingRatios(pairs)
    for (j, opening) in targetOpenings.enumerated() {
      for kind in 0..<Margins.openings {
        openingsByTarget[kind * (targetOpenings.count + 4) + j] = openings[kind * Margins.openings + Int(opening)]
      }
    }
    sourceSeams = Self.seamRatios(sourceJoined, kinds: sourceKinds)
    targetSeams = Self.seamRatios(targetJoined, kinds: targetKinds)
  }

  private static func openingRatios(_ pairs: [Float]) -> [Float] {
    let size = Margins.openings
    let total = max(pairs.reduce(0, +), 1)
    let rows = (0..<size).map { a in (0..<size).reduce(Float(0)) { $0 + pairs[a * size + $1] } / total }
    let columns = (0..<size).map { b in (0..<size).reduce(Float(0)) { $0 + pairs[$1 * size + b] } / total }
    func expected(_ a: Int, _ b: Int) -> Float { rows[a] * columns[b] * (a == b ? likeness : 1) }
    var all: Float = 0
    for a in 0..<size { for b in 0..<size { all += expected(a, b) } }
    return pairs.indices.map { pair in
      let (a, b) = (pair / size, pair % size)
      let chance = rows[a] * columns[b]
      guard chance > 0 else { return 0 }
      let share = (pairs[pair] + openingBelief * expected(a, b) / all) / (total + openingBelief)
      return openingWeight * Float.log(share / chance)
    }
  }

  private static func seamRatios(_ joined: [Float], kinds: [Int]) -> [Float] {
    var shares = [Float](repeating: 0, count: joined.count)
    for kind in kinds { shares[kind] += 1 / Float(kinds.count) }
    let total = joined.reduce(0, +)
    let ratios = joined.indices.map { kind in
      shares[kind] > 0
        ? Float.log((joined[kind] + seamBelief * shares[kind]) / (total + seamBelief) / shares[kind]) : 0
    }
    return kinds.map { ratios[$0] } + [0, 0, 0, 0, 0]
  }
}
