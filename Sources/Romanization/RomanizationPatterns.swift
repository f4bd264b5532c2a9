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
        // Half vowels begin a word as consonants; inside it they are vowels, which patterns name.
        guard knows(letter), !vowels.contains(letter) || (index == 0 && scriptRules.halfVowels.contains(letter)),
          found.updateValue(letter, forKey: figure) ?? letter == letter
        else { return nil }
      } else if figure != letter {
        return nil
      }
    }
    return found
  }

  /// The form with the consonants put in, and what the spelling of the press does where letters meet.
  private func filled(
    _ form: String, _ consonants: [Unicode.Scalar: Unicode.Scalar], _ system: RomanizationSystem, choice: Int
  ) -> String {
    let joints = conventions.entry(system)?.joints ?? []
    var out: [Unicode.Scalar] = []
    let letters = Array(form.unicodeScalars)
    for (index, letter) in letters.enumerated() {
      let next = index + 1 < letters.count ? letters[index + 1] : nil
      let text =
        consonants[letter].map { Array(plain($0, system, isFirst: out.isEmpty, choice: choice).unicodeScalars) }
        ?? [letter]
      out += joints.first { $0.holds(text, after: out.last, before: next) }?.becomes ?? text
    }
    return String(String.UnicodeScalarView(out))
  }

  /// A consonant by its own row.
  private func plain(_ letter: Unicode.Scalar, _ system: RomanizationSystem, isFirst: Bool, choice: Int) -> String {
    let own = rows(in: [letter], at: 0).filter { row in
      row.when.atoms.isEmpty || (isFirst && row.when.atoms == [.initial])
    }
    let forms = own.first?.forms[system] ?? []
    let form = forms.indices.contains(choice) ? forms[choice] : forms.first
    guard let form, !scriptRules.formsOutsideShapes.contains(form) else { return forms.first ?? "" }
    return form
  }
}
