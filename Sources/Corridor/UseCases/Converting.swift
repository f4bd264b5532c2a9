package import Exchange
package import Files

/// How files of the exchange formats are read and written.
package struct ExchangeOptions: Sendable {
  /// The format to read; nil finds it by content, then by name.
  package var from: String?
  /// The format to write; nil takes the one of the output's ending.
  package var to: String?
  /// The languages of formats that do not say theirs.
  package var source: LanguageTag?
  package var target: LanguageTag?
  /// Keep complete units of a damaged file instead of refusing it.
  package var salvages = false
  /// Write U+FFFD for characters that XML cannot hold, instead of failing.
  package var replacesCharacters = false
  package var limits = ReadingLimits()
  /// The version of XLIFF to write: "1.2", "2.0", "2.1" or "2.2"; nil keeps that of the file, and takes 1.2 for others.
  package var xliffVersion: String?
  /// The version of TBX to write: "2" or "3".
  package var tbxVersion = "3"
  /// Write TMX as its schema has it; what the schema does not allow is counted as lost.
  package var isStrict = false

  package init() {}
}

extension Workspace {
  /// The names of all exchange formats.
  package static var exchangeFormats: [String] { ExchangeFormats.all.map(\.name) }

  /// Turns a file of one format into one of another, with everything that the other can hold.
  /// - Parameter report: is told of everything that the reader finds, against the schema and the meaning too, as it is met.
  /// - Throws: `CorridorError.usage` where the format to write is not told; `.inputs` for damage, a limit, or a character
  ///   that cannot be written. The output is then left without a commit.
  package func convert(
    _ file: InputFile, to output: Output, _ options: ExchangeOptions = ExchangeOptions(),
    report: @escaping (Finding) -> Void = { _ in }
  ) throws(CorridorError) -> Conversion.Report {
    let written = try format(options.to) ?? output.name.flatMap { ExchangeFormats.named(after: $0) }
    guard let written else {
      throw .usage("which format to write? Name one with --to: \(Self.exchangeFormats.joined(separator: ", "))")
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
      throw .usage("TBX \(options.tbxVersion) is not written; there are 2 and 3")
    }
    writing.tbxVersion = options.tbxVersion
    if let version = options.xliffVersion {
      guard ["1.2", "2.0", "2.1", "2.2"].contains(version) else {
        throw .usage("XLIFF \(version) is not written; there are 1.2, 2.0, 2.1 and 2.2")
      }
      writing.xliffVersion = version
    }
    let read = try format(options.from)
    return try exchanging { () throws(FileError) in
      try Conversion.run(
        from: try FileSource(path: file.name), reading: read, to: output, as: written, options: writing,
        context: context)
    }
  }

  /// What is wrong with a file, by its schema and by its meaning; `report` is told of each finding as it is met.
  /// - Throws: `CorridorError.refused` where the file cannot be opened, is of unknown format, or goes over a limit.
  package func validate(
    _ file: InputFile, _ options: ExchangeOptions = ExchangeOptions(),
    report: @escaping (Finding, Finding.Level) -> Void
  ) throws(CorridorError) -> Validation.Report {
    let named = try format(options.from)
    return try exchanging { () throws(FileError) in
      try Validation.run(
        try FileSource(path: file.name), as: named, limits: options.limits, from: options.source ?? configuration.from,
        to: options.target ?? configuration.to, report: report)
    }
  }

  func format(_ name: String?) throws(CorridorError) -> (any ExchangeFormat)? {
    guard let name else { return nil }
    guard let format = ExchangeFormats.named(name) else {
      throw .usage("there is no format '\(name)'; there are \(Self.exchangeFormats.joined(separator: ", "))")
    }
    return format
  }
}
