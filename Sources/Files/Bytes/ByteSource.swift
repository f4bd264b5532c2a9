internal import Bitext

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

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
  private let descriptor: Int32
  private let ownsDescriptor: Bool
  private static let chunk = 1 << 16

  /// Opens the file.
  /// - Throws: `FileError` (`file`) where it is missing, a folder or not readable.
  package init(path: String) throws(FileError) {
    name = path
    ownsDescriptor = path != "-"
    descriptor = ownsDescriptor ? open(path, O_RDONLY | O_CLOEXEC) : STDIN_FILENO
    if descriptor < 0 { throw Self.failure(path) }
  }

  deinit { if ownsDescriptor { close(descriptor) } }

  package func read() throws(FileError) -> [UInt8] {
    var failed = false
    let piece = [UInt8](unsafeUninitializedCapacity: Self.chunk) { buffer, count in
      var got = -1
      repeat { got = Self.fill(descriptor, buffer) } while got < 0 && errno == EINTR
      failed = got < 0
      count = max(0, got)
    }
    if failed { throw Self.failure(name) }
    return piece
  }

  package func again() throws(FileError) -> (any ByteSource)? {
    var state = stat()
    // A pipe under a name can be read once too.
    guard ownsDescriptor, fstat(descriptor, &state) == 0, state.st_mode & S_IFMT == S_IFREG else { return nil }
    return try FileSource(path: name)
  }

  private static func fill(_ descriptor: Int32, _ buffer: UnsafeMutableBufferPointer<UInt8>) -> Int {
    // The name `read` is the method here.
    #if canImport(Glibc)
      Glibc.read(descriptor, buffer.baseAddress, buffer.count)
    #elseif canImport(Musl)
      Musl.read(descriptor, buffer.baseAddress, buffer.count)
    #else
      Darwin.read(descriptor, buffer.baseAddress, buffer.count)
    #endif
  }

  private static func failure(_ path: String) -> FileError {
    let code = errno
    let remedy =
      switch code {
      case ENOENT: "no such file; check the name"
      case EISDIR: "is a folder; name the files in it"
      case EACCES: "is not readable; change its permissions"
      default: "cannot be read (\(String(cString: strerror(code)))); check the disk"
      }
    return FileError(.file, remedy, at: SourcePosition(file: path))
  }
}
