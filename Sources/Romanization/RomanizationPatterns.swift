extension RomanizationTable {
  /// A word of a script that leaves vowels out, read by its shape.
  package struct Reading: Hashable, Sendable {
    /// In lower case.
    package let text: String
    /// How likely, 0...1; the readings of one word add up to 1 at most.
    package let probability: Double
    package let pattern: Pattern
  }

  /// The readings of a word by the first pattern that has its shape, the likeliest first; none where no pattern has it.
  /// - Parameter letters: of the script, without article or endings.
  package func readings(of letters: [Unicode.Scalar], to system: RomanizationSystem) -> [Reading] {
    for pattern in patterns {
      guard let forms = pattern.forms[system], let consonants = consonants(of: letters, in: pattern) else { continue }
      var readings: [Reading] = []
      for (rank, form) in forms.enumerated() {
        let left = 1 - pattern.share
        let share = rank == 0 ? pattern.share : left / Double(1 << rank)
        for (choice, part) in [(0, 0.75), (1, 0.25)] {
          let text = filled(form, consonants, system, choice: choice)
          if let same = readings.firstIndex(where: { $0.text == text }) {
            readings[same] = Reading(
              text: text, probability: readings[same].probability + share * part, pattern: pattern)
          } else {
            readings.append(Reading(text: text, probability: share * part, pattern: pattern))
          }
        }
      }
      return readings.sorted { ($1.probability, $0.text) < ($0.probability, $1.text) }
    }
    return []
  }

  /// The letters that stand where the pattern has figures; nil where the word has another shape.
  private func consonants(of letters: [Unicode.Scalar], in pattern: Pattern) -> [Unicode.Scalar: Unicode.Scalar]? {
    let shape = Array(pattern.from.unicodeScalars)
    guard shape.count == letters.count else { return nil }
    var found: [Unicode.Scalar: Unicode.Scalar] = [:]
    for (index, (figure, letter)) in zip(shape, letters).enumerated() {
      if ("1"..."9").contains(figure) {
        // و and ی begin a word as consonants; inside it they are vowels, which patterns name.
        guard knows(letter), !vowels.contains(letter) || (index == 0 && Self.halfVowels.contains(letter)),
          found.updateValue(letter, forKey: figure) ?? letter == letter
        else { return nil }
      } else if figure != letter {
        return nil
      }
    }
    return found
  }

  private static let halfVowels: Set<Unicode.Scalar> = ["و", "ي", "ی"]

  /// The form with the consonants put in, and what French spelling does between vowels.
  private func filled(
    _ form: String, _ consonants: [Unicode.Scalar: Unicode.Scalar], _ system: RomanizationSystem, choice: Int
  ) -> String {
    var out: [Unicode.Scalar] = []
    let letters = Array(form.unicodeScalars)
    for (index, letter) in letters.enumerated() {
      guard let consonant = consonants[letter] else {
        // A vowel that meets another over a letter that is dropped: Saïd.
        let meets = system == .frenchPress && letter == "i" && (out.last.map(Self.open.contains) ?? false)
        out.append(meets ? "ï" : letter)
        continue
      }
      let next = index + 1 < letters.count ? letters[index + 1] : nil
      var text = Array(plain(consonant, system, isFirst: out.isEmpty, choice: choice).unicodeScalars)
      if system == .frenchPress, let next, Self.latinVowels.contains(next) {
        if text == ["s"], let last = out.last, Self.latinVowels.contains(last) { text = ["s", "s"] }
        if text == ["g"], ["e", "i", "é"].contains(next) { text = ["g", "u"] }
      }
      out += text
    }
    return String(String.UnicodeScalarView(out))
  }

  private static let open: Set<Unicode.Scalar> = ["a", "e", "o", "u"]
  private static let latinVowels: Set<Unicode.Scalar> = ["a", "e", "é", "i", "ï", "o", "u"]

  /// A consonant by its own row.
  private func plain(_ letter: Unicode.Scalar, _ system: RomanizationSystem, isFirst: Bool, choice: Int) -> String {
    let own = rows(in: [letter], at: 0).filter { row in
      row.when.atoms.isEmpty || (isFirst && row.when.atoms == [.initial])
    }
    let forms = own.first?.forms[system] ?? []
    let form = forms.indices.contains(choice) ? forms[choice] : forms.first
    // What is dropped or doubled by choice is for the pattern to say.
    guard let form, form != "a", form != "ss" else { return forms.first ?? "" }
    return form
  }
}
