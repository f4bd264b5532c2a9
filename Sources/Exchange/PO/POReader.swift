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
    /// The keywords of `fields`.
    var names: Set<String> = []
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
    for line in text.parted(at: .lineFeed) where line.begins(with: "Language:") {
      let name = Substring(line.utf8.dropFirst(9)).trimmed
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
    var message = Message(position: position)
    var isBegun = false
    while let line = try nextLine() {
      var text = line.text.utf8[...].drop(while: Self.isSpace)
      if text.isEmpty {
        if !message.fields.isEmpty { break }
        continue
      }
      if !isBegun { message.position = line.line }
      if text.starts(with: "#~".utf8) {
        text = text.dropFirst(2).drop(while: Self.isSpace)
        if text.first == UInt8(ascii: "|") {
          isBegun = true
          message.comments.append(.property(type: "x-po-previous", value: Substring(text.dropFirst()).trimmed))
          continue
        }
        if !text.isEmpty { message.isObsolete = true }
      }
      if text.first == UInt8(ascii: "#") {
        if !message.fields.isEmpty {
          waiting = line
          break
        }
        isBegun = true
        message.comments.append(Self.comment(text))
        continue
      }
      if text.isEmpty { continue }
      guard try read(text, of: line, into: &message) else {
        waiting = line
        break
      }
      isBegun = true
    }
    guard isBegun else { return nil }
    position = message.position
    return message
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == .space || byte == .tab }

  private static let keywords: Set<String> = ["msgctxt", "msgid", "msgid_plural", "msgstr"]

  /// Reads a keyword line or a continuation; false where the line begins the next message.
  private func read(
    _ text: Substring.UTF8View, of line: (text: String, line: SourcePosition), into message: inout Message
  ) throws(FileError) -> Bool {
    let word = text.prefix { $0 != UInt8(ascii: "\"") && !Self.isSpace($0) }
    let keyword = String(Substring(word))
    let rest = text.dropFirst(word.count).drop(while: Self.isSpace)
    let isForm = keyword.hasPrefix("msgstr[") && keyword.hasSuffix("]")
    guard keyword.isEmpty || Self.keywords.contains(keyword) || isForm else {
      throw fault("'\(keyword)' is no keyword of PO; correct the line", at: rest.startIndex, in: line)
    }
    if !keyword.isEmpty,
      message.names.contains(keyword) || (message.names.contains("msgstr") && !keyword.hasPrefix("msgstr"))
        || (message.names.contains("msgid") && keyword == "msgctxt")
    {
      return false
    }
    let value = try unquote(rest, in: line)
    if keyword.isEmpty {
      guard !message.fields.isEmpty else { throw fault("a string without a keyword; write msgid before it", in: line) }
      message.fields[message.fields.count - 1].text += value
    } else {
      message.fields.append((keyword, value))
      message.names.insert(keyword)
    }
    return true
  }

  private func unquote(
    _ text: Substring.UTF8View, in line: (text: String, line: SourcePosition)
  ) throws(FileError) -> String {
    guard text.first == UInt8(ascii: "\"") else {
      throw fault("a string in quotation marks is expected", at: text.startIndex, in: line)
    }
    var value: [UInt8] = []
    var bytes = text.dropFirst()
    while let byte = bytes.popFirst() {
      if byte == UInt8(ascii: "\"") {
        guard Substring(bytes).isBlank else {
          throw fault("text after the closing mark; escape the marks inside", in: line)
        }
        return String(decoding: value, as: UTF8.self)
      }
      guard byte == UInt8(ascii: "\\") else {
        value.append(byte)
        continue
      }
      guard let escaped = bytes.popFirst() else { break }
      switch escaped {
      case UInt8(ascii: "n"): value.append(.lineFeed)
      case UInt8(ascii: "t"): value.append(.tab)
      case UInt8(ascii: "r"): value.append(.carriageReturn)
      case UInt8(ascii: "a"): value.append(0x07)
      case UInt8(ascii: "b"): value.append(0x08)
      case UInt8(ascii: "f"): value.append(0x0C)
      case UInt8(ascii: "v"): value.append(0x0B)
      case UInt8(ascii: "\\"), UInt8(ascii: "\""): value.append(escaped)
      // Unknown escapes stand for themselves, as in gettext.
      default: value += [UInt8(ascii: "\\"), escaped]
      }
    }
    throw fault("the string is not closed; add the closing mark", at: text.startIndex, in: line)
  }

  private static func comment(_ text: Substring.UTF8View) -> Remark {
    func value(_ count: Int) -> String {
      let body = text.dropFirst(count)
      return String(Substring(body.first == .space ? body.dropFirst() : body))
    }
    switch text.dropFirst().first {
    case UInt8(ascii: "."): return .property(type: "x-po-extracted", value: value(2))
    case UInt8(ascii: ":"): return .property(type: "x-po-reference", value: value(2))
    case UInt8(ascii: ","): return .property(type: "x-po-flags", value: value(2))
    case UInt8(ascii: "|"): return .property(type: "x-po-previous", value: value(2))
    default: return .note(value(1))
    }
  }

  private func fault(
    _ message: String, at index: String.Index? = nil, in line: (text: String, line: SourcePosition)
  ) -> FileError {
    let column = index.map { line.text.unicodeScalars[..<$0].count + 1 } ?? 1
    return FileError(
      .malformed, message, at: SourcePosition(file: line.line.file, line: line.line.line, column: column))
  }
}
