public import Exchange

/// How files of the exchange formats are read and written.
public struct ExchangeOptions: Sendable {
  /// The format to read; nil finds it by content, then by name.
  public var from: String?
  /// The format to write; nil takes the one of the output's ending.
  public var to: String?
  /// The languages of formats that do not say theirs.
  public var source: LanguageTag?
  public var target: LanguageTag?
  /// Keep complete units of a damaged file instead of refusing it.
  public var salvages = false
  /// Write U+FFFD for characters that XML cannot hold, instead of failing.
  public var replacesCharacters = false
  public var limits = ReadingLimits()

  public init() {}
}

/// What reading a file brought to light.
public struct ExchangeReport: Sendable {
  public let conversion: Conversion.Report
  public let findings: [Exchange.Finding]
}

extension Workspace {
  /// The names of all exchange formats.
  public static var exchangeFormats: [String] { ExchangeFormats.all.map(\.name) }

  /// Turns a file of one format into one of another, with everything that the other can hold.
  /// - Throws: `CorridorError.usage` where the format to write is not told; `.inputs` for damage, a limit, or a character
  ///   that cannot be written. The output is then left without a commit.
  public func convert(_ file: InputFile, to output: Output, _ options: ExchangeOptions = ExchangeOptions())
    throws(CorridorError) -> ExchangeReport
  {
    let written = try format(options.to) ?? output.name.flatMap { ExchangeFormats.named(after: $0) }
    guard let written else {
      throw .usage("which format to write? Name one with --to: \(Self.exchangeFormats.joined(separator: ", "))")
    }
    var findings: [Exchange.Finding] = []
    let context = ReadingContext(
      limits: options.limits, salvages: options.salvages, source: options.source ?? configuration.from,
      target: options.target ?? configuration.to, report: { findings.append($0) })
    var writing = WritingOptions()
    writing.source = options.source
    writing.target = options.target
    writing.characters = options.replacesCharacters ? .replace : .refuse
    writing.tool = "Corridor"
    writing.toolVersion = Corridor.version
    let read = try format(options.from)
    let report = try exchanging { () throws(ExchangeError) in
      try Conversion.run(
        from: try Self.open(file), reading: read, to: output, as: written, options: writing, context: context)
    }
    return ExchangeReport(conversion: report, findings: findings)
  }

  /// What is wrong with a file, by its schema and by its meaning; `report` is told of each finding as it is met.
  /// - Throws: `CorridorError.refused` where the file cannot be opened, is of unknown format, or goes over a limit.
  public func validate(
    _ file: InputFile, _ options: ExchangeOptions = ExchangeOptions(), report: @escaping (Exchange.Finding) -> Void
  ) throws(CorridorError) -> Validation.Report {
    let named = try format(options.from)
    return try exchanging { () throws(ExchangeError) in
      try Validation.run(
        try Self.open(file), as: named, limits: options.limits, from: options.source ?? configuration.from,
        to: options.target ?? configuration.to, report: report)
    }
  }

  private func format(_ name: String?) throws(CorridorError) -> (any ExchangeFormat)? {
    guard let name else { return nil }
    guard let format = ExchangeFormats.named(name) else {
      throw .usage("there is no format '\(name)'; there are \(Self.exchangeFormats.joined(separator: ", "))")
    }
    return format
  }

  static func open(_ file: InputFile) throws(ExchangeError) -> any ByteSource {
    guard file.isStandardInput else { return try FileSource(path: file.name) }
    return StandardInput()
  }
}

/// Standard input, piece by piece.
private final class StandardInput: ByteSource {
  let name = "-"
  private var bytes: [UInt8]?

  func read() throws(ExchangeError) -> [UInt8] {
    if bytes != nil { return [] }
    do {
      let all = try InputFile("-").bytes()
      bytes = all
      return all
    } catch {
      throw ExchangeError(.file, "standard input could not be read; try a file", at: SourcePosition(file: "-"))
    }
  }
}
