internal import Files

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Where a segment is written: a file that appears whole or not at all, or memory.
final class SegmentSink {
  struct Failure: Error {
    let code: Int32
    var why: String { String(cString: strerror(code)) }
  }

  private let path: String?
  private let temporary: String
  private var file: Int32 = -1
  private var memory: [UInt8] = []
  private var offset = SegmentHeader.size
  private var places = [SegmentHeader.Place](repeating: .init(), count: SegmentHeader.Section.allCases.count)

  /// - Parameter path: the file to be; nil for memory.
  init(path: String?) throws(Failure) {
    self.path = path
    temporary = "\(path ?? "").\(getpid()).\(UInt32.random(in: 0 ... .max)).part"
    if path == nil {
      memory = [UInt8](repeating: 0, count: SegmentHeader.size)
    } else {
      file = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
      if file < 0 { throw Failure(code: errno) }
    }
  }

  deinit {
    if file >= 0 {
      close(file)
      unlink(temporary)
    }
  }

  /// Writes a section, aligned to 64 bytes.
  func write<Element: BitwiseCopyable>(_ section: SegmentHeader.Section, _ values: [Element]) throws(Failure) {
    var code: Int32?
    values.withUnsafeBytes { bytes in
      places[section.rawValue] = .init(offset: offset, byteCount: bytes.count, checksum: ContentHash.checksum(bytes))
      code = put(bytes, at: offset)
      offset = (offset + bytes.count + 63) & ~63
    }
    if let code { throw Failure(code: code) }
  }

  /// Writes the next piece of a section that is not written at once.
  fileprivate func put(_ bytes: UnsafeRawBufferPointer) throws(Failure) {
    if let code = put(bytes, at: offset) { throw Failure(code: code) }
    offset += bytes.count
  }

  fileprivate func place(_ section: SegmentHeader.Section, from start: Int, checksum: UInt64) {
    places[section.rawValue] = .init(offset: start, byteCount: offset - start, checksum: checksum)
    offset = (offset + 63) & ~63
  }

  fileprivate var position: Int { offset }

  /// Writes the header and puts the file in its place; gives the bytes where they are in memory.
  func finish(_ header: SegmentHeader) throws(Failure) -> SegmentBytes? {
    var header = header
    header.places = places
    let first = header.encoded.withUnsafeBytes { put($0, at: 0) }
    if let first { throw Failure(code: first) }
    guard let path else { return SegmentBytes(copying: memory) }
    // Sections without content at the end lie behind the last byte that was written.
    guard ftruncate(file, off_t(offset)) == 0, fsync(file) == 0, close(file) == 0 else { throw Failure(code: errno) }
    file = -1
    guard rename(temporary, path) == 0 else {
      let code = errno
      unlink(temporary)
      throw Failure(code: code)
    }
    return nil
  }

  private func put(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> Int32? {
    if path == nil {
      if memory.count < offset + bytes.count {
        memory.append(contentsOf: repeatElement(0, count: offset + bytes.count - memory.count))
      }
      memory.withUnsafeMutableBytes { UnsafeMutableRawBufferPointer(rebasing: $0[offset...]).copyMemory(from: bytes) }
      return nil
    }
    var done = 0
    while done < bytes.count {
      let count = pwrite(file, bytes.baseAddress.map { $0 + done }, bytes.count - done, off_t(offset + done))
      if count < 0 && errno == EINTR { continue }
      if count <= 0 { return count < 0 ? errno : EIO }
      done += count
    }
    return nil
  }
}

/// Writes a section piece by piece, so that it is never in memory as a whole. No other section is written meanwhile.
struct SectionWriter<Element: BitwiseCopyable> {
  private let sink: SegmentSink
  private let section: SegmentHeader.Section
  private let start: Int
  private var checksum = BlockChecksum()
  private var pending: [Element] = []
  /// Elements written so far, those that wait included.
  private(set) var count = 0

  private static var piece: Int { 1 << 18 }

  init(_ section: SegmentHeader.Section, to sink: SegmentSink) {
    self.section = section
    self.sink = sink
    start = sink.position
    pending.reserveCapacity(Self.piece)
  }

  @inline(__always)
  mutating func append(_ element: Element) throws(SegmentSink.Failure) {
    pending.append(element)
    count &+= 1
    if pending.count == Self.piece { try flush() }
  }

  mutating func finish() throws(SegmentSink.Failure) {
    try flush()
    sink.place(section, from: start, checksum: checksum.value)
  }

  private mutating func flush() throws(SegmentSink.Failure) {
    var failure: SegmentSink.Failure?
    pending.withUnsafeBytes { bytes in
      checksum.combine(bytes)
      do throws(SegmentSink.Failure) { try sink.put(bytes) } catch { failure = error }
    }
    if let failure { throw failure }
    pending.removeAll(keepingCapacity: true)
  }
}
