/// How many sentences of each side a bead joins.
struct BeadType: Hashable, Sendable {
  let source: Int
  let target: Int

  /// Two-sided types, the one-to-one bead first.
  static let twoSided: [BeadType] = [
    BeadType(source: 1, target: 1), BeadType(source: 1, target: 2), BeadType(source: 2, target: 1),
    BeadType(source: 2, target: 2), BeadType(source: 1, target: 3), BeadType(source: 3, target: 1),
    BeadType(source: 1, target: 4), BeadType(source: 4, target: 1), BeadType(source: 2, target: 3),
    BeadType(source: 3, target: 2),
  ]
  /// Longest run of sentences on one side of a bead.
  static let longest = 4
}

/// How often beads of each type occur, as natural logarithms of probabilities.
struct BeadPriors: Sendable {
  /// By the order of `BeadType.twoSided`.
  var twoSided: [Float]
  /// A sentence without counterpart after a two-sided bead.
  var omission: Float
  var addition: Float
  /// A further one after such a sentence.
  var continuation: Float
  /// A one-sided bead of the other side after such a sentence: rare, for it takes an omission and an addition.
  var exchange: Float
  /// A two-sided bead after such a sentence.
  var resumption: Float

  /// Expected share of each type in a text of which nothing is known; the last two are one-sided beads.
  static let usual: [Float] = [0.9, 0.02, 0.02, 0.005, 0.004, 0.004, 0.001, 0.001, 0.001, 0.001, 0.0215, 0.0215]

  /// How often a run of the other side follows a run, where nothing is known.
  static let exchange: Float = 0.01

  /// - Parameters:
  ///   - counts: beads of each type seen, then omissions and additions that start a run.
  ///   - runs: sentences without counterpart that start a run, and those that continue one.
  ///   - belief: how many beads the usual shares are worth.
  init(counts: [Float], runs: (starting: Float, continuing: Float, exchanging: Float), belief: Float) {
    let total = counts.reduce(0, +) + belief
    let shares = zip(counts, Self.usual).map { ($0 + belief * $1) / total }
    twoSided = shares.prefix(BeadType.twoSided.count).map { Float.log($0) }
    omission = Float.log(shares[BeadType.twoSided.count])
    addition = Float.log(shares[BeadType.twoSided.count + 1])
    let going = (runs.continuing + 3) / (runs.starting + runs.continuing + 10)
    continuation = Float.log(going)
    let changing = min(0.3, (runs.exchanging + 10 * Self.exchange) / (runs.starting + runs.continuing + 10))
    exchange = Float.log(changing)
    resumption = Float.log(max(0.1, 1 - going - changing))
  }

  init() { self.init(counts: [Float](repeating: 0, count: Self.usual.count), runs: (0, 0, 0), belief: 1) }
}
