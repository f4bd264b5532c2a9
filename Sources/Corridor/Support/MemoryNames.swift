internal import Bitext
internal import FoundationEssentials
internal import Linguistics
internal import Names
internal import Quality
internal import TranslationMemory

/// The names that a memory has, each spelling once with how often it stands there and in which unit first.
///
/// Found by reading every unit once; kept in the cache with the revision, so that the next run reads only what came since.
struct MemoryNames {
  struct Key: Hashable {
    let language: String
    let kind: Concept.Kind
    /// The full form, and the words as they stand.
    let name: String
    let surface: String
  }

  struct Use: Hashable {
    var count: Int
    let firstUnit: Int64
  }

  private(set) var uses: [Key: Use] = [:]
  private(set) var revision = ""
  private(set) var lastUnit: Int64 = 0

  mutating func add(_ name: NameOccurrence, _ language: LanguageTag, unit: Int64) {
    // The glossary's names are judged by the glossary.
    guard !name.isConcept, name.kind != .org else { return }
    let key = Key(language: language.language, kind: name.kind, name: name.name, surface: name.surface.onOneLine)
    uses[key, default: Use(count: 0, firstUnit: unit)].count += 1
  }

  mutating func isComplete(as revision: Revision) {
    self.revision = Self.mark(revision)
    lastUnit = revision.lastUnit
  }

  static func mark(_ revision: Revision) -> String { "\(revision.number) \(revision.stamp)" }
}

extension MemoryNames {
  /// Rows of tabs: the revision, then a row a name.
  var bytes: [UInt8] {
    var text = "\(revision)\t\(lastUnit)\n"
    for (key, use) in uses {
      text +=
        "\(key.language)\t\(key.kind.rawValue)\t\(key.name.onOneLine)\t\(key.surface)\t\(use.count)\t\(use.firstUnit)\n"
    }
    return Array(text.utf8)
  }

  /// Nil where the bytes are none of ours.
  init?(_ bytes: [UInt8]) {
    var lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").makeIterator()
    guard let head = lines.next()?.split(separator: "\t", omittingEmptySubsequences: false), head.count == 2,
      let last = Int64(head[1])
    else {
      return nil
    }
    revision = String(head[0])
    lastUnit = last
    while let line = lines.next() {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard fields.count == 6, let kind = Concept.Kind(rawValue: fields[1]), let count = Int(fields[4]),
        let unit = Int64(fields[5])
      else { return nil }
      uses[Key(language: fields[0], kind: kind, name: fields[2], surface: fields[3])] = Use(
        count: count, firstUnit: unit)
    }
  }
}

extension Workspace {
  /// The memory's names in the languages asked for, of those that may be spellings of `names`; nothing where there is no
  /// memory.
  func memoryTexts(beside texts: [NameRun.Text], in place: CheckOptions.Memory, progress: (Int, Int) -> Void)
    throws(CorridorError) -> [NameRun.Text]
  {
    guard let memory = try memoryToCheckAgainst(place) else { return [] }
    let known = try memoryNames(of: memory, progress: progress)
    var wanted: Set<String> = []
    for name in texts.flatMap(\.names) where !name.isConcept && name.kind != .org {
      wanted.formUnion(Self.meetingKeys(name.surface, name.name))
    }
    var found: [NameRun.Text] = []
    let path = memory.store.name
    // Every language: a form of another one's is told by its texts.
    for language in Set(known.uses.keys.map(\.language)).sorted() {
      guard let tag = LanguageTag(language) else { continue }
      let near = known.uses.filter { key, _ in
        key.language == language && !Self.meetingKeys(key.surface, key.name).isDisjoint(with: wanted)
      }.sorted { ($0.value.firstUnit, $0.key.surface) < ($1.value.firstUnit, $1.key.surface) }
      let names = near.map { key, use in
        (
          name: NameOccurrence(
            sentence: 0, bytes: 0..<0, surface: key.surface, kind: key.kind, name: key.name, isConcept: false),
          count: use.count
        )
      }
      if !names.isEmpty {
        let units = near.map(\.value.firstUnit)
        found.append(NameRun.Text(memory: names, language: tag) { "in unit \(units[$0]) of \(path)" })
      }
    }
    return found
  }

