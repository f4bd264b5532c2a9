internal import Files

/// What tells contents apart: 128 bits of names and bytes.
///
/// Made of the project's own hash (`ContentHash`), not of a cryptographic one: it is to find what this user's program
/// compiled before, in a folder that only this user may write.
struct ContentDigest: Hashable, Sendable {
  private(set) var high: UInt64
  private(set) var low: UInt64

  /// The digest of nothing yet, for one kind of contents.
  init(_ kind: String) {
    (high, low) = (0x243F_6A88_85A3_08D3, 0x1319_8A2E_0370_7344)
    add(kind)
  }

  mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { add(UnsafeRawBufferPointer($0)) }
  }

  mutating func add(_ bytes: [UInt8]) { bytes.withUnsafeBytes { add($0) } }

  mutating func add(_ bytes: UnsafeRawBufferPointer) {
    var checksum = BlockChecksum()
    checksum.combine(bytes)
    add(checksum.wideValue, count: bytes.count)
  }

  mutating func add(_ other: ContentDigest) {
    combine(other.high, other.low)
  }

  /// Adds the bytes of a file; its name does not count. Of a large one the checksum is remembered (`RegularFile.stamp`).
  /// - Returns: false, and nothing is added, unless it is a regular file that can be read: of a pipe the bytes would be
  ///   lost for whoever reads it next.
  mutating func add(contentOf file: InputFile, cache: CompiledCache = .standard) -> Bool {
    guard !file.isStandardInput, let opened = RegularFile(file.name, mayBeLink: true) else { return false }
    let checksum = cache.checksum("content", of: opened) { opened in
      var checksum = BlockChecksum()
      let count = opened.readPieces(of: Self.piece) { checksum.combine($0) }
      return count == opened.size ? checksum.wideValue : nil
    }
    guard let checksum else { return false }
    add(checksum, count: opened.size)
    return true
  }

  /// Small enough to stay in the processor's cache; a multiple of `BlockChecksum.block`.
  private static let piece = 128 << 10

  private mutating func add(_ checksum: (UInt64, UInt64), count: Int) {
    combine(checksum.0, checksum.1)
    combine(UInt64(count), UInt64(count))
  }

  private mutating func combine(_ a: UInt64, _ b: UInt64) {
    var (first, second) = (ContentHash(seed: high), ContentHash(seed: low))
    first.combine(a)
    second.combine(b)
    // Each half depends on both.
    first.combine(second.value)
    (high, low) = (first.value, second.value)
  }

  /// 32 hexadecimal digits.
  var text: String { Self.digits(high) + Self.digits(low) }

  private static func digits(_ number: UInt64) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
