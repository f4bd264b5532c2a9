import Rules
import Testing

@testable import Segmentation

@Suite struct WordListsTests {
  private func lists(_ forms: [String]) throws -> WordLists {
    var faults: [RulesError] = []
    let yaml = "{id: xx.a, class: never-final, why: So., forms: [\(forms.map { "\"\($0)\"" }.joined(separator: ", "))]}"
    var lists = WordLists()
    #expect(lists.add(WordList(try RuleNode(yaml: yaml, file: "xx.yml"), &faults)))
    #expect(faults.isEmpty)
    return lists
  }

  private func finds(_ lists: WordLists, _ word: String, letters: Bool = true) -> Bool {
    var word = word
    return word.withUTF8 { lists.mask(anyCase: $0, letters: letters) } & ~WordLists.phraseEnd != 0
  }

  @Test func smallFormsAreFoundInAnyCaseCapitalsAsTheyStand() throws {
    let lists = try lists(["art.", "Mme", "ул", "h"])
    #expect(finds(lists, "art") && finds(lists, "Art") && finds(lists, "ART") && finds(lists, "Ул"))
    #expect(finds(lists, "Mme") && finds(lists, "MME") && !finds(lists, "mme") && !finds(lists, "mMe"))
    #expect(finds(lists, "h") && finds(lists, "H") && !finds(lists, "H", letters: false))
    #expect(!finds(lists, "arts") && !finds(lists, ""))
  }

  @Test func aPhraseIsFoundWithAndWithoutItsSpaces() throws {
    let lists = try lists(["p. ex."])
    #expect(finds(lists, "p.ex") && !finds(lists, "ex"))
    #expect(lists.phrases(endingWith: "ex").map(\.before) == ["p."])
  }

  @Test func aTableOfThousandsKeepsThemAll() {
    var table = WordTable()
    for number in 0..<5000 { table.insert("w\(number)", UInt64(number + 1)) }
    table.insert("w7", 1 << 40)
    #expect((0..<5000).allSatisfy { $0 == 7 || table.mask(of: "w\($0)") == UInt64($0 + 1) })
    #expect(table.mask(of: "w7") == 8 | 1 << 40 && table.mask(of: "w5000") == 0)
  }
}
