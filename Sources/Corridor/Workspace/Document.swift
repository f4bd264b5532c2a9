public import Bitext

/// A text that was read: its file, language and sentences, and where each stands.
public struct Document: Sendable {
  /// How its language became known.
  public enum LanguageSource: Hashable, Sendable {
    case option, fileName
    /// Detected, with the share of the evidence that spoke for it, 0...1.
    case detected(Double)
    /// Nothing told; the default was taken.
    case assumed
  }

  /// The file as the user named it.
  public let file: String
  /// All of the text.
  public let text: String
  /// The language that it is read as.
  public let language: LanguageTag
  /// How the language became known.
  public let languageSource: LanguageSource
  /// Whether no rules exist for the language, so that the root rules served.
  public let usesRootRules: Bool
  /// The sentences, in order.
  public let segments: [Segment]
  /// Finds lines, columns and scalar offsets of bytes of the text.
  public let locator: TextLocator

  /// The 1-based line and column and the 0-based scalar offset of a byte of a sentence.
  public func place(sentence: Int, byte: Int) -> (line: Int, column: Int, offset: Int) {
    guard segments.indices.contains(sentence) else { return (0, 0, 0) }
    let absolute = segments[sentence].bytes.lowerBound + byte
    let (line, column) = locator.position(ofByte: absolute)
    return (line, column, locator.scalarOffset(ofByte: absolute))
  }

  /// What is said of the language on standard error; nil where there is nothing to say.
  public var languageNote: String? {
    let origin: String? =
      switch languageSource {
      case .option, .fileName: nil
      case .detected(let share):
        "\(file): language detected as \(language) (\(Int((share * 100).rounded())) % of the evidence)"
      case .assumed: "\(file): no language could be told; taken for \(language)"
      }
    let rules = usesRootRules ? "no rules for '\(language)': the root rules serve" : nil
    return switch (origin, rules) {
    case (nil, nil): nil
    case (let origin?, let rules?): "\(origin); \(rules)"
    case (let origin?, nil): origin
    case (nil, let rules?): "\(file): \(rules)"
    }
  }

  /// The text that several sentences of this document make together, joined by the white space between them.
  ///
  /// Sentences that do not follow each other are joined by the white space before the later one.
  public func text(ofSentences sentences: [Int]) -> String {
    var joined = ""
    for (i, sentence) in sentences.enumerated() {
      if i > 0 { joined += gap(before: sentence) }
      joined += segments[sentence].text
    }
    return joined
  }

  private func gap(before sentence: Int) -> String {
    guard sentence > 0 else { return " " }
    let range = segments[sentence - 1].bytes.upperBound..<segments[sentence].bytes.lowerBound
    let gap = locator.text(range)
    return gap.allSatisfy(\.isWhitespace) ? gap : " "
  }
}

extension String {
  /// The text on one line: runs of white space that hold a line break or tab become one space.
  public var onOneLine: String {
    let isOneLine = utf8.withContiguousStorageIfAvailable { bytes in
      bytes.allSatisfy { $0 > 0x0D || ($0 != 0x0A && $0 != 0x0D && $0 != 0x09) }
    }
    if isOneLine == true { return self }
    var out = ""
    var pending = ""
    func spill() {
      let breaks = pending.unicodeScalars.contains { $0 == "\n" || $0 == "\r" || $0 == "\t" }
      out += breaks ? " " : pending
      pending = ""
    }
    for character in self {
      if character.isWhitespace {
        pending.append(character)
      } else {
        spill()
        out.append(character)
      }
    }
    spill()
    return out
  }
}
