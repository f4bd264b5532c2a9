import Foundation
import TestSupport

@testable import Corridor

/// A workspace without settings of its own over the checkout's glossary, and a folder for what a test makes.
enum Fixture {
  static var workspace: Workspace {
    Workspace(configuration: .none, data: InstalledData(folder: Checkout.glossary.path))
  }

  /// Runs a body with a new folder, which is removed after it.
  static func inFolder<Value>(_ body: (String) throws -> Value) throws -> Value {
    let folder = FileManager.default.temporaryDirectory.appending(path: "corridor-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder.resolvingSymlinksInPath().path)
  }

  /// A memory of two units, taken in from a table of pairs.
  static func withMemory<Value>(_ body: (Workspace, MemoryPlace, String) throws -> Value) throws -> Value {
    try inFolder { folder in
      let pairs = "fr\ten\nLe bilan est de 12 morts.\tThe toll is 12 dead.\nIl pleut à Goris.\tIt rains in Goris.\n"
      try pairs.write(toFile: folder + "/pairs.tsv", atomically: true, encoding: .utf8)
      let workspace = workspace
      var options = ImportOptions()
      options.memory = .file(folder + "/memory.sqlite")
      options.tags = ["test"]
      _ = try workspace.import([InputFile(folder + "/pairs.tsv")], options)
      return try body(workspace, options.memory, folder)
    }
  }
}
