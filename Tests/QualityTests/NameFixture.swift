import Bitext
import FoundationEssentials
import Names
import Romanization
import Rules
import Terminology
import TestSupport

@testable import Quality

/// Texts whose names are found with the shipped rules, beside a small glossary made for the tests.
enum NameFixture {
  static let glossary: Glossary = {
    let place = Fixture.place
    func concept(_ id: String, _ kind: Concept.Kind, _ terms: [(LanguageTag, String)], _ relations: [Relation] = [])
      -> Concept
    {
      Concept(
        id: id, kind: kind, terms: terms.map { Term(language: $0.0, text: $0.1, status: .preferred, position: place) },
        relations: relations, position: place)
    }
    return Glossary([
      concept("pashinyan_nikol", .person, [("fr", "Nikol Pachinian"), ("en", "Nikol Pashinyan")]),
      concept("shoigu_sergei", .person, [("fr", "Sergueï Choïgou"), ("en", "Sergei Shoigu")]),
      concept("lavrov_sergei", .person, [("fr", "Sergueï Lavrov"), ("en", "Sergei Lavrov")]),
      concept("yerevan", .place, [("fr", "Erevan"), ("en", "Yerevan")]),
      concept("aghdam", .place, [("fr", "Agdam"), ("en", "Aghdam")]),
      concept(
        "stepanakert", .place, [("fr", "Stepanakert"), ("en", "Stepanakert")],
        [Relation(kind: .samePlace, concept: "khankendi")]),
      concept("khankendi", .place, [("fr", "Khankendi"), ("en", "Khankendi")]),
    ])
  }()

  static let model = Result {
    let tables = try Checkout.dataFiles("romanization", ending: ".yml")
      .map { try RuleNode(yaml: $0.text, file: $0.name) }
    let lexicon = try Checkout.dataFiles("names").map { NameLexicon.File(name: $0.name, text: $0.text) }
    return NameModel(tables: try RomanizationTables(tables), lexicon: try NameLexicon(lexicon))
  }

  static let world = Result {
    let files = try Checkout.dataFiles("exonyms", ending: ".csv")
    let cognates = files.first { $0.name.hasSuffix("cognates.csv") }
    return (
      names: try WorldNames(
        files.filter { $0.name != cognates?.name }.map { WorldNames.File(name: $0.name, text: $0.text) }),
      cognates: try Cognates(cognates?.text ?? "", file: "cognates.csv")
    )
  }

  /// The findings of one check over sentences that correspond one to one.
  static func findings(_ check: some Check, fr: [String]? = nil, en: [String]) throws -> [Finding] {
    let model = try self.model.get()
    let world = try self.world.get()
    func text(_ language: LanguageTag, _ sentences: [String]) -> AnnotatedText {
      let names = NameFinder(language: language, model: model, concepts: glossary.concepts).find(in: sentences)
      return AnnotatedText(language: language, sentences: Fixture.segments(sentences), names: names)
    }
    let work = CheckedWork(
      source: fr.map { text("fr", $0) }, target: text("en", en),
      beads: fr.map { $0.indices.map { Bead(source: [$0], target: [$0]) } } ?? [], glossary: glossary,
      names: NameKnowledge(model: model, glossary: glossary, world: world.names, cognates: world.cognates),
      languageNames: ["fr": "French", "en": "English"])
    return check.findings(in: work)
  }

  static func summary(_ findings: [Finding]) -> [String] {
    findings.map { "\($0.words?.sentence ?? -1) \($0.surface) → \($0.suggestions.first ?? "")" }
  }
}
