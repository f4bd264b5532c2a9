internal import Exchange
package import Files

/// Where results go: standard output, or a file that appears whole or not at all.
public final class Output {
  private let sink: any ByteSink
  private var buffer: [UInt8] = []
  /// The file's name; nil for standard output.
  public let name: String?
  /// Whether a person reads it as it is written: control characters in texts are then made visible.
  private var isTerminal = false

  /// - Parameter path: a file; nil or "-" for standard output.
  /// - Throws: `CorridorError.refused` if the file cannot be made.
  public init(path: String?) throws(CorridorError) {
    name = path == "-" ? nil : path
    if let name {
      sink = try exchanging { () throws(FileError) in try AtomicFile(path: name) }
    } else {
      sink = StandardOutput()
      isTerminal = StandardOutput.isTerminal
    }
    buffer.reserveCapacity(1 << 16)
  }

  /// Writes text as it is.
  public func write(_ text: String) throws(CorridorError) {
    buffer += text.utf8
    if buffer.count >= 1 << 16 { try flush() }
  }

  /// Writes text and a line feed.
  public func writeLine(_ text: String) throws(CorridorError) {
    try write(text)
    try write("\n")
  }

  /// Writes bytes of a text and a line feed. Runs of white space that hold a line break or tab become one space.
  public func writeLine(utf8 bytes: ArraySlice<UInt8>) throws(CorridorError) {
    if !Self.append(bytes, to: &buffer) { return try writeLine(String(decoding: bytes, as: UTF8.self).onOneLine) }
    if buffer.count >= 1 << 16 { try flush() }
  }

  /// Appends a line, unless it is none: it holds a line break or a tab.
  private static func append(_ line: ArraySlice<UInt8>, to buffer: inout [UInt8]) -> Bool {
    line.withUnsafeBufferPointer { line in
      // No early end: the compiler then looks at many bytes at once.
      var controls: UInt8 = 0
      for byte in line { controls |= byte < 0x0E ? 1 : 0 }
      guard controls == 0 || !line.contains(where: { $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }) else { return false }
      buffer.append(contentsOf: line)
      buffer.append(0x0A)
      return true
    }
  }

  /// Writes what is left, and puts the file in its place. Without this call no file appears.
  public func finish() throws(CorridorError) {
    try flush()
    try exchanging { () throws(FileError) in try (sink as? AtomicFile)?.commit() }
  }

  private func flush() throws(CorridorError) {
    let bytes = buffer
    buffer.removeAll(keepingCapacity: true)
    try exchanging { () throws(FileError) in try sink.write(shown(bytes)) }
  }

  private func shown(_ bytes: [UInt8]) -> [UInt8] {
    isTerminal ? Array(Self.visible(String(decoding: bytes, as: UTF8.self), coloured: true).utf8) : bytes
  }

  /// The text with its control characters as pictures: a terminal would obey them. Line feeds and tabs stay.
  /// - Parameter coloured: whether sequences that only set colours and weights stay too, which the command itself writes.
  public static func visible(_ text: String, coloured: Bool) -> String {
    let scalars = Array(text.unicodeScalars)
    guard scalars.contains(where: { isControl($0) }) else { return text }
    var shown = String.UnicodeScalarView()
    var at = 0
    while at < scalars.count {
      let scalar = scalars[at]
      if coloured, let end = colourEnd(scalars, at) {
        shown.append(contentsOf: scalars[at..<end])
        at = end
        continue
      }
      shown.append(isControl(scalar) ? picture(scalar) : scalar)
      at += 1
    }
    return String(shown)
  }

  /// The index behind a sequence `ESC [ digits m`.
  private static func colourEnd(_ scalars: [Unicode.Scalar], _ start: Int) -> Int? {
    guard scalars[start] == "\u{1B}", start + 1 < scalars.count, scalars[start + 1] == "[" else { return nil }
    var at = start + 2
    while at < scalars.count, at - start < 16, ("0"..."9").contains(scalars[at]) || scalars[at] == ";" { at += 1 }
    return at < scalars.count && scalars[at] == "m" ? at + 1 : nil
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case 0x00...0x1F, 0x7F...0x9F: true
    default: false
    }
  }

  /// U+2400 and on, the pictures of the controls; U+FFFD for those that have none.
  private static func picture(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x00...0x1F: Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}"
    case 0x7F: "\u{2421}"
    default: "\u{FFFD}"
    }
  }
}

extension Output: ByteSink {
  package func write(_ bytes: [UInt8]) throws(FileError) {
    let pending = buffer
    buffer.removeAll(keepingCapacity: true)
    if !pending.isEmpty { try sink.write(shown(pending)) }
    try sink.write(shown(bytes))
  }
}
