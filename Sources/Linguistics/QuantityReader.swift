package import Bitext

/// Finds numbers and dates in a text of one language and gives their values.
///
/// Figures with the language's grouping and decimal marks, number words and their compounds, and dates of day and month
/// in either order. Deliberately says nothing where a form has two readings that matter ("10/11").
package struct QuantityReader: Sendable {
  private let profile: LanguageProfile

  package init(_ profile: LanguageProfile) { self.profile = profile }

  /// The quantities of a text in order, none overlapping.
  package func quantities(in text: String) -> [Quantity] {
    let bytes = Array(text.utf8)
    let reading = Reading(bytes: bytes, words: WordScanner.words(in: text), profile: profile)
    return reading.all()
  }
}

private struct Reading {
  let bytes: [UInt8]
  let words: [Word]
  let profile: LanguageProfile

  /// The folded key of a run of letters; empty for other words.
  private func key(_ i: Int) -> String { words[i].kind == .letters ? Folding.key(text(i)) : "" }

  /// Whether a quantity may begin with word `i`: most words are told by their first letter and their length.
  private func mayBegin(_ i: Int) -> Bool {
    switch words[i].kind {
    case .digits: true
    case .letters: profile.quantityShapes.mayHave(bytes[words[i].bytes]) && profile.quantityBeginnings.contains(key(i))
    case .other: false
    }
  }

  func all() -> [Quantity] {
    var found: [Quantity] = []
    var i = 0
    while i < words.count {
      if mayBegin(i), let (quantity, next) = date(at: i) ?? figures(at: i) ?? spelledOut(at: i) {
        found.append(quantity)
        i = next
      } else {
        i += 1
      }
    }
    return found
  }

  private func text(_ i: Int) -> String { String(decoding: bytes[words[i].bytes], as: UTF8.self) }

  /// What stands between word `i` and the next one.
  private func gap(after i: Int) -> String {
    guard i + 1 < words.count else { return "" }
    return String(decoding: bytes[words[i].bytes.upperBound..<words[i + 1].bytes.lowerBound], as: UTF8.self)
  }

  private func quantity(_ range: Range<Int>, _ value: Quantity.Value) -> (Quantity, Int) {
    let bytes = words[range.lowerBound].bytes.lowerBound..<words[range.upperBound - 1].bytes.upperBound
    return (Quantity(bytes: bytes, value: value), range.upperBound)
  }

  // MARK: Figures

  private static let groupMarks: Set<String> = [",", ".", "'", "’"]
  private static let groupSpaces: Set<String> = [" ", "\u{A0}", "\u{202F}", "\u{2009}"]

  /// A number in figures from word `i` on: groups of three, then perhaps decimals.
  private func figures(at i: Int) -> (Quantity, Int)? {
    guard i < words.count, words[i].kind == .digits, var digits = asciiDigits(i) else { return nil }
    var next = i + 1
    let decimal = String(profile.decimalMark)
    if digits.count <= 3, digits.first != "0" {
      var mark: String?
      while let (group, after, thisMark) = group(at: next), mark == nil || mark == thisMark {
        // "1.960" groups unless the mark is the language's decimal one and only one group follows.
        if thisMark == decimal, mark == nil, self.group(at: after)?.2 != thisMark { break }
        digits += group
        mark = thisMark
        next = after
      }
    }
    if next + 1 < words.count, text(next) == decimal, gap(after: next - 1).isEmpty, gap(after: next).isEmpty,
      let fraction = asciiDigits(next + 1), !isDotted(after: next + 1), !isDotted(before: i)
    {
      var fraction = fraction
      while fraction.last == "0" { fraction.removeLast() }
      if !fraction.isEmpty { digits += "." + fraction }
      next += 2
    }
    return quantity(i..<next, .number(withoutLeadingZeros(digits)))
  }

  /// Three digits set off by a grouping mark or space: the digits, the word after them, the mark.
  private func group(at next: Int) -> (String, Int, String)? {
    guard next > 0, next < words.count else { return nil }
    let space = gap(after: next - 1)
    if Self.groupSpaces.contains(space), let digits = asciiDigits(next), digits.count == 3 {
      return (digits, next + 1, " ")
    }
    if space.isEmpty, Self.groupMarks.contains(text(next)), gap(after: next).isEmpty,
      let digits = asciiDigits(next + 1),
      digits.count == 3
    {
      return (digits, next + 2, text(next))
    }
    return nil
  }

  /// Whether digits go on after another mark, as in "10.11.2020": then this is no decimal.
  private func isDotted(after i: Int) -> Bool {
    i + 2 < words.count && text(i + 1) == String(profile.decimalMark) && gap(after: i).isEmpty
      && gap(after: i + 1).isEmpty && words[i + 2].kind == .digits
  }

  /// Whether digits and a mark stand right before word `i`: the second half of "10.11.2020".
  private func isDotted(before i: Int) -> Bool {
    i >= 2 && text(i - 1) == String(profile.decimalMark) && gap(after: i - 1).isEmpty && gap(after: i - 2).isEmpty
      && words[i - 2].kind == .digits
  }

