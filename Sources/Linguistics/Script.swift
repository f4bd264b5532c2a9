internal import CICU

/// A script of Unicode: Latin, Cyrillic, Georgian. ICU tells which one a letter is of.
package struct Script: RawRepresentable, Hashable, Sendable {
  /// Unicode's name for it: "Latin".
  package let rawValue: String

  package init(rawValue: String) { self.rawValue = rawValue }

  /// The target of every romanization.
  package static let latin = Script(rawValue: "Latin")

  /// - Parameter code: of ISO 15924, in any case: "Latn".
  /// - Returns: nil for a code that no letter has, such as those of several scripts together (Jpan).
  package init?(code: String) {
    let number = cicu_script_of_code(code)
    guard number >= 0, let name = cicu_script_name(number) else { return nil }
    rawValue = String(cString: name)
  }

  /// The script of a letter; nil for marks, digits and the few letters that several scripts share.
  package init?(of letter: Unicode.Scalar) {
    let number = cicu_script_of(letter.value)
    guard number >= 0, let name = cicu_script_name(number) else { return nil }
    rawValue = String(cString: name)
  }

  /// Whether it is written without spaces: a word of it may mix with others, as Han with Hiragana.
  package var hasNoSpaces: Bool { cicu_script_has_no_spaces(cicu_script_of_code(rawValue)) }
}
