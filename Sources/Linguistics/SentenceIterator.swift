package import Bitext
internal import CICU

/// ICU's sentence boundaries for one language (UAX #29), over UTF-8.
///
/// Open once and reuse: opening one a paragraph halves the speed. Not to be shared between threads.
package final class SentenceIterator {
  private let handle: OpaquePointer

  /// - Throws: `LinguisticsError` where ICU has no data; a language that it does not know uses the root rules.
  package init(_ language: LanguageTag) throws(LinguisticsError) {
    var status: Int32 = 0
    guard let handle = cicu_breaks_open(CICU_SENTENCES, language.description, &status) else {
      throw .icu(status: status, doing: "open sentence boundaries for '\(language)'")
    }
    self.handle = handle
  }

  deinit { cicu_breaks_close(handle) }

  /// Calls `body` with each boundary after the start, the end of the text included, as byte offsets from the start of
  /// `text`, rising.
  package func forEachBoundary(in text: UnsafeBufferPointer<UInt8>, _ body: (Int) -> Void) {
    guard !text.isEmpty else { return }
    var status: Int32 = 0
    text.withMemoryRebound(to: CChar.self) {
      cicu_breaks_set_text(handle, $0.baseAddress, $0.count, &status)
    }
    guard status == 0 else { return body(text.count) }
    while true {
      let next = cicu_breaks_next(handle)
      if next < 0 { break }
      body(Int(next))
    }
    cicu_breaks_forget_text(handle)
  }

  /// The boundaries of a text as byte offsets, rising.
  package func boundaries(in text: String) -> [Int] {
    var text = text
    return text.withUTF8 { bytes in
      var found: [Int] = []
      forEachBoundary(in: bytes) { found.append($0) }
      return found
    }
  }
}
