/// The pairs of places (after source sentence i, after target sentence j) that the search looks at: for each i a run of j.
///
/// Both ends of the runs rise with i, consecutive runs overlap, the first holds 0 and the last the end: there is always
/// a path.
struct SearchBand {
  /// For i in 0...n, the first j and the one past the last.
  let low: [Int32]
  let high: [Int32]
  /// Where the cells of each i start; one more than there are rows.
  let starts: [Int]

  /// Number of the cell (i, j) less j.
  let offsets: [Int]

  var cells: Int { starts[starts.count - 1] }

  /// The number of the cell (i, j), or nil where it lies outside.
  @inline(__always)
  func cell(_ i: Int, _ j: Int) -> Int? {
    guard i >= 0, j >= Int(low[i]), j < Int(high[i]) else { return nil }
    return offsets[i] + j
  }

  /// Places j where a bead of a type can end whose source side ends at i: those whose bead begins inside the band, with
  /// all that lies between inside too.
  @inline(__always)
  func ends(of type: BeadType, at i: Int) -> Range<Int> {
    let before = i - type.source
    guard before >= 0 else { return 0..<0 }
    let first = max(Int(low[before]) + type.target, Int(low[i]) + type.target - 1)
    let last = min(Int(high[before]) + type.target, Int(high[before + 1]))
    return first < last ? first..<last : 0..<0
  }

  /// Places of the row that has most.
  var widest: Int { zip(low, high).reduce(0) { max($0, Int($1.1 - $1.0)) } }

  /// For each target place 0...m, the run of source places whose row holds it. Runs are whole, for both ends of the rows
  /// rise.
  func columnRuns(to m: Int) -> (low: [Int32], high: [Int32]) {
    var first = [Int32](repeating: Int32.max, count: m + 1)
    var last = [Int32](repeating: 0, count: m + 1)
    for i in low.indices {
      for j in Int(low[i])..<Int(high[i]) {
        first[j] = min(first[j], Int32(i))
        last[j] = Int32(i + 1)
      }
    }
    return (first.map { $0 == Int32.max ? 0 : $0 }, last)
  }

  /// - Parameters:
  ///   - path: places that the band must hold, rising on both sides.
  ///   - width: for each place of the path, how far the band reaches to either side of it.
  init(sourceCount n: Int, targetCount m: Int, path: [(i: Int, j: Int)], width: [Int]) {
    var low = [Int32](repeating: Int32(m), count: n + 1)
    var high = [Int32](repeating: 0, count: n + 1)
    func cover(_ i: Int, _ from: Int, _ to: Int) {
      guard i >= 0, i <= n else { return }
      low[i] = min(low[i], Int32(max(0, min(from, m))))
      high[i] = max(high[i], Int32(min(m, max(to, 0)) + 1))
    }
    for k in path.indices {
      let (i, j) = path[k]
      cover(i, j - width[k], j + width[k])
      guard k + 1 < path.count else { continue }
      let (nextI, nextJ) = path[k + 1]
      let w = max(width[k], width[k + 1])
      let rows = max(1, nextI - i)
      for row in i...max(i, nextI) {
        let middle = j + (nextJ - j) * (row - i) / rows
        cover(row, middle - w, middle + w)
        if row == i { cover(row, j, j) }
      }
      if nextI == i { cover(i, j, nextJ) }
    }
    if n >= 0 {
      cover(0, 0, 0)
      cover(n, m, m)
    }
    // Ends rise, and each run reaches into the next.
    for i in stride(from: n - 1, through: 0, by: -1) { low[i] = min(low[i], low[i + 1]) }
    for i in 1..<max(n + 1, 1) { high[i] = max(high[i], high[i - 1]) }
    for i in 1..<max(n + 1, 1) { low[i] = min(low[i], high[i - 1] - 1) }
    for i in stride(from: n - 1, through: 0, by: -1) { low[i] = min(low[i], low[i + 1]) }
    var starts = [0]
    starts.reserveCapacity(n + 2)
    for i in 0...n { starts.append(starts[i] + Int(high[i] - low[i])) }
    self.low = low
    self.high = high
    self.starts = starts
    offsets = low.indices.map { starts[$0] - Int(low[$0]) }
  }
}
