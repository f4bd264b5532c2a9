extension NameTransducer {
  /// The likeliest way, by the rules alone, to cut a word so that it becomes `target`, as one example a place where there is
  /// a choice; none where no licensed units lead there.
  func aligned(
    _ source: [Unicode.Scalar], _ target: [Unicode.Scalar], weight: Double,
    names: inout [UInt64: (part: String, feature: String)]
  ) -> [LogLinearLearner.Example] {
    let places = source.indices.map { choices(in: source, at: $0, weights: NameWeights()) }
    guard let path = path(source, target, places) else { return [] }
    return path.compactMap { index, right in
      let units = places[index].map(\.unit)
      guard units.count > 1 else { return nil }
      for unit in units {
        let keys = features(of: unit, in: source, at: index)
        for (key, name) in zip(keys, featureNames(of: unit, in: source, at: index)) {
          names[key] = (directionLabel, name)
        }
      }
      return LogLinearLearner.Example(
        choices: units.map { .init(offset: $0.prior, features: features(of: $0, in: source, at: index)) },
        right: right, weight: weight)
    }
  }

  private var directionLabel: String { units.direction.label }

  /// Place and chosen unit along the best path through source and target together.
  private func path(
    _ source: [Unicode.Scalar], _ target: [Unicode.Scalar], _ places: [[(unit: NameUnit, probability: Double)]]
  ) -> [(place: Int, unit: Int)]? {
    struct Cell {
      var score = -Double.infinity
      var from = (0, 0)
      var unit = 0
    }
    var cells = Array(repeating: Array(repeating: Cell(), count: target.count + 1), count: source.count + 1)
    cells[0][0].score = 0
    for i in source.indices {
      for j in 0...target.count where cells[i][j].score > -.infinity {
        for (number, choice) in places[i].enumerated() {
          let end = j + choice.unit.target.count
          guard end <= target.count, target[j..<end].elementsEqual(choice.unit.target) else { continue }
          let score = cells[i][j].score + Exponent.log(max(choice.probability, 1e-12))
          let next = i + choice.unit.source.count
          if score > cells[next][end].score {
            cells[next][end] = Cell(score: score, from: (i, j), unit: number)
          }
        }
      }
    }
    guard cells[source.count][target.count].score > -.infinity else { return nil }
    var path: [(place: Int, unit: Int)] = []
    var (i, j) = (source.count, target.count)
    while i > 0 {
      let cell = cells[i][j]
      path.append((cell.from.0, cell.unit))
      (i, j) = cell.from
    }
    return path.reversed()
  }
}
