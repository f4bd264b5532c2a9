internal import Exchange
package import Files

/// Where results go: standard output, or a file that appears whole or not at all.
public final class Output {
  private let sink: any ByteSink
  private var buffer: [UInt8] = []
  /// The file's name; nil for standard output.
  public let name: String?

  /// - Parameter path: a file; nil or "-" for standard output.
  /// - Throws: `CorridorError.refused` if the file cannot be made.
  public init(path: String?) throws(CorridorError) {
    name = path == "-" ? nil : path
    if let name {
      sink = try exchanging { () throws(FileError) in try AtomicFile(path: name) }
    } else {
      sink = StandardOutput()
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
    try exchanging { () throws(FileError) in try sink.write(bytes) }
  }
}

extension Output: ByteSink {
  package func write(_ bytes: [UInt8]) throws(FileError) {
    let pending = buffer
    buffer.removeAll(keepingCapacity: true)
    if !pending.isEmpty { try sink.write(pending) }
    try sink.write(bytes)
  }
}
