internal import Bitext

/// Where bytes come from, a piece at a time.
package protocol ByteSource: AnyObject {
  /// The file as the user named it; "-" is standard input.
  var name: String { get }
  /// The next bytes; none at the end.
  func read() throws(FileError) -> [UInt8]
  /// The same bytes from their start, as a source of its own; nil where they can be had only once, as standard input can.
  func again() throws(FileError) -> (any ByteSource)?
}

extension ByteSource {
  package func again() throws(FileError) -> (any ByteSource)? { nil }

  /// Everything that is left, for formats small enough to be held whole.
  package func readAll() throws(FileError) -> [UInt8] {
    var all = try read()
    while true {
      let piece = try read()
      if piece.isEmpty { return all }
      all += piece
    }
  }
}

/// Bytes in memory as a source; `chunk` bytes at a time.
package final class MemorySource: ByteSource {
  package let name: String
  private let bytes: [UInt8]
  private let chunk: Int
  private var offset = 0

  package init(_ bytes: [UInt8], name: String, chunk: Int = 1 << 16) {
    self.bytes = bytes
    self.name = name
    self.chunk = max(1, chunk)
  }

  package func read() -> [UInt8] {
    let end = min(offset + chunk, bytes.count)
    defer { offset = end }
    return Array(bytes[offset..<end])
  }

  package func again() -> (any ByteSource)? { MemorySource(bytes, name: name, chunk: chunk) }
}

/// A file, or standard input under the name "-".
package final class FileSource: ByteSource {
  package let name: String
  private let file: OpenFile
  private static let chunk = 1 << 16

  /// Opens the file.
  /// - Throws: `FileError` (`file`) if it is missing, a folder or not readable.
  package init(path: String) throws(FileError) {
    name = path
    do throws(SystemError) { file = path == "-" ? .standardInput : try OpenFile(reading: path) } catch {
      throw Self.failure(path, error)
    }
    if file.isEndless { throw FileError(.file, "is a device; name a file", at: SourcePosition(file: path)) }
  }

  package func read() throws(FileError) -> [UInt8] {
    do throws(SystemError) { return try file.read(upTo: Self.chunk) } catch { throw Self.failure(name, error) }
  }

  package func again() throws(FileError) -> (any ByteSource)? {
    // A pipe under a name can be read once too.
    guard name != "-", (try? file.status)?.kind == .file else { return nil }
    return try FileSource(path: name)
  }

  private static func failure(_ path: String, _ error: SystemError) -> FileError {
    let remedy =
      switch error.kind {
      case .missing: "no such file; check the name"
      case .folder: "is a folder; name the files in it"
      case .notAllowed: "is not readable; change its permissions"
      case .folderMissing, .closedPipe, .other: "cannot be read (\(error)); check the disk"
      }
    return FileError(.file, remedy, at: SourcePosition(file: path))
  }
}
