import FoundationEssentials
import Rules
import TestSupport
import Testing

@testable import Linguistics

@Suite struct WritingSystemTests {
  private func systems(_ yaml: String...) throws -> WritingSystems {
    try WritingSystems(yaml.enumerated().map { try RuleNode(yaml: $1, file: "\($0).yml") })
  }

  @Test func aLanguageIsWrittenInTheScriptsOfItsFile() throws {
    let known = try systems("language: az\nscripts: [Latn, Cyrl]\ncasing: turkic", "language: fr\nname: French")
    #expect(known.scripts(of: "az-AZ") == [.latin, Script(rawValue: "Cyrillic")])
    #expect(known.casing(of: "az") == .turkic && known.casing(of: "fr") == .common)
    // Its file names none; it has no file.
    #expect(known.scripts(of: "fr") == nil && known.scripts(of: "de") == nil)
  }

  @Test func aScriptInTheTagDecides() throws {
    let known = try systems("language: az\nscripts: [Latn, Cyrl]")
    #expect(known.scripts(of: "az-Cyrl") == [Script(rawValue: "Cyrillic")])
    // Several scripts together, or none.
    #expect(known.scripts(of: "ja-Jpan") == nil && known.scripts(of: "az-Xxxx") == nil)
  }

  @Test func faultsHaveTheirPlace() {
    let error = #expect(throws: RulesErrors.self) { try systems("language: az\nscripts: [Latin1]\ncasing: odd") }
    let text = error?.description ?? ""
    #expect(text.contains("0.yml:2:11: error: 'Latin1' is no script; write its code of ISO 15924, as Latn"))
    #expect(text.contains("0.yml:3:9: error: casing is common or turkic"))
  }

  @Test func everyShippedFileNamesItsScripts() throws {
    let folder = Checkout.root.appending(path: "glossary/languages").path
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".yml") }
    #expect(names.count > 20)
    for name in names {
      let file = try RuleNode(yaml: Checkout.text("glossary/languages/\(name)"), file: name)
      let profile = try LanguageProfile(file)
      #expect(!profile.writing.scripts.isEmpty, "\(name)")
      #expect(profile.language.description + ".yml" == name)
    }
  }
}
