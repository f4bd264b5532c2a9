internal import Bitext

/// The constraints of the modules: matches, glossary, format style, metadata, resources, changes, sizes, validation.
struct XLIFF2ModuleCheck {
  let check: XLIFF2Check
  let sourceLanguage: String

  /// Elements of HTML 5 that a format may be shown as.
  private static let html = Set(
    """
    a abbr acronym address applet area article aside audio b base basefont bdi bdo big blockquote body br button canvas \
    caption center cite code col colgroup dd del details dfn dialog dir div dl dt em embed fieldset figcaption figure \
    font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins isindex kbd \
    keygen label legend li link main map mark menu menuitem meta meter nav noframes noscript object ol optgroup option \
    output p param pre progress q rb rp rt rtc ruby s samp script section select small source span strike strong style \
    sub summary sup table tbody td textarea tfoot th thead time title tr track tt u ul var video wbr
    """.split(separator: " ").map(String.init))

  private func tell(_ id: String, _ message: String, _ node: XLIFF2Node) { check.tell(id, message, at: node.position) }

  /// - Parameter holder: a unit, group, file or the root, whose own children are still there.
  func run(_ holder: XLIFF2Node, ancestors: [XLIFF2Node]) {
    visit(holder, parent: ancestors.last)
    for node in [holder] + holder.descendants { checkSizes(node, holder, ancestors) }
  }

  private func visit(_ node: XLIFF2Node, parent: XLIFF2Node?) {
    checkFormat(node)
    switch node.label {
    case "mtc:matches": unique(node.children, "match")
    case "mtc:match": checkMatch(node)
    case "gls:glossary":
      unique(node.children + node.children.flatMap(\.children).filter { $0.name == "translation" }, "entry")
    case "gls:glossEntry":
      if !node.children.contains(where: { ["translation", "definition"].contains($0.name) }) {
        tell("glossary", "an entry has a translation or a definition", node)
      }
      for child in node.children where child.space == "mda" {
        tell("glossary", "<\(child.label)> may not be in an entry of a glossary", child)
      }
    case "mda:metadata":
      unique(
        ([node] + node.descendants).filter { $0.space == "mda" && ["metaGroup", "metadata"].contains($0.name) }, "group"
      )
      for child in node.children where child.name != "metaGroup" { tell("metadata", "metadata is in groups", child) }
    case "mda:metaGroup":
      if let value = node["appliesTo"], !["source", "target", "ignorable"].contains(value) {
        tell("metadata", "appliesTo '\(value)' is none of source, target, ignorable", node)
      }
    case "mda:meta":
      if node["type"] == nil { tell("metadata", "<meta> lacks type", node) }
      if node["appliesTo"] != nil { tell("metadata", "appliesTo is of groups, not of <meta>", node) }
    case "res:resourceData":
      unique(node.children.filter { ["resourceItem", "resourceItemRef"].contains($0.name) }, "resource")
    case "res:source", "res:target", "res:reference": checkResource(node)
    case "ctr:revisions": checkRevisions(node, in: parent)
    case "ctr:item": break
    case "val:rule": checkRule(node)
    default:
      let known = ["val": ["validation", "rule"], "fs": [], "slr": ["profiles", "normalization", "data"]]
      if let names = known[node.space], !names.contains(node.name) {
        tell("module", "<\(node.label)> is no element of its module", node)
      }
    }
    for child in node.children { visit(child, parent: node.label == "ctr:changeTrack" ? parent : node) }
  }

  private func unique(_ nodes: [XLIFF2Node], _ what: String) {
    var ids: Set<String> = []
    for node in nodes {
      if let id = node["id"], !ids.insert(id).inserted {
        tell("id-twice", "id '\(id)' is used by a \(what) before", node)
      }
    }
  }

  private func checkFormat(_ node: XLIFF2Node) {
    if let value = node["fs:fs"], !Self.html.contains(value) { tell("fs", "fs '\(value)' is no element of HTML", node) }
    if node["fs:subFs"] != nil, node["fs:fs"] == nil { tell("fs", "subFs without fs", node) }
    for key in node.attributes.keys.sorted() where key.hasPrefix("fs:") && !["fs:fs", "fs:subFs"].contains(key) {
      tell("fs", "\(key) is no attribute of the module", node)
    }
  }

  private func checkMatch(_ node: XLIFF2Node) {
    let types: Set = ["am", "ebm", "idm", "ice", "mt", "tb", "tm", "other"]
    if let type = node["type"], !types.contains(type) {
      tell("match", "type '\(type)' is none of \(types.sorted().joined(separator: ", "))", node)
    }
    if node["subType"] != nil, node["type"] == nil { tell("match", "subType without type", node) }
    if node["xml:lang"] != nil { tell("match", "xml:lang may not be on a match", node) }
    guard let reference = node["ref"] else { return tell("match", "a match has no ref", node) }
    if !reference.contains("#") { tell("reference", "ref '\(reference)' is no reference; it begins with '#'", node) }
  }

