/// Learns a lexicon from pairs of word runs that are taken to be translations: expectation and maximisation of IBM
/// Model 1 over a pruned table.
struct LexiconTrainer {
  /// Word runs that explain and are explained, pair by pair, with the weight of the pair.
  private(set) var explaining: [Int32] = []
  private(set) var explainingStarts: [Int32] = [0]
  private(set) var explained: [Int32] = []
  private(set) var explainedStarts: [Int32] = [0]
  private(set) var pairWeights: [Float] = []

  /// Probability below which a word pair is forgotten.
  private static let least: Float = 0.0005

  private static let mostWords = 255

  struct Settings {
    /// Rounds of expectation and maximisation.
    var rounds = 4
    /// What is taken off each count: a pair of words seen together once says little.
    var discount: Float = 0.2
    /// How many counts a look-alike is worth.
    var lookAlikeCounts: Float = 1
    /// Candidates kept for each word.
    var candidates = 64
    /// Whether the probability that a word is explained is learned from what the other pairs say of each pair.
    var leavesOneOut = true
  }

  /// Makes room for that many pairs and words.
  mutating func reserve(pairs: Int, explaining a: Int, explained b: Int) {
    explaining.reserveCapacity(explaining.count + a)
    explained.reserveCapacity(explained.count + b)
    explainingStarts.reserveCapacity(explainingStarts.count + pairs)
    explainedStarts.reserveCapacity(explainedStarts.count + pairs)
    pairWeights.reserveCapacity(pairWeights.count + pairs)
  }

  /// Adds a pair. One whose explained side is of more words than a byte tells apart teaches nothing and is passed over.
  mutating func add(explaining a: ArraySlice<Int32>, explained b: ArraySlice<Int32>, weight: Float) {
    if b.count > Self.mostWords { return }
    explaining.append(contentsOf: a)
    explained.append(contentsOf: b)
    explainingStarts.append(Int32(explaining.count))
    explainedStarts.append(Int32(explained.count))
    pairWeights.append(weight)
  }

  /// Learns the model. `lookAlikes` holds what looks alike, explaining words in rows.
  func train(lookAlikes: LexicalTable, explained words: Vocabulary, settings: Settings) -> LexicalModel {
    let rows = lookAlikes.rows
    let columns = words.count
    var model = LexicalModel(lookAlikes: lookAlikes, explained: words)
    var (table, prior) = candidates(lookAlikes, rows: rows, columns: columns, settings: settings)
    let meetings = meetings(table, columns: columns)
    var bins = FrequencyBins(words.counts, start: 0.5)
    let counts = FloatLanes(repeating: 0, count: table.words.count)
    var totals = [Float](repeating: 0, count: rows)
    for _ in 0..<settings.rounds {
      counts.fill(0..<counts.count, with: 0)
      expect(table, meetings, model.background, counts, &bins)
      for row in 0..<rows {
        var total: Float = 0
        var priorTotal: Float = 0
        for entry in table.range(row) {
          total += counts[entry]
          priorTotal += prior[entry]
        }
        total += settings.lookAlikeCounts * max(1, priorTotal)
        totals[row] = total
        for entry in table.range(row) {
          table.probabilities[entry] =
            (max(0, counts[entry] - settings.discount) + settings.lookAlikeCounts * prior[entry]) / total
        }
      }
      bins.update()
    }
    if settings.leavesOneOut {
      leaveOneOut(table, meetings, model.background, counts, totals, prior, settings, &bins)
      bins.update()
    }
    model.explained = (0..<columns).map { bins.lambda(ofWord: $0) }
    table.removeEntries(below: Self.least)
    model.tables = [table]
    return model
  }
}
