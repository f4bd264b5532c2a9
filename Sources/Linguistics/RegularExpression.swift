internal import CICU

/// An ICU regular expression over UTF-8. Not to be shared between threads.
package final class RegularExpression {
  private let handle: OpaquePointer

  /// Why a pattern does not compile.
  package struct Fault: Error, Hashable, Sendable, CustomStringConvertible {
    /// ICU's name: "U_REGEX_MISMATCHED_PAREN".
    package let name: String
    /// 1-based line of the pattern, and offset in that line in UTF-16 units; 0 where ICU does not say.
    package let line: Int
    package let offset: Int

    package var description: String { line > 0 ? "\(name) at line \(line), offset \(offset)" : name }
  }

  /// - Parameters:
  ///   - pattern: in ICU's syntax.
  ///   - timeLimit: the longest that one search for a match may work, in milliseconds of processor time, about. 0 is no
  ///     limit.
  package init(_ pattern: String, timeLimit: Int = 0) throws(Fault) {
    var line: Int32 = 0
    var offset: Int32 = 0
    var status: Int32 = 0
    var pattern = pattern
    let opened = pattern.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        cicu_regex_open($0.baseAddress, Int32(clamping: $0.count), &line, &offset, &status)
      }
    }
    guard let opened else {
      throw Fault(name: String(cString: cicu_error_name(status)), line: Int(line), offset: Int(offset))
    }
    handle = opened
    if timeLimit > 0 { cicu_regex_set_time_limit(handle, Int32(clamping: timeLimit), &status) }
  }

  deinit { cicu_regex_close(handle) }

  /// Calls `body` with start and end of each match, as byte offsets from the start of `text`, from left to right, none
  /// overlapping.
  /// - Returns: false if ICU gave up: the time limit was hit, or the pattern needs too much memory on this text.
  package func forEachMatch(in text: UnsafeBufferPointer<UInt8>, _ body: (Int, Int) -> Void) -> Bool {
    var status: Int32 = 0
    // An empty buffer may have no address, which ICU refuses.
    guard let base = text.baseAddress, !text.isEmpty else { return true }
    base.withMemoryRebound(to: CChar.self, capacity: text.count) {
      cicu_regex_set_text(handle, $0, Int64(text.count), &status)
    }
    guard status == 0 else { return false }
    defer { cicu_regex_set_text(handle, "", 0, &status) }
    var start: Int64 = 0
    var end: Int64 = 0
    var failure: Int32 = 0
    while cicu_regex_find(handle, -1, &start, &end, &failure) { body(Int(start), Int(end)) }
    return failure == 0
  }
}
