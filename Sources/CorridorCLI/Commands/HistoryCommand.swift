import ArgumentParser
import Corridor
import FoundationEssentials

struct HistoryCommand: CorridorCommand {
  static let configuration = CommandConfiguration.corridor(
    "history", "What was done to the memory, or to one unit of it, latest first.", example: "corridor history 1204")

  @Argument(help: "The number of a unit, as 'match' shows it.") var unit: Int64?
  @Option(help: ArgumentHelp("How many lines at most.", valueName: "count")) var limit = 20
  @Option(help: "text or json.") var format: ReportFormat = .text

  @OptionGroup var place: MemoryOption
  @OptionGroup var common: CommonOptions

  func execute(_ output: Output, _ messages: Messages) throws -> Outcome {
    guard limit > 0 else { throw UsageError("--limit \(limit) asks for nothing; write 1 or more") }
    let workspace = try common.open()
    guard let unit else {
      let lines = try workspace.history(limit: limit, memory: place.place)
      if format == .json { try output.writeLine(JSON.array(lines.map(Self.object)).text) }
      if format == .text { for line in lines { try output.writeLine(Self.text(line)) } }
      return .done
    }
    let entries = try workspace.history(of: unit, limit: limit, memory: place.place)
    guard !entries.isEmpty else { throw UsageError("there never was a unit \(unit)") }
    if format == .json { try output.writeLine(JSON.array(entries.map(Self.object)).text) }
    if format == .text { for entry in entries { try output.write(Self.text(entry)) } }
    return .done
  }

  private static func date(_ date: Date) -> String { date.formatted(.iso8601) }

  /// "3  2020-11-10T12:00:00Z  anna  import old.tmx  (+1200)", tabs between.
  private static func text(_ line: HistoryLine) -> String {
    var changes: [String] = []
    if line.added > 0 { changes.append("+\(line.added)") }
    if line.edited > 0 { changes.append("~\(line.edited)") }
    if line.deleted > 0 { changes.append("-\(line.deleted)") }
    return [
      String(line.revision.number), date(line.revision.date), line.revision.who ?? "", line.revision.note,
      changes.joined(separator: " "),
    ].joined(separator: "\t")
  }

  private static func object(_ line: HistoryLine) -> JSON {
    .object([
      "revision": .integer(Int(line.revision.number)), "date": .string(date(line.revision.date)),
      "who": line.revision.who.map(JSON.string) ?? .null, "note": .string(line.revision.note),
      "added": .integer(line.added), "edited": .integer(line.edited), "deleted": .integer(line.deleted),
    ])
  }

  /// A line, and under it the texts as they were.
  private static func text(_ entry: HistoryEntry) -> String {
    let revision = entry.revision
    let head = [entry.action.rawValue, date(revision.date), revision.who ?? "", revision.note].joined(separator: "\t")
    let texts = entry.before?.unit.variants.map { "\twas \($0.language)\t\($0.plainText.onOneLine)\n" } ?? []
    return head + "\n" + texts.joined()
  }

  private static func object(_ entry: HistoryEntry) -> JSON {
    let before = entry.before.map { record in
      JSON.array(
        record.unit.variants.map { .object(["lang": .string($0.language), "text": .string($0.plainText)]) })
    }
    return .object([
      "unit": .integer(Int(entry.unit)), "action": .string(entry.action.rawValue),
      "date": .string(date(entry.revision.date)), "who": entry.revision.who.map(JSON.string) ?? .null,
      "note": .string(entry.revision.note), "before": before ?? .null,
    ])
  }
}

struct EditCommand: CorridorCommand {
  static let configuration = CommandConfiguration.corridor(
    "edit", "Change or delete one unit of the memory; what it was stays in its history.",
    example: "corridor edit 1204 --text \"en=The ceasefire came into force on Tuesday.\" --reviewed")

  @Argument(help: "The number of the unit, as 'match' shows it.") var unit: Int64
  @Option(
    name: .customLong("text"),
    help: ArgumentHelp("A new text, with its language before it; may be repeated.", valueName: "tag=text"))
  var texts: [String] = []
  @Option(name: .customLong("tag"), help: ArgumentHelp("One more mark; may be repeated.", valueName: "name"))
  var tags: [String] = []
  @Flag(help: "A person has confirmed the translation.") var reviewed = false
  @Flag(help: "Delete the unit.") var delete = false

  @OptionGroup var place: MemoryOption
  @OptionGroup var common: CommonOptions

  func execute(_ output: Output, _ messages: Messages) throws -> Outcome {
    var edit = UnitEdit()
    for text in texts {
      let halves = text.split(separator: "=", maxSplits: 1).map(String.init)
      guard halves.count == 2, let language = LanguageTag(halves[0]) else {
        throw UsageError("--text \(text) has no language; write it as en=Text")
      }
      edit.texts[language] = halves[1]
    }
    edit.tags = tags
    edit.isReviewed = reviewed ? true : nil
    edit.deletes = delete
    guard delete || edit != UnitEdit() else {
      throw UsageError("nothing to change: name --text, --tag, --reviewed or --delete")
    }
    try common.open().edit(unit: unit, edit, memory: place.place)
    messages.say("unit \(unit) \(delete ? "deleted" : "changed"); 'corridor history \(unit)' tells what it was")
    return .done
  }
}
