internal import Bitext
internal import FoundationEssentials

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A file that the user named: a path, or "-" for standard input.
package struct InputFile: Hashable, Sendable {
  /// As the user sees it.
  package let name: String

  package init(_ name: String) { self.name = name }

  /// The name without its folders.
  var lastName: String { name.split(separator: "/").last.map(String.init) ?? name }

  package var isStandardInput: Bool { name == "-" }

  /// The whole file.
  /// - Throws: `CorridorError.input` where it is missing, unreadable, or a folder.
  package func bytes() throws(CorridorError) -> [UInt8] {
    let descriptor = isStandardInput ? STDIN_FILENO : open(name, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(errno) }
    defer { if !isStandardInput { close(descriptor) } }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count == 0 { return bytes }
      if count > 0 {
        bytes += buffer[..<count]
      } else if errno != EINTR {
        throw failure(errno)
      }
    }
  }

  func failure(_ code: Int32) -> CorridorError {
    let advice =
      switch code {
      case ENOENT: "no such file; check the path"
      case EACCES, EPERM: "may not be read; check its permissions"
      case EISDIR: "is a folder; name a file"
      default: "could not be read: \(String(cString: strerror(code))); check the file"
      }
    return .input(advice, at: SourcePosition(file: name))
  }

  /// Whether the name is that of a folder.
  package var isFolder: Bool {
    var isFolder = false
    return !isStandardInput && FileManager.default.fileExists(atPath: name, isDirectory: &isFolder) && isFolder
  }

  /// Makes a folder, and those above it, where it is not there.
  /// - Throws: `CorridorError.input` where it cannot be made.
  package static func makeFolder(_ path: String) throws(CorridorError) {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw .input("the folder cannot be made; check its name and permissions", at: SourcePosition(file: path))
    }
  }

  /// The files that a list of paths means: a folder stands for the files in it (and below) whose names end as one of
  /// `endings`, in order of name; hidden ones are left out.
  /// - Throws: `CorridorError.input` for a path that does not exist, or a folder without such files.
  package static func expand(_ paths: [String], endings: [String]) throws(CorridorError) -> [InputFile] {
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
        throw .input("the folder holds no file of \(wanted); name the files", at: SourcePosition(file: path))
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
