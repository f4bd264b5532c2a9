internal import Linguistics
internal import Romanization

/// One word made ready for comparison: its letters between two edges, and at each letter the tables' pieces that begin
/// there.
struct SpelledWord: Sendable {
  enum Kind: UInt8, Sendable { case vowel, consonant, mark, edge }

  struct Letter: Sendable {
    let scalar: UInt32
    /// Without accents.
    let plain: UInt32
    let kind: Kind
  }

  struct Piece: Sendable {
    let id: Int32
    let length: Int32
  }

  let letters: [Letter]
  /// Where the pieces of each letter begin in `pieces`; one more entry than letters.
  let starts: [Int32]
  let pieces: [Piece]
  /// As it was written, case folded.
  let text: String
  /// What its ending says of gender and family.
  let ending: NameGates.Ending

  init(_ word: String, _ costs: SpellingCosts, gates: NameGates = NameGates()) {
    text = Folding.caseKey(word)
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(text.utf8.count + 2)
    scalars.append(SpellingCosts.start)
    scalars += text.unicodeScalars
    ending = gates.ending(of: scalars[1...])
    scalars.append(SpellingCosts.end)
    letters = scalars.map(Self.letter)
    var starts: [Int32] = []
    var pieces: [Piece] = []
    starts.reserveCapacity(scalars.count + 1)
    pieces.reserveCapacity(scalars.count * 3)
    for start in scalars.indices {
      starts.append(Int32(pieces.count))
      var hash = NameHash.seed
      for end in start..<min(scalars.count, start + costs.longestPiece) {
        hash = NameHash.mix(hash, scalars[end].value)
        guard let id = costs.piece(hash) else { break }
        if id >= 0 { pieces.append(Piece(id: id, length: Int32(end - start + 1))) }
      }
    }
    starts.append(Int32(pieces.count))
    self.starts = starts
    self.pieces = pieces
  }

  private static func letter(_ scalar: Unicode.Scalar) -> Letter {
    if scalar == SpellingCosts.start || scalar == SpellingCosts.end {
      return Letter(scalar: scalar.value, plain: scalar.value, kind: .edge)
    }
    if ("a"..."z").contains(scalar) {
      let isVowel =
        switch scalar {
        case "a", "e", "i", "o", "u", "y": true
        default: false
        }
      return Letter(scalar: scalar.value, plain: scalar.value, kind: isVowel ? .vowel : .consonant)
    }
    let plain = LatinLetters.plain(scalar)[0]
    let kind: Kind =
      !scalar.properties.isAlphabetic || scalar.properties.generalCategory == .modifierLetter
      ? .mark : LatinLetters.vowels.contains(plain) ? .vowel : .consonant
    return Letter(scalar: scalar.value, plain: plain.value, kind: kind)
  }

  /// The least cost of reading both words as one; infinite where it is no less than `limit`.
  func cost(to other: SpelledWord, _ costs: SpellingCosts, limit: Float = SpellingCosts.forbidden) -> Float {
    if text == other.text { return 0 }
    return SpellingTable(self, other, costs, limit: limit).fill { _ in }
  }

  /// The same with the pieces that were read as each other along the cheapest way; none where there is no way.
  func reading(
    of other: SpelledWord, _ costs: SpellingCosts, limit: Float = SpellingCosts.forbidden
  ) -> (cost: Float, steps: [SpellingTable.Step]) {
    if text == other.text { return (0, []) }
    var steps: [SpellingTable.Step] = []
    let cost = SpellingTable(self, other, costs, limit: limit).fill { steps = $0 }
    return (cost, steps)
  }
}
