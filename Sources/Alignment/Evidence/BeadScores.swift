/// What speaks for each bead inside a band: its words, lengths, margins, structure, and how often beads of its type occur.
///
/// Scores of a type stand in runs, one for each source place i, that hold the target places j where a bead of the type can
/// end (`SearchBand.ends`), and behind them up to three of `impossible`, so that four may be read at a time. They are kept
/// for the whole band, or, where a band is wide and gone through once, worked out row by row.
struct BeadScores: ~Copyable {
  let band: SearchBand
  /// The types that the groups looked at allow, and their numbers in `BeadType.twoSided`.
  let types: [BeadType]
  let numbers: [Int]
  /// By type.
  private var values: [SharedFloats] = []
  /// Where the runs of the whole band start, row by row and type by type; empty where only those of one row are there.
  private var starts: [Int] = []
  private var scorer: BeadScorer?

  /// No bead, for the best way and for the sum over all ways.
  static let impossible = -Float.infinity

  /// - Parameter keeps: whether all of them will be asked for more than once.
  init(_ scorer: consuming BeadScorer, keeps: Bool) {
    band = scorer.cells.band
    let longest = scorer.cells.longest
    numbers = BeadType.twoSided.indices.filter {
      max(BeadType.twoSided[$0].source, BeadType.twoSided[$0].target) <= longest
    }
    types = numbers.map { BeadType.twoSided[$0] }
    if !keeps {
      let room = band.widest + 4
      values = types.map { _ in SharedFloats(repeating: Self.impossible, count: room) }
      self.scorer = scorer
      return
    }
    starts.reserveCapacity(band.low.count * types.count)
    var counts = [Int](repeating: 0, count: types.count)
    for i in band.low.indices {
      for (number, type) in types.enumerated() {
        starts.append(counts[number])
        counts[number] += (band.ends(of: type, at: i).count + 3) & ~3
      }
    }
    // The types of the largest groups first: what the words say of these is freed as soon as it is told, so that the room
    // serves for what follows.
    let none = SharedFloats(repeating: Self.impossible, count: 0)
    values = types.map { _ in none }
    for size in stride(from: longest, through: 1, by: -1) {
      for (number, type) in types.enumerated() where max(type.source, type.target) == size {
        values[number] = SharedFloats(repeating: Self.impossible, count: counts[number])
        for i in band.low.indices { fill(number, i, scorer) }
      }
      scorer.forget(above: size - 1)
    }
  }

  /// Makes the runs of row i ready. Where they are not kept, those of other rows are gone.
  mutating func prepare(_ i: Int) {
    if let scorer { for type in types.indices { fill(type, i, scorer) } }
  }

  /// Where the run of a type ends at i begins; the score of the bead that ends at the first place of `band.ends` is there.
  @inline(__always)
  func start(_ type: Int, _ i: Int) -> Int { starts.isEmpty ? 0 : starts[i * types.count + type] }

  subscript(type: Int, place: Int) -> Float {
    @inline(__always) get { values[type].floats[place] }
  }

  subscript(type: Int, lanes place: Int) -> SIMD4<Float> {
    @inline(__always) get { values[type].floats[lanes: place] }
  }

  private func fill(_ type: Int, _ i: Int, _ scorer: borrowing BeadScorer) {
    let ends = band.ends(of: types[type], at: i)
    if ends.isEmpty { return }
    let start = start(type, i)
    scorer.score(types[type], prior: numbers[type], i, ends, into: values[type].floats, at: start)
    values[type].floats.fill(start + ends.count..<start + (ends.count + 3) & ~3, with: Self.impossible)
  }
}

/// Works out the scores of beads.
struct BeadScorer {
  private(set) var cells: CellScores
  private let priors: [Float]
  private let length: LengthModel
  private let lengthWeight: Float
  private let structure: StructureModel
  private let margins: MarginModel
  /// Letters and words before each place, with four more places behind the last.
  private let sourceLengths: [Float]
  private let targetLengths: [Float]
  private let sourceWords: [Int32]
  private let targetWords: [Int32]
  /// By how much the evidence of a bead is thinned for its words, by their number.
  private let thinning: [Float]

