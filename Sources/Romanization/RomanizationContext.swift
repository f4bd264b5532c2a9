internal import Rules

/// Where in a word a row holds: atoms that must all be true.
///
/// Atoms: `initial`, `final`, `after-vowel`, `before-vowel`, `between-vowels`, `after-consonant`, `before-consonant`,
/// `before-front` (e, i and their like), `after:xyz`, `before:xyz` (one of the letters named).
package struct RomanizationContext: Hashable, Sendable {
  package enum Atom: Hashable, Sendable {
    case initial, final, afterVowel, beforeVowel, afterConsonant, beforeConsonant, beforeFront
    case after(Set<Unicode.Scalar>)
    case before(Set<Unicode.Scalar>)
  }

  package let atoms: [Atom]

  /// A row that holds everywhere.
  package static let anywhere = RomanizationContext(atoms: [])

  /// Atoms between spaces, or nil where one is not known.
  package init?(_ text: String) {
    var atoms: [Atom] = []
    for word in text.split(separator: " ") {
      switch word {
      case "initial": atoms.append(.initial)
      case "final": atoms.append(.final)
      case "after-vowel": atoms.append(.afterVowel)
      case "before-vowel": atoms.append(.beforeVowel)
      case "between-vowels": atoms += [.afterVowel, .beforeVowel]
      case "after-consonant": atoms.append(.afterConsonant)
      case "before-consonant": atoms.append(.beforeConsonant)
      case "before-front": atoms.append(.beforeFront)
      default:
        if word.hasPrefix("after:"), word.count > 6 {
          atoms.append(.after(Set(word.dropFirst(6).unicodeScalars)))
        } else if word.hasPrefix("before:"), word.count > 7 {
          atoms.append(.before(Set(word.dropFirst(7).unicodeScalars)))
        } else {
          return nil
        }
      }
    }
    self.atoms = atoms
  }

  init(atoms: [Atom]) { self.atoms = atoms }

  /// The atoms as `init(_:)` reads them.
  package var text: String {
    func letters(_ letters: Set<Unicode.Scalar>) -> String { String(String.UnicodeScalarView(letters.sorted())) }
    return atoms.map { atom in
      switch atom {
      case .initial: "initial"
      case .final: "final"
      case .afterVowel: "after-vowel"
      case .beforeVowel: "before-vowel"
      case .afterConsonant: "after-consonant"
      case .beforeConsonant: "before-consonant"
      case .beforeFront: "before-front"
      case .after(let set): "after:" + letters(set)
      case .before(let set): "before:" + letters(set)
      }
    }.joined(separator: " ")
  }

  /// Whether the row holds for the letters `range` of a word.
  /// - Parameters:
  ///   - word: the letters of one word, lower case.
  ///   - vowels: which letters are vowels.
  ///   - front: which vowels are front vowels.
  ///   - named: whether atoms that name letters are looked at; they mean letters of the script and are passed over where
  ///     the word is already in another.
  package func holds(
    in word: [Unicode.Scalar], at range: Range<Int>, vowels: Set<Unicode.Scalar>, front: Set<Unicode.Scalar>,
    named: Bool = true
  ) -> Bool {
    let previous = range.lowerBound > 0 ? word[range.lowerBound - 1] : nil
    let next = range.upperBound < word.count ? word[range.upperBound] : nil
    return atoms.allSatisfy { atom in
      switch atom {
      case .initial: previous == nil
      case .final: next == nil
      case .afterVowel: previous.map(vowels.contains) ?? false
      case .beforeVowel: next.map(vowels.contains) ?? false
      case .afterConsonant: previous.map { !vowels.contains($0) } ?? false
      case .beforeConsonant: next.map { !vowels.contains($0) } ?? false
      case .beforeFront: next.map(front.contains) ?? false
      case .after(let letters): !named || (previous.map(letters.contains) ?? false)
      case .before(let letters): !named || (next.map(letters.contains) ?? false)
      }
    }
  }
}
