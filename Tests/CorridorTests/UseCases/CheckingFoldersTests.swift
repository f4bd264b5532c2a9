import Bitext
import TestSupport
import Testing

@testable import Corridor

@Suite struct CheckingFoldersTests {
  private static let seeds = ["02-convoi-de-latchine", "05-frontiere-a-kirants"]

  private func pairs(_ workspace: Workspace) throws -> [FolderPair] {
    func files(_ language: String) -> [InputFile] {
      Self.seeds.map { InputFile("\(Checkout.seeds.path)/\($0).\(language).txt") }
    }
    let found = try workspace.pairs(files("fr"), files("en"), ReadingOptions(), ReadingOptions())
    #expect(found.unpaired.isEmpty)
    return found.pairs
  }

  @Test func aFolderOfPairsGivesWhatSingleRunsGive() throws {
    let workspace = try Workspace.open(data: Checkout.glossary.path)
    let options = CheckOptions(memory: .none)
    var together: [(name: String, findings: [Finding])] = []
    let failures = try workspace.check(
      pairs(workspace), options, read: { (file, _) throws(CorridorError) in try workspace.segment(file) },
      { together.append(($0.name, $1)) })
    #expect(failures.isEmpty)
    #expect(together.map(\.name) == Self.seeds)
    #expect(together.allSatisfy { !$0.findings.isEmpty })
    for (pair, found) in zip(try pairs(workspace), together) {
      let alone = try Workspace.open(data: Checkout.glossary.path)
      let single = try alone.check(source: alone.segment(pair.source), target: alone.segment(pair.target), options)
      #expect(single == found.findings, "\(pair.name)")
    }
  }

  @Test func aPairThatCannotBeReadIsNamedAndTheOthersAreChecked() throws {
    let workspace = try Workspace.open(data: Checkout.glossary.path)
    var all = try pairs(workspace)
    all.insert(
      FolderPair(source: InputFile("none.fr.txt"), target: InputFile("none.en.txt"), name: "none", isByContent: false),
      at: 0)
    var checked: [String] = []
    let failures = try workspace.check(
      all, CheckOptions(only: ["term-missing"]),
      read: { (file, _) throws(CorridorError) in try workspace.segment(file) }, { pair, _ in checked.append(pair.name) }
    )
    #expect(checked == Self.seeds)
    #expect(failures.map(\.description) == ["none.fr.txt: error: no such file; check the path"])
  }
}
