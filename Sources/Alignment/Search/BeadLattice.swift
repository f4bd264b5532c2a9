/// All ways to cut two texts into beads inside a band, with the score of each bead: the best way, and how probable each
/// bead is over all ways (`posterior`).
///
/// A place (i, j) lies after source sentence i and target sentence j. It is reached by a two-sided bead, an omission (a
/// source sentence alone) or an addition (a target sentence alone); runs of either cost less than as many single ones.
struct BeadLattice: ~Copyable {
  var scores: BeadScores
  let priors: BeadPriors
  let n: Int
  let m: Int

  struct Step: Hashable {
    let source: Range<Int>
    let target: Range<Int>
    var probability: Float
  }

  /// - Parameters:
  ///   - n: source sentences.
  ///   - m: target sentences.
  init(_ scores: consuming BeadScores, priors: BeadPriors, n: Int, m: Int) {
    self.scores = scores
    self.priors = priors
    self.n = n
    self.m = m
  }

  static let impossible = CellScores.impossible

  var band: SearchBand { scores.band }

  @inline(__always)
  func cell(_ i: Int, _ j: Int) -> Int? { scores.band.cell(i, j) }

  /// How the states of a place were reached, in one number.
  private struct Way {
    /// Number of a two-sided type, 15 where none leads here.
    static let noType = 15
    /// No state before.
    static let none = 3
    static let joined = 0, omission = 1, addition = 2

    let bits: UInt16

    init(type: UInt8, omission: Int, addition: Int, exit: Int) {
      bits = UInt16(truncatingIfNeeded: Int(type) | omission << 4 | addition << 6 | exit << 8)
    }

    var type: Int { Int(bits & 15) }
    /// The state before, of an omission or an addition that ends here.
    func before(_ state: Int) -> Int { Int(bits >> (state == Self.omission ? 4 : 6) & 3) }
    /// The state in which a bead that begins here finds the place.
    var exit: Int { Int(bits >> 8) }
  }

  /// States of one row: what the best way to each of its places scores that ends in a bead, an omission or an addition.
  private struct Row: ~Copyable {
    let joined: FloatLanes
    let omission: FloatLanes
    let addition: FloatLanes

    init(_ count: Int) {
      joined = FloatLanes(repeating: BeadLattice.impossible, count: count)
      omission = FloatLanes(repeating: BeadLattice.impossible, count: count)
      addition = FloatLanes(repeating: BeadLattice.impossible, count: count)
    }
  }

  /// The best way through.
  mutating func best() -> [Step] {
    let ways = reached()
    let types = scores.types
    var steps: [Step] = []
    var (i, j) = (n, m)
    guard let end = cell(n, m) else { return [] }
    var state = ways[end].exit
    while i > 0 || j > 0 {
      guard let here = cell(i, j) else { break }
      if state == Way.joined {
        if ways[here].type == Way.noType { break }
        let type = types[ways[here].type]
        steps.append(Step(source: i - type.source..<i, target: j - type.target..<j, probability: 1))
        i -= type.source
        j -= type.target
        guard let start = cell(i, j) else { return [] }
        state = ways[start].exit
        continue
      }
      let before = ways[here].before(state)
      if before == Way.none { break }
      if state == Way.omission {
        steps.append(Step(source: i - 1..<i, target: j..<j, probability: 1))
        i -= 1
      } else {
        steps.append(Step(source: i..<i, target: j - 1..<j, probability: 1))
        j -= 1
      }
      state = before
    }
    return steps.reversed()
  }

  /// How each place is reached best.
  private mutating func reached() -> [Way] {
    let band = self.band
    let types = scores.types
    let widest = band.widest
    let exit = FloatLanes(repeating: Self.impossible, count: band.cells)
    var row = Row(widest)
    var before = Row(widest)
    var type = [UInt8](repeating: 0, count: widest + 4)
    var ways: [Way] = []
    ways.reserveCapacity(band.cells)
    for i in 0...n {
      scores.prepare(i)
      let low = Int(band.low[i])
      let count = Int(band.high[i]) - low
      let start = band.starts[i]
      // Beads, type by type: of two that score the same, the first.
      row.joined.fill(0..<count, with: Self.impossible)
      for place in 0..<count { type[place] = UInt8(Way.noType) }
      for (number, shape) in types.enumerated() {
        let ends = band.ends(of: shape, at: i)
        if ends.isEmpty { continue }
        let from = band.offsets[i - shape.source] - shape.target
        let run = scores.start(number, i) - ends.lowerBound
        choose(number, ends, from: from, run: run, low: low, exit, row.joined, &type)
      }
      if i == 0 { row.joined[0] = 0 }
      let above = i > 0 ? Int(band.low[i - 1])..<Int(band.high[i - 1]) : 0..<0
      for j in low..<low + count {
        let place = j - low
        var (omission, omissionWay) = (Self.impossible, Way.none)
        if above.contains(j) {
          let place = j - above.lowerBound
          (omission, omissionWay) = Self.best(
            before.joined[place] + priors.omission, before.omission[place] + priors.continuation,
            before.addition[place] + priors.exchange)
        }
        row.omission[place] = omission
        var (addition, additionWay) = (Self.impossible, Way.none)
        if place > 0 {
          (addition, additionWay) = Self.best(
            row.joined[place - 1] + priors.addition, row.omission[place - 1] + priors.exchange,
            row.addition[place - 1] + priors.continuation)
        }
        row.addition[place] = addition
        let (leaving, exitWay) = Self.best(
          row.joined[place], omission + priors.resumption, addition + priors.resumption)
        exit[start + place] = leaving
        ways.append(
          Way(
            type: type[place], omission: omissionWay, addition: additionWay,
            exit: exitWay == Way.none ? Way.joined : exitWay))
      }
      swap(&row, &before)
    }
    return ways
  }

  /// Takes a type wherever it does better than what was found so far.
  @inline(__always)
  private func choose(
    _ number: Int, _ ends: Range<Int>, from: Int, run: Int, low: Int, _ exit: borrowing FloatLanes,
    _ joined: borrowing FloatLanes, _ type: inout [UInt8]
  ) {
    for j in stride(from: ends.lowerBound, to: ends.upperBound, by: 4) {
      let reached = exit[lanes: from + j] + scores[number, lanes: run + j]
      let known = joined[lanes: j - low]
      let isBetter = reached .> known
      if !any(isBetter) { continue }
      joined[lanes: j - low] = known.replacing(with: reached, where: isBetter)
      for lane in 0..<4 where isBetter[lane] { type[j - low + lane] = UInt8(truncatingIfNeeded: number) }
    }
  }

  /// The best of the ways from three states, the first of equals; none where all are impossible.
  @inline(__always)
  private static func best(_ joined: Float, _ omission: Float, _ addition: Float) -> (Float, Int) {
    var (score, way) = (impossible, Way.none)
    if joined > score { (score, way) = (joined, Way.joined) }
    if omission > score { (score, way) = (omission, Way.omission) }
    if addition > score { (score, way) = (addition, Way.addition) }
    return (score, way)
  }
}
