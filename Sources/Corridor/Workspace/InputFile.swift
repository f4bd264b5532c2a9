internal import Bitext
internal import Files
internal import FoundationEssentials

/// A file that the user named: a path, or "-" for standard input.
public struct InputFile: Hashable, Sendable {
  /// As the user sees it.
  public let name: String

  /// A file by its path; "-" is standard input.
  public init(_ name: String) { self.name = name }

  /// Whether it is standard input.
  public var isStandardInput: Bool { name == "-" }

  /// The name without its folders.
  var lastName: String { name.split(separator: "/").last.map(String.init) ?? name }

  /// The whole file.
  /// - Throws: `CorridorError.input` where it is missing, unreadable, or a folder.
  public func bytes() throws(CorridorError) -> [UInt8] {
    let file: OpenFile
    do throws(SystemError) { file = try opened() } catch { throw failure(error) }
    if file.isEndless {
      throw .input(Fault("is a device", remedy: "name a file", at: SourcePosition(file: name)))
    }
    do throws(SystemError) { return try file.readAll() } catch { throw failure(error) }
  }

  /// The file, to be read piece by piece.
  func opened() throws(SystemError) -> OpenFile {
    isStandardInput ? .standardInput : try OpenFile(reading: name)
  }

  func failure(_ error: SystemError) -> CorridorError {
    let (problem, remedy) =
      switch error.kind {
      case .missing: ("no such file", "check the path")
      case .notAllowed: ("may not be read", "check its permissions")
      case .folder: ("is a folder", "name a file")
      case .folderMissing, .closedPipe, .other: ("could not be read: \(error)", "check the file")
      }
    return .input(Fault(problem, remedy: remedy, at: SourcePosition(file: name)))
  }

  /// Whether the name is that of a folder.
  public var isFolder: Bool {
    var isFolder = false
    return !isStandardInput && FileManager.default.fileExists(atPath: name, isDirectory: &isFolder) && isFolder
  }

  /// Makes a folder, and those above it, where it is not there.
  /// - Throws: `CorridorError.input` where it cannot be made.
  public static func makeFolder(_ path: String) throws(CorridorError) {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw .input(
        Fault("the folder cannot be made", remedy: "check its name and permissions", at: SourcePosition(file: path)))
    }
  }

  /// The files that a list of paths means: a folder stands for the files in it (and below) whose names end as one of
  /// `endings`, in order of name; hidden ones are left out.
  /// - Throws: `CorridorError.input` for a path that does not exist, or a folder without such files.
  public static func expand(_ paths: [String], endings: [String]) throws(CorridorError) -> [InputFile] {
    var files: [InputFile] = []
    for path in paths {
      var isFolder = false
      guard path != "-", FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder else {
        files.append(InputFile(path))
        continue
      }
      let found = list(path, endings: endings)
      guard !found.isEmpty else {
        let wanted = endings.map { "*." + $0 }.joined(separator: ", ")
        throw .input(
          Fault("the folder holds no file of \(wanted)", remedy: "name the files", at: SourcePosition(file: path)))
      }
      files += found
    }
    return files
  }

  private static func list(_ folder: String, endings: [String]) -> [InputFile] {
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
    let base = folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    return names.sorted().filter { name in
      !name.split(separator: "/").contains { $0.hasPrefix(".") }
        && endings.contains { name.lowercased().hasSuffix("." + $0) }
    }.map { InputFile(base + "/" + $0) }
  }
}
