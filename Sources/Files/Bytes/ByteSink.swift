internal import Bitext

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

  /// Whether it is a terminal.
  package static var isTerminal: Bool { CLibrary.isTerminal(CLibrary.standardOutput) }

  package func write(_ bytes: [UInt8]) throws(FileError) {
    do throws(SystemError) { try OpenFile.standardOutput.write(bytes) } catch { throw WritingFault.error(error, "-") }
  }
}

/// What is said if the system does not take the bytes of an open file.
enum WritingFault {
  static func error(_ error: SystemError, _ name: String) -> FileError {
    let place = SourcePosition(file: name)
    if error.kind == .closedPipe {
      return FileError(.closedPipe, "the reader of the output went away", at: place)
    }
    return FileError(.file, "cannot be written (\(error)); free the disk", at: place)
  }
}
