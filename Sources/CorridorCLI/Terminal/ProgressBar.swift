import Corridor

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How far long work is: a line on standard error that is written over, where that is a terminal and the work takes over a
/// second. Nothing is left of it when the work is done.
final class ProgressBar {
  private let title: String
  private var total: Int?
  private let isShown: Bool
  private let start = ProgressBar.now()
  private var last = 0.0
  private var wasDrawn = false

  /// - Parameter total: what the work will come to, where it is known.
  init(_ title: String, total: Int? = nil, _ messages: Messages) {
    self.title = title
    self.total = total
    isShown = !messages.isQuiet && isatty(STDERR_FILENO) == 1
  }

  func advance(to done: Int) {
    guard isShown else { return }
    let time = Self.now()
    guard time - start > 1, time - last > 0.1 else { return }
    last = time
    wasDrawn = true
    Messages.draw("\r\u{1B}[K" + Self.line(title, done: done, total: total, seconds: time - start))
  }

  func advance(to done: Int, of total: Int) {
    self.total = total
    advance(to: done)
  }

  /// Takes the line away.
  func close() {
    if wasDrawn { Messages.draw("\r\u{1B}[K") }
    wasDrawn = false
  }

  /// "import  ███████░░░░░  61 %  610000 of 1000000  12 s", or the count alone where no total is known.
  static func line(_ title: String, done: Int, total: Int?, seconds: Double) -> String {
    let time = "\(Int(seconds)) s"
    guard let total, total > 0 else { return "\(title)  \(done)  \(time)" }
    let share = min(1, Double(done) / Double(total))
    let filled = Int(share * 24)
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 24 - filled)
    return "\(title)  \(bar)  \(Int(share * 100)) %  \(done) of \(total)  \(time)"
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
