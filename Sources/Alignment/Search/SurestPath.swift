/// The way through of which most beads can be expected to be right.
///
/// The single best way is not the one with most beads right: where several ways share a bead, their probabilities add up.
/// Maximises the sum of (probability − toll) over the beads: with the toll at half the expected F1, F1 is what grows
/// (Dembczyński et al. 2011).
enum SurestPath {
  /// - Parameters:
  ///   - likely: beads with their probabilities, in any order.
  ///   - fallback: a complete way; its beads may be used too, so that there always is one.
  static func steps(
    likely: [BeadLattice.Step], fallback: [BeadLattice.Step], end: (i: Int, j: Int), toll: Float
  ) -> [BeadLattice.Step] {
    struct Place: Hashable {
      let i: Int
      let j: Int
    }
    var edges = likely
    let known = Set(
      likely.map { [$0.source.lowerBound, $0.source.upperBound, $0.target.lowerBound, $0.target.upperBound] })
    for step in fallback {
      let key = [step.source.lowerBound, step.source.upperBound, step.target.lowerBound, step.target.upperBound]
      if !known.contains(key) { edges.append(step) }
    }
    edges.sort { ($0.source.upperBound, $0.target.upperBound) < ($1.source.upperBound, $1.target.upperBound) }
    var best: [Place: (value: Float, edge: Int)] = [Place(i: 0, j: 0): (0, -1)]
    for (index, edge) in edges.enumerated() {
      guard let before = best[Place(i: edge.source.lowerBound, j: edge.target.lowerBound)] else { continue }
      let value = before.value + edge.probability - toll
      let place = Place(i: edge.source.upperBound, j: edge.target.upperBound)
      if let old = best[place], old.value >= value { continue }
      best[place] = (value, index)
    }
    var steps: [BeadLattice.Step] = []
    var place = Place(i: end.i, j: end.j)
    while let found = best[place], found.edge >= 0 {
      let edge = edges[found.edge]
      steps.append(edge)
      place = Place(i: edge.source.lowerBound, j: edge.target.lowerBound)
    }
    return place == Place(i: 0, j: 0) ? steps.reversed() : fallback
  }
}
