internal import Bitext
internal import Files

/// UTX 1.20 (AAMT): tab-separated terms under `#UTX` lines. UTF-8; reads LF or CR LF and a mark, writes CR LF without.
struct UTXFormat: ExchangeFormat {
  let name = "utx"
  let title = "Universal Terminology eXchange 1.20"
  let extensions = ["utx"]
  let content = ExchangeContent.entries

  func claims(_ start: String) -> Bool { start.begins(with: "#UTX") }

  func reader(_ input: PrefixedSource, context: ReadingContext) throws(FileError) -> any ExchangeReader {
    Reader(try TextLines(input, context: context), context)
  }

  func writer(_ sink: any ByteSink, options: WritingOptions) -> any ExchangeWriter { Writer(sink, options) }

  /// Statuses of UTX 1.20.
  static let statuses = ["provisional", "approved", "non-standard", "forbidden", "rejected", "obsolete"]

  private final class Reader: ExchangeReader {
    private var lines: TextLines
    private let context: ReadingContext
    private var header = GlossaryHeader()
    private var columns = ["src", "tgt", "src:pos"]
    private var gaveHeader = false
    /// The first line after the head, read while looking for its end.
    private var waiting: String?
    var position: SourcePosition { lines.position }

    init(_ lines: consuming TextLines, _ context: ReadingContext) {
      self.lines = lines
      self.context = context
    }

    func nextItem() throws(FileError) -> ExchangeItem? {
      if !gaveHeader {
        gaveHeader = true
        try readHead()
        return .glossary(header)
      }
      while let line = try nextLine() {
        if line.begins(with: "#") || line.isBlank { continue }
        if let entry = entry(line) { return .entry(entry) }
      }
      return nil
    }

    private func nextLine() throws(FileError) -> String? {
      if let line = waiting {
        waiting = nil
        return line
      }
      return try lines.next()
    }

    private func readHead() throws(FileError) {
      guard let first = try lines.next(), first.begins(with: "#UTX") else {
        let place = SourcePosition(file: position.file, line: 1, column: 1)
        throw FileError(.malformed, "no '#UTX' at the head of the file; this is no UTX", at: place)
      }
      if lines.hadMark {
        tell("utx-mark", "a byte order mark, where UTX wants none: some tools take it for part of the first line")
      }
      let parts = first.parted(at: UInt8(ascii: ";")).map { $0.trimmed }
      header.attributes.append(Attribute("utx", first))
      if parts.count > 1 {
        let sides = parts[1].parted(at: UInt8(ascii: "/")).map { $0.trimmed }
        header.sourceLanguage = sides.first
        header.targetLanguage = sides.count > 1 ? sides[1] : nil
      } else {
        tell("utx-languages", "the head names no languages: those of the command are taken")
      }
      for language in [header.sourceLanguage, header.targetLanguage] {
        if let language, LanguageTag(language) == nil {
          tell("utx-language", "'\(language)' is no BCP 47 tag: the terms have no language that tools know")
        }
      }
      var last: String?
      while let line = try lines.next() {
        guard line.begins(with: "#") else {
          waiting = line
          break
        }
        if let last { header.attributes.append(Attribute("utx", last)) }
        last = line
      }
      // The last line of the head names the columns.
      if let last {
        columns = String(last.unicodeScalars.dropFirst()).parted(at: .tab).map { $0.trimmed }
      }
    }

