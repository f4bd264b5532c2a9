/// The score of two texts: 100 × (1 − word edit distance ÷ longer length), 0...100.
enum Similarity {
  /// The score at a distance; `length` is the longer of both, in words, and above 0.
  static func score(distance: Int, length: Int) -> Double {
    // One division, so that equal fractions (7/10, 14/20) give the same number.
    Double(100 * (length - distance)) / Double(length)
  }

  /// The greatest distance that still scores `minimum` or more; -1 where none does.
  static func greatestDistance(length: Int, minimum: Double) -> Int {
    var distance = min(length, Int(Double(length) * (100 - minimum) / 100) + 1)
    while distance >= 0, score(distance: distance, length: length) < minimum { distance -= 1 }
    return distance
  }

  /// The lengths in words that a text of `length` words can score `minimum` with.
  static func lengths(of length: Int, minimum: Double) -> ClosedRange<Int> {
    let shortest = length - max(greatestDistance(length: length, minimum: minimum), 0)
    guard minimum > 0 else { return 0...Int(UInt32.max) }
    // However small the minimum is: a text has no more words than can be counted.
    var longest = Int(min(Double(length) * 100 / minimum, Double(UInt32.max))) + 1
    while longest > length, score(distance: longest - length, length: longest) < minimum { longest -= 1 }
    return shortest...longest
  }
}
