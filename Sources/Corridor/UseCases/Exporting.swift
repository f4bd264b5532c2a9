public import Bitext
internal import Exchange
internal import Files
internal import FoundationEssentials
public import TranslationMemory

/// Which units are written out, and how.
public struct ExportOptions: Sendable {
  /// The name of a format of units; nil takes that of the output's ending, else TMX.
  public var format: String?
  /// Which units are written; every unit by default.
  public var filter = UnitFilter()
  /// The sides of formats that hold two.
  public var source: LanguageTag?
  /// The target side of formats that hold two.
  public var target: LanguageTag?
  /// Also where each unit came from, as properties of Corridor's own.
  public var hasProvenance = false
  /// Write TMX as its schema has it; what the schema does not allow is counted as lost.
  public var isStrict = false
  /// The version of XLIFF: "1.2", "2.0", "2.1" or "2.2"; nil takes 1.2.
  public var xliffVersion: String?
  /// Whether units that are damaged are passed over, each with a finding; otherwise the first one ends the export.
  public var salvages = false
  /// The memory that is written out.
  public var memory = MemoryPlace.workspace

  /// Every unit of the workspace's memory.
  public init() {}
}

/// What came of writing units out.
public struct ExportReport: Hashable, Sendable {
  /// How many units were written.
  public let units: Int
  /// Units that were passed over because they are damaged, by their numbers.
  public let damaged: [Int64]
  /// What the format could not hold, in the order of its first occurrence.
  public let losses: [FormatLoss]
}

extension Workspace {
  /// Writes units of the memory in the order in which they came.
  /// - Parameter progress: is told of the units written so far.
  /// - Returns: how many were written, and what the format could not hold.
  /// - Throws: `CorridorError.unfitFormat` for a format of no units; `.memory` or `.refused` if it is not read or not
  ///   written. The output is then left without a commit.
  public func export(
    to output: Output, _ options: ExportOptions = ExportOptions(), progress: (Int) -> Void = { _ in }
  ) throws(CorridorError) -> ExportReport {
    let named = try format(options.format) ?? output.name.flatMap { ExchangeFormats.named(after: $0) }
    let chosen = named ?? ExchangeFormats.named("tmx")
    guard let chosen, chosen.content == .units else {
      let known = ExchangeFormats.all.filter { $0.content == .units }.map(\.name)
      throw .unfitFormat(chosen?.name ?? "", needs: .units, known: known)
    }
    var filter = options.filter
    let isPaired = chosen.name != "tmx"
    let (source, target) = (options.source ?? configuration.from, options.target ?? configuration.to)
    // A format of two sides holds the units that have both.
    if isPaired, filter.languages.isEmpty { filter.languages = [source, target] }
    var writing = WritingOptions()
    (writing.tool, writing.toolVersion, writing.isStrict) = ("Corridor", Corridor.version, options.isStrict)
    if isPaired { (writing.source, writing.target) = (source, target) }
    writing.xliffVersion = options.xliffVersion
    let memory = try memory(options.memory, isRead: true)
    let header = TMXHeader(
      tool: "Corridor", version: Corridor.version, sourceLanguage: isPaired ? source.description : "*all*",
      originalFormat: "corridor", date: MemoryFile.now())
    var units = 0
    let writer = try exchanging { () throws(FileError) in
      let writer = try chosen.writer(output, options: writing)
      try writer.write(.header(BitextHeader(header, targetLanguage: isPaired ? target.description : nil)))
      return writer
    }
    var damaged: [Int64] = []
    let passOver: ((Int64) -> Void)? = options.salvages ? { damaged.append($0) } : nil
    try rememberingAll {
      try memory.store.forEachUnit(filter, after: 0, damaged: passOver) { stored in
        let unit = UnitProvenance.unit(stored.record, isWhole: options.hasProvenance)
        try exchanging { () throws(FileError) in try writer.write(.unit(unit)) }
        units += 1
        if units.isMultiple(of: 256) { progress(units) }
        return true
      }
    }
    try exchanging { () throws(FileError) in try writer.finish() }
    return ExportReport(
      units: units, damaged: damaged, losses: writer.losses.counts.map { FormatLoss(name: $0.name, count: $0.count) })
  }
}
