internal import Bitext
internal import FoundationEssentials
package import TranslationMemory

extension Workspace {
  /// The file of the memory: the one named in the call, else the workspace's (`memory:`, by default `memory.sqlite`).
  /// - Parameter named: a path as the user gave it.
  /// - Throws: `CorridorError.usage` where there is neither.
  package func memoryPath(_ named: String? = nil) throws(CorridorError) -> String {
    if let named { return named }
    guard let folder = configuration.folder else {
      throw .usage(
        "there is no memory here: make a workspace with 'corridor init', or name a memory with --memory FILE")
    }
    let path = configuration.memory ?? "memory.sqlite"
    return path.hasPrefix("/") ? path : folder + "/" + path
  }

  /// The memory; its file is made where there is none.
  /// - Parameters:
  ///   - named: a path as the user gave it, instead of the workspace's.
  ///   - isRead: whether the memory is only asked: then a named file that is not there is a mistake, not a new memory.
  /// - Throws: `CorridorError.usage` where no memory is named, `.inputs` where it cannot be opened.
  package func memory(_ named: String? = nil, isRead: Bool = false) throws(CorridorError) -> UnitMemory {
    let path = try memoryPath(named)
    if isRead, named != nil, !FileManager.default.fileExists(atPath: path) {
      throw .input("no such memory; check the path, or make one with 'import'", at: SourcePosition(file: path))
    }
    return try remembering { () throws(MemoryError) in try UnitMemory(path: path) }
  }

  /// Who works here, for the history: `CORRIDOR_USER`, else the name of the account.
  static var userName: String? {
    let environment = ProcessInfo.processInfo.environment
    return ["CORRIDOR_USER", "USER", "LOGNAME"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
  }
}

/// Runs what uses the memory, and gives its faults as the face does.
func remembering<Value>(_ body: () throws(MemoryError) -> Value) throws(CorridorError) -> Value {
  do {
    return try body()
  } catch {
    throw CorridorError(error)
  }
}

/// The same for what passes on errors of several rooms, as a transaction does.
func rememberingAll<Value>(_ body: () throws -> Value) throws(CorridorError) -> Value {
  do {
    return try body()
  } catch let error as CorridorError {
    throw error
  } catch let error as MemoryError {
    throw CorridorError(error)
  } catch {
    throw .failure("\(error)")
  }
}

extension CorridorError {
  init(_ error: MemoryError) {
    switch error {
    case .badPattern, .unknownUnit: self = .usage(error.description.replacing("error: ", with: ""))
    default: self = .inputs([error.description])
    }
  }
}
