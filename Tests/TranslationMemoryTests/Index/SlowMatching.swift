import Linguistics

@testable import TranslationMemory

/// Fuzzy matching in its plainest form: what the index must agree with.
enum SlowMatching {
  static func words(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return WordScanner.words(in: text).map { Folding.caseKey(String(decoding: bytes[$0.bytes], as: UTF8.self)) }
  }

  static func distance<Element: Equatable>(_ a: [Element], _ b: [Element]) -> Int {
    var row = Array(0...b.count)
    for i in a.indices {
      var diagonal = row[0]
      row[0] = i + 1
      for j in b.indices {
        let cost = min(row[j + 1] + 1, row[j] + 1, diagonal + (a[i] == b[j] ? 0 : 1))
        diagonal = row[j + 1]
        row[j + 1] = cost
      }
    }
    return row[b.count]
  }

  static func score(_ a: [String], _ b: [String]) -> Double {
    let length = max(a.count, b.count)
    return length == 0 ? 0 : 100 * Double(length - distance(a, b)) / Double(length)
  }

  /// The best scores of a query over texts, highest first.
  static func best(_ query: String, in texts: [[String]], minimum: Double, top: Int) -> [Double] {
    let query = words(query)
    guard !query.isEmpty else { return [] }
    return Array(
      texts.filter { !$0.isEmpty }.map { score(query, $0) }.filter { $0 >= minimum }.sorted(by: >).prefix(top))
  }
}
