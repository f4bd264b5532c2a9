internal import Bitext
internal import FoundationEssentials
public import TranslationMemory

/// What is changed in a unit; what is nil stays.
public struct UnitEdit: Hashable, Sendable {
  /// New plain texts by language; inline codes of that side are dropped.
  public var texts: [LanguageTag: String] = [:]
  /// Whether a person has confirmed the translation.
  public var isReviewed: Bool?
  /// Marks that are added.
  public var tags: [String] = []
  /// Whether the unit is deleted.
  public var deletes = false

  /// Changes nothing.
  public init() {}
}

/// One writing of the memory, for people.
public struct HistoryLine: Sendable {
  /// When it was, who did it and what.
  public let revision: Revision
  /// How many units came, were edited and were deleted in it.
  public let added: Int
  /// How many units were edited in it.
  public let edited: Int
  /// How many units were deleted in it.
  public let deleted: Int
}

extension Workspace {
  /// Changes or deletes one unit; what it was goes to its history.
  /// - Throws: `CorridorError.memory(.unknownUnit)`, or `.noText` in a language that is named.
  public func edit(unit id: Int64, _ edit: UnitEdit, memory place: MemoryPlace = .workspace) throws(CorridorError) {
    let memory = try memory(place, isRead: true)
    // What is deleted need not be read: it may be damaged.
    if edit.deletes {
      return try rememberingAll {
        try memory.store.write("delete unit \(id)", by: Self.userName) { try $0.delete(id) }
      }
    }
    let stored = try remembering { () throws(MemoryError) in
      guard let unit = try memory.store.unit(id) else { throw .unknownUnit(id) }
      return unit
    }
    var record = stored.record
    for (language, text) in edit.texts {
      guard
        let place = record.unit.variants.firstIndex(where: {
          LanguageTag($0.language)?.sameLanguage(as: language) == true
        })
      else {
        throw .noText(unit: id, language: language, has: record.unit.variants.map(\.language))
      }
      let old = record.unit.variants[place]
      var variants = record.unit.variants
      variants[place] = Variant(
        language: old.language, attributes: old.attributes, remarks: old.remarks, content: [.text(text)])
      record.unit = TranslationUnit(
        attributes: record.unit.attributes, remarks: record.unit.remarks, variants: variants)
    }
    if record != stored.record {
      record.changed = Date(timeIntervalSince1970: Date().timeIntervalSince1970.rounded(.down))
      record.changer = Self.userName
    }
    record.isReviewed = edit.isReviewed ?? record.isReviewed
    record.tags = Set(record.tags + edit.tags).sorted()
    let changed = record
    try rememberingAll {
      try memory.store.write("edit unit \(id)", by: Self.userName) { try $0.replace(id, with: changed) }
    }
  }

  /// What became of one unit, latest first.
  public func history(of unit: Int64, limit: Int = 100, memory place: MemoryPlace = .workspace) throws(CorridorError)
    -> [HistoryEntry]
  {
    let memory = try memory(place, isRead: true)
    return try remembering { () throws(MemoryError) in try memory.store.history(of: unit, limit: limit) }
  }

  /// The writings of the memory, latest first.
  public func history(limit: Int = 20, memory place: MemoryPlace = .workspace) throws(CorridorError) -> [HistoryLine] {
    let store = try memory(place, isRead: true).store
    return try remembering { () throws(MemoryError) in
      var lines: [HistoryLine] = []
      var revision = try store.revision()
      let entries = try store.history(of: nil, limit: Int.max)
      let counts = Dictionary(grouping: entries, by: \.revision.number)
      while revision.number > 0, lines.count < limit {
        guard let before = try store.revision(revision.number - 1) else { break }
        let changes = counts[revision.number] ?? []
        lines.append(
          HistoryLine(
            revision: revision, added: Int(revision.lastUnit - before.lastUnit),
            edited: changes.count { $0.action == .edited }, deleted: changes.count { $0.action == .deleted }))
        revision = before
      }
      return lines
    }
  }
}
