/// The recursion from the end back to the beginning, which also counts what is not improbable.
extension BeadLattice {
  /// One row of the recursion backwards, by place less the first of the row.
  private struct BackwardRow: ~Copyable {
    /// Sums over the beads that begin at each place.
    let beads: FloatLanes
    /// The most probable of them, as `forward.exit` and it together.
    let peak: FloatLanes
    /// By type, the ways that go on with a bead of it.
    let ways: FloatLanes
    let omit: FloatLanes
    let add: FloatLanes
    let stride: Int
    /// Places at which beads of each type begin.
    var begins: [Range<Int>]

    init(_ widest: Int, types: Int) {
      stride = widest + 4
      beads = FloatLanes(repeating: BeadLattice.impossible, count: stride)
      peak = FloatLanes(repeating: BeadLattice.impossible, count: stride)
      ways = FloatLanes(repeating: BeadLattice.impossible, count: stride * types)
      omit = FloatLanes(repeating: BeadLattice.impossible, count: stride)
      add = FloatLanes(repeating: BeadLattice.impossible, count: stride)
      begins = [Range<Int>](repeating: 0..<0, count: types)
    }
  }

  func sumBackwards(_ forward: borrowing Forward, _ all: Double, _ found: inout Posterior) {
    let band = self.band
    let priors = self.priors
    var backward = Backward(widest: band.widest, rows: n + 1)
    var row = BackwardRow(band.widest, types: scores.types.count)
    var step = found.steps.count
    for i in stride(from: n, through: 0, by: -1) {
      let base = i < n ? backward.offsets[i + 1] : 0
      let count = band.starts[i + 1] - band.starts[i]
      let start = backward.start(i)
      goOn(i, base: base, forward, backward, &row)
      note(i, Scale(before: forward.offsets[i], after: base, all: all), forward, row, &found)
      for place in stride(from: 0, to: count, by: 4) {
        let (beads, omit, add) = (row.beads[lanes: place], row.omit[lanes: place], row.add[lanes: place])
        backward.joined[lanes: start + place] = Self.sum(beads, Self.sum(omit + priors.omission, add + priors.addition))
        backward.omitted[lanes: start + place] = Self.sum(
          beads + priors.resumption, Self.sum(omit + priors.continuation, add + priors.exchange))
      }
      let places = start..<start + count
      let top = max(backward.joined.max(in: places) ?? Self.impossible, Self.impossible)
      backward.offsets[i] = base
      if top > Self.impossible / 2 {
        backward.joined.subtract(top, in: places)
        backward.omitted.subtract(top, in: places)
        backward.added.subtract(top, in: places)
        backward.offsets[i] += Double(top)
      }
      while step > 0, found.steps[step - 1].source.upperBound == i {
        step -= 1
        weigh(&found.steps[step], i, forward, backward, all)
      }
    }
  }

  /// What follows the places of row i: a bead, an omission, an addition.
  @inline(__always)
  private func goOn(
    _ i: Int, base: Double, _ forward: borrowing Forward, _ backward: borrowing Backward, _ row: inout BackwardRow
  ) {
    let band = scores.band
    let low = Int(band.low[i])
    let count = Int(band.high[i]) - low
    let first = band.starts[i]
    let start = backward.start(i)
    row.beads.fill(0..<count, with: Self.impossible)
    row.peak.fill(0..<count, with: -.infinity)
    if i == n { row.beads[m - low] = 0 }
    for (number, type) in scores.types.enumerated() {
      row.begins[number] = 0..<0
      guard i + type.source <= n else { continue }
      let ends = band.ends(of: type, at: i + type.source)
      if ends.isEmpty { continue }
      let begin = ends.lowerBound - type.target - low
      row.begins[number] = begin..<begin + ends.count
      let next = backward.start(i + type.source) - Int(band.low[i + type.source])
      let run = scores.start(number, i + type.source) - ends.lowerBound
      let shift = Float(backward.offsets[i + type.source] - base)
      for j in stride(from: ends.lowerBound, to: ends.upperBound, by: 4) {
        let place = j - type.target - low
        let value = backward.joined[lanes: next + j] + shift + scores[number, lanes: run + j]
        row.ways[lanes: number * row.stride + place] = value
        row.beads[lanes: place] = Self.sum(row.beads[lanes: place], value)
        let whole = forward.exit[lanes: first + place] + value
        let peak = row.peak[lanes: place]
        row.peak[lanes: place] = peak.replacing(with: whole, where: whole .> peak)
      }
    }
    row.omit.fill(0..<count, with: Self.impossible)
    if i < n {
      let below = backward.start(i + 1) - Int(band.low[i + 1])
      for j in max(low, Int(band.low[i + 1]))..<low + count { row.omit[j - low] = backward.omitted[below + j] }
    }
    row.add[count - 1] = Self.impossible
    for place in stride(from: count - 1, through: 0, by: -1) {
      let beads = row.beads[place] + priors.resumption
      let add = row.add[place]
      let added = Self.sum(beads, Self.sum(add + priors.continuation, row.omit[place] + priors.exchange))
      backward.added[start + place] = added
      if place > 0 { row.add[place - 1] = added }
    }
  }

