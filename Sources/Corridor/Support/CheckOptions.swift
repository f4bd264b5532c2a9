public import Bitext

/// What a text is held against, and which checks are asked for.
public struct CheckOptions: Sendable {
  /// Which memory's names the texts' are compared with.
  public enum Memory: Hashable, Sendable {
    /// The workspace's, if it has one.
    case workspace
    case none
    /// A path as the user gave it.
    case file(String)
  }

  /// Ids of checks (`Workspace.checkIDs`); empty asks for all.
  public var only: Set<String>
  /// A house style (`houseStyle`) to hold the texts against; nil takes the workspace's, if it has one.
  public var profile: String?
  /// Of the texts, ISO 8601; empty is today.
  public var date: String
  /// The file of accepted findings, which are silent; nil takes the workspace's.
  public var accepted: String?
  /// The memory that names are compared with.
  public var memory: Memory

  /// Terms that matter less to the glossary may be missing.
  public var importance: Concept.Importance

  /// Every check, by the workspace's settings, unless told otherwise.
  public init(
    only: Set<String> = [], profile: String? = nil, date: String = "", accepted: String? = nil,
    memory: Memory = .workspace, importance: Concept.Importance = .normal
  ) {
    self.only = only
    self.profile = profile
    self.date = date
    self.accepted = accepted
    self.memory = memory
    self.importance = importance
  }

  func asks(for check: String) -> Bool { only.isEmpty || only.contains(check) }
}
