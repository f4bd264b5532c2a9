internal import Bitext

/// Gathers lines of text and hands them on in pieces.
struct TextOutput {
  private var buffer: [UInt8] = []
  private let sink: any ByteSink
  private var isAtStart = true

  init(_ sink: any ByteSink) { self.sink = sink }

  mutating func write(_ text: String) throws(ExchangeError) {
    // A first character U+FEFF would be taken for a mark; after a mark it is what it is.
    if isAtStart, text.unicodeScalars.first == "\u{FEFF}" { buffer += [0xEF, 0xBB, 0xBF] }
    isAtStart = false
    buffer.append(contentsOf: text.utf8)
    if buffer.count >= 1 << 16 { try flush() }
  }

  mutating func flush() throws(ExchangeError) {
    try sink.write(buffer)
    buffer.removeAll(keepingCapacity: true)
  }
}

extension String {
  /// The text on one line of a tab-separated file: tabs and line ends as spaces.
  func onOneLine(_ losses: inout Losses) -> String {
    guard utf8.contains(where: { $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }) else { return self }
    losses.add("tab or line break")
    var line = ""
    line.unicodeScalars.reserveCapacity(utf8.count)
    for scalar in unicodeScalars {
      line.unicodeScalars.append(["\t", "\n", "\r"].contains(scalar) ? " " : scalar)
    }
    return line
  }
}
