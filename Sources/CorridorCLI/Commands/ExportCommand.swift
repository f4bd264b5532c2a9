import ArgumentParser
import Corridor

/// Which units of the memory a command works on.
struct FilterOptions: ParsableArguments {
  @Option(
    name: .customLong("lang"),
    help: ArgumentHelp("Units that have this language; may be repeated, then all of them.", valueName: "tag"))
  var languages: [LanguageTag] = []
  @Option(help: ArgumentHelp("Units last changed on this day or later, as 2020-11-10.", valueName: "date"))
  var since: String?
  @Option(help: ArgumentHelp("Units last changed before this day.", valueName: "date")) var until: String?
  @Option(
    name: .customLong("origin"), help: ArgumentHelp("Units of this file; may be repeated.", valueName: "name"))
  var origins: [String] = []
  @Option(name: .customLong("tag"), help: ArgumentHelp("Units with this mark; may be repeated.", valueName: "name"))
  var tags: [String] = []
  @Flag(help: "Units that a person has confirmed.") var reviewed = false

  func filter() throws -> UnitFilter {
    var filter = UnitFilter(languages: languages, origins: origins, tags: tags, isReviewed: reviewed ? true : nil)
    filter.since = try since.map { try Day.date($0, option: "--since") }
    filter.until = try until.map { try Day.date($0, option: "--until") }
    return filter
  }
}

struct ExportCommand: CorridorCommand {
  static let configuration = CommandConfiguration.corridor(
    "export", "Write the memory, or part of it, as TMX, XLIFF, PO, TSV or an OmegaT project.",
    example: "corridor export --since 2020-09-27 -o memory.tmx")

  @Option(
    help: ArgumentHelp(
      "tmx, xliff, po, tsv or omegat, which makes a project folder; else told by the output's ending, else tmx.",
      valueName: "format"))
  var format: String?
  @Option(help: ArgumentHelp("The source side of XLIFF, PO and TSV.", valueName: "tag")) var from: LanguageTag?
  @Option(help: ArgumentHelp("The target side of XLIFF, PO and TSV.", valueName: "tag")) var to: LanguageTag?
  @Flag(help: "Also say where each unit came from, as properties.") var provenance = false
  @Flag(help: "Write TMX as its schema has it; what the schema does not allow is listed as lost.") var strict = false
  @Flag(help: "Pass over units that are damaged, and list them.") var salvage = false
  @Option(help: ArgumentHelp("The version of XLIFF to write: 1.2 or 2.0.", valueName: "version"))
  var xliffVersion: String?

  @OptionGroup var filters: FilterOptions
  @OptionGroup var place: MemoryOption
  @OptionGroup var common: CommonOptions

  /// Where a folder is made, no file is.
  var outputPath: String? { isProject ? nil : common.output }
  private var isProject: Bool { format?.lowercased() == "omegat" }

  func execute(_ output: Output, _ messages: Messages) throws -> Outcome {
    let workspace = try common.open()
    var options = ExportOptions()
    options.format = format
    options.filter = try filters.filter()
    (options.source, options.target) = (from, to)
    options.hasProvenance = provenance
    options.isStrict = strict
    options.salvages = salvage
    options.xliffVersion = xliffVersion
    options.memory = place.place
    let bar = ProgressBar("export", messages)
    defer { bar.close() }
    if isProject {
      guard let folder = common.output else {
        throw UsageError("an OmegaT project is a folder; name it with -o")
      }
      let units = try workspace.exportProject(to: folder, options, progress: bar.advance)
      bar.close()
      messages.say("\(units) units and the glossary in the OmegaT project \(folder)")
      return .done
    }
    let report = try workspace.export(to: output, options, progress: bar.advance)
    bar.close()
    for loss in report.losses { Messages.write("lost: \(loss.name) (\(loss.count))") }
    for id in report.damaged { Messages.write("unit \(id): damaged, left out; 'edit \(id) --delete' removes it") }
    messages.say("\(report.units) units" + (output.name.map { "; wrote \($0)" } ?? ""))
    return report.damaged.isEmpty ? .done : .findings
  }
}
