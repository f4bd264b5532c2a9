import ArgumentParser
import Corridor

struct CheckCommand: CorridorCommand {
  static let configuration = CommandConfiguration.corridor(
    "check", "Report names and terms that look wrong.",
    example: "corridor check --source depeche.fr.txt --target dispatch.en.txt")

  @Argument(help: ArgumentHelp("Texts to check by themselves, or folders of texts (*.txt).", valueName: "file"))
  var files: [String] = []

  @Option(help: ArgumentHelp("The source text of a translation.", valueName: "file|dir")) var source: String?
  @Option(
    help: ArgumentHelp(
      "The translation that is checked against it; two folders are paired by the names of their files.",
      valueName: "file")) var target: String?

  @Option(
    help: ArgumentHelp("The language of FILE (BCP 47); else '.fr.' in its name, else detected.", valueName: "tag"))
  var lang: LanguageTag?
  @Option(help: ArgumentHelp("The language of the source.", valueName: "tag")) var from: LanguageTag?
  @Option(help: ArgumentHelp("The language of the translation.", valueName: "tag")) var to: LanguageTag?

  @Option(help: ArgumentHelp("Only these checks, separated by commas.", valueName: "ids")) var only: String?
  @Option(
    help: ArgumentHelp(
      "A house style to hold the text against: agency-neutral, official-names, un, or a file; else the workspace's.",
      valueName: "name"))
  var profile: String?
  @Option(
    help: ArgumentHelp("The date of the text, for styles that changed: 2022-05-01; else today.", valueName: "date"))
  var date: String = ""
  @Flag(help: "Only a blank line ends a paragraph: for text wrapped at a width.") var wrapped = false
  @Option(help: ArgumentHelp("Accepted findings, which are silent; else the workspace's.", valueName: "file"))
  var accepted: String?
  @Option(
    help: ArgumentHelp(
      "The least weight of a term that is missed: key, normal or background (everyday words too).", valueName: "weight")
  )
  var importance: Concept.Importance = .normal
  @Option(help: "text or json.") var format: TextOrJSON = .text

  @Flag(help: "Accept what is found: it is silent from then on. Needs --why.") var accept = false
  @Option(
    help: ArgumentHelp(
      "How far --accept reaches: place (while the sentence is the same), text, pair (of languages), always.",
      valueName: "reach"))
  var scope: AcceptanceScope = .place
  @Option(help: ArgumentHelp("The reason for --accept, kept beside each finding.", valueName: "text")) var why = ""
  @Option(help: ArgumentHelp("Accept only this spelling; may be repeated.", valueName: "words"))
  var spelling: [String] = []

  @Flag(help: "Do not compare names with those of the workspace's memory.") var noMemory = false

