internal import Exchange
public import Files

/// How files of the exchange formats are read and written.
public struct ExchangeOptions: Sendable {
  /// The format to read; nil finds it by content, then by name.
  public var from: String?
  /// The format to write; nil takes the one of the output's ending.
  public var to: String?
  /// The languages of formats that do not say theirs.
  public var source: LanguageTag?
  /// The target language of formats that do not say theirs.
  public var target: LanguageTag?
  /// Keep complete units of a damaged file instead of refusing it.
  public var salvages = false
  /// Write U+FFFD for characters that XML cannot hold, instead of failing.
  public var replacesCharacters = false
  /// Bounds that keep a hostile file from eating the machine.
  public var limits = ReadingLimits()
  /// The version of XLIFF to write: "1.2", "2.0", "2.1" or "2.2"; nil keeps that of the file, and takes 1.2 for others.
  public var xliffVersion: String?
  /// The version of TBX to write: "2" or "3".
  public var tbxVersion = "3"
  /// Write TMX as its schema has it; what the schema does not allow is counted as lost.
  public var isStrict = false

  /// Finds the formats by itself, and refuses damage.
  public init() {}
}

/// Something that a format could not hold, and how often it occurred.
public struct FormatLoss: Hashable, Sendable {
  /// "relation", "note", "inline code".
  public let name: String
  /// How often it was left out.
  public let count: Int
}

/// What came of turning a file of one format into one of another.
public struct ConversionReport: Hashable, Sendable {
  /// Names of the formats.
  public let from: String
  /// The name of the format that was written.
  public let to: String
  /// Units, entries or sets of rules that were written.
  public let written: Int
  /// Units or entries that could not be used and were left out.
  public let dropped: Int
  /// What the output format could not hold, in the order of its first occurrence.
  public let losses: [FormatLoss]
}

/// What came of looking through a file.
public struct ValidationReport: Hashable, Sendable {
  /// The name of the format.
  public let format: String
  /// Units, entries or sets of rules that were read.
  public let items: Int
  /// Findings against the format's schema; a file that cannot be read to its end has one.
  public let schema: Int
  /// Findings against the meaning of what is in it.
  public let meaning: Int

  /// Whether nothing was found.
  public var isClean: Bool { schema + meaning == 0 }
}

extension Workspace {
  /// The names of all exchange formats.
  public static var exchangeFormats: [String] { ExchangeFormats.all.map(\.name) }

  /// The endings of the names of their files, without the dot: "tmx", "xlf".
  public static var exchangeEndings: [String] { ExchangeFormats.all.flatMap(\.extensions) }

  /// Turns a file of one format into one of another, with everything that the other can hold.
  /// - Parameter report: is told of everything that the reader finds, against the schema and the meaning too, as it is met.
  /// - Throws: `CorridorError.noFormat`, `.unknownFormat`, `.unknownVersion`; `.refused` for damage, a limit, or a character
  ///   that cannot be written. The output is then left without a commit.
  public func convert(
    _ file: InputFile, to output: Output, _ options: ExchangeOptions = ExchangeOptions(),
    report: @escaping (Finding) -> Void = { _ in }
  ) throws(CorridorError) -> ConversionReport {
    let written = try format(options.to) ?? output.name.flatMap { ExchangeFormats.named(after: $0) }
    guard let written else {
      throw .noFormat(known: Self.exchangeFormats)
    }
    let context = ReadingContext(
      limits: options.limits, salvages: options.salvages, validates: true,
      source: options.source ?? configuration.from, target: options.target ?? configuration.to,
      namesLanguages: options.target != nil, report: { finding, _ in report(finding) })
    var writing = WritingOptions()
    writing.source = options.source
    writing.target = options.target
    writing.characters = options.replacesCharacters ? .replace : .refuse
    writing.tool = "Corridor"
    writing.toolVersion = Corridor.version
    writing.isStrict = options.isStrict
    guard ["2", "3"].contains(options.tbxVersion) else {
      throw .unknownVersion(format: "TBX", version: options.tbxVersion, known: ["2", "3"])
    }
    writing.tbxVersion = options.tbxVersion
    if let version = options.xliffVersion {
      let known = ["1.2", "2.0", "2.1", "2.2"]
      guard known.contains(version) else { throw .unknownVersion(format: "XLIFF", version: version, known: known) }
      writing.xliffVersion = version
    }
    let read = try format(options.from)
    let done = try exchanging { () throws(FileError) in
      try Conversion.run(
        from: try FileSource(path: file.name), reading: read, to: output, as: written, options: writing,
        context: context)
    }
    return ConversionReport(
      from: done.from, to: done.to, written: done.written, dropped: done.dropped,
      losses: done.losses.map { FormatLoss(name: $0.name, count: $0.count) })
  }

  /// What is wrong with a file, by its schema and by its meaning; `report` gets each finding as it is met, with its level.
  /// - Throws: `CorridorError.refused` where the file cannot be opened, is of unknown format, or goes over a limit.
  public func validate(
    _ file: InputFile, _ options: ExchangeOptions = ExchangeOptions(),
    report: @escaping (Finding, Finding.Level) -> Void
  ) throws(CorridorError) -> ValidationReport {
    let named = try format(options.from)
    let done = try exchanging { () throws(FileError) in
      try Validation.run(
        try FileSource(path: file.name), as: named, limits: options.limits, from: options.source ?? configuration.from,
        to: options.target ?? configuration.to,
        report: report)
    }
    return ValidationReport(format: done.format, items: done.items, schema: done.schema, meaning: done.meaning)
  }

  func format(_ name: String?) throws(CorridorError) -> (any ExchangeFormat)? {
    guard let name else { return nil }
    guard let format = ExchangeFormats.named(name) else {
      throw .unknownFormat(name, known: Self.exchangeFormats)
    }
    return format
  }
}
