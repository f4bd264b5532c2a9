internal import Bitext
internal import Files
internal import Markup

/// Holds an XLIFF 2 file against the constraints that the specification states in words: ids, pairs of codes, references,
/// languages, modules. One unit is held at a time. Source: XLIFF 2.1 (OASIS, 2018) and 2.2, sections 4 and 5.
final class XLIFF2Check: XMLObserver {
  private let context: ReadingContext
  private var stack: [XLIFF2Node] = []
  private var sourceLanguage = ""
  private var targetLanguage: String?
  private var fileIDs: Set<String> = []
  private var groupIDs: Set<String> = []
  private var unitIDs: Set<String> = []
  /// Units that codes of the file refer to, for the end of the file.
  private var subFlows: [(id: String, at: SourcePosition)] = []

  init(context: ReadingContext) { self.context = context }

  func tell(_ id: String, _ message: String, at position: SourcePosition) {
    context.tell("xliff-\(id)", .meaning, "\(message): tools refuse the file", at: position)
  }

  func start(_ name: XMLExpandedName, _ attributes: [XMLExpandedAttribute], at position: SourcePosition) {
    let node = XLIFF2Node(name, attributes, at: position)
    if stack.isEmpty {
      sourceLanguage = node["srcLang"] ?? ""
      targetLanguage = node["trgLang"]
      for key in ["srcLang", "trgLang"] { if let tag = node[key] { checkTag(tag, position) } }
    }
    if node.isCore, node.name == "file" {
      (groupIDs, unitIDs, subFlows) = ([], [], [])
      unique(node, in: &fileIDs, "files")
    }
    if node.isCore, node.name == "group" { unique(node, in: &groupIDs, "groups of a file") }
    if node.isCore, node.name == "unit" { unique(node, in: &unitIDs, "units of a file") }
    stack.append(node)
  }

  func text() { if !stack.isEmpty { stack[stack.count - 1].hasText = true } }

  func end() {
    guard var node = stack.popLast() else { return }
    check(node)
    if node.isCore, ["unit", "group", "file", "xliff"].contains(node.name) {
      XLIFF2ModuleCheck(check: self, sourceLanguage: sourceLanguage).run(node, ancestors: stack)
      checkNotes(node)
      checkExtensionIDs(node)
      if node.name == "unit" {
        XLIFF2UnitCheck(unit: node, check: self, space: node["xml:space"] ?? inherited("xml:space") ?? "default").run()
        for code in node.descendants { for id in code.subFlows { subFlows.append((id, code.position)) } }
      }
      if node.name == "file" {
        for flow in subFlows where !unitIDs.contains(flow.id) {
          tell("reference", "no unit of the file has the id '\(flow.id)' that subFlows names", at: flow.at)
        }
      }
      // What is below was looked at, and a file may have a million units.
      if node.name != "xliff" { node.children = [] }
    }
    if !stack.isEmpty { stack[stack.count - 1].children.append(node) }
  }

  private func unique(_ node: XLIFF2Node, in ids: inout Set<String>, _ what: String) {
    guard let id = node["id"], ids.count < 1 << 20, !ids.insert(id).inserted else { return }
    tell("id-twice", "id '\(id)' is used twice among the \(what)", at: node.position)
  }

  /// The value of an attribute that the nearest element above has.
  private func inherited(_ attribute: String) -> String? { stack.reversed().lazy.compactMap { $0[attribute] }.first }

  // MARK: Any element

