import ArgumentParser
import Corridor

/// Options for reading the formats of the field.
struct ReadingOptionGroup: ParsableArguments {
  @Option(help: ArgumentHelp("The source language, where the format does not say it.", valueName: "tag"))
  var source: LanguageTag?
  @Option(help: ArgumentHelp("The target language, where the format does not say it.", valueName: "tag"))
  var target: LanguageTag?

  @Option(
    name: .customLong("limit"),
    help: ArgumentHelp(
      "Raise a limit of the readers, as name=number; may be repeated. Names: "
        + ReadingLimits.Name.allCases.map(\.rawValue).joined(separator: ", ") + ".", valueName: "name=number"))
  var limits: [String] = []

  func options() throws -> ExchangeOptions {
    var options = ExchangeOptions()
    options.source = source
    options.target = target
    for limit in limits {
      let halves = limit.split(separator: "=", maxSplits: 1).map(String.init)
      guard halves.count == 2, let name = ReadingLimits.Name(rawValue: halves[0]), let value = Int(halves[1]), value > 0
      else { throw UsageError("'\(limit)' is no limit; write name=number, for example depth=1000") }
      options.limits[name] = value
    }
    return options
  }
}

struct ConvertCommand: CorridorCommand {
  static let configuration = CommandConfiguration.corridor(
    "convert", "Turn a file of one format into one of another; what the other cannot hold is listed.",
    example: "corridor convert memory.tmx memory.xlf")

  @Argument(help: ArgumentHelp("The file to read; '-' is standard input.", valueName: "in")) var input: String
  @Argument(help: ArgumentHelp("The file to write; '-' is standard output.", valueName: "out")) var result: String = "-"

  @Option(help: ArgumentHelp("The format to read; else told by content, then by name.", valueName: "format"))
  var from: String?
  @Option(help: ArgumentHelp("The format to write; else told by the name of OUT.", valueName: "format"))
  var to: String?
  @Option(
    help: ArgumentHelp(
      "The version of XLIFF to write: 1.2, 2.0, 2.1 or 2.2; else that of the file read, 1.2 for other formats.",
      valueName: "version"))
  var xliffVersion: String?
  @Option(help: ArgumentHelp("The version of TBX to write: 3, or 2 for older tools.", valueName: "version"))
  var tbxVersion = "3"
  @Flag(help: "Write TMX as its schema has it; what the schema does not allow is listed as lost, not kept.")
  var strict = false
  @Flag(help: "Keep complete units of a damaged file, and list the others.") var salvage = false
  @Flag(help: "Write U+FFFD for characters that the format cannot hold.") var fixControls = false

  @OptionGroup var reading: ReadingOptionGroup
  @OptionGroup var common: CommonOptions

  var outputPath: String? { common.output ?? result }

  func execute(_ output: Output, _ messages: Messages) throws -> Outcome {
    let workspace = try common.open()
    var options = try reading.options()
    options.from = from
    options.to = to
    options.salvages = salvage
    options.replacesCharacters = fixControls
    options.xliffVersion = xliffVersion
    options.tbxVersion = tbxVersion
    options.isStrict = strict
    let digest = FindingDigest()
    let conversion = try workspace.convert(InputFile(input), to: output, options) { digest.take($0) }
    digest.close()
    for loss in conversion.losses { Messages.write("lost in \(conversion.to): \(loss.name) (\(loss.count))") }
    let dropped = conversion.dropped > 0 ? ", \(conversion.dropped) left out" : ""
    messages.say("\(conversion.written) from \(conversion.from) to \(conversion.to)\(dropped)")
    return conversion.dropped > 0 ? .findings : .done
  }
}

struct ValidateCommand: CorridorCommand {
  static let configuration = CommandConfiguration.corridor(
    "validate", "Report what is wrong with files of the exchange formats, by schema and by meaning.",
    example: "corridor validate memory.tmx")

  @Argument(help: ArgumentHelp("Files or folders of files.", valueName: "file")) var files: [String]
  @Option(help: ArgumentHelp("The format of every file; else told by content, then by name.", valueName: "format"))
  var format: String?

  @OptionGroup var reading: ReadingOptionGroup
  @OptionGroup var common: CommonOptions

  func execute(_ output: Output, _ messages: Messages) throws -> Outcome {
    let workspace = try common.open()
    var options = try reading.options()
    options.from = format
    let endings = Workspace.exchangeEndings
    var outcome = Outcome.done
    for file in try InputFile.expand(files, endings: endings) {
      var findings: [(finding: Finding, level: Finding.Level)] = []
      let start = SourcePosition(file: file.name)
      let report = try workspace.validate(file, options) { findings.append(($0, $1)) }
      messages.say(
        "\(file.name): \(report.format), \(report.items) read, \(report.schema) against the schema, \(report.meaning) "
          + "against the meaning")
      for (finding, level) in findings.sorted(by: { ($0.finding.position ?? start) < ($1.finding.position ?? start) }) {
        let place = finding.position ?? start
        // A fault that ends the reading says how much of the file is whole.
        let salvage = finding.evidence.first.map { " (\(Remedies.salvage($0)))" } ?? ""
        try output.writeLine("\(place): \(level.rawValue): \(finding.message)\(salvage) [\(finding.check)]")
      }
      if !report.isClean { outcome = .findings }
    }
    return outcome
  }
}
