// Bytes of UTF-8 that stand for characters without a shape of their own.
extension UInt8 {
  @inlinable package static var tab: UInt8 { UInt8(ascii: "\t") }
  @inlinable package static var lineFeed: UInt8 { UInt8(ascii: "\n") }
  @inlinable package static var carriageReturn: UInt8 { UInt8(ascii: "\r") }
  @inlinable package static var space: UInt8 { UInt8(ascii: " ") }

  /// Whether it is one of 0 to 9.
  @inlinable package var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }

  /// U+FFFD in UTF-8, which takes the place of what cannot be read or written.
  package static let replacementCharacter: [UInt8] = Array("\u{FFFD}".utf8)
}
