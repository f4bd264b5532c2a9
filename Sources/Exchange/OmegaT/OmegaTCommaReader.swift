internal import Bitext
internal import Files
internal import Rules

/// A glossary of OmegaT as CSV, a row at a time. Fields may be quoted and hold line breaks (RFC 4180).
final class OmegaTCommaReader: ExchangeReader {
  private var lines: TextLines
  private let name: String
  private let context: ReadingContext
  private let dialect: DelimitedRows.Dialect
  /// Lines that were looked at for the separator, the next one last.
  private var waiting: [String] = []
  /// 1-based number of the line that `nextLine` gave.
  private var line = 0
  private var gaveHeader = false
  private(set) var position: SourcePosition
  /// How many lines tell the separator.
  private static let sample = 20

  init(_ lines: consuming TextLines, _ name: String, _ context: ReadingContext) throws(FileError) {
    var first: [String] = []
    while first.count < Self.sample, let line = try lines.next() { first.append(line) }
    self.lines = lines
    self.name = name
    self.context = context
    dialect = DelimitedRows.Dialect(separator: Self.separator(of: first.joined(separator: "\n")), quotes: true)
    waiting = first.reversed()
    position = SourcePosition(file: name)
  }

  func nextItem() throws(FileError) -> ExchangeItem? {
    if !gaveHeader {
      gaveHeader = true
      return .glossary(.columns(context))
    }
    while let (record, start) = try nextRecord() {
      var rows = DelimitedRows(record, file: name, dialect: dialect, line: start)
      let row: [DelimitedRows.Field]?
      do throws(RulesErrors) { row = try rows.next() } catch {
        let fault = error.faults[0]
        throw FileError(.malformed, fault.message, at: fault.position)
      }
      guard let row, let first = row.first else { continue }
      position = first.position
      if !first.isQuoted, first.text.begins(with: "#") { continue }
      if let entry = OmegaTGlossaryFormat.entry(row.map(\.text), context, at: position) { return .entry(entry) }
    }
    return nil
  }

  private func nextLine() throws(FileError) -> String? {
    let text: String?
    if let known = waiting.popLast() { text = known } else { text = try lines.next() }
    if text != nil { line += 1 }
    return text
  }

  /// The lines of one row, and the number of the first: more than one where a quoted field holds line breaks.
  private func nextRecord() throws(FileError) -> (text: String, line: Int)? {
    guard var record = try nextLine() else { return nil }
    let start = line
    var quotes = QuotationState(separator: dialect.separator)
    quotes.read(record)
    while quotes.isOpen, let more = try nextLine() {
      record += "\n" + more
      quotes.read(more)
      if record.utf8.count > context.limits.segmentBytes {
        throw FileError(
          .limit(.segmentBytes),
          "a quoted field of more than \(context.limits.segmentBytes) bytes; raise the limit 'segment-bytes'",
          at: SourcePosition(file: name, line: start, column: 1))
      }
    }
    return (record, start)
  }

  /// Whether a quotation that a field began is still open at the end of a line.
  private struct QuotationState {
    let separator: UInt8
    private(set) var isOpen = false
    private var mayOpen = true

    init(separator: UInt8) { self.separator = separator }

    mutating func read(_ line: String) {
      if !isOpen { mayOpen = true }
      for byte in line.utf8 {
        if byte == UInt8(ascii: "\"") {
          // A mark after a closing one is the second of two, and the field goes on.
          if isOpen || mayOpen { isOpen.toggle() }
          mayOpen = !isOpen
        } else if !isOpen {
          mayOpen = byte == separator
        }
      }
    }
  }

  /// What the first rows are cut by: spreadsheets write what their country takes for a list separator. The one that cuts
  /// most of them into as many fields as the first; the comma where none does.
  private static func separator(of sample: String) -> UInt8 {
    var best: (separator: UInt8, rows: Int) = (UInt8(ascii: ","), 0)
    for separator in ",\t;|".utf8 {
      var rows = DelimitedRows(sample, file: "", dialect: DelimitedRows.Dialect(separator: separator, quotes: true))
      var counts: [Int] = []
      // A sample may end inside a quotation.
      while let row = (try? rows.next()).flatMap({ $0 }) {
        if row[0].isQuoted || !row[0].text.begins(with: "#") { counts.append(row.count) }
      }
      let alike = counts.count { $0 == counts[0] && $0 > 1 }
      if alike > best.rows { best = (separator, alike) }
    }
    return best.separator
  }
}
