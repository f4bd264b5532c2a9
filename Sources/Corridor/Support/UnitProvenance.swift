internal import Bitext
internal import Exchange
internal import FoundationEssentials
internal import TranslationMemory

/// What the memory knows of a unit beyond what the file held, as properties of Corridor's own: written by `export`, and
/// taken back by `import`, so that a memory moves from one place to another whole.
enum UnitProvenance {
  private static let tag = "x-corridor-tag"
  private static let licence = "x-corridor-licence"
  private static let reviewed = "x-corridor-reviewed"
  private static let origin = "x-corridor-origin"
  private static let previous = "x-corridor-previous"
  private static let next = "x-corridor-next"

  /// A record of a unit that was read: properties of ours become what they stand for.
  static func record(_ unit: TranslationUnit, origin place: UnitOrigin) -> UnitRecord {
    guard unit.remarks.contains(where: isOurs) else { return UnitRecord(unit, origin: place) }
    var tags: [String] = []
    for case .property(tag, let value, _) in unit.remarks { tags.append(value) }
    let bare = TranslationUnit(
      attributes: unit.attributes, remarks: unit.remarks.filter { !isOurs($0) }, variants: unit.variants)
    var context: DocumentContext?
    let (before, after) = (unit.property(previous), unit.property(next))
    if before != nil || after != nil, let language = unit.variants.first.flatMap({ LanguageTag($0.language) }) {
      context = DocumentContext(language: language, previous: before, next: after)
    }
    return UnitRecord(
      bare, origin: unit.property(origin).map(Self.origin(named:)) ?? place, context: context, tags: tags,
      licence: unit.property(licence), isReviewed: unit.property(reviewed) == "yes")
  }

  /// The unit as it is written out.
  /// - Parameter isWhole: also where it came from. Otherwise only what someone said of it: tags, licence, review, and the
  ///   neighbours where no property of the file names them.
  static func unit(_ record: UnitRecord, isWhole: Bool) -> TranslationUnit {
    let unit = record.unit
    var remarks = unit.remarks
    remarks += record.tags.map { .property(type: tag, value: $0) }
    if let licence = record.licence { remarks.append(.property(type: Self.licence, value: licence)) }
    if record.isReviewed { remarks.append(.property(type: reviewed, value: "yes")) }
    if isWhole, let origin = record.origin {
      remarks.append(
        .property(type: Self.origin, value: origin.line > 0 ? "\(origin.name):\(origin.line)" : origin.name))
    }
    if let context = record.context, !namesNeighbours(unit) {
      if let text = context.previous { remarks.append(.property(type: previous, value: text)) }
      if let text = context.next { remarks.append(.property(type: next, value: text)) }
    }
    return TranslationUnit(attributes: attributes(record), remarks: remarks, variants: unit.variants)
  }

  /// The unit's attributes, with dates and people that it does not say itself.
  private static func attributes(_ record: UnitRecord) -> [Attribute] {
    let unit = record.unit
    var attributes = unit.attributes
    func add(_ name: String, _ value: String?) {
      guard let value, !attributes.contains(where: { $0.name == name }),
        !unit.variants.contains(where: { $0.attributes.contains { $0.name == name } })
      else { return }
      attributes.append(Attribute(name, value))
    }
    add("creationdate", record.created.map(TMXDate.text))
    add("creationid", record.creator)
    add("changedate", record.changed.map(TMXDate.text))
    add("changeid", record.changer)
    return attributes
  }

  private static func isOurs(_ remark: Remark) -> Bool {
    guard case .property(let type, _, _) = remark else { return false }
    return [tag, licence, reviewed, origin, previous, next].contains(type)
  }

  private static func namesNeighbours(_ unit: TranslationUnit) -> Bool {
    // The order of an XLIFF file says it.
    SegmentContext(of: unit) != nil || unit.property("x-xliff-file") != nil
  }

  /// "a.tmx:14", or a name without a line.
  private static func origin(named text: String) -> UnitOrigin {
    let halves = text.split(separator: ":", omittingEmptySubsequences: false)
    guard halves.count > 1, let line = halves.last.flatMap({ Int($0) }), line > 0 else { return UnitOrigin(name: text) }
    return UnitOrigin(name: halves.dropLast().joined(separator: ":"), line: line)
  }
}

/// Dates as TMX 1.4b writes them: `YYYYMMDDThhmmssZ`.
enum TMXDate {
  static func text(_ date: Date) -> String {
    TimeStamp(date.timeIntervalSince1970).description
  }
}
