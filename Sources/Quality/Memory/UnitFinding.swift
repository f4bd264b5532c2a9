/// Something that looks wrong with a unit of a memory.
package struct UnitFinding: Hashable, Sendable {
  package enum Check: String, Hashable, Sendable, CaseIterable, Comparable {
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

    package static func < (a: Check, b: Check) -> Bool { a.rawValue < b.rawValue }
  }

  package let unit: Int64
  package let check: Check
  /// One sentence for a person.
  package let message: String

  package init(unit: Int64, check: Check, message: String) {
    self.unit = unit
    self.check = check
    self.message = message
  }
}
