/// Which characters XML 1.0 (fifth edition, sections 2.2 and 2.3) allows, and where.
package enum XMLCharacters {
  /// Whether a document may hold the scalar at all.
  static func isCharacter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0xD7FF, 0x09, 0x0A, 0x0D, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }

  package static func isNameStart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x61...0x7A, 0x41...0x5A, 0x5F, 0x3A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x37D, 0x37F...0x1FFF,
      0x200C...0x200D, 0x2070...0x218F, 0x2C00...0x2FEF, 0x3001...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFFD,
      0x10000...0xEFFFF:
      true
    default: false
    }
  }

  package static func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2D, 0x2E, 0x30...0x39, 0xB7, 0x300...0x36F, 0x203F...0x2040: true
    default: isNameStart(scalar)
    }
  }

  package static func isName(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    guard let first = scalars.first, isNameStart(first) else { return false }
    return scalars.allSatisfy(isNamePart)
  }

  /// Bytes that a writer must look at more closely: mark-up, controls, and the first byte of U+FFFE and U+FFFF.
  static let needsCare: [Bool] = (0..<256).map { value in
    value < 0x20 || value == 0xEF || "&<>\"".utf8.contains(UInt8(value))
  }
}