  /// Words of a bead, both sides together, from which on evidence is thinned no further.
  private static let manyWords = 2000
  /// Evidence grows with the number of a bead's words to the power of one less this, and of one less
  /// `CellScores.thinningPower`, for words of a bead tell much of the same.
  private static let thinningPower: Float = 0.4

  init(
    cells: CellScores, source: IndexedText, target: IndexedText, priors: BeadPriors, length: LengthModel,
    lengthWeight: Float, halfWords: Float, structure: StructureModel, margins: MarginModel
  ) {
    thinning = (0..<Self.manyWords).map { Float.pow(1 + Float($0) / halfWords, -Self.thinningPower) }
    sourceWords = source.starts
    targetWords = target.starts + [Int32](repeating: target.starts.last ?? 0, count: 4)
    self.margins = margins
    self.cells = cells
    self.priors = priors.twoSided
    self.length = length
    self.lengthWeight = lengthWeight
    self.structure = structure
    sourceLengths = Self.sums(source.lengths)
    targetLengths = Self.sums(target.lengths)
  }

  /// Frees what the words say of groups larger than `size`.
  fileprivate mutating func forget(above size: Int) { cells.forget(above: size) }

  private static func sums(_ lengths: [Float]) -> [Float] {
    var sums = lengths.reduce(into: [Float(0)]) { $0.append($0[$0.count - 1] + $1) }
    for _ in 0..<4 { sums.append(sums[lengths.count]) }
    return sums
  }

  /// Writes the scores of the beads of a type that end at i and at each of `ends`, and up to three figures more.
  fileprivate func score(
    _ type: BeadType, prior: Int, _ i: Int, _ ends: Range<Int>, into values: borrowing FloatLanes, at start: Int
  ) {
    let (a, b) = (type.source, type.target)
    let offsets = cells.band.offsets.span
    let forward = cells.forward.scores[a - 1]
    let backward = cells.backward.scores[b - 1]
    let repeatedForward = cells.forward.repeated
    let repeatedBackward = cells.backward.repeated
    let targetLengths = self.targetLengths.span
    let targetWords = self.targetWords.span
    let thinning = self.thinning.span
    let sourceLength = sourceLengths[i] - sourceLengths[i - a]
    let words = sourceWords[i] - sourceWords[i - a]
    for j in stride(from: ends.lowerBound, to: ends.upperBound, by: 4) {
      // Rows between i − a and i hold j, and row i holds what lies between j − b and j: ends of rows rise.
      var sum = SIMD4<Float>(repeating: 0)
      let here = offsets[unchecked: i] + j
      for k in 0..<b { sum += forward.floats[lanes: here - k] }
      for k in 0..<a { sum += backward.floats[lanes: offsets[unchecked: i - k] + j] }
      if b == 1 {
        for k in 0..<a - 1 { sum -= repeatedBackward.floats[lanes: offsets[unchecked: i - k] + j] }
      } else if a == 1 {
        for k in 0..<b - 1 { sum -= repeatedForward.floats[lanes: here - k] }
      }
      var thin = SIMD4<Float>(repeating: 0)
      for lane in 0..<4 {
        let all = words + targetWords[unchecked: j + lane] - targetWords[unchecked: j + lane - b]
        thin[lane] = thinning[unchecked: min(Int(all), Self.manyWords - 1)]
      }
      sum *= thin
      sum += lengthWeight * length.score(sourceLength, targetLengths.lanes(j) - targetLengths.lanes(j - b))
      sum += margins.scores(source: i - a..<i, target: j - b, count: b)
      if structure.isKnown {
        for lane in 0..<min(4, ends.upperBound - j) {
          sum[lane] += structure.score(source: i - a..<i, target: j + lane - b..<j + lane)
        }
      }
      values[lanes: start + j - ends.lowerBound] = sum + priors[prior]
    }
  }
}
