public import Bitext
internal import FoundationEssentials
internal import Quality
internal import Rules

/// How far an accepted finding is silent.
public enum AcceptanceScope: String, Hashable, Sendable, CaseIterable {
  /// At its place, as long as the sentence is the same.
  case place
  /// In its text.
  case text
  /// Wherever the same languages meet.
  case pair
  /// For good.
  case always

  var accepted: AcceptedFindings.Scope {
    switch self {
    case .place: .place
    case .text: .text
    case .pair: .pair
    case .always: .always
    }
  }
}

extension Workspace {
  /// The file of accepted findings: the one named, else the workspace's; nil without either.
  private func acceptedFile(_ named: String?) -> String? {
    if let named { return named }
    guard let folder = configuration.folder else { return nil }
    return configuration.accepted.hasPrefix("/") ? configuration.accepted : folder + "/" + configuration.accepted
  }

  /// The accepted findings; none where the file is not there yet.
  /// - Parameter named: the file; nil for the workspace's.
  func acceptedFindings(_ named: String?) throws(CorridorError) -> AcceptedFindings {
    guard let file = acceptedFile(named) else { return AcceptedFindings() }
    if let loaded = acceptedByFile[file] { return loaded }
    var accepted = AcceptedFindings()
    if FileManager.default.fileExists(atPath: file) {
      let text = try InputFile(file).text()
      accepted = try ruled { () throws(RulesErrors) in try AcceptedFindings(text: text, file: file) }
    }
    acceptedByFile[file] = accepted
    return accepted
  }

  /// Adds findings to the file of accepted ones, which appears whole or stays as it was.
  /// - Parameters:
  ///   - scope: how far each is accepted.
  ///   - why: the reason, kept beside each.
  ///   - named: the file; nil for the workspace's.
  /// - Returns: those that were not accepted before; a spelling that stands in several places counts once, but where each place is
  ///   accepted by itself.
  /// - Throws: `CorridorError.nowhereToKeep` if no file is named and there is no workspace.
  public func accept(
    _ findings: [Finding], scope: AcceptanceScope = .pair, why: String, into named: String? = nil
  ) throws(CorridorError) -> [Finding] {
    guard let file = acceptedFile(named) else {
      throw .nowhereToKeep(.acceptedFindings)
    }
    var accepted = try acceptedFindings(named)
    let new = findings.filter { finding in
      finding.location.map { accepted.add(finding, context(of: $0), scope: scope.accepted, why: why) } ?? false
    }
    guard !new.isEmpty else { return [] }
    let output = try Output(path: file)
    try output.write(accepted.text)
    try output.finish()
    acceptedByFile[file] = accepted
    return new
  }
}
