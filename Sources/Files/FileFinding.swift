package import Bitext

/// Something in a file that its reader, or another tool, may stumble over. A report, never a reason to refuse the file.
package struct FileFinding: Hashable, Sendable, CustomStringConvertible {
  package enum Level: String, Hashable, Sendable, CaseIterable {
    /// Against the structure that the format's schema lays down.
    case schema
    /// Well-structured, but it does not mean what it should.
    case meaning
  }

  /// What the reader did.
  package enum Effect: String, Hashable, Sendable {
    /// Kept as it is.
    case kept
    /// Left out: a unit or entry that cannot be used.
    case dropped
    /// A character was replaced by U+FFFD.
    case repaired
  }

  /// What kind of finding it is: "tmx-date".
  package let id: String
  package let level: Level
  package let effect: Effect
  package let position: SourcePosition
  /// What is the matter, and what a tool will do with it.
  package let message: String

  package init(
    _ id: String, _ level: Level, _ message: String, at position: SourcePosition, effect: Effect = .kept
  ) {
    self.id = id
    self.level = level
    self.effect = effect
    self.position = position
    self.message = message
  }

  /// Whether the file cannot be read further than here.
  package var isFatal: Bool { id == Self.malformed }
  package static let malformed = "malformed"

  /// `file:line:column: warning: message [id]`; an error where the reading ends.
  package var description: String { "\(position): \(isFatal ? "error" : "warning"): \(message) [\(id)]" }
}
