public import Bitext
public import Exchange
internal import FoundationEssentials
internal import Linguistics
internal import Segmentation

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A sentence of a file, as it is read.
public struct ReadSentence: Sendable {
  public let segment: Segment
  /// 0-based number in the file.
  public let number: Int
  /// Unicode scalars of the file before it; 0 where they are not counted.
  public let offset: Int
}

extension Workspace {
  /// The rules of an SRX file, for `ReadingOptions.srx`.
  /// - Throws: `CorridorError` where it cannot be read or is no SRX.
  public func segmentationRules(srx file: String) throws(CorridorError) -> SRXRules {
    try exchanging { () throws(ExchangeError) in try SRXReader(FileSource(path: file)).rules }
  }

  /// Reads a file, cuts it into sentences and gives them one at a time. A file of more than `blockSize` bytes is cut while it
  /// is read, so that memory holds a block and a paragraph of it; its faults are then found when they are reached.
  /// - Parameters:
  ///   - blockSize: what is read at once, in bytes; what fits into one block is read whole.
  ///   - countsScalars: whether the offsets in scalars are wanted, which takes a walk over the text.
  ///   - known: called once, before the first sentence, with the language and what is to be said of it.
  /// - Throws: `CorridorError.input` where it cannot be read, and what `body` throws.
  public func forEachSentence(
    in file: InputFile, _ options: ReadingOptions = ReadingOptions(), blockSize: Int = 1 << 23,
    countsScalars: Bool = true,
    known: (LanguageTag, String?) -> Void = { _, _ in }, _ body: (ReadSentence) throws -> Void
  ) throws {
    let blocks = try BlockReader(file)
    var bytes = try blocks.read(blockSize)
    let isUTF16 = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    if bytes.count < blockSize || isUTF16 || options.segmented {
      while case let more = try blocks.read(blockSize), !more.isEmpty { bytes += more }
      let text = try exchanging { () throws(ExchangeError) in try TextFile(bytes: bytes, name: file.name).text }
      let document = try document(text, file: file.name, options)
      known(document.language, document.languageNote)
      var scalars = ScalarCounter()
      for (number, segment) in document.segments.enumerated() {
        let offset = countsScalars ? scalars.count(upTo: segment.bytes.lowerBound, in: text) : 0
        try body(ReadSentence(segment: segment, number: number, offset: offset))
      }
      return
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    var check = StreamCheck(name: file.name)
    var whole = try check.wholeCharacters(of: bytes)
    let (language, source) = try self.language(
      of: String(decoding: whole.prefix(1 << 16), as: UTF8.self), file: file.name, options)
    let segmenter = try self.segmenter(language, options)
    let head = Document(
      file: file.name, text: "", language: language, languageSource: source, usesRootRules: segmenter.usesRootRules,
      segments: [], locator: TextLocator(""))
    known(language, head.languageNote)
    let stream = SegmentStream(segmenter)
    var scalars = ScalarCounter()
    var number = 0
    func give(_ segments: [Segment]) throws {
      for segment in segments {
        let offset = countsScalars ? scalars.count(upTo: segment.bytes.lowerBound) : 0
        try body(ReadSentence(segment: segment, number: number, offset: offset))
        number += 1
      }
    }
    while !whole.isEmpty {
      if countsScalars { scalars.add(whole) }
      try give(stream.feed(whole))
      whole = try check.wholeCharacters(of: blocks.read(1 << 20))
    }
    try check.finish()
    try give(stream.finish())
  }
}

/// Counts Unicode scalars before rising byte offsets.
private struct ScalarCounter {
  private var scalars = 0
  private var offset = 0
  private var pending: [UInt8] = []
  /// What of `pending` is counted already.
  private var spent = 0

  mutating func add(_ bytes: [UInt8]) {
    pending.removeFirst(spent)
    spent = 0
    pending += bytes
  }