  /// What turns figures of both directions into logarithms of probabilities.
  private struct Scale {
    let before: Double
    let after: Double
    let all: Double
    /// What is below it is not counted, however it was rounded.
    let least: Float

    init(before: Double, after: Double, all: Double) {
      (self.before, self.after, self.all) = (before, after, all)
      let offset = before + after - all
      least = Float(BeadLattice.countedLog - offset) - 0.01 - 1e-5 * Float(abs(offset))
    }

    @inline(__always)
    func log(_ figure: Float) -> Double { Double(figure) + before + after - all }
  }

  /// Counts what is not improbable at the places of row i, last first.
  @inline(__always)
  private func note(
    _ i: Int, _ scale: Scale, _ forward: borrowing Forward, _ row: borrowing BackwardRow, _ found: inout Posterior
  ) {
    let band = scores.band
    let low = Int(band.low[i])
    let types = scores.types
    for place in stride(from: Int(band.high[i]) - low - 1, through: 0, by: -1) {
      let here = band.starts[i] + place
      let j = low + place
      if row.peak[place] > scale.least {
        for (number, type) in types.enumerated() where row.begins[number].contains(place) {
          let log = scale.log(forward.exit[here] + row.ways[number * row.stride + place])
          guard log > Self.countedLog else { continue }
          let probability = Float.exp(Float(log))
          found.counts[scores.numbers[number]] += probability
          if probability >= Self.notable {
            found.likely.append(
              Step(source: i..<i + type.source, target: j..<j + type.target, probability: min(1, probability)))
          }
        }
      }
      let (joined, omitted, added) = (forward.joined[here], forward.omitted[here], forward.added[here])
      let (omit, add) = (row.omit[place], row.add[place])
      if let probability = alone(
        after: joined + priors.omission, omitted + priors.continuation, added + priors.exchange, omit, scale,
        BeadType.twoSided.count, &found)
      {
        found.likely.append(Step(source: i..<i + 1, target: j..<j, probability: probability))
      }
      if let probability = alone(
        after: joined + priors.addition, added + priors.continuation, omitted + priors.exchange, add, scale,
        BeadType.twoSided.count + 1, &found)
      {
        found.likely.append(Step(source: i..<i, target: j..<j + 1, probability: probability))
      }
    }
  }

  /// Counts a one-sided bead by what came before it: a two-sided bead, a run that it continues, a run of the other side.
  /// - Returns: its probability, if it is to be noted.
  @inline(__always)
  private func alone(
    after joined: Float, _ continued: Float, _ changed: Float, _ rest: Float, _ scale: Scale,
    _ number: Int, _ found: inout Posterior
  ) -> Float? {
    // All three together are no more than three times the largest.
    if max(joined, continued, changed) + rest + 1.1 < scale.least { return nil }
    let continuedLog = scale.log(continued + rest)
    if continuedLog > Self.countedLog { found.continuing += Float.exp(Float(continuedLog)) }
    let changedLog = scale.log(changed + rest)
    if changedLog > Self.countedLog { found.exchanging += Float.exp(Float(changedLog)) }
    let first = Self.sum(joined, changed) + rest
    let firstLog = scale.log(first)
    if firstLog > Self.countedLog { found.counts[number] += Float.exp(Float(firstLog)) }
    let whole = scale.log(Self.sum(first, continued + rest))
    return whole > Self.notableLog ? Float.exp(Float(min(0, whole))) : nil
  }
}
