extension BeadLattice {
  /// From which probability on a bead is noted.
  static let notable: Float = 0.05
  static let notableLog = -3.0
  /// Logarithm of a probability from which on a bead counts at all.
  static let countedLog = -12.0

  @inline(__always)
  static func sum(_ a: Float, _ b: Float) -> Float { Float.logSum(a, b) }

  @inline(__always)
  static func sum(_ a: SIMD4<Float>, _ b: SIMD4<Float>) -> SIMD4<Float> { SIMD4<Float>.logSum(a, b) }

  /// What the forward and backward recursions say of a way through.
  struct Posterior {
    var steps: [Step]
    /// Beads of each two-sided type expected over all ways, then omissions and additions that start a run.
    var counts: [Float]
    /// Sentences without counterpart expected to continue a run.
    var continuing: Float
    /// Runs expected to follow a run of the other side.
    var exchanging: Float
    /// Beads that are not improbable, last first, whether on the way or not.
    var likely: [Step]

    /// Mean probability of the beads of the way, 0...1.
    var certainty: Float { steps.reduce(0) { $0 + $1.probability } / Float(max(steps.count, 1)) }
  }

  /// Logarithms of sums over all ways from the beginning to each place, by the state in which they reach it; each row
  /// against an offset of its own, so that single precision holds over long texts.
  struct Forward: ~Copyable {
    let joined: FloatLanes
    let omitted: FloatLanes
    let added: FloatLanes
    let exit: FloatLanes
    var offsets: [Double]

    init(_ cells: Int, rows: Int) {
      joined = FloatLanes(repeating: BeadLattice.impossible, count: cells)
      omitted = FloatLanes(repeating: BeadLattice.impossible, count: cells)
      added = FloatLanes(repeating: BeadLattice.impossible, count: cells)
      exit = FloatLanes(repeating: BeadLattice.impossible, count: cells)
      offsets = [Double](repeating: 0, count: rows)
    }
  }

  /// The same from each place to the end: of the rows that a bead spans, for no more are asked for.
  struct Backward: ~Copyable {
    let joined: FloatLanes
    let omitted: FloatLanes
    let added: FloatLanes
    var offsets: [Double]
    private let width: Int

    init(widest: Int, rows: Int) {
      width = widest + 4
      joined = FloatLanes(repeating: BeadLattice.impossible, count: width * (BeadType.longest + 1))
      omitted = FloatLanes(repeating: BeadLattice.impossible, count: width * (BeadType.longest + 1))
      added = FloatLanes(repeating: BeadLattice.impossible, count: width * (BeadType.longest + 1))
      offsets = [Double](repeating: 0, count: rows)
    }

    /// Where row i starts.
    @inline(__always)
    func start(_ i: Int) -> Int { i % (BeadType.longest + 1) * width }
  }

  /// The same way through with the probability of each of its beads, and how many of each type are to be expected.
  func posterior(of steps: [Step]) -> Posterior {
    var found = Posterior(
      steps: steps, counts: [Float](repeating: 0, count: BeadPriors.usual.count), continuing: 0, exchanging: 0,
      likely: [])
    guard let end = cell(n, m) else { return found }
    let forward = forward()
    let all = Double(forward.exit[end]) + forward.offsets[n]
    sumBackwards(forward, all, &found)
    return found
  }

  /// Sets the probability of a bead of the way that ends in row i.
  @inline(__always)
  func weigh(
    _ step: inout Step, _ i: Int, _ forward: borrowing Forward, _ backward: borrowing Backward, _ all: Double
  ) {
    let j = step.target.upperBound
    guard let here = cell(i, j) else { return }
    let after = backward.start(i) + here - band.starts[i]
    var log = -all + backward.offsets[i]
    if step.source.isEmpty {
      log += Double(forward.added[here] + backward.added[after]) + forward.offsets[i]
    } else if step.target.isEmpty {
      log += Double(forward.omitted[here] + backward.omitted[after]) + forward.offsets[i]
    } else {
      let shape = BeadType(source: step.source.count, target: step.target.count)
      guard let type = scores.types.firstIndex(of: shape), let from = cell(i - shape.source, j - shape.target) else {
        return
      }
      let ends = band.ends(of: shape, at: i)
      guard ends.contains(j) else { return }
      let score = scores[type, scores.start(type, i) + j - ends.lowerBound]
      log += Double(forward.exit[from] + score + backward.joined[after]) + forward.offsets[i - shape.source]
    }
    step.probability = Float.exp(Float(min(0, log)))
  }

  private func forward() -> Forward {
    let band = self.band
    let (priors, types) = (self.priors, scores.types)
    var forward = Forward(band.cells, rows: n + 1)
    for i in 0...n {
      // The row is computed against the offset of the row before, then moved to its own.
      let base = i > 0 ? forward.offsets[i - 1] : 0
      let row = band.starts[i]..<band.starts[i + 1]
      let toCell = band.offsets[i]
      for (number, type) in types.enumerated() {
        let ends = band.ends(of: type, at: i)
        if ends.isEmpty { continue }
        let from = band.offsets[i - type.source] - type.target
        let run = scores.start(number, i) - ends.lowerBound
        let shift = Float(forward.offsets[i - type.source] - base)
        for j in stride(from: ends.lowerBound, to: ends.upperBound, by: 4) {
          forward.joined[lanes: toCell + j] = Self.sum(
            forward.joined[lanes: toCell + j], forward.exit[lanes: from + j] + shift + scores[number, lanes: run + j])
        }
      }
      if i == 0 {
        forward.joined[0] = 0
      } else {
        omit(forward, row: i)
      }
      for here in row.dropFirst() {
        let before = here - 1
        forward.added[here] = Self.sum(
          Self.sum(forward.joined[before] + priors.addition, forward.added[before] + priors.continuation),
          forward.omitted[before] + priors.exchange)
      }
      for here in stride(from: row.lowerBound, to: row.upperBound, by: 4) {
        forward.exit[lanes: here] = Self.sum(
          forward.joined[lanes: here],
          Self.sum(forward.omitted[lanes: here], forward.added[lanes: here]) + priors.resumption)
      }
      let top = forward.exit.max(in: row) ?? 0
      guard top > Self.impossible / 2 else {
        forward.offsets[i] = base
        continue
      }
      forward.joined.subtract(top, in: row)
      forward.omitted.subtract(top, in: row)
      forward.added.subtract(top, in: row)
      forward.exit.subtract(top, in: row)
      forward.offsets[i] = base + Double(top)
    }
    return forward
  }

  /// Sums over the ways that reach the places of row i by a sentence of the source alone.
  @inline(__always)
  private func omit(_ forward: borrowing Forward, row i: Int) {
    let (above, toCell) = (band.offsets[i - 1], band.offsets[i])
    let low = Int(band.low[i])
    let end = Int(band.high[i - 1])
    for j in stride(from: low, to: end, by: 4) {
      let before = above + j
      forward.omitted[lanes: toCell + j] = Self.sum(
        Self.sum(forward.joined[lanes: before] + priors.omission, forward.omitted[lanes: before] + priors.continuation),
        forward.added[lanes: before] + priors.exchange)
    }
    // What was written behind the last place that the row above has.
    if low < end { forward.omitted.fill(toCell + end..<toCell + end + 3, with: Self.impossible) }
  }
}
