internal import Files

/// What may be said of a path that `corridor.yml` names: whoever wrote that file need not be the user.
enum WorkspacePath {
  enum Judgement {
    case fine
    /// Outside the workspace, and the user's own.
    case outside
    /// Outside the workspace, and another's.
    case foreign
    /// A device, a pipe or a socket.
    case noFile
  }

  /// - Parameter folder: the workspace's.
  static func judge(_ path: String, in folder: String) -> Judgement {
    guard let status = try? FileStatus.of(path) else { return judgeMissing(path, in: folder) }
    if status.kind == .other { return .noFile }
    guard let real = FileStatus.realPath(path), let home = FileStatus.realPath(folder) else { return .foreign }
    if real == home || real.hasPrefix(home == "/" ? home : home + "/") { return .fine }
    return status.isOwn ? .outside : .foreign
  }

  /// A file that is yet to be made is judged by its folder.
  private static func judgeMissing(_ path: String, in folder: String) -> Judgement {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return .fine }
    let above = slash == path.startIndex ? "/" : String(path[..<slash])
    // A name that is none of a file is judged when it is opened.
    return (try? FileStatus.of(above)) == nil ? .fine : judge(above, in: folder)
  }
}
