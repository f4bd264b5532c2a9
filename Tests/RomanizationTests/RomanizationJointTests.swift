import Rules
import Testing

@testable import Romanization

@Suite struct RomanizationJointTests {
  @Test func aJointHoldsBetweenItsLetters() throws {
    var faults: [RulesError] = []
    let node = try RuleNode(yaml: "{id: j, letters: s, after: ae, before: i, becomes: ss, why: w}", file: "j.yml")
    let joint = RomanizationJoint(node, &faults)
    #expect(faults.isEmpty)
    #expect(joint.holds(["s"], after: "a", before: "i"))
    #expect(!joint.holds(["s"], after: "o", before: "i"))
    #expect(!joint.holds(["s"], after: nil, before: "i"))
    #expect(!joint.holds(["s"], after: "a", before: nil))
    #expect(!joint.holds(["s", "h"], after: "a", before: "i"))
  }
}
