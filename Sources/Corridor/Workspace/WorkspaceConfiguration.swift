public import Bitext
internal import FoundationEssentials
internal import Rules
public import TranslationMemory

/// What `corridor.yml` says: the languages, glossaries and house style of one piece of work.
public struct WorkspaceConfiguration: Sendable {
  /// The folder that holds the file; nil without a workspace.
  public let folder: String?
  /// The language that is translated from.
  public let from: LanguageTag
  /// The language that is translated into.
  public let to: LanguageTag
  /// Concept tables laid over the installed ones, as paths from the folder.
  public let glossaries: [String]
  /// The house style, by the name of its file in `profiles/`.
  public let profile: String?
  /// Weights of names learned by `names train`, instead of the installed ones; a path from the folder.
  public let weights: String?
  /// Where accepted findings are kept, as a path from the folder.
  public let accepted: String

  /// The memory, as a path from the folder; nil where the workspace names none.
  public let memory: String?
  /// What is held against matches of the memory, and how much.
  public let matchRules: MatchRules
  /// What the user should know of it: paths that lead out of the workspace.
  public let notes: [String]

  /// Without a workspace: French to English, the installed glossary.
  static let none = WorkspaceConfiguration(folder: nil, from: "fr", to: "en", glossaries: [], profile: nil)

  private init(
    folder: String?, from: LanguageTag, to: LanguageTag, glossaries: [String], profile: String?, weights: String? = nil,
    accepted: String? = nil, memory: String? = nil, penalties: [Blemish: Double] = [:],
    notes: [String] = []
  ) {
    self.notes = notes
    self.folder = folder
    self.from = from
    self.to = to
    self.glossaries = glossaries
    self.profile = profile
    self.weights = weights
    self.memory = memory
    matchRules = MatchRules(points: MatchRules.usual.merging(penalties) { $1 })
    self.accepted = accepted ?? "accepted-names.csv"
  }

  /// The configuration in `folder`, or in the nearest folder upwards from `current` that has one.
  /// - Throws: `CorridorError.faults` with every fault of the file; `.noWorkspace` if the named folder has none.
  static func find(folder: String?, current: String) throws(CorridorError) -> WorkspaceConfiguration {
    if let folder {
      guard FileManager.default.fileExists(atPath: folder + "/corridor.yml") else {
        throw .noWorkspace(folder: folder)
      }
      return try read(folder)
    }
    var place = URL(filePath: current)
    while true {
      if FileManager.default.fileExists(atPath: place.path + "/corridor.yml") { return try read(place.path) }
      if place.path == "/" || place.path.isEmpty { return .none }
      place = place.deletingLastPathComponent()
    }
  }

  private static let keys: Set<String> = [
    "from", "to", "glossary", "profile", "weights", "accepted", "memory", "penalties",
  ]

  private static func read(_ folder: String) throws(CorridorError) -> WorkspaceConfiguration {
    let file = InputFile(folder + "/corridor.yml")
    if case .noFile = WorkspacePath.judge(file.name, in: folder) {
      throw .input(
        Fault("is no file", remedy: "write one, or make a workspace with 'init'", at: SourcePosition(file: file.name)))
    }
    let node = try InstalledData.parse(file)
    var faults = node.unknownKeys(besides: keys)
    func language(_ key: String, or usual: LanguageTag) -> LanguageTag {
      guard let value = node[key] else { return usual }
      guard let tag = value.text.flatMap({ LanguageTag($0) }) else {
        faults.append(
          RulesError("'\(value.text ?? "")' is no language tag; write one as BCP 47 has it", at: value.position))
        return usual
      }
      return tag
    }
    let from = language("from", or: none.from)
    let to = language("to", or: none.to)
    if from.sameLanguage(as: to) {
      faults.append(
        RulesError("'from' and 'to' are one language; name two", at: node["to"]?.position ?? node.position))
    }
    let glossaries = node["glossary"]?.texts(&faults) ?? []
    for (path, item) in zip(glossaries, node["glossary"]?.items ?? []) {
      let place = path.hasPrefix("/") ? path : folder + "/" + path
      if !FileManager.default.fileExists(atPath: place) {
        faults.append(
          RulesError("there is no glossary '\(path)'; correct the path, from this file's folder", at: item.position))
      }
    }
    func text(_ key: String) -> String? {
      guard let value = node[key] else { return nil }
      if value.text == nil {
        faults.append(RulesError("'\(key)' is one word or path; write it as text", at: value.position))
      }
      return value.text
    }
    let (profile, memory) = (text("profile"), text("memory"))
    let (weights, accepted) = (text("weights"), text("accepted"))
    let penalties = penalties(node["penalties"], &faults)
    var notes: [String] = []
    for key in ["glossary", "memory", "weights", "accepted", "profile"] {
      guard let value = node[key] else { continue }
      for item in value.items ?? [value] {
        guard let path = item.text else { continue }
        let place = path.hasPrefix("/") ? path : folder + "/" + path
        switch WorkspacePath.judge(place, in: folder) {
        case .fine: continue
        case .noFile:
          faults.append(RulesError("'\(path)' is a device or a pipe; name a file", at: item.position))
        case .outside: notes.append("\(item.position): note: '\(path)' is outside the workspace")
        case .foreign:
          faults.append(
            RulesError(
              "'\(path)' is outside the workspace and belongs to another user; name it on the command line, or copy it",
              at: item.position))
        }
      }
    }
    guard faults.isEmpty else { throw .faults(RulesErrors(faults).faults.map { Fault($0) }) }
    return WorkspaceConfiguration(
      folder: folder, from: from, to: to, glossaries: glossaries, profile: profile, weights: weights,
      accepted: accepted, memory: memory, penalties: penalties, notes: notes)
  }

  /// `penalties: {numbers: 5, unreviewed: 0}`.
  private static func penalties(_ node: RuleNode?, _ faults: inout [RulesError]) -> [Blemish: Double] {
    var penalties: [Blemish: Double] = [:]
    for (name, value) in node?.entries ?? [] {
      guard let blemish = name.text.flatMap(Blemish.init(rawValue:)) else {
        let known = Blemish.allCases.map(\.rawValue).joined(separator: ", ")
        faults.append(
          RulesError("there is no penalty '\(name.text ?? "")'; there are \(known)", at: name.position))
        continue
      }
      guard let points = value.text.flatMap(Double.init), (0...100).contains(points) else {
        faults.append(RulesError("a penalty is a number of points from 0 to 100; 0 leaves it out", at: value.position))
        continue
      }
      penalties[blemish] = points
    }
    return penalties
  }
}
