internal import Bitext
internal import Exchange
internal import TranslationMemory

/// Finds the sentences before and after each unit of a file, holding one unit at a time.
///
/// Only a file that is a document says so by its order: XLIFF. A TMX is a bag of units, which names the neighbours itself
/// where it knows them (`SegmentContext`).
struct UnitContext {
  private let isDocument: Bool
  private var pending: UnitRecord?
  private var previous: String?
  private var document = ""

  init(isDocument: Bool) { self.isDocument = isDocument }

  /// Takes a record and gives the one before it, complete; nil for the first.
  mutating func take(_ record: UnitRecord) -> UnitRecord? {
    guard isDocument else {
      var record = record
      record.context = record.context ?? Self.named(record.unit)
      return record
    }
    let name = Self.document(of: record.unit)
    let isSame = name == document && pending != nil
    let ready = complete(next: isSame ? record.unit.variants.first?.plainText : nil)
    document = name
    previous = isSame ? ready?.unit.variants.first?.plainText : nil
    pending = record
    return ready
  }

  /// The last record, complete; nil where nothing waits.
  mutating func finish() -> UnitRecord? {
    defer { pending = nil }
    return complete(next: nil)
  }

  private func complete(next: String?) -> UnitRecord? {
    guard var record = pending else { return nil }
    let language = record.unit.variants.first.flatMap { LanguageTag($0.language) }
    if let language, previous != nil || next != nil {
      record.context = DocumentContext(language: language, previous: previous, next: next)
    }
    return record
  }

  /// The `<file>` of XLIFF that a unit stands in.
  private static func document(of unit: TranslationUnit) -> String { unit.property("x-xliff-file") ?? "" }

  /// What a tool noted with the unit; hashes are no text.
  private static func named(_ unit: TranslationUnit) -> DocumentContext? {
    let notes =
      unit.remarks.contains(where: isProperty) || unit.variants.contains { $0.remarks.contains(where: isProperty) }
    guard notes, let context = SegmentContext(of: unit), !context.isHash,
      let language = unit.variants.first.flatMap({ LanguageTag($0.language) })
    else { return nil }
    return DocumentContext(language: language, previous: context.previous, next: context.next)
  }

  private static func isProperty(_ remark: Remark) -> Bool {
    if case .property = remark { true } else { false }
  }
}

extension TranslationUnit {
  /// The value of the unit's first property of a type.
  func property(_ type: String) -> String? {
    for case .property(type, let value, _) in remarks { return value }
    return nil
  }
}
