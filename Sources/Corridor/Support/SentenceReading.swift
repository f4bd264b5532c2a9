public import Bitext
internal import Exchange
internal import Files
internal import FoundationEssentials
internal import Linguistics
public import Segmentation

/// A sentence of a file, as it is read.
public struct ReadSentence: Sendable {
  /// Where it is in the file.
  public let place: SentencePlace
  /// 0-based number in the file.
  public let number: Int
  /// Unicode scalars of the file before it; 0 where they are not counted.
  public let offset: Int
  /// The sentence as it stands in the file, UTF-8.
  public let utf8: ArraySlice<UInt8>

  /// The sentence as a string.
  public var text: String { String(decoding: utf8, as: UTF8.self) }
}

extension Workspace {
  /// The rules of an SRX file, for `ReadingOptions.srx`; read once.
  /// - Throws: `CorridorError.refused` if it cannot be read or is no SRX.
  func segmentationRules(srx file: InputFile) throws(CorridorError) -> SRXRules {
    if let loaded = srxByFile[file] { return loaded }
    let rules = try exchanging { () throws(FileError) in try SRXReader(FileSource(path: file.name)).rules }
    srxByFile[file] = rules
    return rules
  }

  /// Reads a file, cuts it into sentences and gives them one at a time. A file of more than `blockSize` bytes is cut while it
  /// is read, so that memory holds a block and a paragraph of it; its faults are then found when they are reached.
  /// - Parameters:
  ///   - blockSize: what is read first, in bytes; a file that fits in is refused before anything of it is given.
  ///   - countsScalars: whether the offsets in scalars are wanted, which takes a walk over the text.
  ///   - known: called once, before the first sentence, with the language and what is to be said of it.
  /// - Throws: `CorridorError.input` where it cannot be read, and what `body` throws.
  public func segment(
    _ file: InputFile, _ options: ReadingOptions = ReadingOptions(), blockSize: Int = 1 << 23,
    countsScalars: Bool = true,
    known: (LanguageTag, String?) -> Void = { _, _ in }, _ body: (ReadSentence) throws -> Void
  ) throws {
    let blocks = try BlockReader(file)
    var bytes = try blocks.read(blockSize)
    let isWhole = bytes.count < blockSize
    let isUTF16 = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    var check = TextCheck(name: file.name)
    if isUTF16 || options.segmented || (isWhole && !check.passes(bytes)) {
      while case let more = try blocks.read(1 << 20), !more.isEmpty { bytes += more }
      let text = try exchanging { () throws(FileError) in try TextFile(bytes: bytes, name: file.name).text }
      try file.refuseMarkup(String(text.unicodeScalars.prefix(4096)))
      return try forEachSentence(of: text, file, options, countsScalars, known, body)
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    try file.refuseMarkup(String(decoding: bytes.prefix(4096), as: UTF8.self))
    if isWhole { check.hasPassed = true }
    bytes = try check.wholeCharacters(of: bytes)
    // The language of a file that fits in a block is told by all of it, as everywhere.
    let isTold = options.language != nil || file.languageInName != nil
    let sample = isTold ? "" : String(decoding: isWhole ? bytes[...] : bytes.prefix(1 << 16), as: UTF8.self)
    let (language, source) = try self.language(of: sample, file: file.name, options)
    let segmenter = try self.segmenter(language, options)
    let head = Document(
      file: file.name, text: "", language: language, languageSource: source, usesRootRules: segmenter.usesRootRules,
      segments: [], locator: TextLocator(""))
    known(language, head.languageNote)
    let stream = SegmentStream(segmenter)
    var scalars = ScalarCounter()
    var number = 0
    func give(_ place: SentencePlace, _ utf8: ArraySlice<UInt8>) throws {
      let offset = countsScalars ? scalars.count(upTo: place.bytes.lowerBound) : 0
      try body(ReadSentence(place: place, number: number, offset: offset, utf8: utf8))
      number += 1
    }
    while !bytes.isEmpty {
      if countsScalars { scalars.add(bytes) }
      try stream.feed(valid: bytes, give)
      bytes = isWhole ? [] : try check.wholeCharacters(of: blocks.read(1 << 18))
    }
    try check.finish()
    try stream.finish(give)
  }

  /// The same for a text that had to be read whole.
  private func forEachSentence(
    of text: String, _ file: InputFile, _ options: ReadingOptions, _ countsScalars: Bool,
    _ known: (LanguageTag, String?) -> Void, _ body: (ReadSentence) throws -> Void
  ) throws {
    let document = try segment(text: text, file: file.name, options)
    known(document.language, document.languageNote)
    var scalars = ScalarCounter()
    if countsScalars { scalars.add(Array(text.utf8)) }
    for (number, segment) in document.segments.enumerated() {
      let offset = countsScalars ? scalars.count(upTo: segment.bytes.lowerBound) : 0
      let place = SentencePlace(bytes: segment.bytes, paragraph: segment.paragraph, kind: segment.kind)
      try body(ReadSentence(place: place, number: number, offset: offset, utf8: Array(segment.text.utf8)[...]))
    }
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
}

/// Refuses what is no UTF-8 text, block by block.
private struct TextCheck {
  let name: String
  /// Whether what is read is known to be a text.
  var hasPassed = false
  private var carried: [UInt8] = []
  private var offset = 0
  private var line = 1

  init(name: String) { self.name = name }

  /// Whether bytes are UTF-8 without a NUL.
  func passes(_ bytes: [UInt8]) -> Bool {
    if bytes.withUnsafeBufferPointer({ ByteSearch.first(0, in: $0) }) != nil { return false }
    do {
      _ = try UTF8Span(validating: bytes.span)
      return true
    } catch {
      return false
    }
  }

  /// The block with what was carried, up to its last whole character; the rest is carried to the next.
  mutating func wholeCharacters(of block: [UInt8]) throws(CorridorError) -> [UInt8] {
    guard !block.isEmpty, !hasPassed else { return block }
    var bytes = carried.isEmpty ? block : carried + block
    var start = bytes.count - 1
    while start > 0, bytes.count - start < 4, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    let length = bytes[start] < 0xC0 ? 1 : bytes[start] < 0xE0 ? 2 : bytes[start] < 0xF0 ? 3 : 4
    carried = start + length > bytes.count ? Array(bytes[start...]) : []
    bytes.removeLast(carried.count)
    guard passes(bytes) else {
      if let nul = bytes.firstIndex(of: 0) { throw fault("NUL byte", at: nul, in: bytes, "remove it") }
      let repaired = String(decoding: bytes, as: UTF8.self).utf8
      let place = zip(bytes, repaired).enumerated().first { $1.0 != $1.1 }?.offset ?? bytes.count - 1
      let value = String(bytes[place], radix: 16, uppercase: true)
      throw fault("invalid UTF-8: byte 0x\(value)", at: place, in: bytes, "save the file as UTF-8")
    }
    offset += bytes.count
    line += Self.lineFeeds(in: bytes)
    return bytes
  }

  private static func lineFeeds(in bytes: [UInt8]) -> Int {
    bytes.withUnsafeBufferPointer { ByteSearch.count(UInt8(ascii: "\n"), in: $0) }
  }

  func finish() throws(CorridorError) {
    if !carried.isEmpty {
      throw fault("invalid UTF-8: a character is cut off", at: 0, in: [], "save the file as UTF-8")
    }
  }

  private func fault(_ what: String, at place: Int, in bytes: [UInt8], _ advice: String) -> CorridorError {
    let start = bytes[..<place].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let column = bytes[start..<place].count { $0 & 0xC0 != 0x80 } + 1
    let position = SourcePosition(
      file: name, line: line + bytes[..<place].count { $0 == UInt8(ascii: "\n") }, column: column)
    return .refused(.encoding, Fault("\(what) at offset \(offset + place)", remedy: advice, at: position))
  }
}

/// Reads a file block by block.
private struct BlockReader {
  private let file: InputFile
  private let opened: OpenFile

  init(_ file: InputFile) throws(CorridorError) {
    self.file = file
    do throws(SystemError) { opened = try file.opened() } catch { throw file.failure(error) }
  }

  /// The next bytes: `size` of them, or what is left. Empty at the end.
  func read(_ size: Int) throws(CorridorError) -> [UInt8] {
    do throws(SystemError) { return try opened.read(filling: size) } catch { throw file.failure(error) }
  }
}