  /// What two spellings of one name have in common: the phonetic key of the last word, or, for a slip in that, the words
  /// before it.
  private static func meetingKeys(_ surface: String, _ full: String) -> Set<String> {
    guard let last = surface.split(separator: " ").last.map(String.init) else { return [] }
    let phonetic = NameKey.keys(forWord: last)
    let before = full.split(separator: " ").dropLast().map { Folding.key(String($0)) }.joined(separator: " ")
    return Set((phonetic.isEmpty ? [Folding.key(last)] : phonetic) + (before.isEmpty ? [] : ["before " + before]))
  }

  /// Nil without a workspace or a memory in it, or where the user does not want it asked.
  private func memoryToCheckAgainst(_ place: CheckOptions.Memory) throws(CorridorError) -> UnitMemory? {
    switch place {
    case .none: return nil
    case .file(let path): return try memory(.file(path), isRead: true)
    case .workspace:
      guard configuration.folder != nil, FileManager.default.fileExists(atPath: try memoryPath()) else { return nil }
      return try memory(isRead: true)
    }
  }

  private func memoryNames(of memory: UnitMemory, progress: (Int, Int) -> Void) throws(CorridorError)
    -> MemoryNames
  {
    let store = memory.store
    let cache = CompiledCache.standard
    let key = memoryNamesKey(store)
    let revision = try remembering { () throws(MemoryError) in try store.revision() }
    var names = key.flatMap { cache.bytes($0) }.flatMap { MemoryNames($0) } ?? MemoryNames()
    if names.revision == MemoryNames.mark(revision) { return names }
    let changed = try changes(since: names, in: store)
    if changed == nil { names = MemoryNames() }
    let total = Int(revision.lastUnit - names.lastUnit)
    var read = 0
    var grown = names
    func add(_ unit: StoredUnit) throws {
      for variant in unit.record.unit.variants {
        guard let language = LanguageTag(variant.language) else { continue }
        for name in try self.names(in: [variant.plainText], language) { grown.add(name, language, unit: unit.id) }
      }
    }
    try rememberingAll {
      // A damaged unit names nobody; 'clean' and 'export' tell of it.
      for id in changed ?? [] { if let unit = try? store.unit(id) { try add(unit) } }
      try store.forEachUnit(UnitFilter(), after: names.lastUnit, damaged: { _ in }) { unit in
        try add(unit)
        read += 1
        if read.isMultiple(of: 64) { progress(read, total) }
        return unit.id < revision.lastUnit
      }
    }
    grown.isComplete(as: revision)
    if let key { cache.keep(grown.bytes, key) }
    return grown
  }

  /// Found by the memory, and by all that says what a name is. The revision is in the form itself: an older one is not
  /// made anew but read on from. Nil if the glossary or the knowledge of names cannot be told from another.
  private func memoryNamesKey(_ store: any Store) -> CompiledCache.Key? {
    guard let names = namesDigest(), let glossary = glossaryDigest() else { return nil }
    var digest = ContentDigest("memory names")
    digest.add(store.identity)
    digest.add(names)
    digest.add(glossary)
    return CompiledCache.Key(kind: "memory-names-2", digest)
  }

  /// Units that were read and have changed since; nil where they are so many, or the memory is another one under the same
  /// identity, that all is read anew. What a changed unit said before stays counted: it was written once.
  private func changes(since names: MemoryNames, in store: any Store) throws(CorridorError) -> [Int64]? {
    guard let number = names.revision.split(separator: " ").first.flatMap({ Int64($0) }) else { return nil }
    return try remembering { () throws(MemoryError) in
      guard let then = try store.revision(number), MemoryNames.mark(then) == names.revision else { return nil }
      let changed = try store.changedUnits(after: number, upTo: names.lastUnit)
      return changed.count > max(256, Int(names.lastUnit) / 50) ? nil : changed
    }
  }
}
