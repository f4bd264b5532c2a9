import ArgumentParser
import Corridor

/// What `segment` prints.
enum SentenceFormat: String, CaseIterable, ExpressibleByArgument { case lines, jsonl, tmx, xliff }

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

  @Flag(help: "A sentence may end without a mark: for text whose layout is lost.")
  var unpunctuated = false

  @Option(help: ArgumentHelp("Rules of an SRX file that decide before ours.", valueName: "rules"))
  var srx: String?

  @Option(help: "lines, jsonl, tmx or xliff.")
  var format: SentenceFormat = .lines

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
    options.unpunctuated = unpunctuated
    options.srx = srx.map { InputFile($0) }
    if !explain, format == .lines || format == .jsonl {
      let sentences = try write(workspace, options, output, messages)
      if let name = output.name { messages.say("wrote \(name): \(sentences) sentences of \(files.count) files") }
      return .done
    }
    let documents = try InputFile.expand(files, endings: ["txt"]).map { file in
      let document = try workspace.segment(file, options)
      if let note = document.languageNote { messages.say(note) }
      return document
    }
    if explain {
      for document in documents { try explain(document, workspace.decisions(in: document, options), output) }
      return .done
    }
    let languages = Set(documents.map(\.language))
    let file = try MemoryFile(
      format == .xliff ? .xliff : .tmx, source: languages.count == 1 ? languages.first : nil, output: output)
    for document in documents {
      for unit in try workspace.units(of: document) { try file.write(unit) }
    }
    try file.finish()
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

  /// Sentences as they are read, a line each. Gives their number.
  private func write(
    _ workspace: Workspace, _ options: ReadingOptions, _ output: Output, _ messages: Messages
  ) throws -> Int {
    var count = 0
    let isLines = format == .lines
    for file in try InputFile.expand(files, endings: ["txt"]) {
      var language: LanguageTag?
      try workspace.segment(file, options, countsScalars: !isLines) { tag, note in
        language = tag
        if let note { messages.say(note) }
      } _: { sentence in
        count += 1
        if isLines {
          try output.writeLine(utf8: sentence.utf8)
        } else {
          try output.writeLine(Self.row(file.name, language, sentence).text)
        }
      }
    }
    return count
  }

  private static func row(_ file: String, _ language: LanguageTag?, _ sentence: ReadSentence) -> JSON {
    .object([
      "file": .string(file), "sentence": .integer(sentence.number), "paragraph": .integer(sentence.place.paragraph),
      "offset": .integer(sentence.offset), "text": .string(sentence.text),
      "lang": .string(language?.description ?? "und"), "kind": .string(sentence.place.kind.rawValue),
    ])
  }
}
