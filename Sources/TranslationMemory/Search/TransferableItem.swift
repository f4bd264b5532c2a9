/// Something in a text that its translation carries over as one: a term, a name, a number, a date.
package struct TransferableItem: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable { case term, name, number, date }

  package let kind: Kind
  /// UTF-8 bytes of its text, end excluded.
  package let bytes: Range<Int>
  package let surface: String
  /// What it stands for, equal in both languages: "concept:yerevan", "number:1960".
  package let key: String

  package init(_ kind: Kind, bytes: Range<Int>, surface: String, key: String) {
    self.kind = kind
    self.bytes = bytes
    self.surface = surface
    self.key = key
  }

  func overlaps(_ range: Range<Int>) -> Bool {
    bytes.lowerBound < range.upperBound && range.lowerBound < bytes.upperBound
  }
}
