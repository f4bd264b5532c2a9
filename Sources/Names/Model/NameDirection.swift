internal import Romanization

/// From which spelling into which.
package struct NameDirection: Hashable, Sendable {
  package let from: NameSide
  package let to: NameSide

  package init(from: NameSide, to: NameSide) {
    self.from = from
    self.to = to
  }

  /// As learned weights name it, "fr>en".
  package var label: String { "\(from.label)>\(to.label)" }

  /// From every press into every other, then from the names' own scripts into each.
  static func all(_ presses: [RomanizationSystem]) -> [NameDirection] {
    let sides = presses.map { NameSide.press($0) }
    return sides.flatMap { from in sides.filter { $0 != from }.map { NameDirection(from: from, to: $0) } }
      + sides.map { NameDirection(from: .native, to: $0) }
  }
}
