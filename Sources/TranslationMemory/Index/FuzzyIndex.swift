internal import Bitext
internal import Dispatch
internal import Synchronization

/// The fuzzy index of one language over a store: always exact, rebuilt from the store where it is missing, stale or
/// damaged.
///
/// It is a list of immutable segments whose ranges of units follow each other. New units make a new last segment, which
/// takes in those before it that are no larger, so that there are few and each unit is written a few times in all.
/// Readers work on a snapshot and never wait for a writer; only the very first one waits until there is a snapshot.
final class FuzzyIndex: Sendable {
  /// Up to so many new units are indexed in memory while a reader asks; more of them in the background.
  static let smallChange: Int64 = 1_024
  /// A segment is made anew when so many of its units were edited or deleted, or a tenth of them.
  static let manyHidden = 4_096

  private struct State {
    var snapshot: IndexSnapshot?
    var searchers: [IndexSearcher] = []
    var isRefreshing = false
    var fault: String?
  }

  let language: LanguageTag
  private let store: any Store
  private let folder: IndexFolder?
  private let state: Mutex<Sending>
  /// Held by whoever builds; readers do not take it.
  private let building = Mutex(())

  /// SAFETY: searchers are handed out to one reader at a time, within the lock.
  private struct Sending: @unchecked Sendable { var state = State() }

  /// - Parameter folder: where segments are kept; nil keeps them in memory.
  init(store: any Store, language: LanguageTag, folder: IndexFolder?) {
    self.store = store
    self.language = LanguageTag(language.language) ?? language
    self.folder = folder
    state = Mutex(Sending())
  }

  /// Why segments are held in memory instead of in files, if they are: a full disk, a folder that may not be written.
  var fault: String? { state.withLock { $0.state.fault } }

  /// What can be searched now; nil before the first search.
  var snapshot: IndexSnapshot? { state.withLock { $0.state.snapshot } }

  func hits(
    for query: QueryWords, minimum: Double, top: Int, ties: Int, conditions: SegmentSearch.Conditions
  ) throws(MemoryError) -> [IndexHit] {
    let snapshot = try current()
    let searcher = state.withLock { $0.state.searchers.popLast() } ?? IndexSearcher()
    defer { state.withLock { $0.state.searchers.append(searcher) } }
    return searcher.hits(
      for: query, in: snapshot, minimum: minimum, top: top, ties: ties, conditions: conditions)
  }

  /// The newest snapshot that can be had without waiting; the first one, or a small change, is waited for.
  func current() throws(MemoryError) -> IndexSnapshot {
    guard let snapshot else { return try refresh() }
    let revision = try store.revision()
    if revision == snapshot.revision { return snapshot }
    let isSmall =
      revision.lastUnit - snapshot.revision.lastUnit <= Self.smallChange
      && revision.number - snapshot.revision.number <= Self.smallChange
    if isSmall { return try refresh() }
    refreshInBackground()
    return snapshot
  }

  /// Takes in everything that is in the store. Waits for another thread that is doing so.
  @discardableResult
  func refresh() throws(MemoryError) -> IndexSnapshot {
    let result = building.withLock { _ in
      Result { () throws(MemoryError) -> IndexSnapshot in
        let snapshot = try IndexUpdate(store, language, folder).run(from: self.snapshot)
        state.withLock {
          $0.state.snapshot = snapshot.0
          $0.state.fault = snapshot.1
        }
        return snapshot.0
      }
    }
    return try result.get()
  }

  private func refreshInBackground() {
    let isMine = state.withLock { sending in
      defer { sending.state.isRefreshing = true }
      return !sending.state.isRefreshing
    }
    guard isMine else { return }
    DispatchQueue.global(qos: .utility).async { [self] in
      _ = try? refresh()
      state.withLock { $0.state.isRefreshing = false }
    }
  }
}
