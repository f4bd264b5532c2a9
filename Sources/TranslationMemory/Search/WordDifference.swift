internal import Linguistics

/// What one text has and the other has not, word by word: the way of fewest edits from the first to the second.
public struct WordDifference: Hashable, Sendable {
  /// What became of some words.
  public enum Kind: String, Hashable, Sendable {
    /// The same word in both, but perhaps for case.
    case same
    /// Other words in the second text in the place of those of the first.
    case replaced
    /// Words of the first text that the second lacks.
    case removed
    /// Words of the second text that the first lacks.
    case added
  }

  /// Neighbouring words of one kind.
  public struct Piece: Hashable, Sendable {
    /// What became of the words.
    public let kind: Kind
    /// UTF-8 bytes of the first text, from the start of the first word to the end of the last; empty for `added`.
    public let first: Range<Int>
    /// The same of the second text; empty for `removed`.
    public let second: Range<Int>
    /// How many words are counted as edits: the longer side, 0 for `same`.
    public let edits: Int
  }

  /// In order; every word of either text is in one.
  public let pieces: [Piece]

  /// The word edit distance.
  public var distance: Int { pieces.reduce(0) { $0 + $1.edits } }

  /// Texts that differ over more than this many pairs of words are shown as replaced as a whole.
  static let tableLimit = 16_000_000

  /// Compares the case-folded words of two texts. Takes time and memory in proportion to the product of the lengths of
  /// what lies between their common beginning and end.
  package init(from first: String, to second: String) {
    let a = FoldedText(first)
    let b = FoldedText(second)
    var start = 0
    while start < min(a.keys.count, b.keys.count), a.keys[start] == b.keys[start] { start += 1 }
    var (endA, endB) = (a.keys.count, b.keys.count)
    while endA > start, endB > start, a.keys[endA - 1] == b.keys[endB - 1] {
      endA -= 1
      endB -= 1
    }
    var edits: [(Kind, Int, Int)] = (0..<start).map { (.same, $0, $0) }
    edits += Self.edits(a.keys[start..<endA], b.keys[start..<endB])
    edits += (0..<a.keys.count - endA).map { (.same, endA + $0, endB + $0) }
    pieces = Self.joined(edits, a.words, b.words)
  }

  /// The edits between two runs of words, by dynamic programming with the whole table kept.
  private static func edits(_ a: ArraySlice<String>, _ b: ArraySlice<String>) -> [(Kind, Int, Int)] {
    let (m, n) = (a.count, b.count)
    if m == 0 { return b.indices.map { (.added, a.startIndex, $0) } }
    if n == 0 { return a.indices.map { (.removed, $0, b.startIndex) } }
    if m * n > tableLimit {
      return (0..<max(m, n)).map { i in
        i < min(m, n)
          ? (.replaced, a.startIndex + i, b.startIndex + i)
          : i < m ? (.removed, a.startIndex + i, b.endIndex) : (.added, a.endIndex, b.startIndex + i)
      }
    }
    let width = n + 1
    var table = [Int32](repeating: 0, count: (m + 1) * width)
    for j in 0...n { table[j] = Int32(j) }
    for i in 1...m {
      table[i * width] = Int32(i)
      for j in 1...n {
        let change: Int32 = a[a.startIndex + i - 1] == b[b.startIndex + j - 1] ? 0 : 1
        table[i * width + j] = min(
          table[(i - 1) * width + j - 1] + change, table[(i - 1) * width + j] + 1, table[i * width + j - 1] + 1)
      }
    }
    var edits: [(Kind, Int, Int)] = []
    var (i, j) = (m, n)
    while i > 0 || j > 0 {
      let here = table[i * width + j]
      let (x, y) = (a.startIndex + i, b.startIndex + j)
      if i > 0, j > 0, a[x - 1] == b[y - 1], table[(i - 1) * width + j - 1] == here {
        edits.append((.same, x - 1, y - 1))
        (i, j) = (i - 1, j - 1)
      } else if i > 0, j > 0, table[(i - 1) * width + j - 1] + 1 == here {
        edits.append((.replaced, x - 1, y - 1))
        (i, j) = (i - 1, j - 1)
      } else if i > 0, table[(i - 1) * width + j] + 1 == here {
        edits.append((.removed, x - 1, y))
        i -= 1
      } else {
        edits.append((.added, x, y - 1))
        j -= 1
      }
    }
    return edits.reversed()
  }

  /// Neighbouring edits as one piece: a change of several words is one change.
  private static func joined(_ edits: [(Kind, Int, Int)], _ a: [Word], _ b: [Word]) -> [Piece] {
    var pieces: [Piece] = []
    var i = 0
    while i < edits.count {
      var end = i
      while end < edits.count, (edits[end].0 == .same) == (edits[i].0 == .same) { end += 1 }
      let run = edits[i..<end]
      let inA = run.filter { $0.0 != .added }
      let inB = run.filter { $0.0 != .removed }
      let first = range(inA.map(\.1), in: a)
      let second = range(inB.map(\.2), in: b)
      let kind: Kind =
        edits[i].0 == .same ? .same : inA.isEmpty ? .added : inB.isEmpty ? .removed : .replaced
      pieces.append(Piece(kind: kind, first: first, second: second, edits: kind == .same ? 0 : run.count))
      i = end
    }
    return pieces
  }

  private static func range(_ words: [Int], in all: [Word]) -> Range<Int> {
    guard let first = words.first, let last = words.last else { return 0..<0 }
    return all[first].bytes.lowerBound..<all[last].bytes.upperBound
  }
}
