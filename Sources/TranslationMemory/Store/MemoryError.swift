/// Why the memory could not do what it was asked. Nothing was changed: every write is one transaction.
public enum MemoryError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file exists and is no translation memory of this program.
  case notAMemory(path: String)
  /// The file was written by a later version of this program; `change` names what this one does not know.
  case newerVersion(path: String, change: String)
  /// A page or a record of the store is damaged.
  case damaged(path: String, what: String)
  /// The file or its folder may not be written.
  case readOnly(path: String)
  /// No room is left on the disk, a quota is used up, or the disk does not take what is written.
  case diskFull(path: String)
  /// Another process has been writing for longer than this one waits.
  case busy(path: String)
  /// The file cannot be opened or made.
  case cannotOpen(path: String, why: String)
  /// The operating system or the database refused for another reason.
  case refused(path: String, why: String)
  /// There is no unit of this number: never given, or deleted since.
  case unknownUnit(Int64)
  /// A search pattern that does not compile.
  case badPattern(String, why: String)

  /// The memory's file; nil if the question is at fault and not the memory.
  public var path: String? {
    switch self {
    case .notAMemory(let path), .newerVersion(let path, _), .damaged(let path, _), .readOnly(let path),
      .diskFull(let path), .busy(let path), .cannotOpen(let path, _), .refused(let path, _):
      path
    case .unknownUnit, .badPattern: nil
    }
  }

  /// What is wrong.
  public var problem: String {
    switch self {
    case .notAMemory: "is no translation memory"
    case .newerVersion(_, let change):
      "was written by a later version of this program (its change '\(change)' is unknown here)"
    case .damaged(_, let what): "the memory is damaged (\(what))"
    case .readOnly: "may not be written"
    case .diskFull: "nothing can be written (the disk is full, or a quota, or it has a fault)"
    case .busy: "another process is writing to it"
    case .cannotOpen(_, let why): "cannot be opened (\(why))"
    case .refused(_, let why): why
    case .unknownUnit(let id): "unit \(id): there is no such unit"
    case .badPattern(let pattern, let why): "'\(pattern)': is no regular expression (\(why))"
    }
  }

  /// What to do; empty if nothing can be advised.
  public var remedy: String {
    switch self {
    case .notAMemory: "name another file, or a new one"
    case .newerVersion: "use that version, or export from it as TMX"
    case .damaged: "restore a backup, or export what can be read"
    case .readOnly: "change the permissions of the file and its folder"
    case .diskFull: "make room and try again, nothing was changed"
    case .busy: "wait until it has finished"
    case .cannotOpen: "check the path and its folder"
    case .refused: ""
    case .unknownUnit: "its history tells what became of it"
    case .badPattern: "mend it"
    }
  }

  /// `path: error: what is wrong; what to do`.
  public var description: String {
    (path.map { "\($0): " } ?? "") + "error: \(problem)" + (remedy.isEmpty ? "" : "; \(remedy)")
  }
}
