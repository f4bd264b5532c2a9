import Foundation
import Testing

/// Real programs that read what Corridor writes; `make clients` shows the same to people.
@Suite struct ClientTests {
  private static let script = Tool.root.appending(path: "Tests/clients")

  private static var hasClients: Bool {
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/env") else { return false }
    if FileManager.default.fileExists(atPath: "/usr/share/omegat/OmegaT.jar") { return true }
    let run = try? Tool.run(URL(filePath: "/usr/bin/env"), ["python3", "-c", "import translate.storage.tmx"])
    return run?.status == 0
  }

  @Test(.enabled(if: hasClients, "neither OmegaT nor translate-toolkit is installed"))
  func theySeeTheTextsThatWereWritten() throws {
    let run = try Tool.run(URL(filePath: "/usr/bin/env"), ["python3", Self.script.path, Tool.executable.path])
    #expect(run.status == 0, "\(run.output)\(run.messages)")
    #expect(run.output.contains("  same"))
    #expect(!run.output.contains("DIFFERENT"))
  }
}
