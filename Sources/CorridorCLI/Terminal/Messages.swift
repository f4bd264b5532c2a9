import Corridor

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What is said to the person at the terminal, on standard error.
struct Messages {
  let isQuiet: Bool

  /// One line, unless `--quiet`.
  func say(_ text: String) {
    if !isQuiet { Self.write(text) }
  }

  /// The most bytes of one message.
  private static let longest = 16_000

  /// One line in any case: for errors. What a file says is shown, not done: a terminal gets no control characters.
  static func write(_ text: String) {
    var line = text
    if line.utf8.count > longest {
      line =
        String(decoding: line.utf8.prefix(longest - 2_000), as: UTF8.self) + "…"
        + String(decoding: line.utf8.suffix(1_000), as: UTF8.self)
    }
    draw((isTerminal ? Output.visible(line, coloured: false) : line) + "\n")
  }

  private static let isTerminal = isatty(STDERR_FILENO) == 1

  /// Text as it stands, without a line's end.
  static func draw(_ text: String) {
    let line = Array(text.utf8)
    line.withUnsafeBytes { bytes in
      var done = 0
      while done < bytes.count {
        let count = Glibc.write(STDERR_FILENO, bytes.baseAddress.map { $0 + done }, bytes.count - done)
        if count > 0 { done += count } else if count == 0 || errno != EINTR { return }
      }
    }
  }
}
