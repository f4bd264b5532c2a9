import Foundation
import TestSupport

/// The house as three sources describe it: the manifest, the map, and the code.
enum House {
  /// Rooms with what each names as its imports, in the order of the manifest.
  static func manifest() throws -> [(room: String, imports: [String])] {
    let text = try Checkout.text("Package.swift")
    let rooms = text.matches(of: /room\("(\w+)", \[([^\]]*)\]/).map { (String($0.1), names(in: String($0.2))) }
    let libraries = text.matches(of: /\.target\(name: "(C[A-Z]\w*)", linkerSettings/).map { (String($0.1), [String]()) }
    let known = Set(rooms.map(\.0))
    let programs = text.matches(of: /executableTarget\(\s*name: "(Corridor\w+)",\s*dependencies: \[([^\]]*)\]/).map {
      (String($0.1), names(in: String($0.2)).filter(known.contains))
    }
    return libraries + rooms + programs
  }

  /// The names of targets in a list of dependencies; products of other packages left out.
  private static func names(in list: String) -> [String] {
    let own = list.replacing(/\.product\([^)]*\)/, with: "")
    return own.matches(of: /"(\w+)"/).map { String($0.1) }
  }

  /// The rows of the table in ARCHITECTURE.md: a row may be of several rooms.
  static func map() throws -> [(room: String, imports: Set<String>)] {
    try Checkout.text("ARCHITECTURE.md").split(separator: "\n").filter { $0.hasPrefix("| `") }.flatMap { line in
      let cells = line.split(separator: "|")
      guard cells.count == 3 else { return [(room: String, imports: Set<String>)]() }
      let imports = Set(cells[2].matches(of: /`(\w+)`/).map { String($0.1) })
      return cells[0].matches(of: /`(\w+)`/).map { (String($0.1), imports) }
    }
  }

  /// What each room may import: what the map names for it, and what those may import.
  static func allowed() throws -> [String: Set<String>] {
    var allowed: [String: Set<String>] = [:]
    for (room, imports) in try map() {
      allowed[room] = imports.reduce(into: imports) { $0.formUnion(allowed[$1] ?? []) }
    }
    return allowed
  }

  struct Source {
    let room: String
    /// From the folder of the room.
    let path: String
    let text: String

    var name: String { (path as NSString).lastPathComponent }
    /// The lines without comments.
    var code: [String] {
      text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        .filter { !$0.drop { $0 == " " }.hasPrefix("//") }
    }
    var imports: [String] {
      code.compactMap { $0.firstMatch(of: /^\s*(?:@\w+ )*(?:public |package |internal )?import (?:\w+ )?(\w+)/) }.map {
        String($0.1)
      }
    }
  }

  /// Every Swift file of `Sources/` (or `Tests/`).
  static func sources(in top: String = "Sources") throws -> [Source] {
    let folder = Checkout.root.appending(path: top)
    let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    return try paths.filter { $0.hasSuffix(".swift") }.sorted().map { path in
      let room = String(path.prefix { $0 != "/" })
      return Source(
        room: room, path: String(path.dropFirst(room.count + 1)), text: try Checkout.text("\(top)/\(path)"))
    }
  }

  static let crafts: Set = [
    "Linguistics", "Romanization", "Segmentation", "Terminology", "Names", "Alignment", "Quality",
  ]
}
