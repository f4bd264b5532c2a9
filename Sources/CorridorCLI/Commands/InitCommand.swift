import ArgumentParser
import Corridor

struct InitCommand: CorridorCommand {
  static let configuration = CommandConfiguration.corridor(
    "init", "Make a workspace: corridor.yml, commented, and an empty glossary.", example: "corridor init our-desk")

  @Argument(help: ArgumentHelp("The folder; it is made where it is not there.", valueName: "dir"))
  var folder: String = "."

  @OptionGroup var common: CommonOptions

  func execute(_ output: Output, _ messages: Messages) throws -> Outcome {
    for file in try Workspace.make(in: folder) { try output.writeLine(file) }
    messages.say("edit corridor.yml, then run any command in the folder")
    return .done
  }
}
