import Foundation

/// Where the checkout is that the tests were built from.
package enum Checkout {
  /// The folder of Package.swift.
  package static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  package static let glossary = root.appending(path: "glossary")
  package static let seeds = root.appending(path: "seeds")

  /// The text of a file, by its path from the root.
  package static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// Every file of a folder of `glossary/` that ends so, by name, with its text.
  package static func dataFiles(_ folder: String, ending: String = "") throws -> [(name: String, text: String)] {
    let place = glossary.appending(path: folder).path
    return try FileManager.default.contentsOfDirectory(atPath: place).filter { $0.hasSuffix(ending) }.sorted()
      .map { ($0, try text("glossary/\(folder)/\($0)")) }
  }
}
