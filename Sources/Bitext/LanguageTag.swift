/// A language tag as BCP 47 (RFC 5646) has it: kept as spelt, compared without case.
///
/// The description of "FR-fr" is "FR-fr", and it equals "fr-FR".
public struct LanguageTag: Sendable, CustomStringConvertible {
  /// The tag as it was written.
  public let description: String
  /// The tag in lower case: what equality and look-up use.
  public let folded: String

  /// The tag, or nil where `text` is not well-formed (RFC 5646 section 2.2.9). Nothing is looked up in a registry.
  public init?(_ text: some StringProtocol) {
    let spelt = String(text)
    let subtags = Array(spelt.utf8).split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard Self.isWellFormed(subtags.map { Array($0) }) else { return nil }
    description = spelt
    folded = description.lowercased()
  }

  /// A tag known to be well-formed where it is written down; for constants in code.
  public init(stringLiteral value: String) {
    description = value
    folded = value.lowercased()
  }

  /// The primary language in lower case: "fr" for "FR-ca".
  public var language: String {
    // Asked for very often, and mostly it is the whole tag.
    guard let end = folded.utf8.firstIndex(of: UInt8(ascii: "-")) else { return folded }
    return String(folded[..<end])
  }

  /// The script subtag in lower case ("latn"), if the tag has one.
  public var script: String? {
    subtags.dropFirst().first { $0.count == 4 && $0.allSatisfy(\.isLetter) }.map(String.init)
  }

  /// The region subtag in lower case ("ca", "419"), if the tag has one.
  public var region: String? {
    subtags.dropFirst().prefix { $0.count > 1 }
      .first { $0.count == 2 || ($0.count == 3 && $0.allSatisfy(\.isNumber)) }.map(String.init)
  }

  /// Whether both tags name the same language, whatever their script and region: "fr-CA" and "fr".
  public func sameLanguage(as other: LanguageTag) -> Bool {
    folded == other.folded || language == other.language
  }

  private var subtags: [Substring] { folded.split(separator: "-") }

  private static func isWellFormed(_ subtags: [[UInt8]]) -> Bool {
    guard let primary = subtags.first,
      subtags.allSatisfy({ (1...8).contains($0.count) && $0.allSatisfy(isAlphanumeric) })
    else { return false }
    var rest = subtags.dropFirst()
    if primary.count == 1 {
      // Private use ("x-corridor") and the irregular "i-" tags.
      return [UInt8(ascii: "x"), UInt8(ascii: "i")].contains(primary[0] | 0x20) && !rest.isEmpty
    }
    guard primary.allSatisfy(isLetter) else { return false }
    if primary.count <= 3 {
      var extended = 0
      while extended < 3, let next = rest.first, next.count == 3, next.allSatisfy(isLetter) {
        rest.removeFirst()
        extended += 1
      }
    }
    if let next = rest.first, next.count == 4, next.allSatisfy(isLetter) { rest.removeFirst() }
    if let next = rest.first,
      (next.count == 2 && next.allSatisfy(isLetter)) || (next.count == 3 && next.allSatisfy(isDigit))
    {
      rest.removeFirst()
    }
    while let next = rest.first, next.count >= 5 || (next.count == 4 && isDigit(next[0])) {
      rest.removeFirst()
    }
    while let singleton = rest.first {
      guard singleton.count == 1 else { return false }
      let isPrivate = singleton[0] | 0x20 == UInt8(ascii: "x")
      rest.removeFirst()
      let length = rest.prefix { isPrivate || $0.count >= 2 }.count
      guard length > 0 else { return false }
      rest.removeFirst(length)
    }
    return true
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  private static func isAlphanumeric(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) }
}

extension LanguageTag: Hashable {
  /// Whether two tags are one, whatever the case of their letters.
  public static func == (left: LanguageTag, right: LanguageTag) -> Bool {
    left.folded == right.folded
  }
  /// Equal tags hash alike, whatever the case of their letters.
  public func hash(into hasher: inout Hasher) { hasher.combine(folded) }
}

extension LanguageTag: ExpressibleByStringLiteral {}

extension LanguageTag: Comparable {
  /// The order of the tags in small letters.
  public static func < (left: LanguageTag, right: LanguageTag) -> Bool { left.folded < right.folded }
}
