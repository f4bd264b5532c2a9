package import Bitext
internal import Yams

/// A value of a rule file with its place: text, a list or a table, as YAML 1.1 has them.
///
/// Tags are ignored: every scalar is text ("no", "1.0" and "~" too), because rules are about spelling.
package struct RuleNode: Sendable {
  package enum Value: Sendable {
    case text(String)
    case list([RuleNode])
    /// Keys in file order, none twice.
    case table([(key: RuleNode, value: RuleNode)])
  }

  package let value: Value
  package let position: SourcePosition

  package init(_ value: Value, at position: SourcePosition) {
    self.value = value
    self.position = position
  }

  /// Parses one YAML document.
  /// - Parameters:
  ///   - yaml: the text of the file. An empty one is an empty table.
  ///   - file: its name, for errors.
  /// - Throws: `RulesErrors` on malformed YAML, on a key that stands twice in a table, on more than 64 levels or a million
  ///   values.
  package init(yaml: String, file: String) throws(RulesErrors) {
    let node: Node?
    do {
      // The basic resolver guesses no types, which here would only cost time: half of it.
      node = try Yams.compose(yaml: yaml, .basic)
    } catch let error as YamlError {
      throw RulesErrors(Self.fault(error, file: file))
    } catch {
      throw RulesErrors("\(error); correct the YAML", at: SourcePosition(file: file))
    }
    var conversion = Conversion(file: file)
    let start = SourcePosition(file: file, line: 1, column: 1)
    self = node.map { conversion.convert($0, depth: 0) } ?? RuleNode(.table([]), at: start)
    if !conversion.faults.isEmpty { throw RulesErrors(conversion.faults) }
  }

  /// Turns Yams' tree into ours, with limits: aliases let a small file name a tree of any size.
  private struct Conversion {
    let file: String
    var faults: [RulesError] = []
    var nodes = 0

    mutating func convert(_ node: Node, depth: Int) -> RuleNode {
      let position = SourcePosition(file: file, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
      nodes += 1
      guard depth < 64, nodes < 1_000_000 else {
        let limit = depth < 64 ? "more than a million values" : "nested more than 64 levels deep"
        if faults.count < 10 { faults.append(RulesError("\(limit); split the file", at: position)) }
        return RuleNode(.text(""), at: position)
      }
      switch node {
      case .scalar(let scalar): return RuleNode(.text(scalar.string), at: position)
      case .sequence(let sequence):
        return RuleNode(.list(sequence.map { convert($0, depth: depth + 1) }), at: position)
      case .mapping(let mapping):
        let entries = mapping.map {
          (key: convert($0.key, depth: depth + 1), value: convert($0.value, depth: depth + 1))
        }
        return RuleNode(.table(entries), at: position)
      case .alias: return RuleNode(.text(""), at: position)
      }
    }
  }

  private static func fault(_ error: YamlError, file: String) -> [RulesError] {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      let position = SourcePosition(file: file, line: mark.line, column: mark.column)
      return [RulesError("\(problem); correct the YAML", at: position)]
    case .duplicatedKeysInMapping(let duplicates, let context):
      let position = SourcePosition(file: file, line: context.mark.line, column: context.mark.column)
      return duplicates.map { RulesError("key '\($0)' stands twice in the table here; keep one", at: position) }
    default: return [RulesError("\(error); correct the YAML", at: SourcePosition(file: file))]
    }
  }
}

extension RuleNode {
  /// The text of a scalar; nil for a list or table.
  package var text: String? { if case .text(let text) = value { text } else { nil } }

  /// The items of a list, or the scalar itself as a list of one; nil for a table.
  package var items: [RuleNode]? {
    switch value {
    case .list(let items): items
    case .text: [self]
    case .table: nil
    }
  }

  /// The entries of a table; nil otherwise.
  package var entries: [(key: RuleNode, value: RuleNode)]? {
    if case .table(let entries) = value { entries } else { nil }
  }

  /// The value under a key of a table; nil where there is none or this is no table.
  package subscript(key: String) -> RuleNode? { entries?.first { $0.key.text == key }?.value }

  /// The texts of a list of scalars (or of one scalar), with the fault of every item that is none.
  package func texts(_ faults: inout [RulesError]) -> [String] {
    guard let items else {
      faults.append(RulesError("a list of texts is expected here", at: position))
      return []
    }
    return items.compactMap { item in
      if item.text == nil { faults.append(RulesError("a text is expected here", at: item.position)) }
      return item.text
    }
  }

  /// The text under `key`, with a fault where it is missing or no text.
  package func requiredText(_ key: String, _ faults: inout [RulesError]) -> String {
    guard let text = self[key]?.text else {
      faults.append(RulesError("'\(key)' is missing; add it", at: self[key]?.position ?? position))
      return ""
    }
    return text
  }

  /// A fault for every key of this table that is not in `known`: a misspelt key must not be ignored in silence.
  package func unknownKeys(besides known: Set<String>) -> [RulesError] {
    (entries ?? []).compactMap { entry in
      let key = entry.key.text ?? ""
      guard !known.contains(key) else { return nil }
      let list = known.sorted().joined(separator: ", ")
      return RulesError("unknown key '\(key)'; known are \(list)", at: entry.key.position)
    }
  }
}
