internal import Bitext
internal import CICU

/// A source of another encoding, as UTF-8. At a malformed sequence, after all that is before it, it throws; the next call
/// goes on behind it.
package final class DecodedSource: ByteSource {
  private let source: any ByteSource
  private let encoding: String
  private let decoder: OpaquePointer
  private var waiting: [UInt8] = []
  private var isAtEnd = false
  private var failure: FileError?

  package var name: String { source.name }

  /// - Returns: nil where the encoding is unknown, or one that hides ASCII (UTF-7 and its like).
  package init?(_ source: any ByteSource, encoding: String) {
    let folded = encoding.lowercased()
    let hidesASCII = [
      "utf-7", "utf7", "unicode-1-1-utf-7", "imap-mailbox-name", "scsu", "bocu-1", "cesu-8", "hz-gb-2312",
    ]
    guard !hidesASCII.contains(folded), !folded.isEmpty else { return nil }
    var status: Int32 = 0
    guard let decoder = cicu_decoder_open(encoding, &status), status <= 0 else { return nil }
    self.decoder = decoder
    self.source = source
    self.encoding = encoding
  }

  deinit { cicu_decoder_close(decoder) }

  package func read() throws(FileError) -> [UInt8] {
    while failure != nil || !isAtEnd || !waiting.isEmpty {
      try fail()
      if waiting.isEmpty {
        waiting = try source.read()
        isAtEnd = waiting.isEmpty
      }
      let piece = decode()
      if !piece.isEmpty { return piece }
      try fail()
      if isAtEnd { return [] }
    }
    return []
  }

  /// Throws the fault that was met, once.
  private func fail() throws(FileError) {
    guard let fault = failure else { return }
    failure = nil
    throw fault
  }

  private func decode() -> [UInt8] {
    var consumed: Int32 = 0
    var status: Int32 = 0
    let piece = [UInt8](unsafeUninitializedCapacity: 1 << 17) { buffer, count in
      let written = waiting.withUnsafeBytes { input in
        buffer.withMemoryRebound(to: CChar.self) { output in
          cicu_decode(
            decoder, input.bindMemory(to: CChar.self).baseAddress, Int32(min(input.count, 1 << 24)), isAtEnd,
            output.baseAddress, Int32(output.count), &consumed, &status)
        }
      }
      count = Int(written)
    }
    if status > 0 {
      let remedy = "bytes that are no \(encoding); save the file in the encoding it declares"
      failure = FileError(.encoding, remedy, at: SourcePosition(file: name))
    }
    waiting.removeFirst(Int(consumed))
    // A fault that takes nothing with it would be met for ever.
    if status > 0, consumed == 0, piece.isEmpty, !waiting.isEmpty { waiting.removeFirst() }
    return piece
  }
}
