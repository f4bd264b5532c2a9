package import Bitext
internal import Files

/// Rows of a comma- or tab-separated text, one at a time, with the place of every field.
///
/// RFC 4180: fields may be quoted, quotes inside are doubled, quoted fields may hold line breaks. LF, CR LF and CR end a
/// row; a mark at the head of the text is skipped; blank rows are skipped. `next()` gives fields as values; `nextRow()`
/// gives them as places in the text, so that a table of a million rows makes only the strings it keeps.
package struct DelimitedRows: Sendable {
  package struct Field: Hashable, Sendable {
    package let text: String
    package let position: SourcePosition
    /// Whether it stood in quotation marks.
    package let isQuoted: Bool
  }

  /// A row as places in the text of the table it came from.
  package struct Row: Sendable {
    fileprivate var places: [Place] = []
    /// 1-based number of the line it starts on.
    package fileprivate(set) var line = 1

    /// A row without fields, to be filled by `nextRow`.
    package init() {}

    package var count: Int { places.count }
  }

  fileprivate struct Place: Sendable {
    /// What stands between the separators, without the quotation marks round it.
    var bytes: Range<Int>
    var line: Int
    /// Where its line starts.
    var lineStart: Int
    var isQuoted: Bool
    /// Whether doubled marks must be made single.
    var hasDoubledMarks: Bool
  }

  /// How fields are told apart.
  package struct Dialect: Hashable, Sendable {
    package let separator: UInt8
    /// Whether `"` at the start of a field opens a quotation; in tab-separated files it is a plain character.
    package let quotes: Bool

    package init(separator: UInt8, quotes: Bool) {
      self.separator = separator
      self.quotes = quotes
    }

    package static let csv = Dialect(separator: UInt8(ascii: ","), quotes: true)
    package static let tsv = Dialect(separator: UInt8(ascii: "\t"), quotes: false)
  }

  private let bytes: [UInt8]
  private let dialect: Dialect
  private let file: String
  private var offset: Int
  private var line: Int
  private var lineStart: Int

  /// - Parameter line: the 1-based number of the line on which the text starts, where it is part of a file.
  package init(_ text: String, file: String, dialect: Dialect = .csv, line: Int = 1) {
    self.line = line
    bytes = Array(text.utf8)
    self.dialect = dialect
    self.file = file
    offset = bytes.starts(with: ByteOrderMark.utf8) ? 3 : 0
    lineStart = offset
  }

  /// The fields of the next row that is not blank, or nil at the end.
  /// - Throws: `RulesErrors` for a quotation that is not closed, or for text after one.
  package mutating func next() throws(RulesErrors) -> [Field]? {
    var row = Row()
    guard try nextRow(&row) else { return nil }
    return row.places.indices.map {
      Field(text: text($0, of: row), position: position($0, of: row), isQuoted: row.places[$0].isQuoted)
    }
  }

  /// Reads the next row that is not blank into `row`, whose storage is used again; false at the end.
  /// - Throws: `RulesErrors` for a quotation that is not closed, or for text after one.
  package mutating func nextRow(_ row: inout Row) throws(RulesErrors) -> Bool {
    while offset < bytes.count {
      try read(&row)
      if row.count > 1 || row.places[0].isQuoted || !row.places[0].bytes.isEmpty { return true }
    }
    return false
  }

  /// The text of a field, 0-based. The row must come from this table.
  package func text(_ field: Int, of row: Row) -> String {
    guard field < row.places.count else { return "" }
    let place = row.places[field]
    guard place.hasDoubledMarks else { return String(decoding: bytes[place.bytes], as: UTF8.self) }
    var single: [UInt8] = []
    single.reserveCapacity(place.bytes.count)
    var index = place.bytes.lowerBound
    while index < place.bytes.upperBound {
      single.append(bytes[index])
      index += bytes[index] == UInt8(ascii: "\"") ? 2 : 1
    }
    return String(decoding: single, as: UTF8.self)
  }

  /// Where a field starts, its opening mark included.
  package func position(_ field: Int, of row: Row) -> SourcePosition {
    guard field < row.places.count || row.places.isEmpty else { return position(row.places.count - 1, of: row) }
    let place = row.places[field]
    let start = place.bytes.lowerBound - (place.isQuoted ? 1 : 0)
    let column = bytes[place.lineStart..<start].reduce(1) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
    return SourcePosition(file: file, line: place.line, column: column)
  }

  /// Whether the field is empty, or the row ends before it.
  package func isEmpty(_ field: Int, of row: Row) -> Bool {
    field >= row.places.count || row.places[field].bytes.isEmpty
  }

  /// The bytes of a field as they stand, none where the row ends before it, doubled marks included: for comparing without making a string.
  package func bytes(_ field: Int, of row: Row) -> ArraySlice<UInt8> {
    field < row.places.count ? bytes[row.places[field].bytes] : []
  }

  private func position(at offset: Int) -> SourcePosition {
    let column = bytes[lineStart..<offset].reduce(1) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
    return SourcePosition(file: file, line: line, column: column)
  }

  private mutating func read(_ row: inout Row) throws(RulesErrors) {
    row.places.removeAll(keepingCapacity: true)
    row.line = line
    while true {
      if dialect.quotes, offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") {
        row.places.append(try readQuoted())
      } else {
        row.places.append(readPlain())
      }
      guard offset < bytes.count else { return }
      if bytes[offset] == dialect.separator {
        offset += 1
        continue
      }
      guard Self.isLineEnd(bytes[offset]) else {
        throw RulesErrors("text after a closing quotation mark; double the marks inside", at: position(at: offset))
      }
      advanceOverLineEnd()
      return
    }
  }

  private static func isLineEnd(_ byte: UInt8) -> Bool { byte == .lineFeed || byte == .carriageReturn }

  private mutating func readPlain() -> Place {
    let separator = dialect.separator
    let start = offset
    let end = bytes.withUnsafeBufferPointer { bytes in
      var end = start
      while end < bytes.count, bytes[end] != separator, !Self.isLineEnd(bytes[end]) { end += 1 }
      return end
    }
    offset = end
    return Place(bytes: start..<end, line: line, lineStart: lineStart, isQuoted: false, hasDoubledMarks: false)
  }

  private mutating func readQuoted() throws(RulesErrors) -> Place {
    let opening = position(at: offset)
    offset += 1
    var place = Place(
      bytes: offset..<offset, line: line, lineStart: lineStart, isQuoted: true, hasDoubledMarks: false)
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == UInt8(ascii: "\"") {
        let end = offset
        offset += 1
        guard offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") else {
          place.bytes = place.bytes.lowerBound..<end
          return place
        }
        place.hasDoubledMarks = true
        offset += 1
      } else if Self.isLineEnd(byte) {
        advanceOverLineEnd()
      } else {
        offset += 1
      }
    }
    throw RulesErrors("a quotation opened here is not closed; add the closing mark", at: opening)
  }

  private mutating func advanceOverLineEnd() {
    let carriage = bytes[offset] == .carriageReturn
    offset += 1
    if carriage, offset < bytes.count, bytes[offset] == .lineFeed { offset += 1 }
    line += 1
    lineStart = offset
  }
}
