/// Keys within a few edits of a query, found in the sorted keys themselves.
///
/// Walks the keys in order, keeping one row of the edit matrix for each letter that a key shares with the one before; as
/// soon as a prefix is too far, all keys that begin with it are leapt over by binary search. Of a row only the cells are
/// kept that are near the diagonal: beyond them a key is too far anyway. An exchange of neighbours counts one (optimal
/// string alignment). Source: Wagner and Fischer 1974; Ukkonen 1985 for the band; the walk is the one that Schulz and
/// Mihov 2002 make over a dictionary automaton.
struct NearKeys {
  private let glossary: CompiledGlossary
  private let query: [UInt32]
  private let limit: Int

  init(_ glossary: CompiledGlossary, query: String, limit: Int) {
    self.glossary = glossary
    self.query = query.unicodeScalars.map(\.value)
    self.limit = limit
  }

  /// Key numbers with their distance, 0...limit, in the order of keys; at most `most`.
  func all(most: Int = 50) -> [(key: Int, distance: Int)] {
    glossary.withKeys { keys in
      var walk = Walk(query: query, limit: limit)
      var found: [(Int, Int)] = []
      var number = 0
      while number < keys.count, found.count < most {
        let key = keys[number]
        if let length = walk.enter(key) {
          number = keys.firstPast(UnsafeRawBufferPointer(rebasing: key[..<length]), from: number)
        } else {
          if walk.distance <= limit { found.append((number, walk.distance)) }
          number += 1
        }
      }
      return found
    }
  }

  /// The edit matrix along the key that was met last.
  private struct Walk {
    let query: [UInt32]
    let limit: Int
    /// Letters of the key, and where each ends in it, in bytes.
    private var letters: [UInt32] = []
    private var ends: [Int] = []
    /// The key's bytes as far as it was read.
    private var bytes: [UInt8] = []
    /// Rows of the cells `letter - limit ... letter + limit`, one more than there are letters.
    private var rows: [Int]
    /// Of the whole key, where `enter` gave nil.
    private(set) var distance = 0

    private var width: Int { limit * 2 + 1 }

    init(query: [UInt32], limit: Int) {
      self.query = query
      self.limit = limit
      // Before the first letter of the key: so many letters of the query are left out.
      rows = (-limit...limit).map { $0 >= 0 && $0 <= query.count ? $0 : limit + 1 }
    }

    /// Follows a key; gives the length in bytes of the shortest prefix with which no key is near, nil where there is none.
    mutating func enter(_ key: UnsafeRawBufferPointer) -> Int? {
      var shared = 0
      while shared < bytes.count, shared < key.count, bytes[shared] == key[shared] { shared += 1 }
      var kept = ends.count
      while kept > 0, ends[kept - 1] > shared { kept -= 1 }
      letters.removeLast(letters.count - kept)
      ends.removeLast(ends.count - kept)
      rows.removeLast(rows.count - (kept + 1) * width)
      var place = ends.last ?? 0
      bytes.removeLast(bytes.count - place)
      while place < key.count {
        let (letter, length) = Self.letter(key, at: place)
        bytes.append(contentsOf: key[place..<place + length])
        place += length
        letters.append(letter)
        ends.append(place)
        if addRow() > limit { return place }
      }
      let cell = query.count - letters.count + limit
      distance = cell >= 0 && cell < width ? rows[letters.count * width + cell] : limit + 1
      return nil
    }

    /// Adds the row of the last letter; gives its least cell.
    private mutating func addRow() -> Int {
      let depth = letters.count
      let letter = letters[depth - 1]
      let before = (depth - 1) * width
      let tooFar = limit + 1
      var least = tooFar
      var left = tooFar
      for cell in 0..<width {
        // The cell is of the key's first `depth` letters and the query's first `j`.
        let j = depth + cell - limit
        var best = tooFar
        if j == 0 {
          best = min(depth, tooFar)
        } else if j > 0, j <= query.count {
          best = min(left + 1, rows[before + cell] + (query[j - 1] == letter ? 0 : 1))
          if cell + 1 < width { best = min(best, rows[before + cell + 1] + 1) }
          if depth > 1, j > 1, letter == query[j - 2], letters[depth - 2] == query[j - 1] {
            best = min(best, rows[before - width + cell] + 1)
          }
          best = min(best, tooFar)
        }
        rows.append(best)
        left = best
        least = min(least, best)
      }
      return least
    }

    /// The letter at a place and its length in bytes; of bytes that are no UTF-8 each is a letter.
    private static func letter(_ key: UnsafeRawBufferPointer, at place: Int) -> (UInt32, Int) {
      let first = UInt32(key[place])
      let length = first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 1
      guard length > 1, place + length <= key.count else { return (first, 1) }
      var value = first & (0x7F >> UInt32(length))
      for i in 1..<length { value = value << 6 | UInt32(key[place + i] & 0x3F) }
      return (value, length)
    }
  }
}
