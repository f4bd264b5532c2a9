internal import Bitext
internal import Files
internal import Quality

extension Finding {
  /// The same with the place of its words in the document that they are in, and with its fingerprint.
  /// - Parameter source: the language of the source, where there is one.
  func located(in document: Document, source: LanguageTag? = nil) -> Finding {
    guard let words else { return self }
    let start = document.place(sentence: words.sentence, byte: words.bytes.lowerBound)
    let head = document.place(sentence: words.sentence, byte: 0)
    let end = document.place(sentence: words.sentence, byte: words.bytes.upperBound)
    let sentence = document.segments.indices.contains(words.sentence) ? document.segments[words.sentence].text : ""
    return located(
      at: Location(
        file: document.file, language: document.language, source: source, line: start.line, column: start.column,
        offset: start.offset, sentenceOffset: start.offset - head.offset, length: end.offset - start.offset,
        mark: Self.mark(before: words.bytes.lowerBound, in: sentence), fingerprint: fingerprint(in: sentence)))
  }

  /// Sixteen hexadecimal digits of the check, the sentence, the place of the words in it and what is expected: the same as long as
  /// the sentence is, wherever it moves to.
  private func fingerprint(in sentence: String) -> String {
    var hash = ContentHash()
    for part in [check, sentence, String(words?.bytes.lowerBound ?? 0), surface, suggestions.first ?? ""] {
      hash.combine(UInt64(part.utf8.count))
      var part = part
      part.withUTF8 { hash.combine(UnsafeRawBufferPointer($0)) }
    }
    let digits = String(hash.value, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }

  private static func mark(before byte: Int, in sentence: String) -> String {
    let utf8 = sentence.utf8
    guard byte > 0, byte <= utf8.count else { return "" }
    let before = utf8[utf8.index(utf8.startIndex, offsetBy: byte - 1)]
    return before == UInt8(ascii: "#") ? "#" : before == UInt8(ascii: "@") ? "@" : ""
  }
}

extension Workspace {
  /// What of a finding's place matters to whether it was accepted.
  func context(of location: Finding.Location) -> FindingContext {
    FindingContext(
      language: location.language, source: location.source, text: acceptedName(of: location.file),
      fingerprint: location.fingerprint, mark: location.mark)
  }

  /// A text by its path from the workspace's folder where it is inside, so that everyone in a team writes the same.
  private func acceptedName(of file: String) -> String {
    guard let folder = configuration.folder, file.hasPrefix(folder + "/") else {
      return file.hasPrefix("./") ? String(file.dropFirst(2)) : file
    }
    return String(file.dropFirst(folder.count + 1))
  }
}
