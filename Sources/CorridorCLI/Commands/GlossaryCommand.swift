import ArgumentParser
import Corridor

/// The concept table: what `glossary` groups.
struct GlossaryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "glossary", abstract: "Work on the concept table.",
    discussion: "Example: corridor glossary validate", version: Corridor.version,
    subcommands: [
      GlossaryValidateCommand.self, GlossaryImportCommand.self, GlossaryExportCommand.self, GlossaryAddCommand.self,
      GlossaryDiffCommand.self,
    ])
}

struct GlossaryValidateCommand: CorridorCommand {
  static let configuration = CommandConfiguration.corridor(
    "validate", "Report what is wrong with concept tables.", example: "corridor glossary validate glossary/concepts")

  @Argument(
    help: ArgumentHelp("Tables or folders of tables (*.csv); without any, the glossary in force.", valueName: "file"))
  var files: [String] = []

  @OptionGroup var common: CommonOptions

  func execute(_ output: Output, _ messages: Messages) throws -> Outcome {
    let workspace = try common.open()
    let findings = try workspace.validateGlossary(InputFile.expand(files, endings: ["csv"]))
    for finding in findings {
      try output.writeLine(finding.description)
    }
    if findings.isEmpty { messages.say("nothing wrong") }
    return findings.isEmpty ? .done : .findings
  }
}

struct GlossaryImportCommand: CorridorCommand {
  static let configuration = CommandConfiguration.corridor(
    "import", "Turn a glossary of another tool (TBX, UTX, OmegaT) into a concept table.",
    example: "corridor glossary import client.tbx -o glossary/client.csv")

  @Argument(help: ArgumentHelp("The glossary to read; '-' is standard input.", valueName: "file")) var file: String
  @Option(help: ArgumentHelp("Its format; else told by content, then by name.", valueName: "format")) var format:
    String?

  @OptionGroup var reading: ReadingOptionGroup
  @OptionGroup var common: CommonOptions

  func execute(_ output: Output, _ messages: Messages) throws -> Outcome {
    let workspace = try common.open()
    var options = try reading.options()
    options.from = format
    options.to = "csv"
    let digest = FindingDigest()
    let report = try workspace.convert(InputFile(file), to: output, options) { digest.take($0) }
    digest.close()
    for loss in report.losses { Messages.write("lost in the table: \(loss.name) (\(loss.count))") }
    messages.say("\(report.written) concepts from \(report.from)")
    return report.dropped > 0 ? .findings : .done
  }
}

struct GlossaryExportCommand: CorridorCommand {
  static let configuration = CommandConfiguration.corridor(
    "export", "Write the glossary in force for other tools; what their format cannot hold is listed.",
    example: "corridor glossary export -o desk.tbx")

  @Option(help: ArgumentHelp("csv, tbx, utx or omegat; else told by the name of -o, else csv.", valueName: "format"))
  var format: String?

  @OptionGroup var common: CommonOptions

  func execute(_ output: Output, _ messages: Messages) throws -> Outcome {
    for loss in try common.open().exportGlossary(to: output, format: format) {
      Messages.write("lost: \(loss.name) (\(loss.count))")
    }
    return .done
  }
}

struct GlossaryAddCommand: CorridorCommand {
  static let configuration = CommandConfiguration.corridor(
    "add", "Add terms of a concept to the workspace's glossary.",
    example: "corridor glossary add ceasefire fr=cessez-le-feu en=ceasefire")

  @Argument(help: ArgumentHelp("The concept's id: ASCII letters, digits, '_'.", valueName: "concept")) var concept:
    String
  @Argument(help: ArgumentHelp("Language and term.", valueName: "tag=term")) var terms: [String]
  @Option(help: "term, person, place or org.") var kind: String = "term"
  @Option(help: "preferred, admitted, deprecated, superseded or forbidden.") var status: String = "preferred"
  @Option(help: "What to know of it.") var note: String = ""
  @Option(help: "Where it is from.") var source: String = ""
  @Option(help: ArgumentHelp("The table; else the first of the workspace.", valueName: "file")) var table: String?

  @OptionGroup var common: CommonOptions

  func validate() throws {
    let isPlain = concept.unicodeScalars.allSatisfy {
      $0.isASCII && ($0.properties.isAlphabetic || $0 == "_" || $0.properties.numericType != nil)
    }
    if concept.isEmpty || !isPlain {
      throw ValidationError("'\(concept)' is no id: ASCII letters, digits and '_' only.")
    }
    if terms.isEmpty { throw ValidationError("Name at least one term as tag=term.") }
    for term in terms where Self.read(term) == nil {
      throw ValidationError("'\(term)' is no term; write it as tag=term, for example fr=cessez-le-feu.")
    }
    if Concept.Kind(rawValue: kind) == nil {
      throw ValidationError("'\(kind)' is no kind; it is term, person, place or org.")
    }
    if TermStatus(rawValue: status) == nil {
      throw ValidationError(
        "'\(status)' is no status; there are \(TermStatus.allCases.map(\.rawValue).joined(separator: ", ")).")
    }
  }

  private static func read(_ argument: String) -> (language: LanguageTag, text: String)? {
    let halves = argument.split(separator: "=", maxSplits: 1).map(String.init)
    guard halves.count == 2, let tag = LanguageTag(halves[0]), halves[1].contains(where: { !$0.isWhitespace }) else {
      return nil
    }
    return (tag, halves[1])
  }

  func execute(_ output: Output, _ messages: Messages) throws -> Outcome {
    let added = try common.open().addToGlossary(
      concept: concept, kind: Concept.Kind(rawValue: kind) ?? .term, terms: terms.compactMap(Self.read),
      status: TermStatus(rawValue: status) ?? .preferred, note: note, source: source, table: table)
    messages.say("\(added.rows) rows added to \(added.table)")
    return .done
  }
}

struct GlossaryDiffCommand: CorridorCommand {
  static let configuration = CommandConfiguration.corridor(
    "diff", "List what changed from one concept table to another: + added, - removed, ~ changed.",
    example: "corridor glossary diff last-year.csv this-year.csv")

  @Argument(help: ArgumentHelp("The table before.", valueName: "old")) var old: String
  @Argument(help: ArgumentHelp("The table after.", valueName: "new")) var new: String

  @OptionGroup var common: CommonOptions

  func execute(_ output: Output, _ messages: Messages) throws -> Outcome {
    let differences = try common.open().glossaryDifferences(InputFile(old), InputFile(new))
    for difference in differences { try output.writeLine(difference.line) }
    if differences.isEmpty { messages.say("no difference") }
    return differences.isEmpty ? .done : .findings
  }
}
