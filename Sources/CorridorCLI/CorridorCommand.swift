import ArgumentParser
import Corridor

/// How a command ended, when it ended well.
enum Outcome: Int32 {
  case done = 0
  /// Done, and something was found that a script may want to stop for.
  case findings = 1
}

/// A command: parse, call one use case, print. Output, messages and exit status are kept by `Main`.
protocol CorridorCommand: ParsableCommand {
  var common: CommonOptions { get }
  /// Where results go; nil is standard output.
  var outputPath: String? { get }
  func execute(_ output: Output, _ messages: Messages) throws -> Outcome
}

extension CorridorCommand {
  var outputPath: String? { common.output }

  /// `Main` calls `execute`; this only serves argument-parser's protocol.
  func run() throws { _ = try execute(Output(path: outputPath), Messages(isQuiet: common.quiet)) }
}

/// What every command takes.
struct CommonOptions: ParsableArguments {
  @Option(
    name: .customLong("glossary"),
    help: ArgumentHelp("A concept table to use instead of the workspace's; may be repeated.", valueName: "file"))
  var glossaries: [String] = []

  @Option(help: ArgumentHelp("The workspace: a folder with corridor.yml.", valueName: "dir"))
  var workspace: String?

  @Option(help: ArgumentHelp("Where Corridor's data (the glossary folder) is.", valueName: "dir"))
  var data: String?

  @Option(name: .shortAndLong, help: ArgumentHelp("Write there instead of to standard output.", valueName: "file"))
  var output: String?

  @Flag(help: "No progress and no messages but errors.")
  var quiet = false

  func open() throws -> Workspace {
    let workspace = try Workspace.open(glossaries: glossaries, folder: workspace, data: data)
    for note in workspace.configuration.notes { Messages(isQuiet: quiet).say(note) }
    if let note = workspace.cacheNote { Messages(isQuiet: quiet).say(note) }
    // The process ends with its command: to take apart what was loaded, piece by piece, would cost a short run a tenth.
    _ = Unmanaged.passRetained(workspace)
    return workspace
  }
}

extension CommandConfiguration {
  /// A command's page: what it does, an example, and the version that every command tells.
  static func corridor(_ name: String, _ abstract: String, example: String) -> CommandConfiguration {
    CommandConfiguration(
      commandName: name, abstract: abstract, discussion: "Example: \(example)", version: Corridor.version)
  }
}

// Both the values and the parser are libraries; only the command needs them together.
// swift-format-ignore: AvoidRetroactiveConformances
extension AcceptanceScope: @retroactive ExpressibleByArgument {}
// swift-format-ignore: AvoidRetroactiveConformances
extension Concept.Importance: @retroactive ExpressibleByArgument {}
// swift-format-ignore: AvoidRetroactiveConformances
extension LanguageTag: @retroactive ExpressibleByArgument {
  /// The tag that a person typed; nil if it is none.
  public init?(argument: String) { self.init(argument) }
}
