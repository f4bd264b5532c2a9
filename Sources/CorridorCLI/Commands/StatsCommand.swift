import ArgumentParser
import Corridor

/// What `stats` prints.
enum StatsFormat: String, CaseIterable, ExpressibleByArgument { case text, json, html }

struct StatsCommand: CorridorCommand {
  static let configuration = CommandConfiguration.corridor(
    "stats", "What the memory and the glossary hold, and how much of some texts the memory has.",
    example: "corridor stats tomorrow/*.fr.txt --format html -o stats.html")

  @Argument(help: ArgumentHelp("Texts to look up, sentence by sentence.", valueName: "file"))
  var files: [String] = []
  @Option(help: ArgumentHelp("The language of the texts.", valueName: "tag")) var from: LanguageTag?
  @Option(help: ArgumentHelp("The language of the translations.", valueName: "tag")) var to: LanguageTag?
  @Option(help: "text, json or html. Without it the output's ending decides, else text.") var format: StatsFormat?

  @OptionGroup var place: MemoryOption
  @OptionGroup var common: CommonOptions

  func execute(_ output: Output, _ messages: Messages) throws -> Outcome {
    let bar = ProgressBar("stats", messages)
    defer { bar.close() }
    let figures = try common.open().statistics(
      InputFile.expand(files, endings: ["txt"]), from: from, to: to, memory: place.place
    ) { bar.advance(to: $0, of: $1) }
    bar.close()
    let page = StatsPage(figures)
    let ending = common.output?.split(separator: ".").last.map(String.init)
    switch format ?? ending.flatMap({ StatsFormat(rawValue: $0 == "htm" ? "html" : $0) }) ?? .text {
    case .text: try output.write(page.text)
    case .json: try output.writeLine(page.json.text)
    case .html: try output.write(page.html)
    }
    return .done
  }
}
