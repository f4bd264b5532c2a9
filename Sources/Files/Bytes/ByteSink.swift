internal import Bitext

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Where bytes go. Writers hand over pieces of some 64 KiB.
package protocol ByteSink: AnyObject {
  func write(_ bytes: [UInt8]) throws(FileError)
}

/// Keeps what is written in memory.
package final class MemorySink: ByteSink {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  package func write(_ bytes: [UInt8]) { self.bytes += bytes }

  package var text: String { String(decoding: bytes, as: UTF8.self) }
}

/// Standard output. A reader that went away is `FileError.Reason.closedPipe`.
///
/// The process must ignore SIGPIPE for that; `corridor` does.
package final class StandardOutput: ByteSink {
  package init() {}

  package func write(_ bytes: [UInt8]) throws(FileError) {
    try writeAll(bytes, to: STDOUT_FILENO, name: "-")
  }
}

/// Writes every byte, however often the system takes only some.
package func writeAll(_ bytes: [UInt8], to descriptor: Int32, name: String) throws(FileError) {
  var offset = 0
  while offset < bytes.count {
    let written = bytes.withUnsafeBytes {
      write(descriptor, $0.baseAddress.map { $0 + offset }, bytes.count - offset)
    }
    if written >= 0 {
      offset += written
    } else if errno == EPIPE {
      throw FileError(.closedPipe, "the reader of the output went away", at: SourcePosition(file: name))
    } else if errno != EINTR {
      let reason = String(cString: strerror(errno))
      throw FileError(.file, "cannot be written (\(reason)); free the disk", at: SourcePosition(file: name))
    }
  }
}
