import Rules
import Testing

@testable import Romanization

@Suite struct RomanizationPatternsTests {
  @Test(
    "words of a known shape get their vowels",
    arguments: [
      ("راشد", "ar", "rached", "rashed"), ("منصور", "ar", "mansour", "mansour"), ("أحمر", "ar", "ahmar", "ahmar"),
      ("سعيد", "ar", "saïd", "said"), ("باسم", "ar", "bassem", "basem"), ("فرزاد", "fa", "farzad", "farzad"),
      ("فریده", "fa", "farideh", "farideh"),
    ])
  func shapes(word: String, language: String, french: String, english: String) throws {
    let table = try #require(try Tables.all().tables.first { $0.language.language == language })
    let letters = Array(word.unicodeScalars)
    #expect(table.readings(of: letters, to: "fr").first?.text == french)
    let best = try #require(table.readings(of: letters, to: "en").first)
    #expect(best.text == english)
    #expect(!best.pattern.why.isEmpty && best.probability > 0 && best.probability <= 1)
  }

  @Test func aWordOfNoShapeHasNoReading() throws {
    let table = try #require(try Tables.all().tables.first { $0.language.language == "ar" })
    #expect(table.readings(of: Array("قطغشذظ".unicodeScalars), to: "fr").isEmpty)
    #expect(table.readings(of: [], to: "fr").isEmpty)
    #expect(table.readings(of: Array("Rached".unicodeScalars), to: "fr").isEmpty)
  }

  @Test func readingsOfAWordShareOne() throws {
    let table = try #require(try Tables.all().tables.first { $0.language.language == "ar" })
    for word in ["جمال", "قنبر", "رجب", "هود"] {
      let sum = table.readings(of: Array(word.unicodeScalars), to: "fr").reduce(0) { $0 + $1.probability }
      #expect(sum > 0 && sum < 1.000_001, "\(word)")
    }
  }

  @Test func aPatternWithoutAShareIsAFault() throws {
    let node = try RuleNode(
      yaml: """
        language: xx
        script: Arab
        name: Test
        source: none
        vowels: a
        unvocalised: yes
        patterns:
          - {id: xx.p, from: "12", fr: ["1a2"], en: ["1a2"], share: 2, why: "a"}
          - {id: xx.p, from: "", fr: ["1a2"], en: ["1a2"], share: 0.5, why: "a"}
        """, file: "xx.yml")
    let error = #expect(throws: RulesErrors.self) { try RomanizationTables([try Tables.conventions(), node]) }
    #expect(error?.faults.count == 3, "\(error.map(\.description) ?? "")")
  }
}
