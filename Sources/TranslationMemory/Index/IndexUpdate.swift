internal import Bitext

/// Brings an index up to the state of its store.
struct IndexUpdate {
  private let store: any Store
  private let language: LanguageTag
  private let folder: IndexFolder?

  init(_ store: any Store, _ language: LanguageTag, _ folder: IndexFolder?) {
    self.store = store
    self.language = language
    self.folder = folder
  }

  /// - Returns: the new snapshot, and why a segment had to stay in memory, if one had.
  func run(from old: IndexSnapshot?) throws(MemoryError) -> (IndexSnapshot, String?) {
    let revision = try store.revision()
    if let old, old.revision == revision { return (old, nil) }
    var chain: [Segment]
    if let old { chain = kept(old) } else { chain = try loaded(upTo: revision) }
    var fault: String?
    // A segment most of which is stale is made anew, and so are those after it.
    var hidden = try stale(chain, revision)
    for (i, set) in hidden.enumerated() where set.count > max(FuzzyIndex.manyHidden, chain[i].count / 10) {
      chain.removeSubrange(i...)
      hidden.removeSubrange(i...)
      break
    }
    var covered = chain.last?.header.lastUnit ?? 0
    if revision.lastUnit > covered {
      func pending() -> Int64 { revision.lastUnit - covered }
      func isSmall() -> Bool { pending() <= FuzzyIndex.smallChange && !chain.isEmpty }
      while let last = chain.last, isDelta(last) || (!isSmall() && size(last) <= pending()) {
        chain.removeLast()
        hidden.removeLast()
        covered = chain.last?.header.lastUnit ?? 0
      }
      let isKept = !isSmall()
      let (segment, reason) = try made(covered + 1...revision.lastUnit, revision, isKept: isKept)
      chain.append(segment)
      hidden.append([])
      fault = reason
      if isKept, reason == nil { removeOthers(than: chain) }
    }
    if let patch = try patch(hidden, revision) {
      chain.append(patch)
      hidden.append([])
    }
    return (IndexSnapshot(segments: chain, hidden: hidden, revision: revision), fault)
  }

  /// Few new units, held in memory until there are more.
  private func isDelta(_ segment: Segment) -> Bool { segment.path == nil && size(segment) <= FuzzyIndex.smallChange }

  private func size(_ segment: Segment) -> Int64 { segment.header.lastUnit - segment.header.firstUnit + 1 }

  /// The segments of the last snapshot that still serve: all but the patch of edited units, which is made anew.
  private func kept(_ snapshot: IndexSnapshot) -> [Segment] {
    snapshot.segments.filter { $0.header.firstUnit <= $0.header.lastUnit }
  }

  /// Segments in files that are whole, belong to this store and follow each other, as far as they reach.
  private func loaded(upTo revision: Revision) throws(MemoryError) -> [Segment] {
    guard let folder else { return [] }
    var found: [Segment] = []
    var useless: [String] = []
    for file in folder.files(language.language) {
      guard let bytes = SegmentBytes(mapping: file), let header = SegmentHeader(bytes.all),
        header.lastUnit <= revision.lastUnit, try store.revision(header.revision)?.stamp == header.stamp,
        let segment = Segment(bytes, path: file), segment.identity == store.identity,
        segment.language == language.language
      else {
        useless.append(file)
        continue
      }
      found.append(segment)
    }
    var chain: [Segment] = []
    while let next = found.filter({ $0.header.firstUnit == (chain.last?.header.lastUnit ?? 0) + 1 })
      .max(by: { ($0.header.lastUnit, $0.header.revision) < ($1.header.lastUnit, $1.header.revision) })
    {
      chain.append(next)
    }
    folder.remove(useless)
    return chain
  }

  private func removeOthers(than chain: [Segment]) {
    guard let folder else { return }
    let used = Set(chain.compactMap(\.path))
    folder.remove(folder.files(language.language).filter { !used.contains($0) })
  }

  /// Per segment: units of its range that changed after its revision.
  private func stale(_ chain: [Segment], _ revision: Revision) throws(MemoryError) -> [Set<Int64>] {
    var sets: [Set<Int64>] = []
    for segment in chain {
      let header = segment.header
      let changed =
        header.revision == revision.number
        ? [] : try store.changedUnits(after: header.revision, upTo: header.lastUnit)
      sets.append(Set(changed.filter { $0 >= header.firstUnit }))
    }
    return sets
  }

  /// A segment of a range of units, in a file if it can be, else in memory.
  private func made(
    _ units: ClosedRange<Int64>, _ revision: Revision, isKept: Bool
  ) throws(MemoryError) -> (Segment, String?) {
    let builder = try builder(units.lowerBound, [units])
    let header = SegmentHeader(
      firstUnit: units.lowerBound, lastUnit: units.upperBound, revision: revision.number, stamp: revision.stamp)
    guard isKept, let folder else { return (try inMemory(builder, header), nil) }
    let path = folder.file(language.language, header)
    do {
      try folder.create()
      _ = try builder.finish(header, to: SegmentSink(path: path))
      if let segment = SegmentBytes(mapping: path).flatMap({ Segment($0, path: path) }) { return (segment, nil) }
    } catch {
      // A reader must have its answer even where nothing can be written.
      let fallback = try self.builder(units.lowerBound, [units])
      return (try inMemory(fallback, header), "\(path): \(error.why)")
    }
    let fallback = try self.builder(units.lowerBound, [units])
    return (try inMemory(fallback, header), "\(path): what was written cannot be read back")
  }

  /// The present texts of stale units, in memory; nil if there are none.
  private func patch(_ hidden: [Set<Int64>], _ revision: Revision) throws(MemoryError) -> Segment? {
    let units = hidden.reduce(into: Set()) { $0.formUnion($1) }.sorted()
    guard let first = units.first else { return nil }
    let builder = try builder(first, units.map { $0...$0 })
    // A range with its ends exchanged marks a segment that covers no range.
    let header = SegmentHeader(firstUnit: first, lastUnit: first - 1, revision: revision.number, stamp: revision.stamp)
    return builder.count == 0 ? nil : try inMemory(builder, header)
  }

  private func builder(_ first: Int64, _ ranges: [ClosedRange<Int64>]) throws(MemoryError) -> SegmentBuilder {
    var builder = SegmentBuilder(
      language: language, identity: store.identity, firstUnit: first,
      expected: Int(ranges.reduce(0) { $0 + $1.upperBound - $1.lowerBound + 1 }))
    do {
      for range in ranges { try store.forEachText(language, units: range) { builder.add($0) } }
    } catch {
      throw MemoryError(error, path: store.name)
    }
    return builder
  }

  private func inMemory(_ builder: SegmentBuilder, _ header: SegmentHeader) throws(MemoryError) -> Segment {
    do {
      if let bytes = try builder.finish(header, to: SegmentSink(path: nil)), let segment = Segment(bytes) {
        return segment
      }
    } catch {
      throw .refused(path: store.name, why: "no index could be made: \(error.why)")
    }
    throw .refused(path: store.name, why: "no index could be made")
  }
}
