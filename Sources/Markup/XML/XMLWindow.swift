package import Bitext
package import Files

/// The part of a document that is in memory: bytes from `start` to `end`, with lines and columns.
///
/// All unsafe memory of the XML scanner is this buffer. Offsets are absolute (bytes of the UTF-8 document, after its mark),
/// and every one is checked: a byte that is not held reads as NUL, which no document may hold, and a range is cut to what
/// is held. So a wrong offset ends as an error of the document, never as a look at foreign memory; debug builds stop at it.
/// What `bytes` gives is valid until the next `refill`.
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
  /// What the source said after the bytes that are held: thrown when more are asked for.
  private var failure: FileError?
  /// The place of `start`.
  private var base = Mark()
  /// The last place that was asked for; later ones are counted from here.
  private var mark = Mark()

  /// A place whose line and column are known.
  private struct Mark {
    var offset = 0
    var line = 1
    var column = 1
  }

  package var name: String { source.name }

  package init(_ source: any ByteSource) {
    self.source = source
    capacity = 1 << 18
    storage = .allocate(capacity: capacity)
  }

  deinit { storage.deallocate() }

  /// The byte at an offset; NUL if it is not held.
  package subscript(offset: Int) -> UInt8 {
    assert(offset >= start && offset < end, "a byte outside the window")
    let index = offset &- start
    return UInt(bitPattern: index) < UInt(bitPattern: end &- start) ? storage[index] : 0
  }

  /// The bytes from an offset on, as many as are held.
  @inline(__always) package func bytes(from offset: Int) -> UnsafeBufferPointer<UInt8> {
    assert(offset >= start && offset <= end, "bytes outside the window")
    let lower = min(max(offset, start), end)
    return UnsafeBufferPointer(start: storage + (lower &- start), count: end &- lower)
  }

  /// The bytes of a range, as many as are held.
  package func bytes(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    assert(range.lowerBound >= start && range.upperBound <= end, "bytes outside the window")
    let lower = min(max(range.lowerBound, start), end)
    let upper = min(max(range.upperBound, lower), end)
    return UnsafeBufferPointer(start: storage + (lower &- start), count: upper &- lower)
  }

  /// Brings more bytes in, keeping those from `wanted` on. False if there are none.
  ///
  /// Reads until twice as much is held as was kept, so that looking at a long construct again after each call costs
  /// linear time in all. After a fault of the source it may be called again: a source that can goes on behind it.
  mutating func refill(keeping wanted: Int) throws(FileError) -> Bool {
    if let failure {
      self.failure = nil
      throw failure
    }
    if isAtEnd { return false }
    var kept = min(max(wanted, start), end)
    // Whether a CR at the edge is a break, the next byte tells.
    if kept == end, kept > start, self[kept - 1] == .carriageReturn { kept -= 1 }
    base = place(of: kept)
    let count = end - kept
    if kept > start {
      storage.update(from: storage + (kept - start), count: count)
      start = kept
    }
    if mark.offset < start { mark = base }
    let before = end
    while end - before <= count, !isAtEnd {
      let piece: [UInt8]
      do throws(FileError) { piece = try source.read() } catch {
        // A source knows what is wrong with its bytes, not on which line they are.
        let fault = error.position.line == 0 ? error.moved(to: position(at: end)) : error
        if end == before { throw fault }
        failure = fault
        return true
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

  // MARK: Lines and columns

  /// Line and column of an offset; of the nearest that is held if it is not.
  package mutating func position(at offset: Int) -> SourcePosition {
    let place = place(of: min(max(offset, start), end))
    if place.offset > mark.offset { mark = place }
    return SourcePosition(file: source.name, line: place.line, column: place.column)
  }

  /// Counted from the last place that was asked for, or from the head of its own line if it is before that.
  private func place(of offset: Int) -> Mark {
    if offset >= mark.offset { return advance(mark, to: offset) }
    if offset <= base.offset { return base }
    let between = advance(Mark(offset: offset, line: 0, column: 1), to: mark.offset)
    if between.line == 0 {
      return Mark(offset: offset, line: mark.line, column: mark.column - between.column + 1)
    }
    var head = offset
    while head > base.offset, self[head - 1] != .lineFeed, self[head - 1] != .carriageReturn { head -= 1 }
    let line = mark.line - between.line
    return head == base.offset
      ? advance(base, to: offset) : advance(Mark(offset: head, line: line, column: 1), to: offset)
  }

  /// A CR LF is one break, which ends with the LF; a column is a scalar, known by its first byte.
  private func advance(_ mark: Mark, to offset: Int) -> Mark {
    var bytes = bytes(mark.offset..<max(mark.offset, offset))
    if offset == end, !isAtEnd, bytes.last == .carriageReturn { bytes = .init(rebasing: bytes.dropLast()) }
    var lines = 0
    var lastBreak = -1
    if ByteSearch.first(.carriageReturn, in: bytes) == nil {
      while let hit = ByteSearch.first(.lineFeed, in: UnsafeBufferPointer(rebasing: bytes[(lastBreak + 1)...])) {
        lastBreak += hit + 1
        lines += 1
      }
    } else {
      for index in bytes.indices {
        let next = mark.offset + index + 1
        let isBreak =
          bytes[index] == .lineFeed
          || (bytes[index] == .carriageReturn && (next >= end || self[next] != .lineFeed))
        guard isBreak else { continue }
        lines += 1
        lastBreak = index
      }
    }
    var column = lines > 0 ? 1 : mark.column
    for index in (lastBreak + 1)..<bytes.count { column &+= bytes[index] & 0xC0 == 0x80 ? 0 : 1 }
    return Mark(offset: mark.offset + bytes.count, line: mark.line + lines, column: column)
  }
}
