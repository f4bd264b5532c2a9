internal import FoundationEssentials

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The folder of segment files beside a store.
///
/// A file's name says what it covers: `fr-1-250000-7.segment` has the French of units 1...250000 as of revision 7. There
/// is no list of them and no lock: files appear whole under their name, whoever makes one of the same name makes the
/// same one, and whatever does not fit the store is thrown away.
struct IndexFolder: Sendable {
  let path: String

  /// The folder of a store in a file.
  static func beside(store path: String) -> IndexFolder { IndexFolder(path: path + "-index") }

  func file(_ language: String, _ header: SegmentHeader) -> String {
    "\(path)/\(language)-\(header.firstUnit)-\(header.lastUnit)-\(header.revision).segment"
  }

  func create() throws(SegmentSink.Failure) {
    if mkdir(path, 0o755) != 0, errno != EEXIST { throw SegmentSink.Failure(code: errno) }
  }

  /// The segment files of a language.
  func files(_ language: String) -> [String] {
    names().filter { $0.hasPrefix("\(language)-") && $0.hasSuffix(".segment") }.map { "\(path)/\($0)" }
  }

  /// Removes files, and what dead processes left half written.
  func remove(_ files: [String]) {
    for file in files { unlink(file) }
    for name in names() where name.hasSuffix(".part") {
      let process = name.split(separator: ".").dropLast(2).last.flatMap { Int32($0) }
      if let process, process == getpid() || kill(process, 0) == 0 || errno == EPERM { continue }
      unlink("\(path)/\(name)")
    }
  }

  private func names() -> [String] { (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [] }
}
