/// Keys within a few edits of a query, found in the sorted keys themselves.
///
/// Walks the keys in order, keeping one row of the edit matrix for each byte that a key shares with the one before; as
/// soon as a prefix is too far, all keys that begin with it are leapt over by binary search. An exchange of neighbours
/// counts one (optimal string alignment). Source: Wagner and Fischer 1974; the walk is the one that Schulz and Mihov
/// 2002 make over a dictionary automaton.
struct NearKeys {
  private let glossary: CompiledGlossary
  private let query: [Unicode.Scalar]
  private let limit: Int

  init(_ glossary: CompiledGlossary, query: String, limit: Int) {
    self.glossary = glossary
    self.query = Array(query.unicodeScalars)
    self.limit = limit
  }

  /// Key numbers with their distance, 0...limit, in the order of keys; at most `most`.
  func all(most: Int = 50) -> [(key: Int, distance: Int)] {
    var found: [(Int, Int)] = []
    var prefix: [Unicode.Scalar] = []
    var rows: [[Int]] = [Array(0...query.count)]
    var number = 0
    while number < glossary.keyCount, found.count < most {
      let key = Array(glossary.bytes.text(glossary.keyRange(number)).unicodeScalars)
      let shared = zip(prefix, key).prefix { $0 == $1 }.count
      rows.removeLast(rows.count - shared - 1)
      prefix = key
      var isTooFar = false
      var depth = shared
      while depth < key.count {
        rows.append(row(key, depth, rows))
        depth += 1
        if rows[depth].min() ?? 0 > limit {
          isTooFar = true
          break
        }
      }
      if isTooFar {
        prefix = Array(key[..<depth])
        number = firstKey(past: prefix, from: number)
      } else {
        if rows[key.count][query.count] <= limit { found.append((number, rows[key.count][query.count])) }
        number += 1
      }
    }
    return found
  }

  private func row(_ key: [Unicode.Scalar], _ depth: Int, _ rows: [[Int]]) -> [Int] {
    let above = rows[depth]
    var row = [depth + 1]
    row.reserveCapacity(query.count + 1)
    for j in 0..<query.count {
      var best = min(above[j + 1] + 1, row[j] + 1, above[j] + (key[depth] == query[j] ? 0 : 1))
      if depth > 0, j > 0, key[depth] == query[j - 1], key[depth - 1] == query[j] {
        best = min(best, rows[depth - 1][j - 1] + 1)
      }
      row.append(best)
    }
    return row
  }

  /// The first key after `from` that does not begin with `prefix`: leaps of growing length, then halving.
  private func firstKey(past prefix: [Unicode.Scalar], from: Int) -> Int {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: prefix)
    let bytes = Array(String(text).utf8)
    func begins(_ number: Int) -> Bool {
      glossary.bytes.withBytes(glossary.keyRange(number)) { $0.starts(with: bytes) }
    }
    var step = 1
    var low = from
    while low + step < glossary.keyCount, begins(low + step) {
      low += step
      step *= 2
    }
    var high = min(low + step, glossary.keyCount)
    while high - low > 1 {
      let middle = (low + high) / 2
      if begins(middle) { low = middle } else { high = middle }
    }
    return high
  }
}
