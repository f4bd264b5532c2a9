import Foundation
import Testing

@testable import Corridor

@Suite struct InstalledDataTests {
  private func inFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "corridor-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.resolvingSymlinksInPath().path)
  }

  private func make(_ path: String) throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  @Test func anInstalledCommandFindsItsShare() throws {
    try inFolder { root in
      try make(root + "/bin")
      try make(root + "/share/corridor/glossary/languages")
      let found = try InstalledData.find(option: nil, environment: [:], executable: root + "/bin/corridor")
      #expect(found.folder == root + "/share/corridor/glossary")
    }
  }

  @Test func aBuildFindsItsCheckout() throws {
    try inFolder { root in
      try make(root + "/.build/release")
      try make(root + "/glossary/languages")
      let found = try InstalledData.find(option: nil, environment: [:], executable: root + "/.build/release/corridor")
      #expect(found.folder == root + "/glossary")
    }
  }

  @Test func aNamedPlaceWinsAndMustBeRight() throws {
    try inFolder { root in
      try make(root + "/a/languages")
      try make(root + "/b/glossary/languages")
      let environment = ["CORRIDOR_DATA": root + "/b"]
      #expect(
        try InstalledData.find(option: root + "/a", environment: environment, executable: "/x").folder == root + "/a")
      #expect(
        try InstalledData.find(option: nil, environment: environment, executable: "/x").folder == root + "/b/glossary")
      let error = #expect(throws: CorridorError.self) {
        try InstalledData.find(option: root + "/c", environment: environment, executable: "/x")
      }
      #expect(error?.description.contains("tried \(root)/c;") == true)
      #expect(error == .noData(tried: [root + "/c"]))
    }
  }
}
