public import Bitext
internal import FoundationEssentials
internal import Quality
internal import Rules

extension Workspace {
  /// The file of accepted findings: the one named, else the workspace's; nil without either.
  public var acceptedFile: String? {
    if let acceptedPath { return acceptedPath }
    guard let folder = configuration.folder else { return nil }
    return configuration.accepted.hasPrefix("/") ? configuration.accepted : folder + "/" + configuration.accepted
  }

  /// The accepted findings; none where the file is not there yet.
  func acceptedFindings() throws(CorridorError) -> AcceptedFindings {
    if let loadedAccepted { return loadedAccepted }
    var accepted = AcceptedFindings()
    if let acceptedFile, FileManager.default.fileExists(atPath: acceptedFile) {
      let text = try InputFile(acceptedFile).text()
      accepted = try ruled { () throws(RulesErrors) in try AcceptedFindings(text: text, file: acceptedFile) }
    }
    loadedAccepted = accepted
    return accepted
  }

  /// Adds findings to the file of accepted ones, which appears whole or stays as it was.
  /// - Returns: those that were not accepted before; a spelling that stands in several places counts once.
  /// - Throws: `CorridorError.nowhereToKeep` if no file is named and there is no workspace.
  public func accept(_ findings: [Finding], why: String) throws(CorridorError) -> [Finding] {
    guard let acceptedFile else {
      throw .nowhereToKeep(.acceptedFindings)
    }
    var accepted = try acceptedFindings()
    let new = findings.filter { finding in
      finding.location.map { accepted.add(finding, language: $0.language, why: why) } ?? false
    }
    guard !new.isEmpty else { return [] }
    let output = try Output(path: acceptedFile)
    try output.write(accepted.text)
    try output.finish()
    loadedAccepted = accepted
    return new
  }
}
