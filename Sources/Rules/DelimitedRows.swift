public import Bitext

/// Rows of a comma- or tab-separated text, one at a time, with the place of every field.
///
/// RFC 4180: fields may be quoted, quotes inside are doubled, quoted fields may hold line breaks. LF, CR LF and CR end a
/// row; a mark at the head of the text is skipped; blank rows are skipped.
public struct DelimitedRows: Sendable {
  public struct Field: Hashable, Sendable {
    public let text: String
    public let position: SourcePosition
    /// Whether it stood in quotation marks.
    public let isQuoted: Bool
  }

  /// How fields are told apart.
  public struct Dialect: Hashable, Sendable {
    public let separator: UInt8
    /// Whether `"` at the start of a field opens a quotation; in tab-separated files it is a plain character.
    public let quotes: Bool

    public init(separator: UInt8, quotes: Bool) {
      self.separator = separator
      self.quotes = quotes
    }

    public static let csv = Dialect(separator: UInt8(ascii: ","), quotes: true)
    public static let tsv = Dialect(separator: UInt8(ascii: "\t"), quotes: false)
  }

  private let bytes: [UInt8]
  private let dialect: Dialect
  private let file: String
  private var offset: Int
  private var line = 1
  private var column = 1

  public init(_ text: String, file: String, dialect: Dialect = .csv) {
    bytes = Array(text.utf8)
    self.dialect = dialect
    self.file = file
    offset = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// The fields of the next row that is not blank, or nil at the end.
  /// - Throws: `RulesErrors` for a quotation that is not closed, or for text after one.
  public mutating func next() throws(RulesErrors) -> [Field]? {
    while offset < bytes.count {
      let row = try readRow()
      if row.count > 1 || row[0].isQuoted || !row[0].text.isEmpty { return row }
    }
    return nil
  }

  private var here: SourcePosition { SourcePosition(file: file, line: line, column: column) }

  private mutating func readRow() throws(RulesErrors) -> [Field] {
    var row: [Field] = []
    while true {
      let start = here
      let isQuoted = dialect.quotes && offset < bytes.count && bytes[offset] == UInt8(ascii: "\"")
      let text = isQuoted ? try readQuoted(from: start) : readPlain()
      row.append(Field(text: text, position: start, isQuoted: isQuoted))
      guard offset < bytes.count else { return row }
      if bytes[offset] == dialect.separator {
        advance()
        continue
      }
      guard isLineEnd(bytes[offset]) else {
        throw RulesErrors("text after a closing quotation mark; double the marks inside", at: here)
      }
      advanceOverLineEnd()
      return row
    }
  }

  private func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  private mutating func readPlain() -> String {
    let start = offset
    while offset < bytes.count, bytes[offset] != dialect.separator, !isLineEnd(bytes[offset]) { advance() }
    return String(decoding: bytes[start..<offset], as: UTF8.self)
  }

  private mutating func readQuoted(from start: SourcePosition) throws(RulesErrors) -> String {
    advance()
    var field: [UInt8] = []
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == UInt8(ascii: "\"") {
        advance()
        guard offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") else {
          return String(decoding: field, as: UTF8.self)
        }
        field.append(byte)
        advance()
      } else if isLineEnd(byte) {
        let before = offset
        advanceOverLineEnd()
        field += bytes[before..<offset]
      } else {
        field.append(byte)
        advance()
      }
    }
    throw RulesErrors("a quotation opened here is not closed; add the closing mark", at: start)
  }

  private mutating func advance() {
    if bytes[offset] & 0xC0 != 0x80 { column += 1 }
    offset += 1
  }

  private mutating func advanceOverLineEnd() {
    let carriage = bytes[offset] == 0x0D
    offset += 1
    if carriage, offset < bytes.count, bytes[offset] == 0x0A { offset += 1 }
    line += 1
    column = 1
  }
}
