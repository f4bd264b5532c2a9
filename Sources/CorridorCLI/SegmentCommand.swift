import ArgumentParser
import Corridor
import Segmentation

/// What `segment` prints.
enum SentenceFormat: String, CaseIterable, ExpressibleByArgument { case lines, jsonl, tmx }

struct SegmentCommand: CorridorCommand {
  static let configuration = CommandConfiguration.corridor(
    "segment", "Split texts into sentences.", example: "corridor segment depeche.fr.txt --format jsonl")

  @Argument(help: ArgumentHelp("Texts or folders of texts (*.txt); '-' is standard input.", valueName: "file"))
  var files: [String] = []

  @Option(
    help: ArgumentHelp("The language of every file (BCP 47); else '.fr.' in its name, else detected.", valueName: "tag")
  )
  var lang: LanguageTag?

  @Flag(help: "Only a blank line ends a paragraph: for text wrapped at a width.")
  var wrapped = false

  @Option(help: "lines, jsonl or tmx.")
  var format: SentenceFormat = .lines

  @Option(help: ArgumentHelp("An SRX file whose rules come before ours.", valueName: "rules")) var srx: String?

  @Flag(help: "A sentence may end without punctuation: for text that has lost its layout.")
  var unpunctuated = false

  @Flag(help: "Write the installed rules as SRX 2.0 instead, for other tools; no file is read.")
  var exportSrx = false

  @Flag(help: "Show instead, for each place where a sentence might end, which rule decided.")
  var explain = false

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if files.isEmpty && !exportSrx { throw ValidationError("Name files, or '-' for standard input.") }
  }

  func execute(_ output: Output, _ messages: Messages) throws -> Outcome {
    let workspace = try common.open()
    if exportSrx {
      try workspace.exportSRX(to: output)
      return .done
    }
    var options = ReadingOptions(language: lang, wrapped: wrapped)
    options.srx = srx.map { InputFile($0) }
    options.breaksWithoutPunctuation = unpunctuated
    let documents = try InputFile.expand(files, endings: ["txt"]).map { file in
      let document = try workspace.read(file, options)
      if let note = document.languageNote { messages.say(note) }
      return document
    }
    if explain {
      for document in documents { try explain(document, workspace.decisions(in: document, options), output) }
      return .done
    }
    switch format {
    case .lines:
      for document in documents {
        for segment in document.segments { try output.writeLine(segment.text.onOneLine) }
      }
    case .jsonl:
      for document in documents {
        for (i, segment) in document.segments.enumerated() {
          try output.writeLine(Self.row(document, i, segment).text)
        }
      }
    case .tmx:
      let languages = Set(documents.map(\.language))
      var file = try MemoryFile(source: languages.count == 1 ? languages.first : nil, output: output)
      for document in documents {
        for unit in try workspace.units(of: document) { try file.write(unit) }
      }
      try file.finish()
    }
    let sentences = documents.reduce(0) { $0 + $1.segments.count }
    if let name = output.name { messages.say("wrote \(name): \(sentences) sentences of \(documents.count) files") }
    return .done
  }

  /// A line a place: where, whether a sentence ends, the words round it, the rule and its reason.
  private func explain(_ document: Document, _ decisions: [BreakDecision], _ output: Output) throws {
    for decision in decisions {
      let (line, column) = document.locator.position(ofByte: decision.offset)
      let before = document.locator.text(max(0, decision.offset - 48)..<decision.offset).drop { $0 == "\u{FFFD}" }
      let after = document.locator.text(decision.offset..<(decision.offset + 32)).prefix { $0 != "\u{FFFD}" }
      let words = "\(before.suffix(24))\(decision.breaks ? "‖" : "·")\(after.prefix(16))".onOneLine
      let verdict = decision.breaks ? "ends" : "goes on"
      try output.writeLine(
        "\(document.file):\(line):\(column): \(verdict): \(words)  [\(decision.rule)] \(decision.why)")
    }
  }

  private static func row(_ document: Document, _ number: Int, _ segment: Segment) -> JSON {
    .object([
      "file": .string(document.file), "sentence": .integer(number), "paragraph": .integer(segment.paragraph),
      "offset": .integer(document.locator.scalarOffset(ofByte: segment.bytes.lowerBound)),
      "text": .string(segment.text), "lang": .string(document.language.description),
      "kind": .string(segment.kind.rawValue),
    ])
  }
}
