package import Bitext

/// The lines of a text, one at a time: UTF-8, or UTF-16 with a mark; LF, CR LF and CR end a line.
package struct TextLines: ~Copyable {
  private let source: any ByteSource
  private let context: ReadingContext
  private var buffer: [UInt8] = []
  private var start = 0
  private var isAtEnd = false
  /// Bytes of the file before the buffer; counted in UTF-8.
  private var offset = 0
  /// 1-based number of the line that `next()` gave.
  package private(set) var line = 0
  /// Whether a mark stood at the head.
  package let hadMark: Bool
  /// Whether a NUL is replaced by U+FFFD with a finding, rather than ending the reading: for lists in which a line stands
  /// for itself.
  package var replacesNUL = false

  package var position: SourcePosition { SourcePosition(file: source.name, line: line, column: 1) }

  package init(_ input: PrefixedSource, context: ReadingContext) throws(FileError) {
    self.context = context
    try input.look(4)
    let head = input.head
    let isLittle = head.starts(with: ByteOrderMark.utf16LittleEndian)
    if head.hasUTF32Mark {
      throw FileError(
        .encoding, "UTF-32 is not read; save the file as UTF-8",
        at: SourcePosition(file: input.name, line: 1, column: 1))
    }
    if isLittle || head.starts(with: ByteOrderMark.utf16BigEndian) {
      input.drop(2)
      guard let decoded = DecodedSource(input, encoding: isLittle ? "UTF-16LE" : "UTF-16BE") else {
        throw FileError(
          .encoding, "UTF-16 cannot be decoded here; save the file as UTF-8", at: SourcePosition(file: input.name))
      }
      source = decoded
      hadMark = true
      return
    }
    hadMark = head.starts(with: ByteOrderMark.utf8)
    if hadMark { input.drop(3) }
    offset = hadMark ? 3 : 0
    source = input
  }

  /// A text that was decoded before.
  package init(decoded source: any ByteSource, context: ReadingContext) {
    self.source = source
    self.context = context
    hadMark = false
  }

  /// The next line without its end, or nil.
  /// - Throws: `FileError` for bytes that are no UTF-8, a NUL, a line longer than the limit of a segment.
  package mutating func next() throws(FileError) -> String? {
    var scanned = start
    while true {
      let end = buffer.withUnsafeBufferPointer { bytes in
        var at = scanned
        while at < bytes.count, bytes[at] != .lineFeed, bytes[at] != .carriageReturn { at += 1 }
        return at
      }
      // A CR at the edge may be half of a CR LF.
      if end < buffer.count, isAtEnd || buffer[end] == .lineFeed || end + 1 < buffer.count {
        if end - start > context.limits.segmentBytes { throw tooLong() }
        let text = try decode(start..<end)
        let isPair = buffer[end] == .carriageReturn && end + 1 < buffer.count && buffer[end + 1] == .lineFeed
        start = end + (isPair ? 2 : 1)
        return text
      }
      if isAtEnd {
        guard start < buffer.count else { return nil }
        if end - start > context.limits.segmentBytes { throw tooLong() }
        let text = try decode(start..<end)
        start = buffer.count
        return text
      }
      scanned = end - start
      offset += start
      buffer.removeSubrange(..<start)
      start = 0
      if buffer.count > context.limits.segmentBytes { throw tooLong() }
      let piece: [UInt8]
      do throws(FileError) { piece = try source.read() } catch {
        throw error.position.line == 0
          ? error.moved(to: SourcePosition(file: source.name, line: line + 1, column: 1)) : error
      }
      isAtEnd = piece.isEmpty
      buffer += piece
    }
  }

  private func tooLong() -> FileError {
    FileError(
      .limit(.segmentBytes),
      "a line of more than \(context.limits.segmentBytes) bytes; raise the limit 'segment-bytes'",
      at: SourcePosition(file: source.name, line: line + 1, column: 1))
  }

  private mutating func decode(_ range: Range<Int>) throws(FileError) -> String {
    line += 1
    let bytes = buffer[range]
    if !bytes.contains(0), let text = String(validating: bytes, as: UTF8.self) { return text }
    let fault = UTF8Validation.firstFault(in: bytes) ?? bytes.firstIndex(of: 0) ?? range.lowerBound
    let nul = bytes.firstIndex(of: 0)
    let first = min(fault, nul ?? fault)
    let column = bytes[..<first].count { $0 & 0xC0 != 0x80 } + 1
    let place = SourcePosition(file: source.name, line: line, column: column)
    let value = String(buffer[first], radix: 16, uppercase: true)
    let message =
      first == nul
      ? "NUL byte at offset \(offset + first); save the file as UTF-8 text, or UTF-16 with a mark"
      : "invalid UTF-8: byte 0x\(value) at offset \(offset + first); save the file as UTF-8"
    guard context.salvages || (first == nul && replacesNUL && String(validating: bytes, as: UTF8.self) != nil) else {
      throw FileError(.encoding, message, at: place)
    }
    context.tell("text-character", .schema, message, at: place, effect: .repaired)
    return String(decoding: bytes, as: UTF8.self).replacing("\0", with: "\u{FFFD}")
  }
}
