/// Why the memory could not do what it was asked. Nothing was changed: every write is one transaction.
package enum MemoryError: Error, Hashable, Sendable, CustomStringConvertible {
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

  package var description: String {
    switch self {
    case .notAMemory(let path): "\(path): error: is no translation memory; name another file or make one with 'init'"
    case .newerVersion(let path, let change):
      "\(path): error: was written by a later version of this program (its change '\(change)' is unknown here);"
        + " use that version, or export from it as TMX"
    case .damaged(let path, let what):
      "\(path): error: the memory is damaged (\(what)); restore a backup, or save what can be read with 'export'"
    case .readOnly(let path): "\(path): error: may not be written; change the permissions of the file and its folder"
    case .diskFull(let path):
      "\(path): error: nothing can be written (the disk is full, or a quota, or it has a fault); make room and try again,"
        + " nothing was changed"
    case .busy(let path): "\(path): error: another process is writing to it; wait until it has finished"
    case .cannotOpen(let path, let why): "\(path): error: cannot be opened (\(why)); check the path and its folder"
    case .refused(let path, let why): "\(path): error: \(why)"
    case .unknownUnit(let id): "unit \(id): error: there is no such unit; 'history' tells what became of it"
    case .badPattern(let pattern, let why): "'\(pattern)': error: is no regular expression (\(why)); mend it"
    }
  }
}
