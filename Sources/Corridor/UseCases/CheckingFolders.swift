public import Bitext

extension Workspace {
  /// Checks the translations of one folder against their sources in another, pair by pair in order of name; the data is read
  /// once.
  ///
  /// - Parameters:
  ///   - read: reads a file of a side.
  ///   - body: called with the findings of each pair: what `check` gives for it alone.
  /// - Returns: files that have no counterpart, and what could not be checked, a line each; the other pairs were.
  public func check(
    _ pairs: [FolderPair], _ options: CheckOptions = CheckOptions(), progress: (Int, Int) -> Void = { _, _ in },
    read: (InputFile, Anchor.Side) throws(CorridorError) -> Document, _ body: (FolderPair, [Finding]) throws -> Void
  ) throws -> [CorridorError] {
    var failures: [CorridorError] = []
    for pair in pairs {
      let findings: [Finding]
      do throws(CorridorError) {
        findings = try check(
          source: read(pair.source, .source), target: read(pair.target, .target), options, progress: progress)
      } catch {
        failures.append(error)
        continue
      }
      try body(pair, findings)
    }
    return failures
  }
}
