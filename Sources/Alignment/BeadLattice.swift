/// All ways to cut two texts into beads inside a band, with the score of each bead: the best way, and how probable each
/// bead is over all ways.
///
/// A place (i, j) lies after source sentence i and target sentence j. It is reached by a two-sided bead, an omission (a
/// source sentence alone) or an addition (a target sentence alone); runs of either cost less than as many single ones.
struct BeadLattice {
  let cells: CellScores
  let priors: BeadPriors
  let length: LengthModel
  let lengthWeight: Float
  let structure: StructureModel
  private let sourceLengths: [Float]
  private let targetLengths: [Float]
  private let n: Int
  private let m: Int

  struct Step: Hashable {
    let source: Range<Int>
    let target: Range<Int>
    var probability: Float
  }

  init(
    cells: CellScores, source: IndexedText, target: IndexedText, priors: BeadPriors, length: LengthModel,
    lengthWeight: Float, structure: StructureModel
  ) {
    self.cells = cells
    self.priors = priors
    self.length = length
    self.lengthWeight = lengthWeight
    self.structure = structure
    n = source.count
    m = target.count
    sourceLengths = source.lengths.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1) }
    targetLengths = target.lengths.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1) }
  }

  private static let impossible = CellScores.impossible
  private static let types = BeadType.twoSided
  private enum State { static let joined = 0, omission = 1, addition = 2 }

  @inline(__always)
  private func cell(_ i: Int, _ j: Int) -> Int? {
    guard i >= 0, j >= Int(cells.band.low[i]), j < Int(cells.band.high[i]) else { return nil }
    return cells.band.starts[i] + j - Int(cells.band.low[i])
  }

  /// Score of the bead of type `type` that ends at (i, j), prior included; nil where it leaves the band.
  @inline(__always)
  private func score(_ type: Int, _ i: Int, _ j: Int) -> (start: Int, score: Float)? {
    let a = Self.types[type].source
    let b = Self.types[type].target
    guard let start = cell(i - a, j - b) else { return nil }
    var sum: Float = 0
    for k in 0..<b {
      guard let here = cell(i, j - k) else { return nil }
      sum += cells.forward[a - 1][here]
    }
    for k in 0..<a {
      guard let here = cell(i - k, j) else { return nil }
      sum += cells.backward[b - 1][here]
    }
    sum += lengthWeight * length.score(sourceLengths[i] - sourceLengths[i - a], targetLengths[j] - targetLengths[j - b])
    sum += structure.score(source: i - a..<i, target: j - b..<j)
    return (start, sum + priors.twoSided[type])
  }

  /// The best way through.
  func best() -> [Step] {
    let count = cells.band.cells
    var scores = [[Float]](repeating: [Float](repeating: Self.impossible, count: count), count: 3)
    var exit = [Float](repeating: Self.impossible, count: count)
    // How each state of a cell was reached: the type or the state before.
    var back = [[UInt8]](repeating: [UInt8](repeating: 255, count: count), count: 3)
    var exitState = [UInt8](repeating: 0, count: count)
    for i in 0...n {
      for j in Int(cells.band.low[i])..<Int(cells.band.high[i]) {
        let here = cells.band.starts[i] + j - Int(cells.band.low[i])
        if i == 0, j == 0 {
          scores[State.joined][here] = 0
        } else {
          for type in Self.types.indices {
            guard let (start, score) = score(type, i, j) else { continue }
            let reached = exit[start] + score
            if reached > scores[State.joined][here] {
              scores[State.joined][here] = reached
              back[State.joined][here] = UInt8(type)
            }
          }
          if let before = cell(i - 1, j) {
            let ways = [
              scores[State.joined][before] + priors.omission, scores[State.omission][before] + priors.continuation,
              scores[State.addition][before] + priors.resumption + priors.omission,
            ]
            for state in 0..<3 where ways[state] > scores[State.omission][here] {
              scores[State.omission][here] = ways[state]
              back[State.omission][here] = UInt8(state)
            }
          }
          if let before = cell(i, j - 1) {
            let ways = [
              scores[State.joined][before] + priors.addition,
              scores[State.omission][before] + priors.resumption + priors.addition,
              scores[State.addition][before] + priors.continuation,
            ]
            for state in 0..<3 where ways[state] > scores[State.addition][here] {
              scores[State.addition][here] = ways[state]
              back[State.addition][here] = UInt8(state)
            }
          }
        }
        let leaving = [
          scores[State.joined][here], scores[State.omission][here] + priors.resumption,
          scores[State.addition][here] + priors.resumption,
        ]
        for state in 0..<3 where leaving[state] > exit[here] {
          exit[here] = leaving[state]
          exitState[here] = UInt8(state)
        }
      }
    }
    var steps: [Step] = []
    var (i, j) = (n, m)
    guard let end = cell(n, m) else { return [] }
    var state = Int(exitState[end])
    while i > 0 || j > 0 {
      guard let here = cell(i, j) else { break }
      let way = Int(back[state][here])
      if way == 255 { break }
      switch state {
      case State.joined:
        let type = Self.types[way]
        steps.append(Step(source: i - type.source..<i, target: j - type.target..<j, probability: 1))
        i -= type.source
        j -= type.target
        guard let start = cell(i, j) else { return [] }
        state = Int(exitState[start])
      case State.omission:
        steps.append(Step(source: i - 1..<i, target: j..<j, probability: 1))
        i -= 1
        state = way
      default:
        steps.append(Step(source: i..<i, target: j - 1..<j, probability: 1))
        j -= 1
        state = way
      }
    }
    return steps.reversed()
  }

  @inline(__always)
  private static func sum(_ a: Float, _ b: Float) -> Float {
    a > b
      ? a + Float.quickLog1p(Float.quickExp(b - a))
      : b <= impossible ? impossible : b + Float.quickLog1p(Float.quickExp(a - b))
  }

  /// The same way through with the probability of each of its beads, by the forward and backward recursions.
  func withProbabilities(_ steps: [Step], temperature: Float) -> [Step] {
    let count = cells.band.cells
    let cool = 1 / temperature
    var joined = [Float](repeating: Self.impossible, count: count)
    var omitted = joined
    var added = joined
    var exit = joined
    for i in 0...n {
      for j in Int(cells.band.low[i])..<Int(cells.band.high[i]) {
        let here = cells.band.starts[i] + j - Int(cells.band.low[i])
        if i == 0, j == 0 {
          joined[here] = 0
        } else {
          var total = Self.impossible
          for type in Self.types.indices {
            guard let (start, score) = score(type, i, j) else { continue }
            total = Self.sum(total, exit[start] + cool * score)
          }
          joined[here] = total
          if let before = cell(i - 1, j) {
            omitted[here] = Self.sum(
              Self.sum(joined[before] + cool * priors.omission, omitted[before] + cool * priors.continuation),
              added[before] + cool * (priors.resumption + priors.omission))
          }
          if let before = cell(i, j - 1) {
            added[here] = Self.sum(
              Self.sum(joined[before] + cool * priors.addition, added[before] + cool * priors.continuation),
              omitted[before] + cool * (priors.resumption + priors.addition))
          }
        }
        exit[here] = Self.sum(
          joined[here],
          Self.sum(omitted[here] + cool * priors.resumption, added[here] + cool * priors.resumption))
      }
    }
    guard let end = cell(n, m) else { return steps }
    let all = exit[end]
    // Backward: what follows a place, by the state in which it was reached.
    var afterJoined = [Float](repeating: Self.impossible, count: count)
    var afterOmitted = afterJoined
    var afterAdded = afterJoined
    var start = afterJoined  // what follows a place once a two-sided bead starts there
    start[end] = 0
    for i in stride(from: n, through: 0, by: -1) {
      for j in stride(from: Int(cells.band.high[i]) - 1, through: Int(cells.band.low[i]), by: -1) {
        let here = cells.band.starts[i] + j - Int(cells.band.low[i])
        // `start[here]` has been filled by the beads that start here.
        var omission = Self.impossible
        var addition = Self.impossible
        if i < n, let next = cell(i + 1, j) { omission = afterOmitted[next] }
        if j < m, let next = cell(i, j + 1) { addition = afterAdded[next] }
        afterJoined[here] = Self.sum(
          start[here], Self.sum(omission + cool * priors.omission, addition + cool * priors.addition))
        afterOmitted[here] = Self.sum(
          start[here] + cool * priors.resumption,
          Self.sum(
            omission + cool * priors.continuation, addition + cool * (priors.resumption + priors.addition)))
        afterAdded[here] = Self.sum(
          start[here] + cool * priors.resumption,
          Self.sum(
            addition + cool * priors.continuation, omission + cool * (priors.resumption + priors.omission)))
        if i > 0 || j > 0 {
          for type in Self.types.indices {
            guard let (from, score) = score(type, i, j) else { continue }
            start[from] = Self.sum(start[from], afterJoined[here] + cool * score)
          }
        }
      }
    }
    return steps.map { step in
      var step = step
      let (i, j) = (step.source.upperBound, step.target.upperBound)
      guard let here = cell(i, j) else { return step }
      let log: Float
      if step.source.isEmpty {
        log = added[here] + afterAdded[here] - all
      } else if step.target.isEmpty {
        log = omitted[here] + afterOmitted[here] - all
      } else if let type = Self.types.firstIndex(of: BeadType(source: step.source.count, target: step.target.count)),
        let (from, score) = score(type, i, j)
      {
        log = exit[from] + cool * score + afterJoined[here] - all
      } else {
        return step
      }
      step.probability = min(1, Float.exp(min(0, log)))
      return step
    }
  }
}
