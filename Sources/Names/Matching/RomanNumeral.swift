/// Roman numerals as names of kings and popes have them: I to XXXIX.
enum RomanNumeral {
  /// The number of a word in capitals; 0 where it is no numeral.
  static func value(_ word: String) -> Int {
    guard word.utf8.count <= 7, let first = word.utf8.first, digit(first) > 0 else { return 0 }
    var sum = 0
    var before = 0
    for letter in word.utf8.reversed() {
      let value = digit(letter)
      if value == 0 { return 0 }
      sum += value < before ? -value : value
      before = max(before, value)
    }
    return text(sum) == word ? sum : 0
  }

  private static func digit(_ letter: UInt8) -> Int {
    switch letter {
    case UInt8(ascii: "I"): 1
    case UInt8(ascii: "V"): 5
    case UInt8(ascii: "X"): 10
    default: 0
    }
  }

  private static func text(_ number: Int) -> String {
    let ones = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"]
    guard (1..<40).contains(number) else { return "" }
    return String(repeating: "X", count: number / 10) + ones[number % 10]
  }
}
