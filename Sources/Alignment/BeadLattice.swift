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
  let margins: MarginModel
  private let sourceLengths: [Float]
  private let targetLengths: [Float]
  private let sourceWords: [Int32]
  private let targetWords: [Int32]
  /// By how much the evidence of a bead is thinned for its words, by their number.
  private let thinning: [Float]
  private let n: Int
  private let m: Int

  struct Step: Hashable {
    let source: Range<Int>
    let target: Range<Int>
    var probability: Float
  }

  init(
    cells: CellScores, source: IndexedText, target: IndexedText, priors: BeadPriors, length: LengthModel,
    lengthWeight: Float, halfWords: Float, structure: StructureModel, margins: MarginModel
  ) {
    thinning = (0..<Self.manyWords).map { Float.pow(1 + Float($0) / halfWords, -Self.thinningPower) }
    sourceWords = source.starts
    targetWords = target.starts
    self.margins = margins
    self.cells = cells
    possible = Self.types.indices.filter { max(Self.types[$0].source, Self.types[$0].target) <= cells.longest }
    self.priors = priors
    self.length = length
    self.lengthWeight = lengthWeight
    self.structure = structure
    n = source.count
    m = target.count
    sourceLengths = source.lengths.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1) }
    targetLengths = target.lengths.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1) }
  }

  /// From which probability on a bead is noted.
  private static let notable: Float = 0.05
  private static let notableLog = -3.0
  /// Words of a bead, both sides together, from which on evidence is thinned no further.
  private static let manyWords = 2000
  /// Evidence grows with the number of a bead's words to the power of one less this, and of one less
  /// `CellScores.thinningPower`, for words of a bead tell much of the same.
  private static let thinningPower: Float = 0.4
  private static let impossible = CellScores.impossible
  private static let types = BeadType.twoSided
  /// Types that the groups looked at allow, as numbers in `types`.
  private let possible: [Int]
  private enum State { static let joined = 0, omission = 1, addition = 2 }

  @inline(__always)
  private func cell(_ i: Int, _ j: Int) -> Int? { cells.band.cell(i, j) }

  /// Score of the bead of type `type` that ends at (i, j), prior included; nil where it leaves the band.
  @inline(__always)
  private func score(_ type: Int, _ i: Int, _ j: Int) -> (start: Int, score: Float)? {
    let a = Self.types[type].source
    let b = Self.types[type].target
    let band = cells.band
    let forward = cells.forward.scores.span
    let backward = cells.backward.scores.span
    guard let start = band.cell(i - a, j - b), j - b + 1 >= Int(band.low[i]), j < Int(band.high[i - a + 1]) else {
      return nil
    }
    // Rows between i − a and i hold j, and row i holds what lies between j − b and j: ends of rows rise.
    let size = band.cells
    var sum: Float = 0
    let here = (a - 1) * size + band.offsets[i] + j
    for k in 0..<b { sum += forward[unchecked: here - k] }
    for k in 0..<a { sum += backward[unchecked: (b - 1) * size + band.offsets[i - k] + j] }
    if b == 1 {
      for k in 0..<a - 1 { sum -= cells.backward.repeated[band.offsets[i - k] + j] }
    } else if a == 1 {
      for k in 0..<b - 1 { sum -= cells.forward.repeated[band.offsets[i] + j - k] }
    }
    let words = sourceWords[i] - sourceWords[i - a] + targetWords[j] - targetWords[j - b]
    sum *= thinning[min(Int(words), Self.manyWords - 1)]
    sum += lengthWeight * length.score(sourceLengths[i] - sourceLengths[i - a], targetLengths[j] - targetLengths[j - b])
    sum += margins.score(source: i - a..<i, target: j - b..<j)
    if structure.isKnown { sum += structure.score(source: i - a..<i, target: j - b..<j) }
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
          for type in possible {
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
              scores[State.addition][before] + priors.exchange,
            ]
            for state in 0..<3 where ways[state] > scores[State.omission][here] {
              scores[State.omission][here] = ways[state]
              back[State.omission][here] = UInt8(state)
            }
          }
          if let before = cell(i, j - 1) {
            let ways = [
              scores[State.joined][before] + priors.addition,
              scores[State.omission][before] + priors.exchange,
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
  private static func sum(_ a: Float, _ b: Float) -> Float { Float.logSum(a, b) }

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

  /// The same way through with the probability of each of its beads, and how many of each type are to be expected.
  ///
  /// Figures of a row are kept against an offset of the row, so that single precision holds over long texts.
  func posterior(of steps: [Step]) -> Posterior {
    let count = cells.band.cells
    var joined = [Float](repeating: Self.impossible, count: count)
    var omitted = joined
    var added = joined
    var exit = joined
    var offsets = [Double](repeating: 0, count: n + 1)
    let omission = priors.omission
    let addition = priors.addition
    let continuation = priors.continuation
    let resumption = priors.resumption
    let exchange = priors.exchange
    for i in 0...n {
      // The row is computed against the offset of the row before, then moved to its own.
      let base = i > 0 ? offsets[i - 1] : 0
      let row = cells.band.starts[i]..<cells.band.starts[i + 1]
      var shift = [Float](repeating: 0, count: BeadType.longest + 1)
      for k in 1...BeadType.longest where i >= k { shift[k] = Float(offsets[i - k] - base) }
      for j in Int(cells.band.low[i])..<Int(cells.band.high[i]) {
        let here = row.lowerBound + j - Int(cells.band.low[i])
        if i == 0, j == 0 {
          joined[here] = 0
        } else {
          var total = Self.impossible
          for type in possible {
            guard let (start, score) = score(type, i, j) else { continue }
            total = Self.sum(total, exit[start] + shift[Self.types[type].source] + score)
          }
          joined[here] = total
          if let before = cell(i - 1, j) {
            omitted[here] = Self.sum(
              Self.sum(joined[before] + omission, omitted[before] + continuation),
              added[before] + exchange)
          }
          if let before = cell(i, j - 1) {
            added[here] = Self.sum(
              Self.sum(joined[before] + addition, added[before] + continuation),
              omitted[before] + exchange)
          }
        }
        exit[here] = Self.sum(joined[here], Self.sum(omitted[here], added[here]) + resumption)
      }
      let top = exit[row].max() ?? 0
      if top > Self.impossible / 2 {
        for here in row {
          joined[here] -= top
          omitted[here] -= top
          added[here] -= top
          exit[here] -= top
        }
        offsets[i] = base + Double(top)
      } else {
        offsets[i] = base
      }
    }
    guard let end = cell(n, m) else {
      return Posterior(steps: steps, counts: [], continuing: 0, exchanging: 0, likely: [])
    }
    let all = Double(exit[end]) + offsets[n]

    // Backward: what follows a place, by the state in which it was reached.
    var afterJoined = [Float](repeating: Self.impossible, count: count)
    var afterOmitted = afterJoined
    var afterAdded = afterJoined
    var after = [Double](repeating: 0, count: n + 1)
    var counts = [Float](repeating: 0, count: BeadPriors.usual.count)
    var continuing: Float = 0
    var exchanging: Float = 0
    var likely: [Step] = []
    for i in stride(from: n, through: 0, by: -1) {
      let base = i < n ? after[i + 1] : 0
      let row = cells.band.starts[i]..<cells.band.starts[i + 1]
      var shift = [Float](repeating: 0, count: BeadType.longest + 1)
      for k in 1...BeadType.longest where i + k <= n { shift[k] = Float(after[i + k] - base) }
      for j in stride(from: Int(cells.band.high[i]) - 1, through: Int(cells.band.low[i]), by: -1) {
        let here = row.lowerBound + j - Int(cells.band.low[i])
        var start = i == n && j == m ? 0 : Self.impossible
        for type in possible {
          let (a, b) = (Self.types[type].source, Self.types[type].target)
          guard i + a <= n, let next = cell(i + a, j + b), let (_, score) = score(type, i + a, j + b) else { continue }
          let value = afterJoined[next] + shift[a] + score
          start = Self.sum(start, value)
          let log = Double(exit[here] + value) + offsets[i] + base - all
          if log > -12 {
            let probability = Float.exp(Float(log))
            counts[type] += probability
            if probability >= Self.notable {
              likely.append(Step(source: i..<i + a, target: j..<j + b, probability: min(1, probability)))
            }
          }
        }
        var omit = Self.impossible
        var add = Self.impossible
        if i < n, let next = cell(i + 1, j) {
          omit = afterOmitted[next]
          let log = Double(omitted[here] + continuation + omit) + offsets[i] + base - all
          if log > -12 { continuing += Float.exp(Float(log)) }
          let changed = Double(added[here] + exchange + omit) + offsets[i] + base - all
          if changed > -12 { exchanging += Float.exp(Float(changed)) }
          let first = Self.sum(joined[here] + omission, added[here] + exchange) + omit
          let firstLog = Double(first) + offsets[i] + base - all
          if firstLog > -12 { counts[BeadType.twoSided.count] += Float.exp(Float(firstLog)) }
          let whole = Double(Self.sum(first, omitted[here] + continuation + omit)) + offsets[i] + base - all
          if whole > Self.notableLog {
            likely.append(Step(source: i..<i + 1, target: j..<j, probability: Float.exp(Float(min(0, whole)))))
          }
        }
        if let next = cell(i, j + 1) {
          add = afterAdded[next]
          let log = Double(added[here] + continuation + add) + offsets[i] + base - all
          if log > -12 { continuing += Float.exp(Float(log)) }
          let changed = Double(omitted[here] + exchange + add) + offsets[i] + base - all
          if changed > -12 { exchanging += Float.exp(Float(changed)) }
          let first = Self.sum(joined[here] + addition, omitted[here] + exchange) + add
          let firstLog = Double(first) + offsets[i] + base - all
          if firstLog > -12 { counts[BeadType.twoSided.count + 1] += Float.exp(Float(firstLog)) }
          let whole = Double(Self.sum(first, added[here] + continuation + add)) + offsets[i] + base - all
          if whole > Self.notableLog {
            likely.append(Step(source: i..<i, target: j..<j + 1, probability: Float.exp(Float(min(0, whole)))))
          }
        }
        afterJoined[here] = Self.sum(start, Self.sum(omit + omission, add + addition))
        afterOmitted[here] = Self.sum(
          start + resumption, Self.sum(omit + continuation, add + exchange))
        afterAdded[here] = Self.sum(
          start + resumption, Self.sum(add + continuation, omit + exchange))
      }
      let top = row.reduce(Self.impossible) { max($0, afterJoined[$1]) }
      after[i] = base
      if top > Self.impossible / 2 {
        for here in row {
          afterJoined[here] -= top
          afterOmitted[here] -= top
          afterAdded[here] -= top
        }
        after[i] += Double(top)
      }
    }
    let result = steps.map { step in
      var step = step
      let (i, j) = (step.source.upperBound, step.target.upperBound)
      guard let here = cell(i, j) else { return step }
      var log = -all + after[i]
      if step.source.isEmpty {
        log += Double(added[here] + afterAdded[here]) + offsets[i]
      } else if step.target.isEmpty {
        log += Double(omitted[here] + afterOmitted[here]) + offsets[i]
      } else if let type = Self.types.firstIndex(of: BeadType(source: step.source.count, target: step.target.count)),
        let (from, score) = score(type, i, j)
      {
        log += Double(exit[from] + score + afterJoined[here]) + offsets[i - step.source.count]
      } else {
        return step
      }
      step.probability = Float.exp(Float(min(0, log)))
      return step
    }
    return Posterior(steps: result, counts: counts, continuing: continuing, exchanging: exchanging, likely: likely)
  }
}
