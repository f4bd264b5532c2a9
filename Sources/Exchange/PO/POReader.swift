internal import Bitext
internal import Files

/// Reads a PO file, one message at a time.
///
/// Source: GNU gettext manual, "The Format of PO Files". The charset of the head is honoured; strings are unescaped.
final class POReader: ExchangeReader {
  private var lines: TextLines
  private let context: ReadingContext
  private(set) var position: SourcePosition
  private var waiting: (text: String, line: SourcePosition)?
  private var header: BitextHeader?
  private var language: String
  /// A message read while looking for the head.
  private var pending: TranslationUnit?

  /// One message as it stands in the file.
  private struct Message {
    var comments: [Remark] = []
    var fields: [(keyword: String, text: String)] = []
    var isObsolete = false
    var position: SourcePosition

    func text(_ keyword: String) -> String? { fields.first { $0.keyword == keyword }?.text }
  }

  init(_ input: PrefixedSource, context: ReadingContext) throws(FileError) {
    self.context = context
    language = context.target.description
    position = SourcePosition(file: input.name)
    // The charset stands in the first message, in ASCII whatever it is.
    try input.look(8192)
    let head = String(decoding: input.head.prefix(8192), as: UTF8.self)
    if let range = head.firstRange(of: "charset="),
      case let name = head[range.upperBound...].prefix(while: { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }),
      !["utf-8", "utf8", "charset", "us-ascii", "ascii", ""].contains(name.lowercased()),
      !input.head.starts(with: ByteOrderMark.utf16LittleEndian), !input.head.starts(with: ByteOrderMark.utf16BigEndian)
    {
      guard let decoded = DecodedSource(input, encoding: String(name)) else {
        throw FileError(
          .encoding, "charset '\(name)' is not known; save the file as UTF-8",
          at: SourcePosition(file: input.name, line: 1, column: 1))
      }
      lines = TextLines(decoded: decoded, context: context)
    } else {
      lines = try TextLines(input, context: context)
    }
  }

  func nextItem() throws(FileError) -> ExchangeItem? {
    if header == nil {
      var header = BitextHeader.plain(context, format: "po")
      if let message = try readMessage() {
        if message.text("msgid") == "", message.text("msgctxt") == nil {
          read(message, into: &header)
        } else {
          pending = unit(message)
        }
      }
      self.header = header
      return .header(header)
    }
    if let unit = pending {
      pending = nil
      return .unit(unit)
    }
    while let message = try readMessage() {
      if let unit = unit(message) { return .unit(unit) }
    }
    return nil
  }

  private func read(_ message: Message, into header: inout BitextHeader) {
    let text = message.text("msgstr") ?? ""
    header.tmx.remarks = [.property(type: "x-po-header", value: text)] + message.comments
    for line in text.split(separator: "\n") where line.hasPrefix("Language:") {
      let name = line.dropFirst(9).trimmed
      if !name.isEmpty {
        language = name.contains("_") && LanguageTag(name) == nil ? name.replacing("_", with: "-") : name
        header.targetLanguage = language
      }
    }
  }

  private func unit(_ message: Message) -> TranslationUnit? {
    guard let source = message.text("msgid") else { return nil }
    var remarks = message.comments
    if message.isObsolete { remarks.append(.property(type: "x-po-obsolete", value: "yes")) }
    if let context = message.text("msgctxt") { remarks.append(.property(type: "x-po-context", value: context)) }
    if let plural = message.text("msgid_plural") { remarks.append(.property(type: "x-po-plural", value: plural)) }
    for field in message.fields where field.keyword.hasPrefix("msgstr[") && field.keyword != "msgstr[0]" {
      remarks.append(.property(type: "x-po-\(field.keyword)", value: field.text))
    }
    var variants = [Variant(language: context.source, text: source)]
    if let target = message.text("msgstr") ?? message.text("msgstr[0]"), !target.isEmpty {
      variants.append(Variant(language: language, content: [.text(target)]))
    }
    return TranslationUnit(remarks: remarks, variants: variants)
  }

  private func nextLine() throws(FileError) -> (text: String, line: SourcePosition)? {
    if let line = waiting {
      waiting = nil
      return line
    }
    return try lines.next().map { ($0, lines.position) }
  }

