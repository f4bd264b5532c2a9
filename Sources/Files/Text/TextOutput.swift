internal import Bitext

/// Gathers lines of text and hands them on in pieces.
package struct TextOutput {
  private var buffer: [UInt8] = []
  private let sink: any ByteSink
  private var isAtStart = true

  package init(_ sink: any ByteSink) { self.sink = sink }

  package mutating func write(_ text: String) throws(FileError) {
    // A first character U+FEFF would be taken for a mark; after a mark it is what it is.
    if isAtStart, text.unicodeScalars.first == "\u{FEFF}" { buffer += ByteOrderMark.utf8 }
    isAtStart = false
    buffer.append(contentsOf: text.utf8)
    if buffer.count >= 1 << 16 { try flush() }
  }

  package mutating func flush() throws(FileError) {
    try sink.write(buffer)
    buffer.removeAll(keepingCapacity: true)
  }
}