    private func entry(_ line: String) -> ConceptEntry? {
      let fields = line.parted(at: .tab).map { $0.trimmed }
      if fields.count > columns.count { tell("utx-columns", "more fields than the head names: they are left out") }
      var source = TermEntry("")
      var target = TermEntry("")
      var entry = ConceptEntry(id: "", position: position)
      for (column, value) in zip(columns, fields) where !value.isEmpty {
        switch column.lowercased() {
        case "src": source.text = value
        case "tgt": target.text = value
        case "src:pos": source.data.append(TermDatum("partOfSpeech", value))
        case "tgt:pos": target.data.append(TermDatum("partOfSpeech", value))
        case "term status":
          if !UTXFormat.statuses.contains(value) {
            tell("utx-status", "unknown status '\(value)': kept, but tools ignore it")
          }
          target.data.append(TermDatum("administrativeStatus", value))
        case "concept id": entry.id = value
        case let other where other.hasPrefix("src:"): source.data.append(TermDatum(String(column.dropFirst(4)), value))
        case let other where other.hasPrefix("tgt:"): target.data.append(TermDatum(String(column.dropFirst(4)), value))
        case "comment": entry.data.append(TermDatum("note", value))
        default: entry.data.append(TermDatum(column, value))
        }
      }
      guard !source.text.isEmpty, !target.text.isEmpty else {
        let missing = source.text.isEmpty ? "source" : "target"
        tell("utx-fields", "no \(missing) term: the line is left out", effect: .dropped)
        return nil
      }
      entry.languages = [
        LanguageSection(language: header.sourceLanguage ?? context.source.description, terms: [source]),
        LanguageSection(language: header.targetLanguage ?? context.target.description, terms: [target]),
      ]
      return entry
    }

    private func tell(_ id: String, _ message: String, effect: Finding.Effect = .kept) {
      context.tell(id, .meaning, message, at: position, effect: effect)
    }
  }

  private final class Writer: ExchangeWriter {
    private var output: TextOutput
    private var columns: GlossaryColumns
    private var head: [String] = []
    private var wroteHead = false
    private(set) var losses = Losses()
    /// Columns of every file; what else stands in an entry has no place.
    private static let names = ["src", "tgt", "src:pos", "tgt:pos", "term status", "concept ID", "comment"]

    init(_ sink: any ByteSink, _ options: WritingOptions) {
      output = TextOutput(sink)
      columns = GlossaryColumns(options)
    }

    func write(_ item: ExchangeItem) throws(FileError) {
      switch item {
      case .glossary(let header):
        columns.use(header)
        head = header.attributes.filter { $0.name == "utx" }.map(\.value)
      case .entry(let entry):
        let rows = columns.rows(of: entry, &losses)
        if !wroteHead { try writeHead() }
        for row in rows { try write(row, of: entry) }
      default: losses.add(item.lossName)
      }
    }

    func finish() throws(FileError) {
      if !wroteHead { try writeHead() }
      try output.flush()
    }

    private func writeHead() throws(FileError) {
      wroteHead = true
      if head.isEmpty {
        let (source, target) = (columns.source?.description ?? "und", columns.target?.description ?? "und")
        head = ["#UTX 1.20; \(source)/\(target)"]
      }
      for line in head { try output.write(line + "\r\n") }
      try output.write("#" + Self.names.joined(separator: "\t") + "\r\n")
    }

    private func write(_ row: GlossaryColumns.Row, of entry: ConceptEntry) throws(FileError) {
      let known = ["partOfSpeech", "administrativeStatus", "note"]
      for datum in row.source.data + row.target.data + entry.data
      where !known.contains(datum.category) || !datum.details.isEmpty {
        losses.add(datum.category)
      }
      let status = row.target.value("administrativeStatus")
      if row.source.value("administrativeStatus") != nil, status == nil { losses.add("administrativeStatus") }
      let notes = (entry.data + row.source.data + row.target.data).filter { $0.category == "note" }.map(\.value)
      let fields = [
        row.source.text, row.target.text, row.source.value("partOfSpeech") ?? "",
        row.target.value("partOfSpeech") ?? "",
        status.map { Self.status($0) } ?? "", entry.id, notes.joined(separator: "; "),
      ]
      for text in fields where text != text.trimmed { losses.add("white space at the end of a field") }
      var line = fields.map { $0.onOneLine(&losses) }.joined(separator: "\t")
      while line.utf8.last == .tab { line.unicodeScalars.removeLast() }
      try output.write((line.begins(with: "#") ? " " : "") + line + "\r\n")
    }

    /// The word of UTX for a status; one that it does not know is kept.
    private static func status(_ spelt: String) -> String {
      if UTXFormat.statuses.contains(spelt) { return spelt }
      return switch TermStatus(spelling: spelt) {
      case .preferred: "approved"
      case .admitted: "provisional"
      case .deprecated: "non-standard"
      case .superseded: "obsolete"
      case .forbidden: "forbidden"
      case nil: spelt
      }
    }
  }
}