  /// The scalars before `end` in the text whose bytes were added.
  mutating func count(upTo end: Int) -> Int {
    let part = pending[spent..<min(spent + max(end - offset, 0), pending.count)]
    scalars += part.count { $0 & 0xC0 != 0x80 }
    offset += part.count
    spent += part.count
    return scalars
  }

  /// The scalars before `end` in a text that is at hand.
  mutating func count(upTo end: Int, in text: String) -> Int {
    let bytes = text.utf8
    let start = bytes.index(bytes.startIndex, offsetBy: offset)
    let stop = bytes.index(start, offsetBy: max(end - offset, 0))
    scalars += bytes[start..<stop].count { $0 & 0xC0 != 0x80 }
    offset = max(end, offset)
    return scalars
  }
}

/// Refuses what is no UTF-8 text, block by block.
private struct StreamCheck {
  let name: String
  private var carried: [UInt8] = []
  private var offset = 0
  private var line = 1

  init(name: String) { self.name = name }

  /// The block with what was carried, up to its last whole character; the rest is carried to the next.
  mutating func wholeCharacters(of block: [UInt8]) throws(CorridorError) -> [UInt8] {
    guard !block.isEmpty else { return [] }
    var bytes = carried + block
    var start = bytes.count - 1
    while start > 0, bytes.count - start < 4, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    let length = bytes[start] < 0xC0 ? 1 : bytes[start] < 0xE0 ? 2 : bytes[start] < 0xF0 ? 3 : 4
    carried = start + length > bytes.count ? Array(bytes[start...]) : []
    bytes.removeLast(carried.count)
    if let nul = bytes.firstIndex(of: 0) { throw fault("NUL byte", at: nul, in: bytes, "remove it") }
    guard String(validating: bytes, as: UTF8.self) != nil else {
      let repaired = String(decoding: bytes, as: UTF8.self).utf8
      let place = zip(bytes, repaired).enumerated().first { $1.0 != $1.1 }?.offset ?? bytes.count - 1
      let value = String(bytes[place], radix: 16, uppercase: true)
      throw fault("invalid UTF-8: byte 0x\(value)", at: place, in: bytes, "save the file as UTF-8")
    }
    offset += bytes.count
    line += bytes.count { $0 == 0x0A }
    return bytes
  }

  func finish() throws(CorridorError) {
    if !carried.isEmpty {
      throw fault("invalid UTF-8: a character is cut off", at: 0, in: [], "save the file as UTF-8")
    }
  }

  private func fault(_ what: String, at place: Int, in bytes: [UInt8], _ advice: String) -> CorridorError {
    let start = bytes[..<place].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let column = bytes[start..<place].count { $0 & 0xC0 != 0x80 } + 1
    let position = SourcePosition(
      file: name, line: line + bytes[..<place].count { $0 == 0x0A }, column: column)
    return .input("\(what) at offset \(offset + place); \(advice)", at: position)
  }
}

/// Reads a file block by block.
private final class BlockReader {
  private let file: InputFile
  private let descriptor: Int32

  init(_ file: InputFile) throws(CorridorError) {
    self.file = file
    descriptor = file.isStandardInput ? STDIN_FILENO : open(file.name, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 { throw file.failure(errno) }
  }

  deinit { if !file.isStandardInput, descriptor >= 0 { close(descriptor) } }

  /// The next bytes: `size` of them, or what is left. Empty at the end.
  func read(_ size: Int) throws(CorridorError) -> [UInt8] {
    var failed: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      // SAFETY: never more than the room that is left is asked for, and what was read is what counts as initialised.
      while count < size {
        let got = readBytes(descriptor, buffer.baseAddress.map { $0 + count }, size - count)
        if got == 0 { break }
        if got > 0 {
          count += got
        } else if errno != EINTR {
          failed = errno
          break
        }
      }
    }
    if failed != 0 { throw file.failure(failed) }
    return bytes
  }
}

/// `read` of the C library, whose name the method above hides.
private func readBytes(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(descriptor, buffer, count)
}
