public import Bitext
internal import Exchange
internal import Files
internal import TranslationMemory

/// What is said of every unit that is taken in.
public struct ImportOptions: Sendable {
  /// How the files are read.
  public var exchange = ExchangeOptions()
  /// Marks of provenance, for filters.
  public var tags: [String] = []
  /// The licence of the units.
  public var licence: String?
  /// Whether a person has confirmed the translations.
  public var isReviewed = false
  /// The memory that takes them.
  public var memory = MemoryPlace.workspace

  /// Takes files as they are, into the workspace's memory.
  public init() {}
}

/// What came of taking in one file.
public struct ImportReport: Hashable, Sendable {
  /// The file as the user named it.
  public let file: String
  /// The name of the format.
  public let format: String
  /// Units that were new to the memory.
  public fileprivate(set) var added = 0
  /// Units that the memory had already, each with the same texts, codes, properties and neighbours.
  public fileprivate(set) var known = 0
  /// Units that could not be used and were left out.
  public fileprivate(set) var dropped = 0
  /// Units with a text in one language only, which are kept but never match.
  public fileprivate(set) var oneSided = 0
}

extension Workspace {
  /// Takes files of units into the memory, all of them in one transaction: where one is refused, nothing is changed.
  /// - Parameters:
  ///   - report: is told of everything that the readers find.
  ///   - progress: is told of the units read so far.
  /// - Throws: `CorridorError.refused` for a file that is damaged, too large for a limit or holds no units; `.memory` if
  ///   the memory cannot be written.
  public func `import`(
    _ files: [InputFile], _ options: ImportOptions = ImportOptions(),
    report: @escaping (Finding) -> Void = { _ in }, progress: (Int) -> Void = { _ in }
  ) throws(CorridorError) -> [ImportReport] {
    let format = try format(options.exchange.from)
    let memory = try memory(options.memory)
    let note = "import " + files.map(\.name).joined(separator: " ")
    return try rememberingAll {
      try memory.store.write(note, by: Self.userName) { transaction in
        var units = 0
        return try files.map { file in
          try importing(file, as: format, options, into: transaction, report: report) {
            units += 1
            if units.isMultiple(of: 256) { progress(units) }
          }
        }
      }
    }
  }

  /// Brings the index of the language that is translated from up to the memory. An index is made anew where it is missing, so
  /// a failure here loses nothing.
  /// - Parameter from: the language, instead of the workspace's.
  public func prepareIndex(from: LanguageTag? = nil, memory place: MemoryPlace = .workspace) throws(CorridorError) {
    let memory = try memory(place, isRead: true)
    let language = from ?? configuration.from
    try remembering { () throws(MemoryError) in _ = try memory.prepare(language) }
  }

  private func importing(
    _ file: InputFile, as format: (any ExchangeFormat)?, _ options: ImportOptions,
    into transaction: any StoreTransaction, report: @escaping (Finding) -> Void, progress: () -> Void
  ) throws -> ImportReport {
    let exchange = options.exchange
    let context = ReadingContext(
      limits: exchange.limits, salvages: exchange.salvages, source: exchange.source ?? configuration.from,
      target: exchange.target ?? configuration.to, namesLanguages: exchange.target != nil,
      report: { finding, _ in report(finding) })
    var (added, known, oneSided) = (0, 0, 0)
    func add(_ record: UnitRecord?) throws {
      guard let record else { return }
      if Set(record.unit.variants.map(\.language)).count < 2 { oneSided += 1 }
      if try transaction.add(record) == nil { known += 1 } else { added += 1 }
    }
    var neighbours: UnitContext?
    do {
      let read = try UnitReading.run(FileSource(path: file.name), reading: format, context: context) {
        unit, _, format, position in
        var record = UnitProvenance.record(unit, origin: UnitOrigin(name: file.name, line: position.line))
        record.tags = Set(record.tags + options.tags).sorted()
        record.licence = record.licence ?? options.licence
        record.isReviewed = record.isReviewed || options.isReviewed
        var taking = neighbours ?? UnitContext(isDocument: format == "xliff")
        neighbours = nil
        try add(taking.take(record))
        neighbours = taking
        progress()
      }
      try add(neighbours?.finish())
      var report = ImportReport(file: file.name, format: read.format)
      (report.added, report.known, report.oneSided, report.dropped) = (added, known, oneSided, read.dropped)
      return report
    } catch let error as FileError {
      throw CorridorError(error)
    }
  }
}
