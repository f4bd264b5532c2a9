import ArgumentParser
import Corridor

/// What `names` groups.
struct NamesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "names", abstract: "Predict, match and list names.",
    discussion: "Example: echo \"Nikol Pachinian\" | corridor names predict", version: Corridor.version,
    subcommands: [
      NamesPredictCommand.self, NamesMatchCommand.self, NamesListCommand.self, NamesAcceptCommand.self,
      NamesTrainCommand.self,
    ])
}

struct NamesPredictCommand: CorridorCommand {
  static let configuration = CommandConfiguration.corridor(
    "predict", "Give the form of names in another language.",
    example: "echo \"Nikol Pachinian\" | corridor names predict")

  @Option(help: ArgumentHelp("The language that the names are in.", valueName: "tag")) var from: LanguageTag?
  @Option(help: ArgumentHelp("The language that is wanted.", valueName: "tag")) var to: LanguageTag?
  @Option(help: ArgumentHelp("The language that the names come from, where it is known.", valueName: "tag"))
  var origin: LanguageTag?
  @Flag(help: "Show the rules under each name.") var explain = false

  @OptionGroup var common: CommonOptions

  func execute(_ output: Output, _ messages: Messages) throws -> Outcome {
    let workspace = try common.open()
    for name in try InputFile("-").text().split(whereSeparator: \.isNewline).map(String.init) {
      let prediction = try workspace.predictName(name, from: from, to: to, origin: origin)
      let candidates = prediction.candidates
      func candidate(_ i: Int) -> String { i < candidates.count ? candidates[i].text : "" }
      let confidence = Decimals.fixed(candidates.first?.confidence ?? 0, digits: 3)
      try output.writeLine(
        [name, prediction.best ?? "", confidence, candidate(1), candidate(2)].joined(separator: "\t"))
      guard explain, let first = candidates.first else { continue }
      for rule in first.rules { try output.writeLine("  \(rule.id): \(rule.why)") }
    }
    return .done
  }
}

struct NamesMatchCommand: CorridorCommand {
  static let configuration = CommandConfiguration.corridor(
    "match", "Say whether pairs of spellings are one name.",
    example: "printf 'Choïgou\\tShoigu\\n' | corridor names match")

  @OptionGroup var common: CommonOptions

  func execute(_ output: Output, _ messages: Messages) throws -> Outcome {
    let workspace = try common.open()
    let bytes = Array(try InputFile("-").text().utf8)
    for (i, line) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
      let row = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
      if row.isEmpty { continue }
      let names = row.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
      guard names.count == 2 else {
        throw CorridorError.input(
          Fault(
            "a pair is two names with a tab between them", remedy: "correct the row",
            at: SourcePosition(file: "-", line: i + 1, column: 1)))
      }
      let match = try workspace.matchNames(
        String(decoding: names[0], as: UTF8.self), String(decoding: names[1], as: UTF8.self))
      try output.writeLine("\(Decimals.fixed(match.score, digits: 3))\t\(match.verdict.rawValue)\t\(match.reason)")
    }
    return .done
  }
}

struct NamesListCommand: CorridorCommand {
  static let configuration = CommandConfiguration.corridor(
    "list", "List every name with its spellings, by language and file.", example: "corridor names list seeds")

  @Argument(help: ArgumentHelp("Texts or folders of texts (*.txt); '-' is standard input.", valueName: "file"))
  var files: [String]

  @Option(
    help: ArgumentHelp("The language of every file (BCP 47); else '.fr.' in its name, else detected.", valueName: "tag")
  )
  var lang: LanguageTag?

  @Option(help: "text, json or html.") var format: NameListFormat = .text

  @OptionGroup var common: CommonOptions

  func execute(_ output: Output, _ messages: Messages) throws -> Outcome {
    let workspace = try common.open()
    let documents = try InputFile.expand(files, endings: ["txt"]).map { file in
      try workspace.segment(file, ReadingOptions(language: lang))
    }
    let entries = try workspace.listNames(documents)
    switch format {
    case .text: for entry in entries { try output.write(Self.lines(entry)) }
    case .json: try output.writeLine(JSON.array(entries.map(Self.object)).text)
    case .html: try output.write(NameListPage(entries, files: documents.count).html)
    }
    return .done
  }

  private static func lines(_ entry: NameEntry) -> String {
    var text = "\(entry.name) (\(entry.kind.rawValue), \(entry.count))\n"
    for form in entry.forms {
      let places = form.places.prefix(3).map { "\($0.file):\($0.line):\($0.column)" }
      let more = form.places.count > 3 ? ", …" : ""
      text += "  \(form.language)  \(form.text)  \(form.places.count)×  \(places.joined(separator: ", "))\(more)\n"
    }
    return text
  }

  private static func object(_ entry: NameEntry) -> JSON {
    .object([
      "name": .string(entry.name), "kind": .string(entry.kind.rawValue), "count": .integer(entry.count),
      "forms": .array(
        entry.forms.map { form in
          .object([
            "text": .string(form.text), "lang": .string(form.language.description),
            "count": .integer(form.places.count),
            "places": .array(
              form.places.map {
                .object(["file": .string($0.file), "line": .integer($0.line), "column": .integer($0.column)])
              }),
          ])
        }),
    ])
  }
}

enum NameListFormat: String, CaseIterable, ExpressibleByArgument { case text, json, html }
