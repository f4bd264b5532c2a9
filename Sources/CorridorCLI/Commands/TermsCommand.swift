import ArgumentParser
import Corridor

/// Work on terms in texts: what `terms` groups.
struct TermsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "terms", abstract: "Find terms that are not in the glossary yet.",
    discussion: "Example: corridor terms extract reports/ --lang fr", version: Corridor.version,
    subcommands: [TermsExtractCommand.self])
}

enum ExtractionFormat: String, CaseIterable, ExpressibleByArgument { case tsv, csv, html }

struct TermsExtractCommand: CorridorCommand {
  static let configuration = CommandConfiguration.corridor(
    "extract", "List phrases that may be terms, best first, with their sentences.",
    example: "corridor terms extract --units memory.tmx --format csv -o candidates.csv")

  @Argument(
    help: ArgumentHelp("Texts of one language, or folders of texts (*.txt); '-' is standard input.", valueName: "file"))
  var files: [String] = []

  @Option(
    help: ArgumentHelp(
      "Aligned units (TMX, XLIFF, PO, TSV) instead of texts: translations are proposed.", valueName: "file"))
  var units: String?

  @Option(help: ArgumentHelp("The language of the texts; else '.fr.' in the name, else detected.", valueName: "tag"))
  var lang: LanguageTag?
  @Option(help: ArgumentHelp("The source language of the units.", valueName: "tag")) var from: LanguageTag?
  @Option(help: ArgumentHelp("The language of the translations.", valueName: "tag")) var to: LanguageTag?

  @Option(
    help: ArgumentHelp(
      "Texts of general language: what is common there counts less. Single words need it.", valueName: "corpus"))
  var against: [String] = []

  @Option(help: "How many candidates to give.") var top: Int = 200
  @Option(help: "How often a candidate must occur.") var minimum: Int = 3
  @Option(help: "tsv; csv (rows to paste into a concept table); html (to look at).") var format: ExtractionFormat = .tsv
  @Flag(help: "Also what the glossary has, names, dates, and single words.") var all = false
  @Flag(help: "Only a blank line ends a paragraph: for text wrapped at a width.") var wrapped = false

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if files.isEmpty == (units == nil) { throw ValidationError("Name either texts or --units.") }
    if top < 1 || minimum < 1 { throw ValidationError("--top and --minimum are 1 or more.") }
  }

  func execute(_ output: Output, _ messages: Messages) throws -> Outcome {
    let workspace = try common.open()
    func read(_ paths: [String], _ language: LanguageTag?) throws -> [Document] {
      try InputFile.expand(paths, endings: ["txt"]).map { file in
        let document = try workspace.segment(file, ReadingOptions(language: language, wrapped: wrapped))
        if let note = document.languageNote { messages.say(note) }
        return document
      }
    }
    let extracted: ExtractedTerms
    if let units {
      extracted = try workspace.extractTerms(
        fromUnits: InputFile(units), from: from, to: to, minimum: minimum, most: top, includingAll: all)
    } else {
      let documents = try read(files, lang)
      let general = try read(against, lang ?? documents.first?.language)
      extracted = try workspace.extractTerms(
        documents, against: general, minimum: minimum, most: top, includingAll: all)
    }
    let page = TermListPage(extracted)
    switch format {
    case .tsv: try output.write(page.tsv)
    case .csv: try output.write(page.csv)
    case .html: try output.write(page.html)
    }
    messages.say("\(extracted.candidates.count) candidates from \(extracted.sentences.count) sentences")
    return .done
  }
}
