/// Something that looks wrong with a unit of a memory.
public struct UnitFinding: Hashable, Sendable {
  public enum Check: String, Hashable, Sendable, CaseIterable, Comparable {
    /// The same two texts as an earlier unit, whatever is said beside them.
    case duplicate = "unit-duplicate"
    /// A side without text.
    case emptySide = "unit-empty"
    /// Source and target are the same text, and that text has words to translate.
    case untranslated = "unit-untranslated"
    /// A side is in another language than it says.
    case language = "unit-language"
    /// A number in figures that the other side does not have in any form.
    case numbers = "unit-number"
    /// One side is much longer, against the other, than the memory's units usually are.
    case length = "unit-length"

    public static func < (a: Check, b: Check) -> Bool { a.rawValue < b.rawValue }
  }

  public let unit: Int64
  public let check: Check
  /// One sentence for a person.
  public let message: String

  public init(unit: Int64, check: Check, message: String) {
    self.unit = unit
    self.check = check
    self.message = message
  }
}
