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

  /// One line in any case: for errors.
  static func write(_ text: String) { draw(text + "\n") }

  /// Text as it stands, without a line's end.
  static func draw(_ text: String) {
    let line = Array(text.utf8)
    _ = line.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, line.count) }
  }
}
