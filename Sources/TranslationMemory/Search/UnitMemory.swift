package import Bitext
internal import Synchronization

/// A translation memory: a store of units, and what finds them again.
///
/// May be used from many threads at once. Whatever is added to the store is found from the next search on; only where
/// more than a thousand units came at once since the last search, searches go on over what was there until the index has
/// been brought up in the background (`prepare` waits for it).
package final class UnitMemory: Sendable {
  package let store: any Store
  private let folder: IndexFolder?
  private let indexes = Mutex<[String: FuzzyIndex]>([:])

  /// Equal scores are ordered by penalties among this many hits more than were asked for.
  private static let ties = 8

  /// Opens the memory in a SQLite file, or makes one there. Index files are kept in a folder beside it, which may be
  /// deleted at any time.
  package convenience init(path: String) throws(MemoryError) {
    self.init(store: try SQLiteStore(path: path), indexFolder: IndexFolder.beside(store: path).path)
  }

  /// - Parameter indexFolder: where index files are kept; nil keeps the index in memory.
  package init(store: any Store, indexFolder: String?) {
    self.store = store
    folder = indexFolder.map { IndexFolder(path: $0) }
  }

  /// The units most like a text, best first: by score, then context, then penalties, then the older unit.
  ///
  /// Exact: no unit of the memory scores higher than the ones given. Text without words matches nothing.
  package func matches(_ query: MatchQuery) throws(MemoryError) -> [Match] {
    let conditions = SegmentSearch.Conditions(
      counterpart: query.target.language, context: query.context?.key ?? 0,
      hidden: query.excluding.map { [$0] } ?? [])
    let hits = try index(query.source).hits(
      for: QueryWords(query.text), minimum: query.minimum, top: query.top, ties: Self.ties, conditions: conditions)
    if hits.isEmpty { return [] }
    let units = try store.units(hits.map(\.unit))
    var byID: [Int64: StoredUnit] = [:]
    for unit in units { byID[unit.id] = unit }
    let folded = FoldedText(query.text)
    let matches = hits.compactMap { hit in byID[hit.unit].flatMap { Match($0, hit, query, folded: folded) } }
    return Array(matches.sorted { $0.precedes($1) }.prefix(max(query.top, 0)))
  }

  /// Brings the index of a language up to the store, and waits until it is.
  @discardableResult
  package func prepare(_ language: LanguageTag) throws(MemoryError) -> IndexStatus {
    let index = index(language)
    let snapshot = try index.refresh()
    return IndexStatus(language: index.language, snapshot: snapshot, fault: index.fault)
  }

  func index(_ language: LanguageTag) -> FuzzyIndex {
    indexes.withLock { indexes in
      if let known = indexes[language.language] { return known }
      let made = FuzzyIndex(store: store, language: language, folder: folder)
      indexes[language.language] = made
      return made
    }
  }
}

/// What the index of a language holds.
package struct IndexStatus: Hashable, Sendable {
  package let language: LanguageTag
  /// Texts that can be found.
  package let texts: Int
  package let segments: Int
  /// Size of files and memory, in bytes.
  package let bytes: Int
  /// Why part of the index is held in memory instead of in files; nil if it is not.
  package let fault: String?

  init(language: LanguageTag, snapshot: IndexSnapshot, fault: String?) {
    self.language = language
    texts = snapshot.entries - snapshot.hidden.reduce(0) { $0 + $1.count }
    segments = snapshot.segments.count
    bytes = snapshot.bytes
    self.fault = fault
  }
}
