public import Bitext
public import FoundationEssentials

/// Where a unit was read.
public struct UnitOrigin: Hashable, Sendable {
  /// The file as the user named it, or another name for the source.
  public let name: String
  /// 1-based line; 0 where it is not known.
  public let line: Int

  /// A source by its name; line 0 is not known.
  public init(name: String, line: Int = 0) {
    self.name = name
    self.line = line
  }
}

/// The sentences before and after a unit in its document, in one language.
public struct DocumentContext: Hashable, Sendable {
  /// The language of both neighbours.
  public let language: LanguageTag
  /// Plain text; nil at the start of the document or where it is not known.
  public let previous: String?
  /// Plain text; nil at the end of the document or where it is not known.
  public let next: String?

  /// The neighbours of a unit; nil if there is none.
  public init(language: LanguageTag, previous: String?, next: String?) {
    self.language = language
    self.previous = previous
    self.next = next
  }
}

/// A translation unit with all that the memory keeps about it.
public struct UnitRecord: Hashable, Sendable {
  /// The texts with their codes, properties and notes.
  public var unit: TranslationUnit
  /// Where it was read.
  public var origin: UnitOrigin?
  /// Its neighbours in its document.
  public var context: DocumentContext?
  /// When the translation was made and last changed, in whole seconds.
  public var created: Date?
  /// When the translation was last changed, in whole seconds.
  public var changed: Date?
  /// Who made it.
  public var creator: String?
  /// Who last changed it.
  public var changer: String?
  /// Marks of provenance for filters ("afp", "2020-war"); a set, kept in alphabetical order.
  public var tags: [String]
  /// The licence of the unit.
  public var licence: String?
  /// Whether a person has confirmed the translation.
  public var isReviewed: Bool

  /// Dates and people that are not given are taken from the unit's TMX attributes (`creationdate`, `creationid`,
  /// `changedate`, `changeid`; the unit's own, else the latest of its variants).
  public init(
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
    guard let stamp = TimeStamp(text) else { return nil }
    self.init(timeIntervalSince1970: Double(stamp.seconds))
  }
}