  @OptionGroup var place: MemoryOption
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if (source == nil) != (target == nil) { throw ValidationError("--source and --target go together.") }
    if source == nil && files.isEmpty { throw ValidationError("Name files, or --source and --target.") }
    if source != nil && !files.isEmpty { throw ValidationError("Name either files or --source and --target.") }
    if accept, why.allSatisfy(\.isWhitespace) { throw ValidationError("Say why with --why: the reason is kept.") }
    if !accept, !spelling.isEmpty || !why.isEmpty { throw ValidationError("--spelling and --why go with --accept.") }
    if !date.isEmpty, Day.stamp(date) == nil {
      throw ValidationError("--date \(date) is no day; write it as 2022-05-01.")
    }
    for id in ids where !Workspace.checkIDs.contains(id) {
      throw ValidationError("There is no check '\(id)'; there are \(Workspace.checkIDs.joined(separator: ", ")).")
    }
  }

  private var ids: Set<String> { Set((only ?? "").split(separator: ",").map(String.init)) }

  private var options: CheckOptions {
    CheckOptions(
      only: ids, profile: profile, date: date, accepted: accepted,
      memory: noMemory ? .none : place.memory.map { .file($0) } ?? .workspace, importance: importance)
  }

  func execute(_ output: Output, _ messages: Messages) throws -> Outcome {
    let workspace = try common.open()
    if let source, let target, InputFile(source).isFolder || InputFile(target).isFolder {
      return try checkFolders(source, target, workspace, output, messages)
    }
    let bar = ProgressBar("names of the memory", messages)
    defer { bar.close() }
    let findings: [Finding]
    if let source, let target {
      findings = try workspace.check(
        source: read(InputFile(source), from, workspace, messages),
        target: read(InputFile(target), to, workspace, messages), options
      ) { bar.advance(to: $0, of: $1) }
    } else {
      let documents = try InputFile.expand(files, endings: ["txt"]).map { try read($0, lang, workspace, messages) }
      findings = try workspace.check(documents, options) { bar.advance(to: $0, of: $1) }
    }
    if accept { return try take(findings, workspace, output, messages) }
    switch format {
    case .text: try Self.write(findings, output)
    case .json: try output.writeLine(JSON.array(findings.map(Self.object)).text)
    }
    if findings.isEmpty { messages.say("nothing looks wrong") }
    return findings.isEmpty ? .done : .findings
  }

  /// Accepts what was found, and says what.
  private func take(_ findings: [Finding], _ workspace: Workspace, _ output: Output, _ messages: Messages) throws
    -> Outcome
  {
    let wanted = Set(spelling.map { $0.lowercased() })
    let chosen = findings.filter { wanted.isEmpty || wanted.contains($0.surface.lowercased()) }
    let new = try workspace.accept(chosen, scope: scope, why: why, into: accepted)
    for finding in new { try output.writeLine("accepted: \(finding.description)") }
    if new.isEmpty { messages.say("nothing was found to accept") }
    return .done
  }

  /// Two folders: pair after pair, one list and one exit status for all.
  private func checkFolders(
    _ source: String, _ target: String, _ workspace: Workspace, _ output: Output, _ messages: Messages
  ) throws -> Outcome {
    guard InputFile(source).isFolder, InputFile(target).isFolder else {
      throw UsageError("one of \(source) and \(target) is a folder; name two files or two folders")
    }
    let found = try workspace.pairs(
      InputFile.expand([source], endings: ["txt"]), InputFile.expand([target], endings: ["txt"]),
      ReadingOptions(language: from, wrapped: wrapped), ReadingOptions(language: to, wrapped: wrapped))
    for file in found.unpaired { Messages.write("\(file.name): no counterpart in the other folder; name the pair") }
    let bar = ProgressBar("names of the memory", messages)
    defer { bar.close() }
    var all: [JSON] = []
    var count = 0
    func readSide(_ file: InputFile, _ side: Anchor.Side) throws(CorridorError) -> Document {
      try read(file, side == .source ? from : to, workspace, messages)
    }
    func take(_ pair: FolderPair, _ findings: [Finding]) throws {
      if accept {
        _ = try self.take(findings, workspace, output, messages)
        return
      }
      count += findings.count
      if format == .text { try Self.write(findings, output) } else { all += findings.map(Self.object) }
    }
    let failures = try workspace.check(
      found.pairs, options, progress: { bar.advance(to: $0, of: $1) }, read: readSide, take)
    if format == .json { try output.writeLine(JSON.array(all).text) }
    messages.say("\(found.pairs.count - failures.count) pairs checked, \(count) findings")
    if !failures.isEmpty {
      try output.finish()
      throw CorridorError.faults(
        failures.map { Fault($0.problem, remedy: $0.remedy, at: $0.position ?? SourcePosition(file: source)) })
    }
    return count > 0 || !found.unpaired.isEmpty ? .findings : .done
  }

  private func read(_ file: InputFile, _ language: LanguageTag?, _ workspace: Workspace, _ messages: Messages)
    throws(CorridorError) -> Document
  {
    let document = try workspace.segment(file, ReadingOptions(language: language, wrapped: wrapped))
    if let note = document.languageNote { messages.say(note) }
    return document
  }

  private static func write(_ findings: [Finding], _ output: Output) throws {
    for finding in findings { try output.writeLine(finding.description) }
  }

  private static func object(_ finding: Finding) -> JSON {
    let location = finding.location
    return .object([
      "check": .string(finding.check), "severity": .string(finding.severity.rawValue),
      "file": .string(location?.file ?? ""), "lang": .string(location?.language.description ?? ""),
      "sentence": .integer(finding.words?.sentence ?? 0), "line": .integer(location?.line ?? 0),
      "column": .integer(location?.column ?? 0), "offset": .integer(location?.offset ?? 0),
      "sentenceOffset": .integer(location?.sentenceOffset ?? 0), "length": .integer(location?.length ?? 0),
      "surface": .string(finding.surface), "suggestions": .strings(finding.suggestions),
      "message": .string(finding.message), "evidence": .strings(finding.evidence),
      "fingerprint": .string(location?.fingerprint ?? ""),
    ])
  }
}
