import Bitext
import Rules
import TestSupport
import Testing

@testable import Names

@Suite struct NameOriginPriorsTests {
  @Test func everyExampleComesFromItsLanguage() throws {
    let model = try ShippedModel.get()
    let node = try RuleNode(yaml: Checkout.text("glossary/names/origins.yml"), file: "origins.yml")
    let rows = node["origins"]?.items ?? []
    #expect(rows.count >= 9)
    for row in rows {
      for example in row["examples"]?.items ?? [] {
        let origin = model.origins(of: example.text ?? "", in: "fr").first?.language.language
        #expect(origin == row["language"]?.text, "\(example.position): \(example.text ?? "")")
      }
    }
  }

  @Test func languagesWithoutARowAreAlike() throws {
    let priors = try NameOriginPriors(
      RuleNode(
        yaml: "{others: 0.5, origins: [{id: o, language: hy, weight: 3, shared: yes, why: w}]}", file: "origins.yml"))
    #expect(priors.prior(of: "hy") == 3 && priors.prior(of: "zz") == 0.5)
    #expect(priors.isShared("hy") && !priors.isShared("zz"))
  }

  @Test func aWeightIsANumberAboveNothing() throws {
    let node = try RuleNode(
      yaml: "{others: no, origins: [{id: o, language: hy, weight: -1, why: w}]}", file: "origins.yml")
    let error = #expect(throws: RulesErrors.self) { try NameOriginPriors(node) }
    #expect(error?.faults.count == 2)
  }
}
