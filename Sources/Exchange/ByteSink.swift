internal import Bitext

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Where bytes go. Writers hand over pieces of some 64 KiB.
public protocol ByteSink: AnyObject {
  func write(_ bytes: [UInt8]) throws(ExchangeError)
}

/// Keeps what is written in memory.
public final class MemorySink: ByteSink {
  public private(set) var bytes: [UInt8] = []

  public init() {}

  public func write(_ bytes: [UInt8]) { self.bytes += bytes }

  public var text: String { String(decoding: bytes, as: UTF8.self) }
}

/// Standard output. A reader that went away is `ExchangeError.Reason.closedPipe`.
///
/// The process must ignore SIGPIPE for that; `corridor` does.
public final class StandardOutput: ByteSink {
  public init() {}

  public func write(_ bytes: [UInt8]) throws(ExchangeError) {
    try writeAll(bytes, to: STDOUT_FILENO, name: "-")
  }
}

/// Writes every byte, however often the system takes only some.
func writeAll(_ bytes: [UInt8], to descriptor: Int32, name: String) throws(ExchangeError) {
  var offset = 0
  while offset < bytes.count {
    let written = bytes.withUnsafeBytes {
      write(descriptor, $0.baseAddress.map { $0 + offset }, bytes.count - offset)
    }
    if written >= 0 {
      offset += written
    } else if errno == EPIPE {
      throw ExchangeError(.closedPipe, "the reader of the output went away", at: SourcePosition(file: name))
    } else if errno != EINTR {
      let reason = String(cString: strerror(errno))
      throw ExchangeError(.file, "cannot be written (\(reason)); free the disk", at: SourcePosition(file: name))
    }
  }
}
