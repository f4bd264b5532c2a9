import ArgumentParser
import Corridor

/// How findings and tables are printed.
enum ReportFormat: String, CaseIterable, ExpressibleByArgument { case text, json }

struct CleanCommand: CorridorCommand {
  static let configuration = CommandConfiguration.corridor(
    "clean", "Find what is wrong with units of the memory; remove it when told to, after a backup.",
    example: "corridor clean --remove unit-duplicate,unit-empty")

  @Option(help: ArgumentHelp("Look for these only, separated by commas: \(Self.names).", valueName: "ids"))
  var only: String?
  @Option(help: ArgumentHelp("Remove the units with these findings, separated by commas.", valueName: "ids"))
  var remove: String?
  @Option(help: "text or json.") var format: ReportFormat = .text

  @OptionGroup var place: MemoryOption
  @OptionGroup var common: CommonOptions

  private static let names = Workspace.unitCheckIDs.joined(separator: ", ")

  func execute(_ output: Output, _ messages: Messages) throws -> Outcome {
    let removing = try remove.map(Self.checks) ?? []
    let checks = try only.map(Self.checks).map { $0.union(removing) } ?? Set(Workspace.unitCheckIDs)
    let bar = ProgressBar("clean", messages)
    defer { bar.close() }
    let workspace = try common.open()
    let report = try workspace.clean(checks, removing: removing, memory: place.place) { bar.advance(to: $0, of: $1) }
    bar.close()
    let name = place.memory ?? "memory"
    switch format {
    case .text:
      for finding in report.findings {
        try output.writeLine("\(name): \(finding)")
      }
    case .json:
      let list = report.findings.map { finding in
        JSON.object([
          "unit": .integer(Int(finding.unit ?? 0)), "check": .string(finding.check),
          "message": .string(finding.message),
        ])
      }
      try output.writeLine(JSON.array(list).text)
    }
    let counts = report.counts.map { "\($0.count) \($0.check)" }
    messages.say("\(report.units) units: " + (counts.isEmpty ? "nothing found" : counts.joined(separator: ", ")))
    if let backup = report.backup {
      messages.say("\(report.removed) units removed; the memory as it was is in \(backup)")
    }
    return report.findings.isEmpty || report.removed > 0 && removing.isSuperset(of: report.counts.map(\.check))
      ? .done : .findings
  }

  private static func checks(_ text: String) throws -> Set<String> {
    let ids = text.split(separator: ",").map { $0.filter { !$0.isWhitespace } }
    if let unknown = ids.first(where: { !Workspace.unitCheckIDs.contains($0) }) {
      throw UsageError("'\(unknown)' is no finding of 'clean'; there are \(names)")
    }
    return Set(ids)
  }
}
