internal import Bitext
internal import Linguistics

/// Writes a number or a date in the manner of one that stands in a text.
struct QuantityWriting {
  let profile: LanguageProfile

  /// - Parameters:
  ///   - value: what is to be written.
  ///   - old: the value of `surface`, which shows how the text writes such things.
  /// - Returns: nil where the manner cannot be kept up: a number word that the language's file does not have, a date with
  ///   another number of parts.
  func text(_ value: Quantity.Value, like surface: String, standingFor old: Quantity.Value) -> String? {
    switch (value, old) {
    case (.number(let digits), .number(let before)): number(digits, like: surface, before)
    case (.date(let day, let month, let year), .date(let oldDay, let oldMonth, let oldYear)):
      date((day, month, year), like: surface, (oldDay, oldMonth, oldYear))
    default: nil
    }
  }

  private func number(_ digits: String, like surface: String, _ old: String) -> String? {
    guard surface.contains(where: \.isNumber) else { return word(for: digits) ?? digits }
    // Figures beside a word ("3 millions") say more than one thing at once.
    guard !surface.contains(where: \.isLetter) else { return nil }
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    let whole = String(parts[0])
    let fraction = parts.count > 1 ? String(profile.decimalMark) + parts[1] : ""
    let separator = surface.first { !$0.isNumber && $0 != profile.decimalMark }
    let isGrouped = separator != nil || (whole.count > 4 && old.count <= 3)
    return (isGrouped ? grouped(whole, by: separator ?? usualSeparator) : whole) + fraction
  }

  /// Between groups of three digits, where the text shows none.
  private var usualSeparator: Character { profile.decimalMark == "." ? "," : "\u{202F}" }

  private func grouped(_ digits: String, by separator: Character) -> String {
    var out = ""
    for (i, digit) in digits.enumerated() {
      if i > 0, (digits.count - i) % 3 == 0 { out.append(separator) }
      out.append(digit)
    }
    return out
  }

  /// The one word for a number; nil where there is none, or several.
  private func word(for digits: String) -> String? {
    guard let value = Int(digits) else { return nil }
    let words = profile.numbers.filter { $0.value == value }.keys
    return words.count == 1 ? words.first : nil
  }

  private typealias Day = (day: Int, month: Int, year: Int?)

  /// The old date with its parts exchanged: the order and the words between them stay.
  private func date(_ new: Day, like surface: String, _ old: Day) -> String? {
    guard (new.year == nil) == (old.year == nil) else { return nil }
    var out = ""
    var end = 0
    let bytes = Array(surface.utf8)
    var changed: Set<String> = []
    for word in WordScanner.words(in: surface) {
      let text = String(decoding: bytes[word.bytes], as: UTF8.self)
      var part: (name: String, text: String)?
      if profile.months[Folding.key(text)] == old.month, profile.monthNames.indices.contains(new.month - 1) {
        let name = profile.monthNames[new.month - 1]
        // "le 10 NOVEMBRE": in capitals as the old one.
        part = ("month", text == text.uppercased() && text.count > 1 ? name.uppercased() : name)
      } else if Int(text) == old.day, !changed.contains("day") {
        part = ("day", String(new.day))
      } else if let year = old.year, Int(text) == year, let newYear = new.year {
        part = ("year", String(newYear))
      }
      guard let part else { continue }
      // "10th", "1er": another day has another ending.
      if part.name == "day", word.bytes.upperBound < bytes.count, new.day != old.day,
        Character(UnicodeScalar(bytes[word.bytes.upperBound])).isLetter
      {
        return nil
      }
      out += String(decoding: bytes[end..<word.bytes.lowerBound], as: UTF8.self) + part.text
      end = word.bytes.upperBound
      changed.insert(part.name)
    }
    guard changed.isSuperset(of: old.year == nil ? ["day", "month"] : ["day", "month", "year"]) else { return nil }
    return out + String(decoding: bytes[end...], as: UTF8.self)
  }
}
