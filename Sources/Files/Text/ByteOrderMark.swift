/// The bytes that U+FEFF is at the head of a file, by which its encoding is known.
package enum ByteOrderMark {
  package static let utf8: [UInt8] = [0xEF, 0xBB, 0xBF]
  package static let utf16LittleEndian: [UInt8] = [0xFF, 0xFE]
  package static let utf16BigEndian: [UInt8] = [0xFE, 0xFF]
  package static let utf32LittleEndian: [UInt8] = [0xFF, 0xFE, 0, 0]
  package static let utf32BigEndian: [UInt8] = [0, 0, 0xFE, 0xFF]
}

extension Collection<UInt8> {
  /// Whether a file begins with a mark of UTF-32, which is not read.
  package var hasUTF32Mark: Bool {
    starts(with: ByteOrderMark.utf32LittleEndian) || starts(with: ByteOrderMark.utf32BigEndian)
  }

  /// Whether a file begins with a mark of UTF-16, if UTF-32 was ruled out.
  package var hasUTF16Mark: Bool {
    starts(with: ByteOrderMark.utf16LittleEndian) || starts(with: ByteOrderMark.utf16BigEndian)
  }
}
