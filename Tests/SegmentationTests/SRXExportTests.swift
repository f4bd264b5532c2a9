import Bitext
import Foundation
import Testing

@testable import Segmentation

@Suite struct SRXExportTests {
  @Test("what is exported compiles and cuts like ours where SRX can say it", arguments: RuleFiles.rules.languageNames)
  func compiles(language: String) throws {
    let tag = LanguageTag(stringLiteral: language)
    let rules = RuleFiles.rules.srxRules(for: tag)
    #expect(rules.contains { $0.breaks } && rules.contains { !$0.breaks })
    let exported = try Segmenter(language: tag, rules: SegmentationRules([]), options: .init(srx: rules))
    #expect(exported.overdue.isEmpty)
    var agreed = 0
    let examples = RuleFiles.rules.examples(of: language)
    for (_, example) in examples where exported.segments(of: example.text).map(\.text) == example.sentences {
      agreed += 1
    }
    #expect(agreed * 10 >= examples.count * 7, "\(agreed) of \(examples.count) examples")
  }

  @Test func titlesInitialsAndQuotationsSurviveTheJourney() throws {
    let rules = RuleFiles.rules.srxRules(for: "fr")
    let exported = try Segmenter(language: "fr", rules: SegmentationRules([]), options: .init(srx: rules))
    let text = "« Où est M.\u{A0}Sarkissian ? », dit S. Karapetian. Il sort. M.Aliev reste."
    #expect(
      exported.segments(of: text).map(\.text)
        == ["« Où est M.\u{A0}Sarkissian ? », dit S. Karapetian.", "Il sort.", "M.Aliev reste."])
  }
}
