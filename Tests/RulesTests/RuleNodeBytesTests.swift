import Bitext
import Testing

@testable import Rules

@Suite struct RuleNodeBytesTests {
  private let yaml = """
    # a comment
    language: hy
    rules:
      - {id: hy.sh, from: "շ", to: {fr: ch, en: sh}, why: 'sh in "English"'}
      - [a, [b, []], {}, ""]
    letters: é 𐌰
    """

  private func described(_ node: RuleNode) -> String {
    switch node.value {
    case .text(let text): "\(node.position)=\(text)"
    case .list(let items): "\(node.position)[\(items.map(described).joined(separator: ","))]"
    case .table(let entries):
      "\(node.position){\(entries.map { described($0.key) + ":" + described($0.value) }.joined(separator: ","))}"
    }
  }

  @Test func whatGoesInComesOutWithItsPlaces() throws {
    let node = try RuleNode(yaml: yaml, file: "glossary/hy.yml")
    let back = try #require(RuleNode(bytes: node.bytes, file: "glossary/hy.yml"))
    #expect(described(back) == described(node))
    #expect(
      RuleNode(bytes: node.bytes, file: "x")?["language"]?.position == SourcePosition(file: "x", line: 2, column: 11))
  }

  @Test func randomTreesComeBack() {
    func tree(_ depth: Int) -> RuleNode {
      let position = SourcePosition(file: "f", line: .random(in: 0...100_000), column: .random(in: 0...300))
      let count = Int.random(in: 0...4)
      switch depth > 5 ? 0 : Int.random(in: 0...2) {
      case 0: return RuleNode(.text(String(repeating: "é", count: .random(in: 0...200))), at: position)
      case 1: return RuleNode(.list((0..<count).map { _ in tree(depth + 1) }), at: position)
      default: return RuleNode(.table((0..<count).map { _ in (tree(depth + 1), tree(depth + 1)) }), at: position)
      }
    }
    for _ in 0..<200 {
      let node = tree(0)
      #expect(RuleNode(bytes: node.bytes, file: "f").map(described) == described(node))
    }
  }

  @Test func damageIsNilOrHarmless() throws {
    let bytes = try RuleNode(yaml: yaml, file: "a.yml").bytes
    for length in 0..<bytes.count { #expect(RuleNode(bytes: Array(bytes[..<length]), file: "a.yml") == nil) }
    #expect(RuleNode(bytes: bytes + [0], file: "a.yml") == nil)
    for _ in 0..<2_000 {
      var damaged = bytes
      damaged[Int.random(in: damaged.indices)] = .random(in: 0...255)
      _ = RuleNode(bytes: damaged, file: "a.yml")
    }
    // Lists in lists without end.
    #expect(RuleNode(bytes: [UInt8](repeating: 1, count: 4_000), file: "a.yml") == nil)
  }
}
