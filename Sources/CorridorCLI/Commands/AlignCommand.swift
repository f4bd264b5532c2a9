import ArgumentParser
import Corridor

/// What `align` prints.
enum BeadFormat: String, CaseIterable, ExpressibleByArgument { case ladder, tsv, tmx, xliff, html, jsonl }

struct AlignCommand: CorridorCommand {
  static let configuration = CommandConfiguration.corridor(
    "align", "Join the sentences of a text with those of its translation.",
    example: "corridor align depeche.fr.txt dispatch.en.txt -o dispatch.tmx")

  @Argument(help: "The source text, or a folder of them.") var source: String
  @Argument(help: "Its translation, or a folder of them; files of two folders are paired by name, else by content.")
  var target: String

  @Option(help: ArgumentHelp("The language of the source.", valueName: "tag")) var from: LanguageTag?
  @Option(help: ArgumentHelp("The language of the translation.", valueName: "tag")) var to: LanguageTag?

  @Flag(help: "Each input line is a sentence already.") var segmented = false
  @Flag(help: "Only a blank line ends a paragraph: for text wrapped at a width.") var wrapped = false

  @Option(
    help: "ladder, tsv, tmx, xliff, html or jsonl. Without it the output's ending decides, else tsv.")
  var format: BeadFormat?

  @Flag(help: "Write sentences without counterpart to TMX or XLIFF too.") var unmatched = false
  @Option(
    help: ArgumentHelp(
      "Leave beads of less confidence out of TMX and XLIFF, 0 to 1; below 0.6 they are marked for review.",
      valueName: "number"))
  var minConfidence: Double = 0
  @Option(
    help: ArgumentHelp(
      "Beads that you went over, in place of the aligner's: a file of --format tsv or ladder.", valueName: "file"))
  var beads: String?
  @Flag(help: "Put the units into the memory too.") var save = false
  @Flag(help: "Align even where the two texts do not look like translations of each other.") var force = false

  @OptionGroup var place: MemoryOption
  @OptionGroup var common: CommonOptions

  func execute(_ output: Output, _ messages: Messages) throws -> Outcome {
    guard (0...1).contains(minConfidence) else {
      throw UsageError("--min-confidence \(minConfidence) is no confidence; write a number from 0 to 1")
    }
    if InputFile(source).isFolder || InputFile(target).isFolder { return try alignFolders(messages) }
    let workspace = try common.open()
    let aligned = try pair(source, target, workspace, messages)
    let saved = save ? try workspace.save(aligned, minimum: minConfidence, to: place.place) : nil
    try write(aligned, workspace, output)
    messages.say(summary(aligned, output) + (saved.map(Self.told) ?? ""))
    return .done
  }

  /// Where a folder is made, no file is.
  var outputPath: String? { InputFile(source).isFolder ? nil : common.output }

  /// - Throws: `CorridorError.notTranslations` where the two do not look like translations of each other.
  func pair(_ source: String, _ target: String, _ workspace: Workspace, _ messages: Messages) throws -> AlignedDocuments
  {
    let configured = workspace.configuration
    var aligned = try workspace.align(
      read(source, from ?? languageIfUnnamed(source, configured.from), workspace, messages),
      read(target, to ?? languageIfUnnamed(target, configured.to), workspace, messages))
    if let beads { aligned = try workspace.applying(InputFile(beads), to: aligned) }
    if let refusal = aligned.refusal, !force {
      throw CorridorError.notTranslations(refusal, at: SourcePosition(file: source))
    }
    return aligned
  }

  private func read(_ path: String, _ language: LanguageTag?, _ workspace: Workspace, _ messages: Messages) throws
    -> Document
  {
    let options = ReadingOptions(language: language, wrapped: wrapped, segmented: segmented)
    let document = try workspace.segment(InputFile(path), options)
    if let note = document.languageNote { messages.say(note) }
    return document
  }

  /// With `--segmented` files are pieces without names that tell, or too short to tell by: the workspace's pair holds.
  private func languageIfUnnamed(_ path: String, _ usual: LanguageTag) -> LanguageTag? {
    segmented ? InputFile(path).languageInName ?? usual : nil
  }

  func write(_ aligned: AlignedDocuments, _ workspace: Workspace, _ output: Output) throws {
    switch format ?? Self.format(ending: common.output) ?? .tsv {
    case .ladder:
      for bead in aligned.beads {
        try output.writeLine("\(Self.ladder(bead)):\(Decimals.fixed(bead.confidence, digits: 3))")
      }
    case .tsv:
      for bead in aligned.beads {
        let (source, target) = aligned.texts(of: bead)
        let columns = [
          Self.numbers(bead.source), Self.numbers(bead.target), Decimals.fixed(bead.confidence, digits: 3),
          source.onOneLine, target.onOneLine,
        ]
        try output.writeLine(columns.joined(separator: "\t"))
      }
    case .jsonl:
      for bead in aligned.beads {
        let (source, target) = aligned.texts(of: bead)
        let row = JSON.object([
          "source": .array(bead.source.map(JSON.integer)), "target": .array(bead.target.map(JSON.integer)),
          "confidence": .decimal(bead.confidence, digits: 3), "sourceText": .string(source),
          "targetText": .string(target),
        ])
        try output.writeLine(row.text)
      }
    case .html:
      try output.write(AlignmentPage(aligned, floor: max(minConfidence, AlignedDocuments.reviewFloor)).html)
    case .tmx: try write(.tmx, aligned, workspace, output)
    case .xliff: try write(.xliff, aligned, workspace, output)
    }
  }

  private func write(
    _ kind: MemoryFile.Kind, _ aligned: AlignedDocuments, _ workspace: Workspace, _ output: Output
  ) throws {
    let file = try MemoryFile(kind, source: aligned.source.language, target: aligned.target.language, output: output)
    for unit in try workspace.units(of: aligned, unmatched: unmatched, minimum: minConfidence, kind: kind) {
      try file.write(unit)
    }
    try file.finish()
  }

  private static func format(ending output: String?) -> BeadFormat? {
    let ending = output?.split(separator: ".").last.map { $0.lowercased() } ?? ""
    return ["xlf": .xliff, "htm": .html][ending] ?? BeadFormat(rawValue: ending)
  }

  /// "; 34 units added to the memory, 2 known already".
  static func told(_ saved: (added: Int, known: Int)) -> String {
    let known = saved.known > 0 ? ", \(saved.known) known already" : ""
    return "; \(saved.added) units added to the memory\(known)"
  }

  private static func numbers(_ sentences: [Int]) -> String { sentences.map(String.init).joined(separator: ",") }
  private static func ladder(_ bead: Bead) -> String { "\(numbers(bead.source)):\(numbers(bead.target))" }

  func summary(_ aligned: AlignedDocuments, _ output: Output) -> String {
    let (source, target) = (aligned.source, aligned.target)
    let shapes = aligned.shapes.map { "\($0.count) \($0.shape)" }.joined(separator: ", ")
    let counts = "\(source.segments.count) \(source.language) and \(target.segments.count) \(target.language) sentences"
    let low = minConfidence > 0 ? aligned.beads.count { !$0.isOneSided && $0.confidence < minConfidence } : 0
    let left = low > 0 ? "; \(low) below \(minConfidence)" : ""
    let written = left + (output.name.map { "; wrote \($0)" } ?? "")
    return "\(counts), \(aligned.beads.count) beads (\(shapes))\(written)"
  }
}
