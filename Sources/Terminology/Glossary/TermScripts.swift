internal import Linguistics

/// Which scripts a term is written in, and what in it cannot be seen.
struct TermScripts {
  private(set) var scripts: Set<Script> = []
  /// The first word whose letters are of more than one script.
  private(set) var mixedWord: (word: String, scripts: Set<Script>)?
  private(set) var invisible: (scalar: Unicode.Scalar, name: String)?

  init(_ text: String) {
    var word = ""
    var inWord: Set<Script> = []
    for scalar in text.unicodeScalars {
      if invisible == nil, Self.isInvisible(scalar) { invisible = (scalar, Self.name(scalar)) }
      if scalar.properties.isAlphabetic {
        if let script = Script(of: scalar) { inWord.insert(script) }
        word.unicodeScalars.append(scalar)
      } else if scalar.properties.generalCategory == .nonspacingMark {
        word.unicodeScalars.append(scalar)
      } else {
        close(&word, &inWord)
      }
    }
    close(&word, &inWord)
  }

  private mutating func close(_ word: inout String, _ inWord: inout Set<Script>) {
    scripts.formUnion(inWord)
    // Words of Japanese mix Han with two other scripts.
    if inWord.count > 1, mixedWord == nil, !inWord.allSatisfy(\.hasNoSpaces) { mixedWord = (word, inWord) }
    word = ""
    inWord = []
  }

  /// Characters without a shape of their own; the no-break space and joiners of scripts that need them are not meant.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00..<0x20, 0x7F..<0xA0, 0xAD, 0x034F, 0x061C, 0x180E, 0x200B, 0x200E, 0x200F, 0x202A...0x202E,
      0x2028, 0x2029, 0x2060...0x206F, 0xFEFF, 0xE0000...0xE007F:
      true
    default: false
    }
  }

  private static func name(_ scalar: Unicode.Scalar) -> String {
    let hex = String(scalar.value, radix: 16, uppercase: true)
    let code = "U+" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
    return scalar.properties.name.map { "\(code) (\($0.lowercased()))" } ?? code
  }
}
