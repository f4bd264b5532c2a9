/// Something in a text that its translation carries over as one: a term, a name, a number, a date.
public struct Carried: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable { case term, name, number, date }

  public let kind: Kind
  /// UTF-8 bytes of its text, end excluded.
  public let bytes: Range<Int>
  public let surface: String
  /// What it stands for, equal in both languages: "concept:yerevan", "number:1960".
  public let key: String

  public init(_ kind: Kind, bytes: Range<Int>, surface: String, key: String) {
    self.kind = kind
    self.bytes = bytes
    self.surface = surface
    self.key = key
  }

  func overlaps(_ range: Range<Int>) -> Bool {
    bytes.lowerBound < range.upperBound && range.lowerBound < bytes.upperBound
  }
}
