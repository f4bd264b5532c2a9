import Foundation
import Testing

/// Every `$ corridor …` line of the README, with what follows it in the same block.
struct Transcript: CustomTestStringConvertible, Sendable {
  let command: String
  let output: String

  var testDescription: String { command }

  static func all() throws -> [Transcript] {
    let readme = try String(contentsOf: Tool.root.appending(path: "README.md"), encoding: .utf8)
    var transcripts: [Transcript] = []
    for block in readme.components(separatedBy: "```").enumerated().filter({ $0.offset % 2 == 1 }).map(\.element) {
      for piece in block.components(separatedBy: "\n$ corridor ").dropFirst() {
        let lines = piece.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        transcripts.append(Transcript(command: lines[0], output: lines.count > 1 ? lines[1] : ""))
      }
    }
    return transcripts
  }
}

@Suite struct ReadmeTests {
  /// Commands run in a copy of seeds/; standard output and error together are what the README must show.
  @Test(arguments: try Transcript.all()) func theReadmeTellsTheTruth(_ shown: Transcript) throws {
    try Tool.inTemporaryFolder { folder in
      let copy = folder.appending(path: "seeds")
      try FileManager.default.copyItem(at: Tool.seeds, to: copy)
      let script = "corridor() { '\(Tool.executable.path)' \"$@\"; }; { corridor \(shown.command); } 2>&1; true"
      let run = try Tool.run(URL(filePath: "/bin/bash"), ["-c", script], in: copy)
      #expect(run.output == shown.output)
    }
  }

  @Test func thereIsSomethingToCheck() throws { #expect(try Transcript.all().count >= 5) }
}
