import ArgumentParser
import Corridor

/// The memory that a command works on.
struct MemoryOption: ParsableArguments {
  @Option(help: ArgumentHelp("The memory's file, instead of the workspace's.", valueName: "file"))
  var memory: String?

  /// The file that was named, else the workspace's memory.
  var place: MemoryPlace { memory.map(MemoryPlace.file) ?? .workspace }
}

struct ImportCommand: CorridorCommand {
  static let configuration = CommandConfiguration.corridor(
    "import", "Take files of translation units into the memory: TMX, XLIFF, PO, TSV.",
    example: "corridor import old-memory.tmx --tag 2020")

  @Argument(help: ArgumentHelp("Files or folders of files; '-' is standard input.", valueName: "file"))
  var files: [String]

  @Option(help: ArgumentHelp("The format of every file; else told by content, then by name.", valueName: "format"))
  var format: String?
  @Flag(help: "Keep complete units of a damaged file, and list the others.") var salvage = false
  @Option(
    name: .customLong("tag"), help: ArgumentHelp("A mark for every unit; may be repeated.", valueName: "name"))
  var tags: [String] = []
  @Option(help: ArgumentHelp("The licence of the units.", valueName: "name")) var licence: String?
  @Flag(help: "A person has confirmed these translations.") var reviewed = false

  @OptionGroup var reading: ReadingOptionGroup
  @OptionGroup var place: MemoryOption
  @OptionGroup var common: CommonOptions

  func execute(_ output: Output, _ messages: Messages) throws -> Outcome {
    let workspace = try common.open()
    var options = ImportOptions()
    options.exchange = try reading.options()
    options.exchange.from = format
    options.exchange.salvages = salvage
    options.tags = tags
    options.licence = licence
    options.isReviewed = reviewed
    options.memory = place.place
    let endings = ["tmx", "xlf", "xliff", "po", "pot", "tsv"].flatMap { [$0, $0 + ".gz"] }
    let inputs = try InputFile.expand(files, endings: endings)
    let digest = FindingDigest()
    let bar = ProgressBar("import", messages)
    defer { bar.close() }
    let reports = try workspace.import(inputs, options, report: { digest.take($0) }, progress: bar.advance)
    bar.close()
    digest.close()
    // So that the first match need not wait for the index. After a great import it does: the two together would hold more
    // than either.
    let added = reports.reduce(0) { $0 + $1.added }
    if added > 0, added <= Self.indexedAtOnce {
      try WaitingMessage.during("index", messages) { try workspace.prepareIndex(memory: place.place) }
    }
    for report in reports { messages.say(Self.line(report)) }
    if reports.count > 1 {
      let (added, known) = (reports.reduce(0) { $0 + $1.added }, reports.reduce(0) { $0 + $1.known })
      messages.say("\(reports.count) files: \(added) units added, \(known) known already")
    }
    return reports.contains { $0.dropped > 0 } ? .findings : .done
  }

  private static let indexedAtOnce = 250_000

  private static func line(_ report: ImportReport) -> String {
    var line = "\(report.file): \(report.added) units added"
    if report.known > 0 { line += ", \(report.known) known already" }
    if report.dropped > 0 { line += ", \(report.dropped) left out" }
    if report.oneSided > 0 { line += "; \(report.oneSided) have one language only" }
    return line + " (\(report.format))"
  }
}
