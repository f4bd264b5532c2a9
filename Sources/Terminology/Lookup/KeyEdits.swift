/// The edit matrix of a query along the key that was met last, with one row for each letter that keys share with the one
/// before.
///
/// Of a row only the cells are kept that are near the diagonal: beyond them a key is too far anyway. An exchange of
/// neighbours counts one (optimal string alignment). Source: Wagner and Fischer 1974; Ukkonen 1985 for the band; the walk
/// is the one that Schulz and Mihov 2002 make over a dictionary automaton.
struct KeyEdits {
  private let query: [UInt32]
  /// Edits allowed so far, for so many letters of the query.
  private let caps: [Int]
  private let limit: Int
  private let backward: Bool
  /// Letters of the key, and where each ends in it, in bytes.
  private var letters: [UInt32] = []
  private var ends: [Int] = []
  /// The key's bytes as far as it was read.
  private var bytes: [UInt8] = []
  /// Rows of the cells `letter - limit ... letter + limit`, one more than there are letters.
  private var rows: [Int]
  /// Of the whole key, where `enter` gave nil; more than `limit` where it is too far.
  private(set) var distance = 0

  private var width: Int { limit * 2 + 1 }

  /// - Parameters:
  ///   - query: its letters in the direction of reading.
  ///   - caps: how many edits may have been made when 0, 1, ... letters of the query are used; one more than letters.
  ///   - backward: whether keys are read from the last letter to the first.
  init(query: [UInt32], caps: [Int], limit: Int, backward: Bool) {
    self.query = query
    self.caps = caps
    self.limit = limit
    self.backward = backward
    // Before the first letter of the key: so many letters of the query are left out.
    rows = (-limit...limit).map { $0 >= 0 && $0 <= query.count && $0 <= caps[$0] ? $0 : limit + 1 }
  }

  /// Follows a key; gives the length in bytes of the shortest prefix with which no key is near, nil where there is none.
  mutating func enter(_ key: KeyOrder.Key) -> Int? {
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
      let (letter, length) = letter(key, at: place)
      for byte in place..<place + length { bytes.append(key[byte]) }
      place += length
      letters.append(letter)
      ends.append(place)
      if addRow() > limit { return place }
    }
    let cell = query.count - letters.count + limit
    distance = cell >= 0 && cell < width ? rows[letters.count * width + cell] : limit + 1
    return nil
  }

  /// Follows the first bytes of keys, as `KeyOrder.runHead` gives them, as far as they are whole letters.
  mutating func enter(head: UInt32) -> Int? {
    withUnsafeBytes(of: head.bigEndian) { bytes in
      var length = 0
      for place in 0..<bytes.count where bytes[place] != 0 {
        let byte = bytes[place]
        // Read backward, a letter ends with the byte that is no mark of continuation.
        if backward {
          if byte & 0xC0 != 0x80 { length = place + 1 }
        } else if byte & 0xC0 != 0x80 {
          let whole = place + (byte < 0x80 ? 1 : byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2)
          if whole <= bytes.count { length = whole }
        }
      }
      return enter(KeyOrder.Key(bytes: UnsafeRawBufferPointer(rebasing: bytes[..<length]), backward: false))
    }
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
      if j >= 0, j <= query.count {
        if cell + 1 < width { best = min(best, rows[before + cell + 1] + 1) }
        if j > 0 {
          best = min(best, left + 1, rows[before + cell] + (query[j - 1] == letter ? 0 : 1))
          if depth > 1, j > 1, letter == query[j - 2], letters[depth - 2] == query[j - 1] {
            best = min(best, rows[before - width + cell] + 1)
          }
        }
        if best > caps[j] { best = tooFar }
      }
      rows.append(best)
      left = best
      least = min(least, best)
    }
    return least
  }

  /// The letter at a place and its length in bytes; of bytes that are no UTF-8 each is a letter.
  private func letter(_ key: KeyOrder.Key, at place: Int) -> (UInt32, Int) {
    let first = UInt32(key[place])
    guard first >= 0x80 else { return (first, 1) }
    if backward {
      // Marks of continuation come before the byte that tells the length.
      var value: UInt32 = 0
      for i in 0..<min(4, key.count - place) {
        let byte = UInt32(key[place + i])
        guard byte & 0xC0 == 0x80 else {
          return i > 0 && byte >= 0xC2 ? (value | (byte & (0x3F >> UInt32(i))) << UInt32(6 * i), i + 1) : (first, 1)
        }
        value |= (byte & 0x3F) << UInt32(6 * i)
      }
      return (first, 1)
    }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 1
    guard length > 1, place + length <= key.count else { return (first, 1) }
    var value = first & (0x7F >> UInt32(length))
    for i in 1..<length { value = value << 6 | UInt32(key[place + i] & 0x3F) }
    return (value, length)
  }
}
