internal import Bitext
internal import FoundationEssentials
internal import TranslationMemory

extension Workspace {
  /// The file of a memory.
  /// - Throws: `CorridorError.noMemoryHere` if the workspace's is meant and there is no workspace.
  public func memoryPath(_ place: MemoryPlace = .workspace) throws(CorridorError) -> String {
    if case .file(let path) = place { return path }
    guard let folder = configuration.folder else { throw .noMemoryHere }
    let path = configuration.memory ?? "memory.sqlite"
    return path.hasPrefix("/") ? path : folder + "/" + path
  }

  /// The memory; its file is made if it is not there.
  /// - Parameter isRead: whether the memory is only asked: then a named file that is not there is a mistake, not a new memory.
  /// - Throws: `CorridorError.noMemoryHere`, `.noSuchMemory`, or `.memory` if it cannot be opened.
  func memory(_ place: MemoryPlace = .workspace, isRead: Bool = false) throws(CorridorError) -> UnitMemory {
    let path = try memoryPath(place)
    if isRead, place != .workspace, !FileManager.default.fileExists(atPath: path) { throw .noSuchMemory(path: path) }
    return try remembering { () throws(MemoryError) in try UnitMemory(path: path) }
  }

  /// Who works here, for the history: `CORRIDOR_USER`, else the name of the account.
  static var userName: String? {
    let environment = ProcessInfo.processInfo.environment
    return ["CORRIDOR_USER", "USER", "LOGNAME"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
  }
}
