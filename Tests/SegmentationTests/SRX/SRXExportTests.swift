import Bitext
import Rules
import Testing

@testable import Segmentation

@Suite struct SRXExportTests {
  /// Rules that know the marks and say nothing, so that the SRX file alone decides.
  private static let silent: SegmentationRules = {
    do {
      return try SegmentationRules([RuleNode(yaml: "{language: root, marks: {none: [\".\"]}}", file: "silent.yml")])
    } catch { preconditionFailure("\(error)") }
  }()

  @Test("what is exported compiles and cuts like ours where SRX can say it", arguments: RuleFiles.rules.languageNames)
  func compiles(language: String) throws {
    let tag = LanguageTag(stringLiteral: language)
    let rules = RuleFiles.rules.srxRules(for: tag)
    #expect(rules.contains { $0.breaks } && rules.contains { !$0.breaks })
    let exported = try Segmenter(language: tag, rules: Self.silent, options: .init(srx: rules))
    #expect(exported.overdue.isEmpty)
    var agreed = 0
    let examples = RuleFiles.rules.examples(of: language)
    for (_, example) in examples where exported.segments(of: example.text).map(\.text) == example.sentences {
      agreed += 1
    }
    #expect(agreed * 10 >= examples.count * 6, "\(agreed) of \(examples.count) examples")
  }

  @Test func titlesInitialsAndQuotationsSurviveTheJourney() throws {
    let rules = RuleFiles.rules.srxRules(for: "fr")
    let exported = try Segmenter(language: "fr", rules: Self.silent, options: .init(srx: rules))
    let text = "« Où est M.\u{A0}Sarkissian ? », dit S. Karapetian. Il sort. M.Aliev reste."
    #expect(
      exported.segments(of: text).map(\.text)
        == ["« Où est M.\u{A0}Sarkissian ? », dit S. Karapetian.", "Il sort.", "M.Aliev reste."])
  }
}
