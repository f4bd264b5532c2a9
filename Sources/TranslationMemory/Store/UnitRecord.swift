package import Bitext
package import FoundationEssentials

/// Where a unit was read.
package struct UnitOrigin: Hashable, Sendable {
  /// The file as the user named it, or another name for the source.
  package let name: String
  /// 1-based line; 0 where it is not known.
  package let line: Int

  package init(name: String, line: Int = 0) {
    self.name = name
    self.line = line
  }
}

/// The sentences before and after a unit in its document, in one language.
package struct DocumentContext: Hashable, Sendable {
  package let language: LanguageTag
  /// Plain text; nil at the start of the document or where it is not known.
  package let previous: String?
  /// Plain text; nil at the end of the document or where it is not known.
  package let next: String?

  package init(language: LanguageTag, previous: String?, next: String?) {
    self.language = language
    self.previous = previous
    self.next = next
  }
}

/// A translation unit with all that the memory keeps about it.
package struct UnitRecord: Hashable, Sendable {
  package var unit: TranslationUnit
  package var origin: UnitOrigin?
  package var context: DocumentContext?
  /// When the translation was made and last changed, in whole seconds.
  package var created: Date?
  package var changed: Date?
  package var creator: String?
  package var changer: String?
  /// Marks of provenance for filters ("afp", "2020-war"); a set, kept in alphabetical order.
  package var tags: [String]
  package var licence: String?
  /// Whether a person has confirmed the translation.
  package var isReviewed: Bool

  /// Dates and people that are not given are taken from the unit's TMX attributes (`creationdate`, `creationid`,
  /// `changedate`, `changeid`; the unit's own, else the latest of its variants).
  package init(
    _ unit: TranslationUnit, origin: UnitOrigin? = nil, context: DocumentContext? = nil, created: Date? = nil,
    changed: Date? = nil, creator: String? = nil, changer: String? = nil, tags: [String] = [],
    licence: String? = nil, isReviewed: Bool = false
  ) {
    self.unit = unit
    self.origin = origin
    self.context = context
    self.created = created ?? unit.value("creationdate").flatMap(Date.init(tmx:))
    self.changed = changed ?? unit.value("changedate").flatMap(Date.init(tmx:))
    self.creator = creator ?? unit.value("creationid")
    self.changer = changer ?? unit.value("changeid")
    self.tags = Set(tags).sorted()
    self.licence = licence
    self.isReviewed = isReviewed
  }
}

extension TranslationUnit {
  /// The value of a TMX attribute: the unit's own, else the greatest of its variants.
  fileprivate func value(_ name: String) -> String? {
    if let own = attributes.first(where: { $0.name == name }) { return own.value }
    return variants.lazy.flatMap(\.attributes).filter { $0.name == name }.map(\.value).max()
  }
}

extension Date {
  /// A date as TMX 1.4b writes it (ISO 8601 basic format, UTC): "20201110T120000Z"; the date alone is midnight. Nil
  /// where the text is anything else.
  init?(tmx text: String) {
    let bytes = Array(text.utf8)
    let (zero, nine) = (UInt8(ascii: "0"), UInt8(ascii: "9"))
    func number(_ range: Range<Int>) -> Int? {
      guard range.upperBound <= bytes.count, bytes[range].allSatisfy({ (zero...nine).contains($0) }) else { return nil }
      return bytes[range].reduce(0) { $0 * 10 + Int($1 - zero) }
    }
    guard let year = number(0..<4), let month = number(4..<6), let day = number(6..<8), year > 0,
      (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    var seconds = 0
    if bytes.count > 8 {
      guard bytes[8] == UInt8(ascii: "T"), let hour = number(9..<11), let minute = number(11..<13),
        let second = number(13..<15), hour < 25, minute < 60, second < 61,
        bytes.count == 15 || (bytes.count == 16 && bytes[15] == UInt8(ascii: "Z"))
      else { return nil }
      seconds = hour * 3_600 + minute * 60 + second
    }
    // Days from civil (Hinnant, "chrono-Compatible Low-Level Date Algorithms"): years begin in March.
    let y = month <= 2 ? year - 1 : year
    let era = y / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    let days = era * 146_097 + dayOfEra - 719_468
    self.init(timeIntervalSince1970: Double(days * 86_400 + seconds))
  }
}
