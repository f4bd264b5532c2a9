internal import Bitext

/// The constraints on the content of one unit: codes, annotations, order.
struct XLIFF2UnitCheck {
  let unit: XLIFF2Node
  let check: XLIFF2Check
  /// The xml:space that the unit has or inherits.
  let space: String

  private static let codes: Set = ["pc", "sc", "ec", "ph"]

  func run() {
    let parts = unit.children.filter { $0.isCore && ["segment", "ignorable"].contains($0.name) }
    let sources = parts.flatMap { $0.core("source") }
    let targets = parts.flatMap { $0.core("target") }
    checkData((sources + targets).flatMap(\.descendants).filter(\.isCore))
    checkIDs(parts, sources, targets)
    for side in [sources, targets] { checkPairs(side.flatMap(\.descendants).filter(\.isCore)) }
    for node in (sources + targets).flatMap(\.descendants) where node.isCore { checkInline(node) }
    for content in sources + targets { checkReorder(content) }
    checkOrder(parts)
    for part in parts { checkSegment(part) }
  }

  private func tell(_ id: String, _ message: String, _ node: XLIFF2Node) { check.tell(id, message, at: node.position) }

  /// - Parameter codes: those of the unit itself; a match has data of its own.
  private func checkData(_ codes: [XLIFF2Node]) {
    var known: Set<String> = []
    for data in unit.core("originalData").flatMap({ $0.core("data") }) {
      if let id = data["id"], !known.insert(id).inserted {
        tell("id-twice", "id '\(id)' is used twice among the data", data)
      }
    }
    for node in codes where Self.codes.contains(node.name) {
      for key in ["dataRef", "dataRefStart", "dataRefEnd"] {
        if let id = node[key], !known.contains(id) { tell("reference", "\(key) '\(id)' names no data", node) }
      }
    }
  }

  /// Segments and the codes of the source have one set of ids; those of the target are the same, or others.
  private func checkIDs(_ parts: [XLIFF2Node], _ sources: [XLIFF2Node], _ targets: [XLIFF2Node]) {
    var ids: Set<String> = []
    for node in parts + sources.flatMap(\.descendants).filter(\.isCore) {
      if let id = node["id"], !ids.insert(id).inserted {
        tell("id-twice", "id '\(id)' is used twice in the unit", node)
      }
    }
    var inTarget: Set<String> = Set(parts.compactMap { $0["id"] })
    for node in targets.flatMap(\.descendants) where node.isCore {
      if let id = node["id"], !inTarget.insert(id).inserted {
        tell("id-twice", "id '\(id)' is used twice in the target", node)
      }
    }
  }

  /// Codes and annotations that begin and end in two elements.
  private func checkPairs(_ nodes: [XLIFF2Node]) {
    var open: [String: XLIFF2Node] = [:]
    var marks: [String: XLIFF2Node] = [:]
    for node in nodes {
      switch node.name {
      case "sc": if let id = node["id"] { open[id] = node }
      case "sm": if let id = node["id"] { marks[id] = node }
      case "em":
        if marks.removeValue(forKey: node["startRef"] ?? "") == nil {
          tell("pair", "<em> ends no <sm> before it", node)
        }
      case "ec":
        let isIsolated = node["isolated"] == "yes"
        if isIsolated {
          if node["startRef"] != nil || node["id"] == nil {
            tell("pair", "an isolated <ec> has id and no startRef", node)
          }
          continue
        }
        if node["id"] != nil { tell("pair", "an <ec> that is not isolated has startRef and no id", node) }
        guard let start = open.removeValue(forKey: node["startRef"] ?? "") else {
          tell("pair", "<ec> ends no <sc> before it, and is not isolated", node)
          continue
        }
        checkHints(start, node)
      default: break
      }
    }
    for node in open.values.sorted(by: { $0.position.line < $1.position.line }) where node["isolated"] != "yes" {
      tell("pair", "<sc> has no <ec>, and is not isolated", node)
    }
    for node in marks.values.sorted(by: { $0.position.line < $1.position.line }) {
      tell("pair", "<sm> has no <em>", node)
    }
  }

  private func checkHints(_ start: XLIFF2Node, _ end: XLIFF2Node) {
    if start["isolated"] == "yes" { tell("pair", "an isolated <sc> has no <ec>", end) }
    for (hint, usual) in [("canCopy", "yes"), ("canDelete", "yes"), ("canOverlap", "yes")]
    where (start[hint] ?? usual) != (end[hint] ?? usual) {
      tell("pair", "\(hint) differs between <sc> and <ec>", end)
    }
    // What begins a sequence ends inside it.
    let first = start["canReorder"] ?? "yes"
    if (end["canReorder"] ?? "yes") != (first == "firstNo" ? "no" : first) {
      tell("pair", "canReorder differs between <sc> and <ec>", end)
    }
  }

