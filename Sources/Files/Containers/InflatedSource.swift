internal import Bitext
internal import CZlib

/// The content of a gzip file (RFC 1952), all its members in a row.
final class InflatedSource: ByteSource {
  /// How every member of a gzip file begins.
  static let mark: [UInt8] = [0x1F, 0x8B]

  private let source: PrefixedSource
  private let context: ReadingContext
  private var inflater: OpaquePointer?
  private var bytesIn = 0
  private var bytesOut = 0
  private var isAtEnd = false

  var name: String { source.name }

  init(_ source: PrefixedSource, context: ReadingContext) {
    self.source = source
    self.context = context
  }

  deinit { czlib_inflater_close(inflater) }

  func read() throws(FileError) -> [UInt8] {
    while !isAtEnd {
      if inflater == nil {
        try openMember()
        continue
      }
      try source.look(1)
      guard !source.head.isEmpty else { throw fault("the gzip stream is cut off; get the whole file") }
      let piece = try inflate()
      if !piece.isEmpty { return piece }
    }
    return []
  }

  private func openMember() throws(FileError) {
    try source.look(2)
    if source.head.starts(with: Self.mark) {
      inflater = czlib_inflater_open(false)
      if inflater == nil { throw fault("no memory for the decompressor; close other programs") }
      return
    }
    isAtEnd = true
    // Tapes and some tools fill up with zeros.
    while true {
      if source.head.contains(where: { $0 != 0 }) {
        let message = "bytes after the end of the gzip stream are passed over"
        context.tell("gzip-trailing", .schema, message, at: SourcePosition(file: name))
        return
      }
      source.drop(source.head.count)
      try source.look(1)
      if source.head.isEmpty { return }
    }
  }

  private func inflate() throws(FileError) -> [UInt8] {
    let input = source.head
    var consumed: UInt32 = 0
    var result: Int32 = 0
    let piece = [UInt8](unsafeUninitializedCapacity: 1 << 17) { buffer, count in
      var written: UInt32 = 0
      result = input.withUnsafeBufferPointer {
        czlib_inflate(
          inflater, $0.baseAddress, UInt32(min($0.count, 1 << 20)), buffer.baseAddress, UInt32(buffer.count), &consumed,
          &written)
      }
      count = Int(written)
    }
    guard result >= 0 else { throw fault("the compressed data is damaged; get the file again") }
    source.drop(Int(consumed))
    bytesIn += Int(consumed)
    bytesOut += piece.count
    try InflationGuard.check(bytesIn: bytesIn, bytesOut: bytesOut, context.limits, name)
    if result == 1 {
      czlib_inflater_close(inflater)
      inflater = nil
    } else if consumed == 0, piece.isEmpty {
      throw fault("the compressed data is damaged; get the file again")
    }
    return piece
  }

  private func fault(_ message: String) -> FileError {
    FileError(.malformed, message, at: SourcePosition(file: name))
  }
}

/// Refuses compressed files that would fill the machine.
enum InflationGuard {
  /// Small files may be as repetitive as they like: up to this size the ratio is not looked at.
  private static let free = 1 << 20

  static func check(bytesIn: Int, bytesOut: Int, _ limits: ReadingLimits, _ name: String) throws(FileError) {
    let place = SourcePosition(file: name)
    if bytesOut > free, bytesOut / max(1, bytesIn) > limits.inflationRatio {
      let message = "more than \(limits.inflationRatio) bytes out of one compressed byte"
      throw FileError(
        .limit(.inflationRatio), "\(message); raise the limit 'inflation-ratio' if the file is to be trusted", at: place
      )
    }
    if bytesOut > limits.inflatedBytes {
      let message = "more than \(limits.inflatedBytes) bytes out of a compressed file"
      throw FileError(
        .limit(.inflatedBytes), "\(message); raise the limit 'inflated-bytes' if the file is to be trusted", at: place)
    }
  }
}