  /// The next message with the comments before it.
  private func readMessage() throws(FileError) -> Message? {
    var message: Message?
    while let line = try nextLine() {
      var text = Substring(line.text.drop { $0 == " " || $0 == "\t" })
      if text.isEmpty {
        if message?.fields.isEmpty == false { break }
        continue
      }
      var current = message ?? Message(position: line.line)
      if text.hasPrefix("#~") {
        text = text.dropFirst(2).drop { $0 == " " || $0 == "\t" }
        if text.hasPrefix("|") {
          current.comments.append(.property(type: "x-po-previous", value: String(text.dropFirst()).trimmed))
          message = current
          continue
        }
        if !text.isEmpty { current.isObsolete = true }
      }
      if text.hasPrefix("#") {
        if !current.fields.isEmpty {
          waiting = line
          break
        }
        current.comments.append(Self.comment(text))
        message = current
        continue
      }
      if text.isEmpty { continue }
      guard try read(text, of: line, into: &current) else {
        waiting = line
        break
      }
      message = current
    }
    if let message { position = message.position }
    return message
  }

  /// Reads a keyword line or a continuation; false where the line begins the next message.
  private func read(
    _ text: Substring, of line: (text: String, line: SourcePosition), into message: inout Message
  ) throws(FileError) -> Bool {
    let keyword = String(text.prefix { $0 != "\"" && $0 != " " && $0 != "\t" })
    let rest = text.dropFirst(keyword.count).drop { $0 == " " || $0 == "\t" }
    let known = ["msgctxt", "msgid", "msgid_plural", "msgstr"]
    guard keyword.isEmpty || known.contains(keyword) || (keyword.hasPrefix("msgstr[") && keyword.hasSuffix("]")) else {
      throw fault("'\(keyword)' is no keyword of PO; correct the line", at: rest.startIndex, in: line, keyword)
    }
    if !keyword.isEmpty,
      message.text(keyword) != nil || (message.text("msgstr") != nil && !keyword.hasPrefix("msgstr"))
        || (message.text("msgid") != nil && keyword == "msgctxt")
    {
      return false
    }
    let value = try unquote(rest, in: line)
    if keyword.isEmpty {
      guard !message.fields.isEmpty else { throw fault("a string without a keyword; write msgid before it", in: line) }
      message.fields[message.fields.count - 1].text += value
    } else {
      message.fields.append((keyword, value))
    }
    return true
  }

  private func unquote(
    _ text: Substring, in line: (text: String, line: SourcePosition)
  ) throws(FileError) -> String {
    guard text.first == "\"" else {
      throw fault("a string in quotation marks is expected", at: text.startIndex, in: line)
    }
    var value = String.UnicodeScalarView()
    var scalars = text.unicodeScalars.dropFirst()
    while let scalar = scalars.popFirst() {
      if scalar == "\"" {
        let rest = String(String.UnicodeScalarView(scalars))
        guard rest.trimmed.isEmpty else {
          throw fault("text after the closing mark; escape the marks inside", in: line)
        }
        return String(value)
      }
      guard scalar == "\\" else {
        value.append(scalar)
        continue
      }
      guard let escaped = scalars.popFirst() else { break }
      switch escaped {
      case "n": value.append("\n")
      case "t": value.append("\t")
      case "r": value.append("\r")
      case "a": value.append("\u{7}")
      case "b": value.append("\u{8}")
      case "f": value.append("\u{C}")
      case "v": value.append("\u{B}")
      case "\\", "\"": value.append(escaped)
      default:
        // Unknown escapes stand for themselves, as in gettext.
        value.append("\\")
        value.append(escaped)
      }
    }
    throw fault("the string is not closed; add the closing mark", at: text.startIndex, in: line)
  }

  private static func comment(_ text: Substring) -> Remark {
    let body = String(text.dropFirst(2))
    let value = body.hasPrefix(" ") ? String(body.dropFirst()) : body
    switch text.dropFirst().first {
    case ".": return .property(type: "x-po-extracted", value: value)
    case ":": return .property(type: "x-po-reference", value: value)
    case ",": return .property(type: "x-po-flags", value: value)
    case "|": return .property(type: "x-po-previous", value: value)
    default:
      let rest = text.dropFirst()
      return .note(String(rest.hasPrefix(" ") ? rest.dropFirst() : rest))
    }
  }

  private func fault(
    _ message: String, at index: String.Index? = nil, in line: (text: String, line: SourcePosition),
    _ keyword: String = ""
  ) -> FileError {
    let column = index.map { line.text.unicodeScalars[..<$0].count + 1 } ?? 1
    return FileError(
      .malformed, message, at: SourcePosition(file: line.line.file, line: line.line.line, column: column))
  }
}
