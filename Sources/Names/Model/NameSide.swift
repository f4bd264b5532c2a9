package import Bitext
package import Romanization

/// In which spelling a name is: as the press of a language writes it, or in its own script.
package enum NameSide: Hashable, Sendable {
  case press(RomanizationSystem)
  case native

  /// The press of a text's language where the tables have one; other languages are native.
  package init(_ language: LanguageTag, _ conventions: RomanizationConventions) {
    self = conventions.press(of: language).map { .press($0) } ?? .native
  }

  /// How learned weights and columns of the lexicon name it: the language of the press, or "native".
  package var label: String {
    switch self {
    case .press(let system): system.label
    case .native: Self.nativeLabel
    }
  }

  static let nativeLabel = "native"
}
