import ArgumentParser
import Corridor

/// What `match` prints.
enum MatchFormat: String, CaseIterable, ExpressibleByArgument { case text, json, tsv }

struct MatchCommand: CorridorCommand {
  static let configuration = CommandConfiguration.corridor(
    "match", "Find what the memory has that is like a text.",
    example: "corridor match \"Le cessez-le-feu est entré en vigueur mardi.\"")

  @Argument(help: "Texts to look for.") var texts: [String] = []
  @Option(help: ArgumentHelp("A file of texts, one a line; '-' is standard input.", valueName: "file"))
  var batch: String?
  @Option(
    help: ArgumentHelp(
      "A text, or XLIFF, to be translated from the memory as far as it goes; the result is XLIFF.", valueName: "file"))
  var pretranslate: String?

  @Option(help: ArgumentHelp("The language of the texts.", valueName: "tag")) var from: LanguageTag?
  @Option(help: ArgumentHelp("The language of the translations.", valueName: "tag")) var to: LanguageTag?
  @Option(help: ArgumentHelp("The least score, 0 to 100.", valueName: "score")) var min: Double = 70
  @Option(help: ArgumentHelp("How many matches of each text at most.", valueName: "count")) var top: Int = 5
  @Option(help: "text, json or tsv (line, score, source, target).") var format: MatchFormat = .text
  @Flag(help: "Do not mend targets whose source differs by a term, a name, a number or a date.") var noRepair = false

  @OptionGroup var place: MemoryOption
  @OptionGroup var common: CommonOptions

  func execute(_ output: Output, _ messages: Messages) throws -> Outcome {
    guard [texts.isEmpty, batch == nil, pretranslate == nil].count(where: { !$0 }) == 1 else {
      throw UsageError("name texts, or a file with --batch or --pretranslate")
    }
    let workspace = try common.open()
    var options = MatchOptions()
    (options.from, options.to, options.memory) = (from, to, place.place)
    (options.minimum, options.top, options.repairs) = (min, top, !noRepair && format != .tsv)
    try WaitingMessage.during("bringing the index up to the memory", messages) {
      try workspace.prepareIndex(from: from, memory: place.place)
    }
    if let pretranslate {
      options.repairs = !noRepair
      let counts = try workspace.pretranslate(InputFile(pretranslate), to: output, options)
      messages.say(counts.description + (output.name.map { "; wrote \($0)" } ?? ""))
      return .done
    }
    let queries = try batch.map(Self.lines) ?? texts
    let bar = ProgressBar("match", total: queries.count, messages)
    defer { bar.close() }
    let page = MatchPage(isColoured: Terminal.isColoured(output))
    var objects: [JSON] = []
    try workspace.match(queries, options) { answer in
      switch format {
      case .tsv: try output.write(MatchPage.rows(answer))
      case .json: objects += answer.matches.map { MatchPage.object(answer, $0) }
      case .text: try output.write(page.text(answer))
      }
      bar.advance(to: answer.line)
    }
    if format == .json { try output.writeLine(JSON.array(objects).text) }
    return .done
  }

  /// Lines without their ends, the last one only where it is not empty.
  private static func lines(_ file: String) throws -> [String] {
    var lines = try InputFile(file).text().split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map(String.init)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }
}
