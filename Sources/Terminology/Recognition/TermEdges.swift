/// Marks that belong to a term before its first word or after its last: "C++", ".NET", "#metoo".
///
/// A term's own marks count: "C" in a text is not "C++". What closes or opens a sentence, a bracket or a quotation belongs to the
/// text around a term, not to it, so that "Yahoo!" is found as "Yahoo" too.
struct TermEdges: Hashable, Sendable {
  /// UTF-8; empty where no mark is asked for.
  let before: [UInt8]
  let after: [UInt8]

  /// - Parameters:
  ///   - term: as the glossary writes it.
  ///   - words: UTF-8 bytes of the term from its first word to its last.
  /// - Returns: nil where the term has no marks of its own.
  init?(_ term: String, words: Range<Int>) {
    let bytes = Array(term.utf8)
    let head = String(decoding: bytes[..<words.lowerBound], as: UTF8.self).unicodeScalars
    let tail = String(decoding: bytes[words.upperBound...], as: UTF8.self).unicodeScalars
    // Only what touches the words; a full stop counts before a word (".NET") and closes an abbreviation after it ("U.N.").
    let before = String.UnicodeScalarView(head.reversed().prefix { $0 == "." || Self.isOwn($0) }.reversed())
    let after = String.UnicodeScalarView(tail.prefix(while: Self.isOwn))
    self.before = Array(String(before).utf8)
    self.after = Array(String(after).utf8)
    if self.before.isEmpty && self.after.isEmpty { return nil }
  }

  init(before: [UInt8], after: [UInt8]) {
    self.before = before
    self.after = after
  }

  private static func isOwn(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .mathSymbol, .currencySymbol, .otherSymbol, .modifierSymbol: true
    case .otherPunctuation: "#&@*%§/\\".unicodeScalars.contains(scalar)
    default: false
    }
  }

  /// Whether the marks are there round some words of a text.
  /// - Parameter words: UTF-8 bytes of the text.
  func surround(_ words: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard words.lowerBound >= before.count, text.count - words.upperBound >= after.count else { return false }
    return text[(words.lowerBound - before.count)..<words.lowerBound].elementsEqual(before)
      && text[words.upperBound..<(words.upperBound + after.count)].elementsEqual(after)
  }

  /// Words with the marks round them.
  func widened(_ words: Range<Int>) -> Range<Int> {
    (words.lowerBound - before.count)..<(words.upperBound + after.count)
  }
}
