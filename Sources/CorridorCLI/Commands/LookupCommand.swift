import ArgumentParser
import Corridor

enum TextOrJSON: String, CaseIterable, ExpressibleByArgument { case text, json }

struct LookupCommand: CorridorCommand {
  static let configuration = CommandConfiguration.corridor(
    "lookup", "Look a term or name up in the glossary.", example: "corridor lookup \"couloirs de Latchine\"")

  @Argument(help: ArgumentHelp("Words or phrases, each one query; '-' reads a query a line.", valueName: "text"))
  var queries: [String]

  @Option(help: ArgumentHelp("The language of the queries.", valueName: "tag")) var from: LanguageTag?
  @Option(help: ArgumentHelp("The language that is wanted.", valueName: "tag")) var to: LanguageTag?
  @Option(help: "text or json.") var format: TextOrJSON = .text

  @OptionGroup var common: CommonOptions

  func execute(_ output: Output, _ messages: Messages) throws -> Outcome {
    let workspace = try common.open()
    var objects: [JSON] = []
    for query in try expanded() {
      let results = try workspace.lookup(query, from: from, to: to)
      switch format {
      case .json: objects += try results.map { Self.object(query, $0, try workspace.styleVerdicts(on: $0.concept)) }
      case .text:
        let verdicts = try results.map { try workspace.styleVerdicts(on: $0.concept) }
        try output.write(Self.page(query, results, verdicts, bold: Terminal.isColoured(output)))
      }
    }
    if format == .json { try output.writeLine(JSON.array(objects).text) }
    return .done
  }

  private func expanded() throws -> [String] {
    try queries.flatMap { query in
      query == "-" ? try InputFile("-").text().split(whereSeparator: \.isNewline).map(String.init) : [query]
    }
  }

  private typealias Verdicts = [[(style: String, verdict: String)]]

  private static func object(_ query: String, _ result: LookupResult, _ verdicts: Verdicts) -> JSON {
    .object([
      "query": .string(query), "how": .string(result.how.rawValue), "concept": .string(result.concept.id),
      "kind": .string(result.concept.kind.rawValue),
      "terms": .array(
        zip(result.concept.terms, verdicts).map { term, verdicts in
          .object([
            "lang": .string(term.language.description), "term": .string(term.text),
            "status": .string(term.status.rawValue), "note": .string(term.note),
            "profiles": .array(
              verdicts.map { .object(["profile": .string($0.style), "verdict": .string($0.verdict)]) }),
          ])
        }),
    ])
  }

  /// A block a concept: what was meant, then a line a term.
  private static func page(
    _ query: String, _ results: [LookupResult], _ verdicts: [Verdicts], bold: Bool
  ) -> String {
    guard !results.isEmpty else { return "\(query): nothing in the glossary\n" }
    var page = ""
    for (result, verdicts) in zip(results, verdicts) {
      let how = result.how == .near ? "did you mean" : result.how.rawValue
      page += "\(query): \(how) \(result.term.text)  [\(result.concept.id), \(result.concept.kind.rawValue)]\n"
      for (term, verdicts) in zip(result.concept.terms, verdicts) {
        let language = term.language.description
        let text = bold && term.status == .preferred ? "\u{1B}[1m\(term.text)\u{1B}[0m" : term.text
        let note = term.note.isEmpty ? "" : "  \(term.note)"
        let styles =
          verdicts.isEmpty ? "" : "  [" + verdicts.map { "\($0.style): \($0.verdict)" }.joined(separator: ", ") + "]"
        let padding = String(repeating: " ", count: max(0, 4 - language.count))
        page += "  \(language)\(padding)\(text)  (\(term.status.rawValue))\(styles)\(note)\n"
      }
    }
    return page
  }
}