  private func check(_ node: XLIFF2Node) {
    for (name, value) in node.attributes { check(name, value, of: node) }
    guard node.isCore else { return }
    switch node.name {
    case "skeleton":
      if (node["href"] == nil) != (node.hasText || !node.children.isEmpty) {
        tell("skeleton", "a skeleton has either content or href", at: node.position)
      }
    case "source", "target":
      let isSource = node.name == "source"
      // What is said above holds for the text below.
      guard stack.last?.space == "", let tag = node["xml:lang"] ?? inherited("xml:lang") else { break }
      let language = isSource ? sourceLanguage : targetLanguage ?? ""
      if !language.isEmpty, tag.lowercased() != language.lowercased() {
        tell("language-differs", "xml:lang '\(tag)' is not '\(language)' as the head says", at: node.position)
      }
    case "cp":
      let value = UInt32(node["hex"] ?? "", radix: 16).flatMap(Unicode.Scalar.init)
      if node["hex"]?.utf8.count != 4 || value.map({ $0.value != 0xFFFE && $0.value != 0xFFFF && isXML($0) }) ?? true {
        tell("cp", "hex '\(node["hex"] ?? "")' is no character that XML cannot hold", at: node.position)
      }
    default: break
    }
    if node.name == "target", targetLanguage == nil, stack.last?.space == "" {
      tell("language-missing", "a target, and no trgLang on <xliff>", at: node.position)
    }
    if node["subState"] != nil, node["state"] == nil {
      tell("state", "subState without state", at: node.position)
    }
    if node["subType"] != nil, node["type"] == nil { tell("type", "subType without type", at: node.position) }
    if let sub = node["subType"] ?? node["subState"], !Self.isPrefixed(sub) {
      tell("type", "'\(sub)' has no prefix; it is written prefix:value", at: node.position)
    }
  }

  private func isXML(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }

  static func isPrefixed(_ value: String) -> Bool {
    let parts = value.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    return parts.count == 2 && parts.allSatisfy { !$0.isEmpty }
  }

  private func check(_ name: String, _ value: String, of node: XLIFF2Node) {
    switch name {
    case "id", "startRef", "dataRef", "dataRefStart", "dataRefEnd", "copyOf":
      if node.space != "?", !Self.isToken(value) {
        tell("id", "\(name) '\(value)' is no NMTOKEN", at: node.position)
      }
    case "xml:lang": checkTag(value, node.position)
    case "ref" where node.isCore || ["mtc", "gls"].contains(node.space):
      if let fault = XLIFF2Fragment.fault(value) { tell("reference", "ref '\(value)': \(fault)", at: node.position) }
    case "subFlows", "subFlowsStart", "subFlowsEnd":
      if !value.split(separator: " ").allSatisfy({ Self.isToken(String($0)) }) {
        tell("reference", "\(name) '\(value)' is no list of ids", at: node.position)
      }
    default: break
    }
    let inline: Set = [
      "pc", "sc", "ec", "ph", "mrk", "sm", "em", "source", "target", "segment", "ignorable", "data", "cp",
    ]
    if name.hasPrefix("?:"), node.isCore, inline.subtracting(["mrk", "sm"]).contains(node.name) {
      tell(
        "extension", "attribute \(name.dropFirst(2)) of another namespace may not be on <\(node.name)>",
        at: node.position)
    }
  }

  static func isToken(_ value: String) -> Bool {
    !value.isEmpty && value.unicodeScalars.allSatisfy(XMLCharacters.isNamePart)
  }

  private func checkTag(_ tag: String, _ position: SourcePosition) {
    if LanguageTag(tag) == nil { tell("language", "'\(tag)' is no BCP 47 tag", at: position) }
  }

  /// Ids of notes are unique in their list, ids of extensions in the element that holds them.
  private func checkNotes(_ node: XLIFF2Node) {
    for list in node.core("notes") {
      var ids: Set<String> = []
      for note in list.core("note") { unique(note, in: &ids, "notes") }
    }
  }

  private func checkExtensionIDs(_ node: XLIFF2Node) {
    var ids: Set<String> = []
    func visit(_ child: XLIFF2Node) {
      guard child.space == "?" else { return }
      if let id = child["id"] ?? child["xml:id"], !ids.insert(id).inserted {
        tell("id-twice", "id '\(id)' is used twice among the extensions of <\(node.name)>", at: child.position)
      }
      child.children.forEach(visit)
    }
    node.children.forEach(visit)
    let inside: Set = ["segment", "ignorable", "originalData", "data", "source", "target", "notes", "note"]
    for part in node.descendants where part.isCore && inside.contains(part.name) {
      for child in part.children where child.space == "?" {
        tell("extension", "an element of another namespace may not be in <\(part.name)>", at: child.position)
      }
    }
    if node.name == "xliff" {
      for child in node.children where child.space == "?" {
        tell("extension", "an element of another namespace may not be in <xliff>", at: child.position)
      }
    }
  }
}

extension XLIFF2Node {
  /// The units whose text is inside the code.
  fileprivate var subFlows: [String] {
    ["subFlows", "subFlowsStart", "subFlowsEnd"].compactMap { self[$0] }
      .flatMap { $0.split(separator: " ").map(String.init) }
  }
}
