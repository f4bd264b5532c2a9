package import Bitext
package import Romanization

/// In which spelling a name stands: as one of the two presses writes it, or in its own script.
package enum NameSide: Hashable, Sendable {
  case press(RomanizationSystem)
  case native

  /// The press of a text's language: French press for "fr", English press for "en"; other languages are native.
  package init(_ language: LanguageTag) {
    switch language.language {
    case "fr": self = .press(.frenchPress)
    case "en": self = .press(.englishPress)
    default: self = .native
    }
  }

  /// How learned weights name it: "fr", "en", "native".
  package var label: String {
    switch self {
    case .press(let system): system.rawValue
    case .native: "native"
    }
  }

  static let french = NameSide.press(.frenchPress)
  static let english = NameSide.press(.englishPress)
}

/// From which spelling into which.
package struct NameDirection: Hashable, Sendable {
  package let from: NameSide
  package let to: NameSide

  package init(from: NameSide, to: NameSide) {
    self.from = from
    self.to = to
  }

  /// "fr>en".
  package var label: String { "\(from.label)>\(to.label)" }

  static let all: [NameDirection] = [
    NameDirection(from: .french, to: .english), NameDirection(from: .english, to: .french),
    NameDirection(from: .native, to: .french), NameDirection(from: .native, to: .english),
  ]
}
