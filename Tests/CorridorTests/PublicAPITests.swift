import Foundation
import TestSupport
import Testing

/// The face is documented whole: its own declarations, and the nouns of the rooms that it gives out.
@Suite struct PublicAPITests {
  /// Every Swift file below `Sources` but those of the command, by its path there.
  private static func sources() throws -> [String: [Substring]] {
    let root = Checkout.root.appending(path: "Sources")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path)
      .filter { $0.hasSuffix(".swift") && !$0.hasPrefix("CorridorCLI/") }
    return try Dictionary(
      uniqueKeysWithValues: paths.map { path in
        let text = try String(contentsOf: root.appending(path: path), encoding: .utf8)
        return (path, text.split(separator: "\n", omittingEmptySubsequences: false))
      })
  }

  /// The numbers of the lines that begin a public declaration.
  private static func publicLines(_ lines: [Substring]) -> [Int] {
    lines.indices.filter { number in
      let words = lines[number].split(separator: " ").drop { $0.hasPrefix("@") }
      return words.first == "public" && words.dropFirst().first != "import"
    }
  }

  @Test func everyPublicDeclarationIsDocumented() throws {
    var bare: [String] = []
    var count = 0
    for (path, lines) in try Self.sources() {
      for number in Self.publicLines(lines) {
        count += 1
        let before = lines[..<number].last { !$0.drop { $0 == " " }.hasPrefix("@") } ?? ""
        if !before.drop(while: { $0 == " " }).hasPrefix("///") { bare.append("\(path):\(number + 1)") }
      }
    }
    #expect(bare.isEmpty)
    // A reading that finds no declarations would find no fault either.
    #expect(count > 300)
  }

  @Test func noMessageOfTheLibraryNamesAnOption() throws {
    let option = try Regex(#""[^"]*(^|[^a-z-])--[a-z]"#)
    let corridor = try sources(below: "Corridor/")
    #expect(!corridor.isEmpty)
    for (path, lines) in corridor {
      let named = lines.filter { $0.contains(option) && !$0.drop { $0 == " " }.hasPrefix("//") }
      #expect(named.isEmpty, "\(path)")
    }
  }

  private func sources(below folder: String) throws -> [String: [Substring]] {
    try Self.sources().filter { $0.key.hasPrefix(folder) }
  }
}
