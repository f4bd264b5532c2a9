import ArgumentParser
import Corridor
import Terminology

/// The concept table: what `glossary` groups.
struct GlossaryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "glossary", abstract: "Work on the concept table.",
    discussion: "Example: corridor glossary validate", version: Corridor.version,
    subcommands: [GlossaryValidateCommand.self])
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
