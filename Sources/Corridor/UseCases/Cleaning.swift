public import Bitext
internal import FoundationEssentials
internal import Quality
internal import TranslationMemory

/// What was found in a memory and what became of it.
public struct CleaningReport: Sendable {
  /// How many units were looked at.
  public let units: Int
  /// In the order of the units.
  public let findings: [Finding]
  /// How many units were removed.
  public fileprivate(set) var removed = 0
  /// Where the memory was copied before; nil where nothing was removed.
  public fileprivate(set) var backup: String?

  /// How many findings there are of each check, the most frequent first.
  public var counts: [(check: String, count: Int)] {
    Dictionary(grouping: findings, by: \.check).map { (check: $0.key, count: $0.value.count) }
      .sorted { ($1.count, $0.check) < ($0.count, $1.check) }
  }
}

extension Workspace {
  /// The ids of what `clean` looks for.
  public static var unitCheckIDs: [String] { UnitCheck.allCases.map(\.rawValue) + [damagedUnit] }

  /// The id of what is found of a unit that cannot be read or is not what was written.
  static let damagedUnit = "unit-damaged"

  /// Looks at every unit of the memory; removes those with some findings where told so, after a backup beside the memory.
  /// - Parameters:
  ///   - checks: ids of what is looked for (`unitCheckIDs`).
  ///   - removing: ids of findings whose units are removed; what they were stays in the history.
  ///   - progress: is told of the units seen and of all.
  public func clean(
    _ checks: Set<String>, removing: Set<String> = [], memory place: MemoryPlace = .workspace,
    progress: (Int, Int) -> Void = { _, _ in }
  ) throws(CorridorError) -> CleaningReport {
    let memory = try memory(place, isRead: true)
    let store = memory.store
    let total = try remembering { () throws(MemoryError) in try store.count(UnitFilter()) }
    var hygiene = MemoryHygiene(profiles: try profiles())
    var seen = 0
    var damaged: [Finding] = []
    func note(_ id: Int64) {
      seen += 1
      damaged.append(
        Finding(
          check: Self.damagedUnit, severity: .error,
          message: "cannot be read, or is not what was written: remove it, or restore a backup", place: .unit(id)))
    }
    try rememberingAll {
      try store.forEachUnit(UnitFilter(), after: 0, damaged: note) { stored in
        hygiene.take(stored.record.unit, id: stored.id)
        seen += 1
        if seen.isMultiple(of: 256) { progress(seen, total) }
        return true
      }
    }
    var report = CleaningReport(
      units: seen, findings: (damaged + hygiene.finish()).filter { checks.contains($0.check) })
    let doomed = Set(report.findings.filter { removing.contains($0.check) }.compactMap(\.unit)).sorted()
    guard !doomed.isEmpty else { return report }
    let backup = Self.backupPath(beside: store.name)
    try remembering { () throws(MemoryError) in try store.backUp(to: backup, progress: nil) }
    try rememberingAll {
      try store.write("clean \(removing.sorted().joined(separator: " "))", by: Self.userName) {
        transaction in
        for unit in doomed { try transaction.delete(unit) }
      }
    }
    report.removed = doomed.count
    report.backup = backup
    return report
  }

  /// "memory.sqlite.backup-20201110T120000Z", with a number where that is taken.
  private static func backupPath(beside store: String) -> String {
    let base = "\(store).backup-\(TMXDate.text(Date()))"
    var path = base
    var number = 2
    while FileManager.default.fileExists(atPath: path) {
      path = "\(base)-\(number)"
      number += 1
    }
    return path
  }
}
