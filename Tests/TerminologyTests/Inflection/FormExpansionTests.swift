import Bitext
import Testing

@testable import Terminology

@Suite struct FormExpansionTests {
  private func forms(_ word: String, _ language: LanguageTag, _ role: Paradigm.Role = .head) throws -> Set<String> {
    var found: Set<String> = []
    FormExpansion(try Fixture.inflection.get()[language]).forms(of: Array(word.utf8), role: role) {
      found.insert(String(decoding: $0, as: UTF8.self))
    }
    return found
  }

  @Test func aWordHasTheFormsOfItsParadigms() throws {
    #expect(try forms("journal", "fr").contains("journaux"))
    #expect(try forms("oeil", "fr").contains("yeux"))
    #expect(try forms("договор", "ru").isSuperset(of: ["договора", "договоров", "договорами"]))
    #expect(try forms("xx", "ja").isEmpty && forms("", "fr").isEmpty)
  }

  @Test func accentsAreLeftOutWhereTheyMay() {
    func plain(_ word: String, _ keepingFinal: Bool) -> String? {
      Array(word.utf8).withoutAccents(keepingFinal: keepingFinal).map { String(decoding: $0, as: UTF8.self) }
    }
    #expect(plain("négocié", true) == "negocié" && plain("négocié", false) == "negocie" && plain("paix", false) == nil)
    #expect(Array("état".utf8).withoutInitialAccent().map { String(decoding: $0, as: UTF8.self) } == "etat")
  }
}
