package import Bitext
package import Files

/// The part of a document that is in memory: bytes from `kept` on, with lines and columns.
///
/// All unsafe memory of the XML scanner is this buffer. Offsets are absolute (bytes of the UTF-8 document, after its
/// mark); `pointer(at:)` is valid until the next `refill`, and only for offsets in `start..<end`.
package struct XMLWindow: ~Copyable {
  private var storage: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  /// Absolute offset of the first byte held.
  package private(set) var start = 0
  /// Absolute offset after the last byte held.
  package private(set) var end = 0
  /// Whether the source has nothing more.
  package private(set) var isAtEnd = false
  private let source: any ByteSource
  /// A place whose line and column are known. Later places are counted from here.
  private var mark = (offset: 0, line: 1, column: 1)

  package var name: String { source.name }

  package init(_ source: any ByteSource) {
    self.source = source
    capacity = 1 << 18
    storage = .allocate(capacity: capacity)
  }

  deinit { storage.deallocate() }

  /// The byte at an offset, for places that are not hot.
  package subscript(offset: Int) -> UInt8 { storage[offset - start] }

  /// SAFETY: for offsets in `start...end`; reading at `end` is not allowed.
  @inline(__always) func pointer(at offset: Int) -> UnsafePointer<UInt8> {
    UnsafePointer(storage + (offset - start))
  }

  package func bytes(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: pointer(at: range.lowerBound), count: range.count)
  }

  /// Brings more bytes in, keeping those from `kept` on. False where there are none.
  ///
  /// Reads until twice as much is held as was kept, so that looking at a long construct again after each call costs
  /// linear time in all.
  mutating func refill(keeping kept: Int) throws(FileError) -> Bool {
    if isAtEnd { return false }
    moveMark(to: kept)
    let count = end - kept
    if kept > start {
      storage.update(from: storage + (kept - start), count: count)
      start = kept
    }
    let before = end
    while end - before <= count, !isAtEnd {
      let piece: [UInt8]
      do throws(FileError) { piece = try source.read() } catch {
        // A source knows what is wrong with its bytes, not on which line they stand.
        throw error.position.line == 0 ? error.moved(to: position(at: end)) : error
      }
      if piece.isEmpty { isAtEnd = true }
      append(piece)
    }
    return end > before
  }

  private mutating func append(_ piece: [UInt8]) {
    let held = end - start
    if held + piece.count > capacity {
      capacity = max(capacity * 2, held + piece.count)
      let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
      larger.update(from: storage, count: held)
      storage.deallocate()
      storage = larger
    }
    piece.withUnsafeBufferPointer { bytes in
      if let first = bytes.baseAddress { (storage + held).update(from: first, count: bytes.count) }
    }
    end += piece.count
  }

  /// Line and column of an offset in the window, not before the last one asked for.
  package mutating func position(at offset: Int) -> SourcePosition {
    moveMark(to: offset)
    return SourcePosition(file: source.name, line: mark.line, column: mark.column)
  }

  private mutating func moveMark(to offset: Int) {
    let from = max(mark.offset, start)
    guard offset > from else { return }
    let bytes = bytes(from..<min(offset, end))
    guard let base = bytes.baseAddress else { return }
    var lines = 0
    var lastBreak = -1
    if ByteSearch.first(.carriageReturn, in: bytes) == nil {
      while let hit = ByteSearch.first(
        .lineFeed, in: UnsafeBufferPointer(rebasing: bytes[(lastBreak + 1)...]))
      {
        lastBreak += hit + 1
        lines += 1
      }
    } else {
      for index in 0..<bytes.count
      where base[index] == .lineFeed
        || (base[index] == .carriageReturn && (from + index + 1 >= end || base[index + 1] != .lineFeed))
      {
        lines += 1
        lastBreak = index
      }
    }
    var column = lines > 0 ? 1 : mark.column
    for index in (lastBreak + 1)..<bytes.count { column &+= base[index] & 0xC0 == 0x80 ? 0 : 1 }
    mark = (offset, mark.line + lines, column)
  }
}
