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

  init(_ word: String, _ costs: SpellingCosts) {
    text = Folding.caseKey(word)
    let scalars = [SpellingCosts.start] + Array(text.unicodeScalars) + [SpellingCosts.end]
    letters = scalars.map(Self.letter)
    var starts: [Int32] = []
    var pieces: [Piece] = []
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
    let plain = LatinLetters.plain(scalar)[0]
    let kind: Kind =
      !scalar.properties.isAlphabetic || scalar.properties.generalCategory == .modifierLetter
      ? .mark : LatinLetters.vowels.contains(plain) ? .vowel : .consonant
    return Letter(scalar: scalar.value, plain: plain.value, kind: kind)
  }

  /// The least cost of reading both words as one, and whether that needs a consonant that no rule licenses.
  /// - Parameter limit: costs above it need not be exact.
  func distance(to other: SpelledWord, _ costs: SpellingCosts, limit: Float = 12) -> (cost: Float, forbidden: Bool) {
    if text == other.text { return (0, false) }
    var best = Float.infinity
    for reading in SpellingCosts.Reading.allCases {
      best = min(best, distance(to: other, costs, reading.rawValue, min(limit, best)))
      if best == 0 { break }
    }
    return (best, best >= SpellingCosts.forbidden)
  }

  private func distance(to other: SpelledWord, _ costs: SpellingCosts, _ reading: Int, _ limit: Float) -> Float {
    let columns = other.letters.count + 1
    let size = (letters.count + 1) * columns
    return withUnsafeTemporaryAllocation(of: Float.self, capacity: size) { table in
      table.initialize(repeating: .infinity)
      table[0] = 0
      // Every transition moves forward in the table, so one pass over it settles every cell; indices stay inside because
      // a piece never reaches past its word's end.
      for i in 0...letters.count {
        for j in 0..<columns {
          let here = table[i * columns + j]
          if here > limit { continue }
          if i < letters.count, j < other.letters.count {
            relax(&table[(i + 1) * columns + j + 1], here + SpellingCosts.substitution(letters[i], other.letters[j]))
            for a in Int(starts[i])..<Int(starts[i + 1]) {
              for b in Int(other.starts[j])..<Int(other.starts[j + 1]) {
                let cost = costs.cost(reading, pieces[a].id, other.pieces[b].id)
                if cost < .infinity {
                  relax(
                    &table[(i + Int(pieces[a].length)) * columns + j + Int(other.pieces[b].length)], here + cost)
                }
              }
            }
          }
          if i < letters.count {
            relax(
              &table[(i + 1) * columns + j],
              here + SpellingCosts.omission(letters[i], after: i > 0 ? letters[i - 1] : nil))
          }
          if j < other.letters.count {
            relax(
              &table[i * columns + j + 1],
              here + SpellingCosts.omission(other.letters[j], after: j > 0 ? other.letters[j - 1] : nil))
          }
        }
      }
      return table[size - 1]
    }
  }

  @inline(__always)
  private func relax(_ cell: inout Float, _ cost: Float) { if cost < cell { cell = cost } }
}
