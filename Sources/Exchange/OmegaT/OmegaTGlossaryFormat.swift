internal import Bitext
internal import Files
internal import Rules

/// OmegaT's glossaries: source, target, comment, separated by tabs, or as CSV in files named so.
///
/// `#` begins a comment; fields are trimmed; columns after the third go on with the comment. UTF-8, or UTF-16 with a mark;
/// a magic comment (`# -*- coding: … -*-`) may name another encoding.
struct OmegaTGlossaryFormat: ExchangeFormat {
  let name = "omegat"
  let title = "Glossary of OmegaT"
  let extensions = ["tab", "utf8", "csv"]
  let content = ExchangeContent.entries

  func claims(_ start: String) -> Bool {
    start.begins(with: "#") && start.prefix { !$0.isNewline }.contains("-*- coding:")
  }

  /// Whether a file named as plain text is a glossary: every line that says something has a tab.
  static func looksLikeGlossary(_ start: String) -> Bool {
    let lines = start.split(whereSeparator: \.isNewline).dropLast(start.utf8.count >= 4000 ? 1 : 0)
      .filter { !$0.begins(with: "#") && !$0.isBlank }
    return !lines.isEmpty && lines.allSatisfy { $0.utf8.contains(.tab) }
  }

  func reader(_ input: PrefixedSource, context: ReadingContext) throws(FileError) -> any ExchangeReader {
    var lines: TextLines
    if let encoding = try magicEncoding(input) {
      guard let decoded = DecodedSource(input, encoding: encoding) else {
        throw FileError(
          .encoding, "encoding '\(encoding)' is not known; save the file as UTF-8",
          at: SourcePosition(file: input.name, line: 1, column: 1))
      }
      lines = TextLines(decoded: decoded, context: context)
    } else {
      lines = try TextLines(input, context: context)
    }
    lines.replacesNUL = true
    let lower = input.name.lowercased()
    if lower.hasSuffix(".csv") || lower.hasSuffix(".csv.gz") {
      return try OmegaTCommaReader(lines, input.name, context)
    }
    return Reader(lines, context)
  }

  func writer(_ sink: any ByteSink, options: WritingOptions) -> any ExchangeWriter { Writer(sink, options) }

  /// The encoding that the first line names, besides UTF-8.
  private func magicEncoding(_ input: PrefixedSource) throws(FileError) -> String? {
    try input.look(256)
    guard input.head.first == UInt8(ascii: "#") else { return nil }
    let line = String(
      decoding: input.head.prefix { $0 != .lineFeed && $0 != .carriageReturn }.prefix(256), as: UTF8.self)
    guard line.contains("-*-"), let range = line.firstRange(of: "coding:") else { return nil }
    let name = line[range.upperBound...].drop { $0 == " " }.prefix { !$0.isWhitespace && $0 != ";" }
    return name.isEmpty || ["utf-8", "utf8"].contains(name.lowercased()) ? nil : String(name)
  }

  /// The entry of a row, or nil where it is none, with a finding.
  static func entry(
    _ fields: [String], _ context: ReadingContext, at position: SourcePosition
  ) -> ConceptEntry? {
    let fields = fields.map { $0.trimmed }
    guard fields.count >= 2, !fields[0].isEmpty, !fields[1].isEmpty else {
      let missing = fields.first?.isEmpty != false ? "source" : "target"
      let message = "no \(missing) term: the line is left out"
      context.tell("omegat-fields", .schema, message, at: position, effect: .dropped)
      return nil
    }
    if fields.count > 3 {
      let message = "more than three columns: those after the third are kept with the comment"
      context.tell("omegat-columns", .schema, message, at: position)
    }
    var target = TermEntry(fields[1])
    let comment = fields.dropFirst(2).filter { !$0.isEmpty }.joined(separator: "\t")
    if !comment.isEmpty { target.data.append(TermDatum("note", comment)) }
    return ConceptEntry(
      id: "",
      languages: [
        LanguageSection(language: context.source.description, terms: [TermEntry(fields[0])]),
        LanguageSection(language: context.target.description, terms: [target]),
      ], position: position)
  }

  private final class Reader: ExchangeReader {
    private var lines: TextLines
    private let context: ReadingContext
    private var gaveHeader = false
    var position: SourcePosition { lines.position }

    init(_ lines: consuming TextLines, _ context: ReadingContext) {
      self.lines = lines
      self.context = context
    }

    func nextItem() throws(FileError) -> ExchangeItem? {
      if !gaveHeader {
        gaveHeader = true
        return .glossary(.columns(context))
      }
      while let line = try lines.next() {
        if line.begins(with: "#") || line.isBlank { continue }
        let fields = line.parted(at: .tab)
        if let entry = OmegaTGlossaryFormat.entry(fields, context, at: position) { return .entry(entry) }
      }
      return nil
    }
  }

  /// Source, target and comment by tabs: what every version of OmegaT loads.
  private final class Writer: ExchangeWriter {
    private var output: TextOutput
    private var languages: GlossaryColumns
    private(set) var losses = Losses()

    init(_ sink: any ByteSink, _ options: WritingOptions) {
      output = TextOutput(sink)
      languages = GlossaryColumns(options)
    }

    func write(_ item: ExchangeItem) throws(FileError) {
      switch item {
      case .glossary(let header): languages.use(header)
      case .entry(let entry):
        for row in languages.rows(of: entry, &losses) {
          let notes = (entry.data + row.target.data).filter { ["note", "definition"].contains($0.category) }
          for datum in entry.data + row.target.data + row.source.data where datum.category != "note" {
            if datum.category != "definition" || row.source.data.contains(datum) { losses.add(datum.category) }
          }
          let comment = notes.map(\.value).joined(separator: "; ")
          let fields = [row.source.text, row.target.text] + (comment.isEmpty ? [] : [comment])
          for text in fields where text != text.trimmed { losses.add("white space at the end of a field") }
          let line = fields.map { $0.onOneLine(&losses) }.joined(separator: "\t")
          // A line that begins with '#' would be a comment.
          try output.write((line.begins(with: "#") ? " " : "") + line + "\n")
        }
      default: losses.add(item.lossName)
      }
    }

    func finish() throws(FileError) { try output.flush() }
  }
}

extension GlossaryHeader {
  /// The head of a glossary in two columns that says nothing about itself.
  static func columns(_ context: ReadingContext) -> GlossaryHeader {
    GlossaryHeader(sourceLanguage: context.source.description, targetLanguage: context.target.description)
  }
}
