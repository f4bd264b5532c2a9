internal import FoundationEssentials
internal import GRDB

/// Texts go to the unit's own row, where one look-up finds them; what is left of a variant is small. Shipped: never to be
/// changed.
enum Migration0002 {
  static let name = "0002 texts in units"

  static func run(_ database: Database) throws {
    try database.execute(
      sql: """
        CREATE TABLE newVariant (
          unit INTEGER NOT NULL REFERENCES unit ON DELETE CASCADE, ordinal INTEGER NOT NULL,
          language INTEGER NOT NULL REFERENCES language, key INTEGER NOT NULL, characters INTEGER NOT NULL,
          PRIMARY KEY (unit, ordinal)) STRICT, WITHOUT ROWID;
        INSERT INTO newVariant SELECT unit, ordinal, language, key, length(text) FROM variant;
        """)
    let texts = try database.makeStatement(sql: "SELECT text FROM variant WHERE unit = ? ORDER BY ordinal")
    let body = try database.makeStatement(sql: "SELECT body FROM unit WHERE id = ?")
    let update = try database.makeStatement(sql: "UPDATE unit SET body = ? WHERE id = ?")
    for id in try Int64.fetchAll(database, sql: "SELECT id FROM unit ORDER BY id") {
      let old = try Data.fetchOne(body, arguments: [id]) ?? Data()
      var filling = BodyFilling(Array(old), texts: try String.fetchAll(texts, arguments: [id]))
      try update.execute(arguments: [Data(try filling.filled()), id])
    }
    try database.execute(sql: "DROP TABLE variant; ALTER TABLE newVariant RENAME TO variant;")
  }
}

extension Migration0002 {
  /// The bytes are no unit of the first version.
  struct Damaged: Error {}

  /// Puts texts into the bytes of a unit of the first version.
  ///
  /// Such bytes are: 1; then 1 if texts are beside, 0 if they are inside; attributes; remarks; a count of variants, and of
  /// each its language, attributes, remarks, and one more than its number of pieces, then the pieces. 0 pieces say that the
  /// text is beside: it becomes one piece of text. Numbers are LEB128, texts UTF-8 with their length before them.
  struct BodyFilling {
    private let bytes: [UInt8]
    private let texts: [String]
    private var offset = 0

    init(_ bytes: [UInt8], texts: [String]) {
      self.bytes = bytes
      self.texts = texts
    }

    mutating func filled() throws -> [UInt8] {
      guard try byte() == 1 else { throw Damaged() }
      let place = try byte()
      guard place < 2 else { throw Damaged() }
      var result: [UInt8] = [1, 0]
      var copied = offset
      try skipAttributes()
      try skipRemarks()
      for variant in 0..<(try number()) {
        try skipText()
        try skipAttributes()
        try skipRemarks()
        let end = offset
        let pieces = try number()
        guard pieces == 0 else {
          try skipPieces(pieces - 1, depth: 0)
          continue
        }
        guard place == 1, variant < texts.count else { throw Damaged() }
        result += bytes[copied..<end]
        // Two: one piece. Zero: a text.
        result += [2, 0]
        append(texts[variant].utf8.count, to: &result)
        result += texts[variant].utf8
        copied = offset
      }
      guard offset == bytes.count else { throw Damaged() }
      return result + bytes[copied...]
    }

    private func append(_ number: Int, to bytes: inout [UInt8]) {
      var rest = number
      while rest >= 128 {
        bytes.append(UInt8(rest % 128) | 128)
        rest /= 128
      }
      bytes.append(UInt8(rest))
    }

    private mutating func byte() throws -> UInt8 {
      guard offset < bytes.count else { throw Damaged() }
      defer { offset += 1 }
      return bytes[offset]
    }

    private mutating func number() throws -> Int {
      var value = 0
      for shift in stride(from: 0, to: 56, by: 7) {
        let next = try byte()
        value |= Int(next % 128) << shift
        if next < 128 { return value }
      }
      throw Damaged()
    }

    private mutating func skipText() throws {
      let length = try number()
      guard length <= bytes.count - offset else { throw Damaged() }
      offset += length
    }

    private mutating func skipAttributes() throws {
      for _ in 0..<(try number()) {
        try skipText()
        try skipText()
      }
    }

    private mutating func skipRemarks() throws {
      for _ in 0..<(try number()) {
        let kind = try byte()
        guard kind < 3 else { throw Damaged() }
        // A property has a type and a value, a note a text, an element a name.
        try skipText()
        if kind == 0 { try skipText() }
        try skipAttributes()
        if kind == 2 { try skipPieces(try number(), depth: 0) }
      }
    }

    private mutating func skipPieces(_ count: Int, depth: Int) throws {
      guard depth < 256 else { throw Damaged() }
      for _ in 0..<count {
        let kind = try byte()
        guard kind < 2 else { throw Damaged() }
        try skipText()
        guard kind == 1 else { continue }
        try skipAttributes()
        try skipPieces(try number(), depth: depth + 1)
      }
    }
  }
}
