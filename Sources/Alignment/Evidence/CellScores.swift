/// What the words say of every pair of sentences in a band, both ways and for every size of group.
///
/// The gain of a bead is a sum over its sentences: each target sentence explained by the bead's source sentences as a
/// group, and each source sentence by its target sentences. So it is enough to keep, for each end of a group and each
/// sentence of the other side, one figure a group size.
struct CellScores {
  /// One way of explaining.
  struct Direction {
    /// [size − 1][cell(i, j)]: the sentence before the place on the explained side, explained by the `size` sentences that
    /// end before the place on the other.
    var scores: [SharedFloats]
    /// [cell(i, j)]: what of the scores of size 1 rests on words that the explained sentence shares with the one before
    /// it and that the explaining one can explain only once.
    let repeated: SharedFloats
  }

  let band: SearchBand
  /// Largest group that was looked at.
  let longest: Int
  /// Target sentences explained by source sentences, and the reverse.
  private(set) var forward: Direction
  private(set) var backward: Direction

  static let impossible: Float = -1e9
  /// Evidence of a sentence grows with the number of its words to the power of one less this.
  static let thinningPower: Float = 0.15
  /// Words of a sentence from which on that shows.
  static let manyWords: Float = 20

  init(
    band: SearchBand, source: IndexedText, target: IndexedText, toTarget: LexicalModel, toSource: LexicalModel,
    scale: Float, dilution: Float = 1, longest: Int = BeadType.longest
  ) {
    self.band = band
    self.longest = longest
    forward = SentenceExplaining(
      from: source, to: target, model: toTarget, band: band, isForward: true, longest: longest, scale: scale,
      dilution: dilution
    ).direction()
    backward = SentenceExplaining(
      from: target, to: source, model: toSource, band: band, isForward: false, longest: longest, scale: scale,
      dilution: dilution
    ).direction()
  }

  /// Frees the scores of groups larger than `size`, which will not be asked for again.
  mutating func forget(above size: Int) {
    if forward.scores.count > size { forward.scores.removeLast(forward.scores.count - size) }
    if backward.scores.count > size { backward.scores.removeLast(backward.scores.count - size) }
  }
}
