import Linguistics
import Rules
import TestSupport
import Testing

@testable import Names

@Suite struct SoundTableTests {
  @Test func examplesSoundAlike() throws {
    let table = try ShippedModel.get().lexicon.persons.tables.sounds
    let node = try RuleNode(yaml: Checkout.text("glossary/names/sounds.yml"), file: "sounds.yml")
    let rows = node["sounds"]?.items ?? []
    #expect(rows.count >= 20)
    for row in rows {
      for example in row["examples"]?.items ?? [] {
        let (name, other) = (example["name"]?.text ?? "", example["other"]?.text ?? "")
        let words = [name, other].map { text in
          text.split(separator: " ").map { table.sounds(of: Folding.caseKey(String($0))) }.flatMap { $0 }
        }
        let isUnvocalised = ["sound.arabic", "sound.hebrew"].contains(row["id"]?.text)
        let likeness = table.likeness(words[0].isEmpty ? [] : words[0], words[1], isUnvocalised: isUnvocalised)
        #expect(likeness > 0.8, "\(name), \(other): \(likeness)")
      }
    }
  }

  @Test func otherWordsSoundUnlike() throws {
    let table = try ShippedModel.get().lexicon.persons.tables.sounds
    for (one, other) in [("sarkissian", "tsarukyan"), ("putin", "petrov"), ("hassan", "karim"), ("عباس", "hasan")] {
      let likeness = table.likeness(
        table.sounds(of: one), table.sounds(of: other), isUnvocalised: one.utf8.first.map { $0 > 0x80 } ?? false)
      #expect(likeness < 0.8, "\(one), \(other): \(likeness)")
    }
  }

  @Test func doubledSoundsCountOnce() throws {
    let table = try ShippedModel.get().lexicon.persons.tables.sounds
    #expect(table.sounds(of: "hassan") == table.sounds(of: "hasan"))
    #expect(table.sounds(of: "김") == table.sounds(of: "kim"))
  }
}
