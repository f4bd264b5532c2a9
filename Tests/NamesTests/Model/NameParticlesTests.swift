import Rules
import TestSupport
import Testing

@testable import Names

@Suite struct NameParticlesTests {
  @Test func everyExampleIsOneName() throws {
    let matcher = NameMatcher(try ShippedModel.get())
    let node = try RuleNode(yaml: Checkout.text("glossary/names/particles.yml"), file: "particles.yml")
    let rows = node["particles"]?.items ?? []
    #expect(rows.count >= 4)
    for example in rows.flatMap({ $0["examples"]?.items ?? [] }) {
      let (name, other) = (example["name"]?.text ?? "", example["other"]?.text ?? "")
      #expect(matcher.match(name, other).verdict == .same, "\(example.position): \(name), \(other)")
    }
  }

  @Test func wordsAreFolded() throws {
    let particles = try NameParticles(
      RuleNode(yaml: "particles: [{id: p, words: [Àl], why: w}]", file: "particles.yml"))
    #expect(particles.contains("al") && !particles.contains("el"))
    #expect(!NameParticles().contains("al"))
  }
}
