internal import Bitext
internal import Rules

extension RomanizationTable {
  static func row(
    _ node: RuleNode, _ systems: [RomanizationSystem], _ firstPlaces: inout [String: SourcePosition],
    _ faults: inout [RulesError]
  ) -> Row {
    faults += unknown(["id", "from", "when", "also", "why"], systems, node)
    let id = identifier(node, &firstPlaces, &faults)
    let from = node.requiredText("from", &faults)
    if from.isEmpty, node["from"] != nil {
      faults.append(RulesError("row '\(id)' replaces nothing; fill 'from' or delete the row", at: node.position))
    }
    var when = RomanizationContext.anywhere
    if let text = node["when"]?.text {
      if let context = RomanizationContext(text) {
        when = context
      } else {
        let message =
          "condition '\(text)' is not known; write initial, final, after-vowel, before-vowel, "
          + "between-vowels, after-consonant, before-consonant, before-front, after:letters or before:letters"
        faults.append(RulesError(message, at: node["when"]?.position ?? node.position))
      }
    }
    return Row(
      id: id, from: from, when: when, forms: forms(node, systems, &faults),
      also: node["also"].map { $0.texts(&faults) } ?? [], why: node.requiredText("why", &faults),
      position: node.position)
  }

  static func ending(
    _ node: RuleNode, _ systems: [RomanizationSystem], _ firstPlaces: inout [String: SourcePosition],
    _ faults: inout [RulesError]
  ) -> Ending {
    faults += unknown(["id", "weight", "why"], systems, node)
    let weight = Double(node.requiredText("weight", &faults))
    if weight == nil { faults.append(RulesError("the weight must be a number", at: node.position)) }
    return Ending(
      id: identifier(node, &firstPlaces, &faults), forms: forms(node, systems, &faults), weight: weight ?? 0,
      why: node["why"]?.text ?? "")
  }

  static func pattern(
    _ node: RuleNode, _ systems: [RomanizationSystem], _ firstPlaces: inout [String: SourcePosition],
    _ faults: inout [RulesError]
  ) -> Pattern {
    faults += unknown(["id", "from", "share", "why"], systems, node)
    let share = Double(node.requiredText("share", &faults))
    if share.map({ !(0...1).contains($0) }) ?? true {
      faults.append(RulesError("the share must be a number from 0 to 1", at: node.position))
    }
    let id = identifier(node, &firstPlaces, &faults)
    let from = node.requiredText("from", &faults)
    if from.isEmpty, node["from"] != nil {
      faults.append(RulesError("pattern '\(id)' has no letters; fill 'from' or delete it", at: node.position))
    }
    return Pattern(
      id: id, from: from, forms: forms(node, systems, &faults), share: share ?? 0,
      why: node.requiredText("why", &faults))
  }

  static func example(
    _ node: RuleNode, _ systems: [RomanizationSystem], _ faults: inout [RulesError]
  ) -> Example {
    faults += unknown(["native"], systems, node)
    return Example(
      native: node.requiredText("native", &faults), forms: forms(node, systems, &faults).compactMapValues(\.first),
      position: node.position)
  }

  private static func identifier(
    _ node: RuleNode, _ firstPlaces: inout [String: SourcePosition], _ faults: inout [RulesError]
  ) -> String {
    let id = node.requiredText("id", &faults)
    if let first = firstPlaces[id], !id.isEmpty {
      faults.append(RulesError("id '\(id)' is used at \(first) too; rename one", at: node.position))
    }
    firstPlaces[id] = node.position
    return id
  }

  /// Keys that are neither of these nor columns.
  private static func unknown(
    _ keys: Set<String>, _ systems: [RomanizationSystem], _ node: RuleNode
  ) -> [RulesError] {
    node.unknownKeys(besides: keys.union(systems.map(\.label)))
  }

  private static func forms(
    _ node: RuleNode, _ systems: [RomanizationSystem], _ faults: inout [RulesError]
  ) -> [RomanizationSystem: [String]] {
    var forms: [RomanizationSystem: [String]] = [:]
    for system in systems {
      if let value = node[system.label] { forms[system] = value.texts(&faults) }
    }
    return forms
  }
}
