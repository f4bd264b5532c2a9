internal import Bitext
internal import Files
internal import FoundationEssentials

/// A whole record as bytes, for the history: JSON-free, self-contained, versioned by the unit's own first byte.
enum RecordCoding {
  static func encode(_ record: UnitRecord, into bytes: inout [UInt8]) {
    var fields: [String?] = [
      record.origin?.name, record.origin.map { String($0.line) }, record.context?.language.description,
      record.context?.previous, record.context?.next, record.created.map(seconds), record.changed.map(seconds),
      record.creator, record.changer, record.licence, record.isReviewed ? "1" : nil,
    ]
    fields += record.tags
    UnitCoding.append(fields.count, to: &bytes)
    for field in fields {
      bytes.append(field == nil ? 0 : 1)
      if let field { UnitCoding.append(field, to: &bytes) }
    }
    UnitCoding.encode(record.unit, texts: .selfContained, into: &bytes)
  }

  static func decode(_ bytes: UnsafeRawBufferPointer) throws -> UnitRecord {
    var offset = 0
    func number() throws -> Int {
      guard let value = VariableLengthInteger.read(bytes, at: &offset).flatMap(Int.init(exactly:)) else {
        throw UnitCoding.Damaged()
      }
      return value
    }
    func field() throws -> String? {
      guard offset < bytes.count else { throw UnitCoding.Damaged() }
      offset += 1
      if bytes[offset - 1] == 0 { return nil }
      let length = try number()
      guard length <= bytes.count - offset,
        let text = String(validating: bytes[offset..<offset + length], as: UTF8.self)
      else { throw UnitCoding.Damaged() }
      offset += length
      return text
    }
    let count = try number()
    guard count >= 11, count <= bytes.count else { throw UnitCoding.Damaged() }
    let fields = try (0..<count).map { _ in try field() }
    let unit = try UnitCoding.decode(UnsafeRawBufferPointer(rebasing: bytes[offset...])) { _ in nil }
    var record = UnitRecord(unit)
    record.origin = fields[0].map { UnitOrigin(name: $0, line: fields[1].flatMap { Int($0) } ?? 0) }
    record.context = fields[2].flatMap(LanguageTag.init).map {
      DocumentContext(language: $0, previous: fields[3], next: fields[4])
    }
    record.created = fields[5].flatMap(date)
    record.changed = fields[6].flatMap(date)
    record.creator = fields[7]
    record.changer = fields[8]
    record.licence = fields[9]
    record.isReviewed = fields[10] != nil
    record.tags = fields[11...].compactMap { $0 }
    return record
  }

  private static func seconds(_ date: Date) -> String { String(TimeStamp(date.timeIntervalSince1970).seconds) }
  private static func date(_ text: String) -> Date? {
    Int64(text).map(SQLiteReading.date)
  }
}
