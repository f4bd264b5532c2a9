#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The bytes of an index segment, mapped from a file or held in memory; never written to once made.
///
/// SAFETY: the address stays valid and the contents unchanged until `deinit`. Segment files are only ever written under
/// another name and then renamed, and removed by unlinking, which leaves the mapping whole. Columns keep this object alive.
final class SegmentBytes: @unchecked Sendable {
  private let base: UnsafeMutableRawPointer
  let count: Int
  private let isMapped: Bool

  /// Maps a file; nil where it cannot be opened, is empty or is no regular file.
  init?(mapping path: String) {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size > 0,
      let address = mmap(nil, Int(status.st_size), PROT_READ, MAP_SHARED, file, 0), address != MAP_FAILED
    else { return nil }
    base = address
    count = Int(status.st_size)
    isMapped = true
    madvise(address, count, MADV_WILLNEED)
  }

  /// Holds a copy of bytes, aligned as a page is.
  init(copying bytes: [UInt8]) {
    base = UnsafeMutableRawPointer.allocate(byteCount: max(bytes.count, 1), alignment: 4_096)
    count = bytes.count
    isMapped = false
    bytes.withUnsafeBytes { base.copyMemory(from: $0.baseAddress ?? UnsafeRawPointer(base), byteCount: $0.count) }
  }

  deinit {
    if isMapped { munmap(base, count) } else { base.deallocate() }
  }

  var all: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: base, count: count) }
}

/// A column of numbers in a segment.
///
/// SAFETY: `bytes` owns the memory behind `base`; the range was checked against it when the column was made, and every
/// subscript is checked against `count`.
struct Column<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
  let base: UnsafePointer<Element>
  let count: Int
  private let bytes: SegmentBytes

  /// Nil where the range does not lie within the bytes, is not aligned, or holds no whole number of elements.
  init?(_ bytes: SegmentBytes, offset: Int, byteCount: Int) {
    let stride = MemoryLayout<Element>.stride
    guard offset >= 0, byteCount >= 0, offset <= bytes.count, byteCount <= bytes.count - offset,
      byteCount % stride == 0, offset % MemoryLayout<Element>.alignment == 0, let start = bytes.all.baseAddress
    else { return nil }
    base = (start + offset).assumingMemoryBound(to: Element.self)
    count = byteCount / stride
    self.bytes = bytes
  }

  @inline(__always)
  subscript(_ index: Int) -> Element {
    precondition(index >= 0 && index < count)
    return base[index]
  }

  var buffer: UnsafeBufferPointer<Element> { UnsafeBufferPointer(start: base, count: count) }
}
