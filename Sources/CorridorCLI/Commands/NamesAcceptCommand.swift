import ArgumentParser
import Corridor

/// Accepts findings of the name checks, so that they are silent from then on.
struct NamesAcceptCommand: CorridorCommand {
  static let configuration = CommandConfiguration.corridor(
    "accept", "Accept what the name checks find; it is silent from then on.",
    example: "corridor names accept --source depeche.fr.txt --target dispatch.en.txt --spelling Lukashenka")

  @Argument(help: ArgumentHelp("Texts to check by themselves, or folders of texts (*.txt).", valueName: "file"))
  var files: [String] = []
  @Option(help: ArgumentHelp("The source text of a translation.", valueName: "file")) var source: String?
  @Option(help: ArgumentHelp("The translation that is checked against it.", valueName: "file")) var target: String?
  @Option(help: ArgumentHelp("The language of FILE (BCP 47).", valueName: "tag")) var lang: LanguageTag?
  @Option(help: ArgumentHelp("The language of the source.", valueName: "tag")) var from: LanguageTag?
  @Option(help: ArgumentHelp("The language of the translation.", valueName: "tag")) var to: LanguageTag?
  @Option(help: ArgumentHelp("Only this spelling; may be repeated. Else all that is found.", valueName: "name"))
  var spelling: [String] = []
  @Option(help: ArgumentHelp("Only these checks, separated by commas.", valueName: "ids")) var only: String?
  @Option(
    help: ArgumentHelp(
      "How far: place (while the sentence is the same), text, pair (of languages), always.", valueName: "reach"))
  var scope: AcceptanceScope = .pair
  @Option(help: ArgumentHelp("Why, kept beside each.", valueName: "text")) var why = ""
  @Option(help: ArgumentHelp("The file of accepted findings; else the workspace's.", valueName: "file"))
  var into: String?

  @OptionGroup var common: CommonOptions

  private static let checks = ["name-mismatch", "name-misspelt", "name-untransliterated", "name-variant"]

  func validate() throws {
    if (source == nil) != (target == nil) { throw ValidationError("--source and --target go together.") }
    if source == nil && files.isEmpty { throw ValidationError("Name files, or --source and --target.") }
    if source != nil && !files.isEmpty { throw ValidationError("Name either files or --source and --target.") }
    for id in ids where !Self.checks.contains(id) {
      throw ValidationError("'\(id)' is no check of names; there are \(Self.checks.joined(separator: ", ")).")
    }
  }

  private var ids: Set<String> {
    let named = Set((only ?? "").split(separator: ",").map(String.init))
    return named.isEmpty ? Set(Self.checks) : named
  }

  func execute(_ output: Output, _ messages: Messages) throws -> Outcome {
    let workspace = try common.open()
    let options = CheckOptions(only: ids, accepted: into)
    func read(_ file: InputFile, _ language: LanguageTag?) throws -> Document {
      try workspace.segment(file, ReadingOptions(language: language))
    }
    let found: [Finding]
    if let source, let target {
      found = try workspace.check(source: read(InputFile(source), from), target: read(InputFile(target), to), options)
    } else {
      let documents = try InputFile.expand(files, endings: ["txt"]).map { try read($0, lang) }
      found = try workspace.check(documents, options)
    }
    let wanted = Set(spelling.map { $0.lowercased() })
    let chosen = found.filter { wanted.isEmpty || wanted.contains($0.surface.lowercased()) }
    for finding in try workspace.accept(chosen, scope: scope, why: why, into: into) {
      let instead = finding.suggestions.first.map { ", not '\($0)'" } ?? ""
      try output.writeLine("accepted: '\(finding.surface)'\(instead) [\(finding.check)]")
    }
    if chosen.isEmpty { messages.say("nothing was found to accept") }
    return .done
  }
}
