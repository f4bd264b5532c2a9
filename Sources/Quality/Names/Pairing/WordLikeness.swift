internal import Linguistics

/// How near two folded words are, letter by letter.
enum WordLikeness {
  /// How one word differs from another that it may be a slip for.
  enum Difference: Equatable {
    /// By one slip of the fingers, two in long words.
    case slip
    /// The same, but at the end of the word alone, where languages and grammar differ.
    case ending
  }

  /// How a word differs from a near one; nil where they are the same or not near.
  static func difference(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Difference? {
    let shorter = min(a.count, b.count)
    guard shorter >= 3, abs(a.count - b.count) <= 2, a != b else { return nil }
    let start = common(a, b)
    // Most slips leave the first letter; a first letter that changed is most often another name.
    guard start > 0 || isSwap(a, b, at: 0) else { return nil }
    if start == shorter { return a.count - b.count == 0 ? nil : .ending }
    let limit = shorter >= 7 ? 2 : 1
    guard Spelling.distance(a, b) <= limit else { return nil }
    let end = min(common(a.reversed(), b.reversed()), shorter - start)
    if end == 0, !isSwap(a, b, at: start) { return .ending }
    return .slip
  }

  /// The first letters that two words share.
  static func common(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var count = 0
    while count < a.count, count < b.count, a[count] == b[count] { count += 1 }
    return count
  }

  /// Whether two neighbouring letters changed places and nothing else.
  static func isSwap(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar], at place: Int) -> Bool {
    a.count == b.count && place + 1 < a.count && a[place] == b[place + 1] && a[place + 1] == b[place]
      && a[(place + 2)...] == b[(place + 2)...]
  }

  /// Letters as they sound, roughly, so that romanizations of one name meet: doubles single, no h inside,
  /// letters that romanizations exchange as one.
  static func sound(_ letters: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var out: [Unicode.Scalar] = []
    for letter in letters where letter.properties.isAlphabetic {
      let plain = plain[letter] ?? letter
      if plain == "h", !out.isEmpty { continue }
      if out.last == plain { continue }
      out.append(plain)
    }
    return out
  }

  private static let plain: [Unicode.Scalar: Unicode.Scalar] = [
    "y": "i", "j": "i", "w": "v", "q": "k", "c": "k", "z": "s", "x": "k",
  ]

  /// How alike two words sound, 0...1.
  static func likeness(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Double {
    let longer = max(a.count, b.count)
    return longer == 0 ? 0 : 1 - Double(Spelling.distance(a, b)) / Double(longer)
  }
}
