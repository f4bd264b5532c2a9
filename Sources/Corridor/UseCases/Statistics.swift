internal import Bitext
public import TranslationMemory

/// How many sentences, with how many words, have their best match in a band of scores.
public struct MatchBand: Hashable, Sendable {
  /// "101" (in context), "100", "95–99", … "none".
  public let name: String
  /// How many sentences.
  public fileprivate(set) var sentences = 0
  /// How many words they have.
  public fileprivate(set) var words = 0

  /// The least score of each band, best first; the last is everything else.
  fileprivate static let floors: [(name: String, least: Double)] = [
    ("101", 101), ("100", 100), ("95–99", 95), ("85–94", 85), ("75–84", 75), ("50–74", 50), ("none", 0),
  ]
}

/// What a memory and a glossary hold.
public struct WorkspaceStatistics: Sendable {
  /// Figures of the memory; nil if there is none.
  public let memory: StoreStatistics?
  /// The memory's file, if there is one.
  public let path: String?
  /// How many concepts the glossary in force has.
  public let concepts: Int
  /// Terms by language.
  public let terms: [(language: String, count: Int)]
  /// Best first; empty where nothing was asked for.
  public let bands: [MatchBand]
  /// What the bands are of: the files, or a sample of the memory's own units.
  public let bandsOf: String
}

extension Workspace {
  /// Counts over the memory and the glossary, and how much of some texts the memory has.
  /// - Parameters:
  ///   - files: texts whose sentences are looked up; without any, up to 500 of the memory's units against the others.
  /// - Throws: `CorridorError` where a file or the memory cannot be read. Without a memory only the glossary is counted.
  public func statistics(
    _ files: [InputFile] = [], from: LanguageTag? = nil, to: LanguageTag? = nil, memory place: MemoryPlace = .workspace,
    progress: (Int, Int) -> Void = { _, _ in }
  ) throws -> WorkspaceStatistics {
    let hasMemory = place != .workspace || configuration.folder != nil
    let memory = hasMemory ? try memory(place, isRead: true) : nil
    guard memory != nil || files.isEmpty else {
      _ = try memoryPath(place)
      return try statistics()
    }
    let figures = try memory.map { memory in
      try remembering { () throws(MemoryError) in try memory.store.statistics() }
    }
    var terms: [String: Int] = [:]
    let concepts = try glossary().concepts
    for term in concepts.flatMap(\.terms) { terms[term.language.language, default: 0] += 1 }
    var bands: [MatchBand] = []
    // A handful of units says nothing of how they repeat each other.
    if let memory, let figures, figures.units >= (files.isEmpty ? 50 : 1) {
      let (source, target) = (from ?? configuration.from, to ?? configuration.to)
      bands =
        files.isEmpty
        ? try ownBands(memory, source, target, progress)
        : try fileBands(files, in: memory, source, target, progress)
    }
    return WorkspaceStatistics(
      memory: figures, path: memory?.store.name, concepts: concepts.count,
      terms: terms.map { (language: $0.key, count: $0.value) }.sorted {
        ($1.count, $0.language) < ($0.count, $1.language)
      },
      bands: bands.contains { $0.sentences > 0 } ? bands : [],
      bandsOf: files.isEmpty ? "units of the memory against its others" : "sentences of \(files.count) files")
  }

  private func fileBands(
    _ files: [InputFile], in memory: UnitMemory, _ from: LanguageTag, _ to: LanguageTag,
    _ progress: (Int, Int) -> Void
  ) throws -> [MatchBand] {
    var tally = BandTally()
    for (number, file) in files.enumerated() {
      let sentences = try segment(file, ReadingOptions(language: file.languageInName ?? from)).segments.map(\.text)
      for (i, text) in sentences.enumerated() {
        let context = DocumentContext(
          language: from, previous: i > 0 ? sentences[i - 1] : nil,
          next: i + 1 < sentences.count ? sentences[i + 1] : nil)
        let query = MatchQuery(text, from: from, to: to, context: context, minimum: 50, top: 1, rules: .none)
        tally.add(text, try remembering { () throws(MemoryError) in try memory.matches(query).first })
      }
      progress(number + 1, files.count)
    }
    return tally.bands
  }

  /// Every n-th unit against all the others.
  private func ownBands(
    _ memory: UnitMemory, _ from: LanguageTag, _ to: LanguageTag, _ progress: (Int, Int) -> Void
  ) throws -> [MatchBand] {
    let last = try remembering { () throws(MemoryError) in try memory.store.revision().lastUnit }
    let step = max(1, last / 500)
    let ids = Array(stride(from: Int64(1), through: last, by: Int64.Stride(step)))
    let units = try remembering { () throws(MemoryError) in try memory.store.units(ids) }
    var tally = BandTally()
    for (number, unit) in units.enumerated() {
      let variants = unit.record.unit.variants
      guard let own = variants.first(where: { LanguageTag($0.language)?.sameLanguage(as: from) == true }) else {
        continue
      }
      let text = own.plainText
      let query = MatchQuery(
        text, from: from, to: to, minimum: 50, top: 1, excluding: unit.id, rules: .none)
      tally.add(text, try remembering { () throws(MemoryError) in try memory.matches(query).first })
      progress(number + 1, units.count)
    }
    return tally.bands
  }
}

private struct BandTally {
  var bands = MatchBand.floors.map { MatchBand(name: $0.name) }

  mutating func add(_ text: String, _ match: Match?) {
    let score = match.map { $0.isContextMatch ? 101 : $0.score } ?? 0
    guard let place = MatchBand.floors.firstIndex(where: { score >= $0.least }) else { return }
    bands[place].sentences += 1
    bands[place].words += text.split(whereSeparator: \.isWhitespace).count
  }
}