  private func asciiDigits(_ i: Int) -> String? {
    guard i < words.count, words[i].kind == .digits else { return nil }
    var digits = ""
    for scalar in text(i).unicodeScalars {
      guard let value = scalar.properties.numericValue else { return nil }
      digits += String(Int(value))
    }
    return digits
  }

  private func withoutLeadingZeros(_ digits: String) -> String {
    let trimmed = digits.drop { $0 == "0" }
    return trimmed.isEmpty || trimmed.first == "." ? "0" + trimmed : String(trimmed)
  }

  // MARK: Number words

  private enum Part {
    case value(Int)
    case multiplier(Int)
    case link
  }

  /// The longest listed number word from word `i` on; parts joined by hyphens count as one.
  private func part(at i: Int) -> (Part, Int)? {
    guard i < words.count, words[i].kind == .letters else { return nil }
    var next = i + 1
    guard next < words.count, words[next].kind == .other else { return part(key(i), next) }
    var candidates = [(key(i), i + 1)]
    var joined = key(i)
    while next + 1 < words.count, text(next) == "-", gap(after: next - 1).isEmpty, gap(after: next).isEmpty,
      words[next + 1].kind == .letters
    {
      joined += "-" + key(next + 1)
      next += 2
      candidates.append((joined, next))
    }
    for (key, after) in candidates.reversed() {
      if let found = part(key, after) { return found }
    }
    return nil
  }

  private func part(_ key: String, _ after: Int) -> (Part, Int)? {
    if let value = profile.numbers[key] { return (.value(value), after) }
    if let value = profile.multipliers[key] { return (.multiplier(value), after) }
    return profile.numberLinks.contains(key) ? (.link, after) : nil
  }

  /// A number in words from word `i` on, by addition and multiplication: "two hundred and five thousand".
  private func spelledOut(at i: Int) -> (Quantity, Int)? {
    var total = 0
    var current = 0
    var last = Int.max
    var next = i
    var end = i
    scan: while let (part, after) = part(at: next) {
      switch part {
      case .value(let value):
        // Each further part is smaller than the one before: "forty-four", never "four forty".
        if value >= last { break scan }
        current += value
        last = value == 0 ? 0 : magnitude(of: value)
        end = after
      case .multiplier(let factor):
        guard end > i || factor < 1_000_000 else { break scan }
        if factor >= 1_000 {
          total += max(current, 1) * factor
          current = 0
          last = factor
        } else {
          current = max(current, 1) * factor
          last = factor
        }
        end = after
      case .link: if end == i { break scan }
      }
      next = after
      if next < words.count, text(next) == "-", gap(after: next - 1).isEmpty { next += 1 }
      if total > 1_000_000_000_000 { return nil }
    }
    guard end > i, !(end == i + 1 && profile.articles.contains(key(i))) else { return nil }
    return quantity(i..<end, .number(String(total + current)))
  }

  /// The smallest power-like bound that a following part must stay under: after 40 come units, after 17 nothing.
  private func magnitude(of value: Int) -> Int {
    if value >= 100 { return 100 }
    return value >= 20 && value % 10 == 0 ? (value == 60 || value == 80 ? 20 : 10) : 0
  }

  // MARK: Dates

  /// "10 novembre 2020", "1er décembre", "November 10, 2020".
  private func date(at i: Int) -> (Quantity, Int)? {
    if words[i].kind == .digits, let day = day(i) {
      var next = i + 1
      if next < words.count, gap(after: i).isEmpty, profile.ordinalEndings.contains(key(next)) { next += 1 }
      if next < words.count, profile.dateLinks.contains(key(next)) { next += 1 }
      guard next < words.count, let month = profile.months[key(next)] else { return nil }
      let (year, after) = year(at: next + 1)
      return quantity(i..<after, .date(day: day, month: month, year: year))
    }
    guard let month = profile.months[key(i)], i + 1 < words.count, let day = day(i + 1) else { return nil }
    var next = i + 2
    if next < words.count, gap(after: i + 1).isEmpty, profile.ordinalEndings.contains(key(next)) { next += 1 }
    var (year, after) = year(at: next)
    if year == nil, next < words.count, text(next) == "," {
      (year, after) = self.year(at: next + 1)
      if year == nil { after = next }
    }
    return quantity(i..<after, .date(day: day, month: month, year: year))
  }

  private func day(_ i: Int) -> Int? {
    guard let digits = asciiDigits(i), digits.count <= 2, let day = Int(digits), (1...31).contains(day) else {
      return nil
    }
    return day
  }

  private func year(at i: Int) -> (Int?, Int) {
    guard let digits = asciiDigits(i), digits.count == 4, let year = Int(digits), (1000...2199).contains(year) else {
      return (nil, i)
    }
    return (year, i + 1)
  }
}
