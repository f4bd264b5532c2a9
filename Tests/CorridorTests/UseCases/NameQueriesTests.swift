import Bitext
import TestSupport
import Testing

@testable import Corridor

@Suite struct NameQueriesTests {
  @Test func aNameIsListedOnceWithAllItsSpellingsAndPlaces() throws {
    let workspace = try Workspace.open(data: Checkout.glossary.path)
    let entries = try workspace.listNames([
      workspace.segment(text: "Nikol Pachinian est venu.\nNikol Pachinian est parti.\n", file: "a.fr.txt"),
      workspace.segment(text: "Nikol Pashinyan came.\n", file: "a.en.txt"),
    ])
    let entry = try #require(entries.first)
    #expect(entries.count == 1 && entry.name == "pashinyan_nikol" && entry.count == 3)
    #expect(entry.forms.map(\.text) == ["Nikol Pachinian", "Nikol Pashinyan"])
    #expect(entry.forms[0].places.map { "\($0.file):\($0.line):\($0.column)" } == ["a.fr.txt:1:1", "a.fr.txt:2:1"])
    #expect(!entry.isMixed)
  }
}