  private func checkInline(_ node: XLIFF2Node) {
    if let other = node["copyOf"] {
      let base = unit.descendants.first { Self.codes.contains($0.name) && $0["id"] == other }
      if base == nil { tell("reference", "copyOf '\(other)' names no code of the unit", node) }
      if base?["canCopy"] == "no" { tell("copy", "copyOf '\(other)': that code may not be copied", node) }
      if node.attributes.keys.contains(where: { $0.hasPrefix("dataRef") }) {
        tell("copy", "a code has either copyOf or dataRef", node)
      }
    }
    if let reorder = node["canReorder"], reorder != "yes", node["canCopy"] != "no" || node["canDelete"] != "no" {
      tell("reorder", "a code that may not be moved may be neither copied nor deleted", node)
    }
    if Self.codes.contains(node.name) { checkCodeType(node) }
    if ["mrk", "sm"].contains(node.name) { checkAnnotation(node) }
    if node.name == "ec", node["isolated"] != "yes", node.attributes.keys.contains(where: { $0.hasPrefix("fs:") }) {
      tell("fs", "a format is given on <sc>, not on its <ec>", node)
    }
  }

  private func checkCodeType(_ node: XLIFF2Node) {
    let types: Set = ["fmt", "ui", "quote", "link", "image", "other"]
    if let type = node["type"], !types.contains(type) {
      tell("type", "type '\(type)' is none of \(types.sorted().joined(separator: ", "))", node)
    }
    guard let sub = node["subType"], sub.hasPrefix("xlf:") else { return }
    let owner = ["xlf:lb": "fmt", "xlf:pb": "fmt", "xlf:b": "fmt", "xlf:i": "fmt", "xlf:u": "fmt", "xlf:var": "ui"][sub]
    if owner == nil || owner != node["type"] {
      tell("type", "subType '\(sub)' is none of type '\(node["type"] ?? "")'", node)
    }
  }

  private func checkAnnotation(_ node: XLIFF2Node) {
    let type = node["type"] ?? "generic"
    if !["generic", "comment", "term"].contains(type), !XLIFF2Check.isPrefixed(type) {
      tell("type", "type '\(type)' is none of generic, comment, term, and has no prefix", node)
    }
    guard type == "comment" else { return }
    if (node["value"] == nil) == (node["ref"] == nil) {
      tell("comment", "a comment has either value or ref", node)
    } else if let reference = node["ref"] {
      let notes = unit.core("notes").flatMap { $0.core("note") }.compactMap { $0["id"] }
      if !notes.contains(where: {
        reference.hasSuffix("#n=\($0)") || reference.hasSuffix("/u=\(unit["id"] ?? "")/n=\($0)")
      }) {
        tell("comment", "ref '\(reference)' names no note of the unit", node)
      }
    }
  }

  /// Codes that may not be reordered follow one that begins their sequence.
  private func checkReorder(_ content: XLIFF2Node) {
    var isInSequence = false
    for code in content.descendants where Self.codes.contains(code.name) && code.isCore {
      switch code["canReorder"] ?? "yes" {
      case "firstNo": isInSequence = true
      case "no":
        if !isInSequence { tell("reorder", "canReorder=\"no\" without firstNo before it", code) }
      default: isInSequence = false
      }
    }
  }

  private func checkOrder(_ parts: [XLIFF2Node]) {
    var used: Set<Int> = []
    for (index, part) in parts.enumerated() {
      guard let target = part.core("target").first else { continue }
      let order = target["order"].map { Int($0) ?? 0 } ?? index + 1
      if !(1...parts.count).contains(order) {
        tell("order", "order '\(target["order"] ?? "")' is no place in the unit", target)
      }
      if !used.insert(order).inserted { tell("order", "two targets have the place \(order)", target) }
    }
  }

  private func checkSegment(_ part: XLIFF2Node) {
    guard let source = part.core("source").first, let target = part.core("target").first else { return }
    if (source["xml:space"] ?? space) != (target["xml:space"] ?? space) {
      tell("space", "xml:space differs between source and target", target)
    }
    // An empty target says that nothing was done yet.
    guard target.hasText || !target.children.isEmpty else { return }
    func fixed(_ content: XLIFF2Node, _ hint: String, _ values: Set<String>) -> [String] {
      content.descendants.filter { $0.isCore && Self.codes.contains($0.name) && values.contains($0[hint] ?? "") }
        .compactMap { $0["id"] ?? $0["startRef"] }
    }
    let there = Set(target.descendants.compactMap { $0["id"] ?? $0["startRef"] })
    for id in fixed(source, "canDelete", ["no"]) where !there.contains(id) {
      tell("missing-code", "code '\(id)' may not be deleted, and the target lacks it", target)
    }
    if sequences(source) != sequences(target), !sequences(target).isEmpty {
      tell("reorder", "codes that may not be reordered are in another order than in the source", target)
    }
  }

  /// The codes of each sequence, with how deep they are.
  private func sequences(_ content: XLIFF2Node) -> [[String]] {
    var lists: [[String]] = []
    func visit(_ node: XLIFF2Node, _ depth: Int) {
      for child in node.children where child.isCore {
        if Self.codes.contains(child.name) {
          let label = "\(child["id"] ?? child["startRef"] ?? "") \(depth)"
          switch child["canReorder"] ?? "yes" {
          case "firstNo": lists.append([label])
          case "no": if !lists.isEmpty { lists[lists.count - 1].append(label) }
          default: if lists.last?.isEmpty == false { lists.append([]) }
          }
        }
        visit(child, depth + (Self.codes.contains(child.name) ? 1 : 0))
      }
    }
    visit(content, 0)
    return lists.filter { !$0.isEmpty }.sorted { ($0.first ?? "") < ($1.first ?? "") }
  }
}
