internal import Linguistics

/// Case folding of single words, byte to byte where they are ASCII.
enum WordFolding {
  /// Calls `body` with the folded form of a word (`Folding.caseKey`).
  @inline(__always)
  static func withFolded<Result>(
    _ word: UnsafeRawBufferPointer, scratch: inout [UInt8], _ body: (UnsafeRawBufferPointer) -> Result
  ) -> Result {
    scratch.removeAll(keepingCapacity: true)
    let capitals = UInt8(ascii: "A")...UInt8(ascii: "Z")
    for byte in word {
      if byte >= 0x80 { return withFoldedByICU(word, body) }
      // The grave accent is folded with the apostrophes; a capital and its small letter differ by one bit.
      let folded = byte == UInt8(ascii: "`") ? UInt8(ascii: "'") : byte
      scratch.append(capitals.contains(byte) ? byte | 0x20 : folded)
    }
    return scratch.withUnsafeBytes(body)
  }

  private static func withFoldedByICU<Result>(
    _ word: UnsafeRawBufferPointer, _ body: (UnsafeRawBufferPointer) -> Result
  ) -> Result {
    var folded = Folding.caseKey(String(decoding: word, as: UTF8.self))
    return folded.withUTF8 { body(UnsafeRawBufferPointer($0)) }
  }
}
