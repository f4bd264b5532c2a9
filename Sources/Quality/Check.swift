package import Bitext

/// One thing that can be wrong. A type a check, a file a type; the doc comment says what is wrong and what is not.
package protocol Check: Sendable {
  /// The id on the command line and in findings: "term-missing".
  static var id: String { get }
  /// Whether it compares the texts bead by bead.
  static var usesBeads: Bool { get }
  /// What has to be found in a text before.
  static func parts(of side: Anchor.Side) -> AnnotatedText.Parts
  /// What looks wrong, in any order.
  func findings(in work: CheckedWork) -> [Finding]
}

extension Check {
  package var id: String { Self.id }
  package var usesBeads: Bool { Self.usesBeads }
  package func parts(of side: Anchor.Side) -> AnnotatedText.Parts { Self.parts(of: side) }
}
