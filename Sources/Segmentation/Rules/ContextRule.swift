internal import Bitext
internal import Rules

/// A rule of a rule file: conditions on a candidate place, and whether a sentence ends there.
struct ContextRule: Sendable {
  enum Verdict: String, Sendable, CaseIterable { case `break`, join, weigh }

  let id: String
  let why: String
  let verdict: Verdict
  let examples: [SegmentationExample]
  let test: RuleTest

  static let keys: Set<String> = ["id", "why", "when", "unless", "then", "examples"]
  private static let contextKeys = Set(BreakFeatures.names.map(\.key)).union(["word", "next-word"])

  init(_ node: RuleNode, _ lists: inout WordLists, _ faults: inout [RulesError]) {
    faults += node.unknownKeys(besides: Self.keys)
    id = node.requiredText("id", &faults)
    why = node.requiredText("why", &faults)
    let then = node.requiredText("then", &faults)
    verdict = Verdict(rawValue: then) ?? .join
    if Verdict(rawValue: then) == nil, let position = node["then"]?.position {
      faults.append(RulesError("'\(then)' is no verdict; write break, join or weigh", at: position))
    }
    examples = SegmentationExample.read(node["examples"], &faults)
    let when = Conditions(node["when"], &lists, &faults)
    let unless = Conditions(node["unless"], &lists, &faults)
    test = RuleTest(
      wanted: when.features, word: when.word, next: when.next,
      barred: unless.features.reduce(into: []) { $0.formUnion($1) }, barredWord: unless.word ?? 0,
      barredNext: unless.next ?? 0)
  }

  private struct Conditions {
    var features: [BreakFeatures] = []
    var word: UInt64?, next: UInt64?

    init(_ node: RuleNode?, _ lists: inout WordLists, _ faults: inout [RulesError]) {
      guard let node else { return }
      faults += node.unknownKeys(besides: ContextRule.contextKeys)
      for entry in node.entries ?? [] {
        let key = entry.key.text ?? ""
        let values = entry.value.items ?? []
        switch key {
        case "word": word = Self.mask(values, &lists, &faults)
        case "next-word": next = Self.mask(values, &lists, &faults)
        default: features.append(Self.features(key, values, &faults))
        }
      }
    }

    private static func mask(_ values: [RuleNode], _ lists: inout WordLists, _ faults: inout [RulesError]) -> UInt64 {
      values.reduce(0) { mask, value in
        guard let index = lists.classIndex(value.text ?? "") else {
          faults.append(RulesError("more than \(WordLists.limit) word classes; merge some", at: value.position))
          return mask
        }
        return mask | 1 << UInt64(index)
      }
    }

    private static func features(_ key: String, _ values: [RuleNode], _ faults: inout [RulesError]) -> BreakFeatures {
      values.reduce(into: []) { union, value in
        if let feature = BreakFeatures.named(key, value.text ?? "") {
          union.formUnion(feature)
        } else if ContextRule.contextKeys.contains(key) {
          let known = BreakFeatures.names.filter { $0.key == key }.map(\.value).joined(separator: ", ")
          faults.append(RulesError("'\(key)' cannot be '\(value.text ?? "")'; known are \(known)", at: value.position))
        }
      }
    }
  }
}
