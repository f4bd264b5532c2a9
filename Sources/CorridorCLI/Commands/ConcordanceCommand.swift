import ArgumentParser
import Corridor

struct ConcordanceCommand: CorridorCommand {
  static let configuration = CommandConfiguration.corridor(
    "concordance", "Every unit of the memory that holds some words, on either side.",
    example: "corridor concordance \"couloir de Latchine\" --inflected")

  @Argument(help: "Words that follow each other; with --regex a regular expression, as ICU has them.")
  var text: String
  @Option(help: ArgumentHelp("Search the texts of this language only.", valueName: "tag")) var lang: LanguageTag?
  @Flag(help: "TEXT is a regular expression.") var regex = false
  @Flag(help: "Other forms of the words too: plurals, feminines, tenses.") var inflected = false
  @Flag(help: "The words may stand anywhere in a text, in any order.") var anywhere = false
  @Option(help: ArgumentHelp("How many units at most; else all.", valueName: "count")) var limit: Int?
  @Option(help: ArgumentHelp("The longest that a regular expression may take.", valueName: "seconds"))
  var timeLimit: Int = 30
  @Option(help: "text or json.") var format: ReportFormat = .text

  @OptionGroup var place: MemoryOption
  @OptionGroup var common: CommonOptions

  func execute(_ output: Output, _ messages: Messages) throws -> Outcome {
    guard !(regex && (inflected || anywhere)) else {
      throw UsageError("--inflected and --anywhere are for words; a regular expression says it itself")
    }
    guard limit ?? 1 > 0 else { throw UsageError("--limit \(limit ?? 0) asks for nothing; write 1 or more") }
    guard (1...86_400).contains(timeLimit) else {
      throw UsageError("--time-limit \(timeLimit) is no time; write seconds, 1 to 86400")
    }
    let query = ConcordanceQuery(
      text, language: lang, kind: regex ? .pattern : anywhere ? .words : .phrase, isInflected: inflected,
      limit: limit ?? .max, timeLimit: .seconds(timeLimit))
    let workspace = try common.open()
    let found = try WaitingMessage.during("searching", messages) {
      try workspace.concordance(query, memory: place.place)
    }
    switch format {
    case .json: try output.writeLine(JSON.array(found.hits.map(Self.object)).text)
    case .text:
      let isColoured = Terminal.isColoured(output)
      for hit in found.hits { try output.write(Self.text(hit, isColoured: isColoured)) }
    }
    let shown = found.hits.count < found.total ? "; \(found.hits.count) shown" : ""
    var rest = ""
    if let time = found.stoppedAfter {
      rest = "; stopped after \(Decimals.fixed(time / .seconds(1), digits: 1)) s, there may be more (--time-limit)"
    }
    if found.tooHard > 0 { rest += "; in \(found.tooHard) texts the pattern took too long: make it simpler" }
    messages.say("\(found.total) units\(shown)\(rest)")
    return .done
  }

  /// The place, then a line a text, with what was found marked.
  private static func text(_ hit: ConcordanceHit, isColoured: Bool) -> String {
    let record = hit.unit.record
    let origin = record.origin.map { ($0.line > 0 ? "\($0.name):\($0.line)" : $0.name) + " · " } ?? ""
    let head = "\(origin)unit \(hit.unit.id)"
    var page = (isColoured ? "\u{1B}[2m\(head)\u{1B}[0m" : head) + "\n"
    for (number, variant) in record.unit.variants.enumerated() {
      let places = hit.places.filter { $0.variant == number }.map(\.bytes)
      let text = marked(variant.plainText, places, isColoured ? ("\u{1B}[1;33m", "\u{1B}[0m") : ("[", "]"))
      let padding = String(repeating: " ", count: max(1, 6 - variant.language.count))
      page += "  \(variant.language)\(padding)\(text.onOneLine)\n"
    }
    return page
  }

  private static func marked(_ text: String, _ places: [Range<Int>], _ marks: (String, String)) -> String {
    let bytes = Array(text.utf8)
    var out = ""
    var end = 0
    for place in places where place.lowerBound >= end {
      out += String(decoding: bytes[end..<place.lowerBound], as: UTF8.self)
      out += marks.0 + String(decoding: bytes[place], as: UTF8.self) + marks.1
      end = place.upperBound
    }
    return out + String(decoding: bytes[end...], as: UTF8.self)
  }

  private static func object(_ hit: ConcordanceHit) -> JSON {
    let record = hit.unit.record
    let texts = record.unit.variants.enumerated().map { number, variant in
      let locator = TextLocator(variant.plainText)
      let places = hit.places.filter { $0.variant == number }.map { place in
        let start = locator.scalarOffset(ofByte: place.bytes.lowerBound)
        let length = locator.scalarOffset(ofByte: place.bytes.upperBound) - start
        return JSON.object(["offset": .integer(start), "length": .integer(length)])
      }
      return JSON.object([
        "lang": .string(variant.language), "text": .string(variant.plainText), "places": .array(places),
      ])
    }
    return .object([
      "unit": .integer(Int(hit.unit.id)), "origin": record.origin.map { .string($0.name) } ?? .null,
      "originLine": record.origin.map { .integer($0.line) } ?? .null, "texts": .array(texts),
      "previous": record.context?.previous.map(JSON.string) ?? .null,
      "next": record.context?.next.map(JSON.string) ?? .null,
    ])
  }
}