  private func checkResource(_ node: XLIFF2Node) {
    let isEmpty = !node.hasText && node.children.isEmpty
    if (node["href"] == nil) == isEmpty { tell("resource", "<\(node.name)> has either content or href", node) }
    if node.name == "source", let tag = node["xml:lang"], tag.lowercased() != sourceLanguage.lowercased() {
      tell("language-differs", "xml:lang '\(tag)' is not '\(sourceLanguage)' as the head says", node)
    }
  }

  private func checkRevisions(_ node: XLIFF2Node, in holder: XLIFF2Node?) {
    let attributes: [String: Set<String>] = [
      "note": ["id", "appliesTo", "category", "priority"], "source": ["xml:lang", "xml:space"],
      "target": ["xml:lang", "xml:space", "order"],
    ]
    for item in node.children.flatMap(\.children) where item.name == "item" {
      let property = item["property"] ?? ""
      if property != "content", let known = attributes[node["appliesTo"] ?? ""], !known.contains(property) {
        tell("change", "property '\(property)' is no attribute of \(node["appliesTo"] ?? "")", item)
      }
      if property == "category", item.space == "ctr", node["appliesTo"] == "note", item.hasText == false {
        tell("change", "a property without a value", item)
      }
    }
    guard let reference = node["ref"], let holder else { return }
    let there = holder.descendants.filter { $0.name == node["appliesTo"] || node["appliesTo"] == nil }
    let segments = holder.descendants.filter { ["segment", "ignorable", "unit", "note"].contains($0.name) }
    if !(there + segments).contains(where: { $0["id"] == reference }) {
      tell("reference", "ref '\(reference)' names nothing here", node)
    }
  }

  private func checkRule(_ node: XLIFF2Node) {
    let kinds = ["isPresent", "isNotPresent", "startsWith", "endsWith"]
    let custom = node.attributes.keys.filter { $0.hasPrefix("?:") }.count
    let own = kinds.filter { node[$0] != nil }
    if own.count + min(custom, 1) != 1 {
      tell("rule", "a rule has exactly one of \(kinds.joined(separator: ", ")), or its own", node)
    }
    if node["existsInSource"] != nil, own.count != 1 || own.first == "isNotPresent" {
      tell("rule", "existsInSource goes with isPresent, startsWith or endsWith", node)
    }
    for key in ["caseSensitive", "existsInSource", "disabled"] {
      if let value = node[key], !["yes", "no"].contains(value) { tell("rule", "\(key) is yes or no", node) }
    }
    if let value = node["normalization"], !["none", "nfc", "nfd"].contains(value) {
      tell("rule", "normalization is none, nfc or nfd", node)
    }
    if let value = node["occurs"], Int(value).map({ $0 < 1 }) ?? true { tell("rule", "occurs is 1 or more", node) }
  }

  private func checkSizes(_ node: XLIFF2Node, _ holder: XLIFF2Node, _ ancestors: [XLIFF2Node]) {
    func isInteger(_ text: some StringProtocol) -> Bool {
      !text.isEmpty && text.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
    }
    func isRestriction(_ text: String) -> Bool {
      let parts = text.split(separator: ",", omittingEmptySubsequences: false)
      if parts.count == 1 { return text == "*" || isInteger(text) }
      return parts.count == 2 && isInteger(parts[0]) && (parts[1] == "*" || isInteger(parts[1]))
    }
    for key in ["slr:sizeRestriction", "slr:storageRestriction"] {
      if let value = node[key], !isRestriction(value) { tell("size", "\(key) '\(value)' is no restriction", node) }
    }
    // What sizeInfo holds is the profile's own matter; where it is a number, it is a whole one.
    for key in ["slr:sizeInfo", "slr:equivStorage"] {
      if let value = node[key], !isInteger(value), key == "slr:equivStorage" || Double(value) != nil {
        tell("size", "\(key) '\(value)' is no whole number", node)
      }
    }
    if node["slr:sizeInfo"] != nil, node["slr:sizeInfoRef"] != nil {
      tell("size", "either sizeInfo or sizeInfoRef is given", node)
    }
    if node.isCore, node.name == "ec", node["isolated"] != "yes",
      node.attributes.keys.contains(where: { $0.hasPrefix("slr:") })
    {
      tell("size", "sizes are given on <sc>, not on an <ec> that is not isolated", node)
    }
    if let reference = node["slr:sizeInfoRef"] {
      let data = ([holder] + ancestors).flatMap(\.children).filter { $0.label == "slr:data" }
      if !data.flatMap(\.descendants).contains(where: { $0["id"] == reference }) {
        tell("reference", "sizeInfoRef '\(reference)' names no data of sizes", node)
      }
    }
  }
}
