import Bitext
import Testing

@testable import Names

@Suite struct NameFormsTests {
  private static let place = SourcePosition(file: "t")
  private static let concepts = [
    Concept(
      id: "melikyan_davit", kind: .person,
      terms: [
        Term(language: "fr", text: "Davit Mélikian", status: .preferred, position: place),
        Term(language: "en", text: "Davit Melikyan", status: .preferred, position: place),
        Term(language: "en", text: "David Melikian", status: .deprecated, position: place),
      ], position: place)
  ]

  private func occurrence(_ surface: String, concept: String? = nil) -> NameOccurrence {
    NameOccurrence(
      sentence: 0, bytes: 0..<surface.utf8.count, surface: surface, kind: .person, name: concept ?? surface,
      isConcept: concept != nil)
  }

  @Test func theGlossaryDecidesAndGivesTheSamePart() throws {
    let forms = NameForms(try ShippedModel.get(), concepts: Self.concepts)
    let full = forms.expected(for: occurrence("Davit Mélikian", concept: "melikyan_davit"), from: "fr", in: "en")
    #expect(full?.forms == ["Davit Melikyan"])
    #expect(full?.isFromGlossary == true)
    let part = forms.expected(for: occurrence("Mélikian", concept: "melikyan_davit"), from: "fr", in: "en")
    #expect(part?.forms == ["Melikyan"])
  }

  @Test func elsewhereThePredictionDoes() throws {
    let forms = NameForms(try ShippedModel.get())
    let expected = forms.expected(for: occurrence("Vardouhi Tchilinguirian"), from: "fr", in: "en")
    #expect(expected?.forms.first == "Varduhi Chilingiryan", "\(String(describing: expected))")
    #expect(expected?.isFromGlossary == false)
    #expect(expected?.rules.isEmpty == false)
  }

  @Test func aSpellingIsToldFromASlipAndFromAnotherName() throws {
    let forms = NameForms(try ShippedModel.get())
    let expected = NameForms.Expected(forms: ["Pashinyan"], confidence: 1, isFromGlossary: true, rules: [])
    func standing(_ surface: String) -> NameForms.Standing {
      forms.standing(of: surface, to: expected, in: "en", source: ["Pachinian"], sourceLanguage: "fr")
    }
    #expect(standing("Pashinyan") == .right)
    #expect(standing("Pachinian") == .otherLanguage("fr"))
    #expect(standing("Pashniyan") == .misspelt)
    #expect(standing("Pashinian") == .variant)
    #expect(standing("Kocharyan") == .otherName)
  }

  @Test func aPressFormOfAnotherLanguageIsSeen() throws {
    let forms = NameForms(try ShippedModel.get())
    #expect(forms.pressLanguage(of: "Tchilinguirian", besides: "en") == "fr")
    #expect(forms.pressLanguage(of: "Chilingiryan", besides: "en") == nil)
  }
}
