/// What can be wrong with a unit of a memory; the raw value is the id of the finding.
package enum UnitCheck: String, Hashable, Sendable, CaseIterable {
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
}
