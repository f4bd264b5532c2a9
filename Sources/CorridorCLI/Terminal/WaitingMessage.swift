import Dispatch
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Says what is being waited for, where that takes over a second and a person is looking; nothing is left of it after.
enum WaitingMessage {
  static func during<Value>(_ what: String, _ messages: Messages, _ body: () throws -> Value) rethrows -> Value {
    guard !messages.isQuiet, isatty(STDERR_FILENO) == 1 else { return try body() }
    let state = Said()
    DispatchQueue.global().asyncAfter(deadline: .now() + 1) { state.say(what + " …") }
    defer { state.close() }
    return try body()
  }

  private final class Said: Sendable {
    private let state = Mutex((isOver: false, isSaid: false))

    func say(_ text: String) {
      state.withLock { state in
        guard !state.isOver else { return }
        state.isSaid = true
        Messages.draw(text)
      }
    }

    func close() {
      state.withLock { state in
        if state.isSaid { Messages.draw("\r\u{1B}[K") }
        state.isOver = true
      }
    }
  }
}
