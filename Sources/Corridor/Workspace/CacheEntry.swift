internal import Files
internal import FoundationEssentials

/// How a compiled form lies in its file: a head of 64 bytes, then the form.
///
/// The head, in little-endian numbers of eight bytes: a mark with the version of this layout; the digest that the form is
/// found by (two numbers); the length of the form; its checksum; the checksum of the head before; two zeros. A file that
/// is cut, damaged, of another version or under a wrong name is none.
struct CacheEntry {
  static let headLength = 64
  /// "CRDRKEP1".
  private static let mark: UInt64 = 0x3150_454B_5244_5243

  /// What is written before a form.
  static func head(of form: UnsafeRawBufferPointer, _ digest: ContentDigest) -> [UInt8] {
    var words = [mark, digest.high, digest.low, UInt64(form.count), ContentHash.checksum(form)]
    words.append(checksum(of: words))
    words += [0, 0]
    return words.flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> ($0 * 8)) } }
  }

  /// The checksum that the form of a file must have, if its head is right.
  static func checksum(inHead head: UnsafeRawBufferPointer, size: Int, _ digest: ContentDigest) -> UInt64? {
    guard head.count >= headLength else { return nil }
    let words = (0..<6).map { UInt64(littleEndian: head.loadUnaligned(fromByteOffset: $0 * 8, as: UInt64.self)) }
    guard words[0] == mark, words[1] == digest.high, words[2] == digest.low, words[3] == UInt64(size - headLength),
      words[5] == checksum(of: Array(words[..<5]))
    else { return nil }
    return words[4]
  }

  private static func checksum(of words: [UInt64]) -> UInt64 {
    var hash = ContentHash()
    for word in words { hash.combine(word) }
    return hash.value
  }

  /// The form in a file, copied; nil if the file is none of ours.
  static func bytes(in file: borrowing RegularFile, _ digest: ContentDigest) -> [UInt8]? {
    guard file.size >= headLength else { return nil }
    var head = [UInt8](repeating: 0, count: headLength)
    guard head.withUnsafeMutableBytes({ file.read(into: $0, at: 0) }) == headLength,
      let checksum = head.withUnsafeBytes({ checksum(inHead: $0, size: file.size, digest) })
    else { return nil }
    let size = file.size - headLength
    // Not captured: the file is borrowed.
    let form = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      count = file.read(into: UnsafeMutableRawBufferPointer(buffer), at: headLength)
    }
    guard form.count == size, form.withUnsafeBytes({ ContentHash.checksum($0) }) == checksum else { return nil }
    return form
  }

  /// The form in a file where it lies; nil if the file is none of ours.
  /// - Parameter cache: remembers of a large file that its checksum was right, so that only the pages that are used need
  ///   be read.
  static func mapped(_ file: borrowing RegularFile, _ digest: ContentDigest, _ cache: CompiledCache) -> Data? {
    let size = file.size
    guard size > headLength, let place = file.mapped() else { return nil }
    let whole = UnsafeRawBufferPointer(start: place, count: size)
    let form = UnsafeRawBufferPointer(rebasing: whole[headLength...])
    let found = cache.checksum("form", of: file) { _ in (ContentHash.checksum(form), 0) }
    guard let found, checksum(inHead: whole, size: size, digest) == found.0 else {
      RegularFile.unmap(place, size)
      return nil
    }
    return Data(
      bytesNoCopy: place + headLength, count: form.count,
      deallocator: .custom { _, _ in RegularFile.unmap(place, size) })
  }
}
