internal import Bitext

/// What stands round the entries of a TBX file, as TBX v3 has it: the description in its head, and the people and objects
/// that entries refer to, after them.
///
/// Source: ISO 30042:2019, `tbxHeader` and `back`.
enum TBXFrame {
  /// The content of `<tbxHeader>`: what the head of the file said, in the order that v3 wants; of v2 the rest is counted as lost.
  static func head(_ header: GlossaryHeader, _ names: TBXNames, _ losses: inout Losses) -> [Inline] {
    let parts = parts(of: header.description)
    let file = parts["fileDesc"] ?? []
    var title: [Inline] = []
    var publication: [Inline] = []
    var sources: [Inline] = []
    for case .code(let name, let attributes, let content) in file {
      switch name {
      case "titleStmt": title.append(contentsOf: statement(attributes, content, &losses))
      case "publicationStmt": publication.append(contentsOf: paragraphs(name, attributes, content, &losses))
      case "sourceDesc": sources.append(contentsOf: paragraphs(name, attributes, content, &losses))
      default: losses.add("element \(name) of the head")
      }
    }
    if sources.isEmpty {
      let text = header.title.isEmpty ? "Glossary written by Corridor" : header.title
      sources = [element("sourceDesc", [element("p", [.text(text)])])]
    }
    var head = [element("fileDesc", Array(title.prefix(1)) + Array(publication.prefix(1)) + sources)]
    if let encoding = parts["encodingDesc"] {
      // Where v2 names its constraint file; v3 has its dialect for that.
      let kept =
        names.dialectIsNamedInHead
        ? []
        : encoding.filter {
          if case .code("p", let attributes, _) = $0 { !attributes.contains { $0.name == "type" } } else { false }
        }
      if kept.count < encoding.filter(isElement).count { losses.add("constraints of the head") }
      head += paragraphs("encodingDesc", [], kept, &losses)
    }
    if names.dialectIsNamedInHead {
      let name = Inline.code(
        name: "p", attributes: [Attribute("type", "XCSURI")], content: [.text("TBXBasicXCSV02.xcs")])
      head.append(element("encodingDesc", [name]))
    }
    if let revisions = parts["revisionDesc"] {
      var changes: [Inline] = []
      for case .code("change", let attributes, let content) in revisions {
        changes += paragraphs("change", attributes, content, &losses)
      }
      if !changes.isEmpty { head.append(element("revisionDesc", changes)) }
    }
    return head
  }

  /// The sections of `<back>` with what v3 lets stand in them. Ids that were given before are left out.
  static func references(
    _ sections: [Inline], _ names: TBXNames, _ written: inout Set<String>, _ losses: inout Losses
  ) -> [Inline] {
    var out: [Inline] = []
    for case .code(_, let attributes, let content) in sections {
      var objects: [Inline] = []
      for case .code("refObject", let attributes, let content) in content {
        let items = items(content, &losses)
        guard !items.isEmpty else { continue }
        let id = attributes.first { $0.name == "id" }.map { TBXWriter.identifier($0.value) }
        let isNew = id.map { written.insert($0).inserted } ?? false
        objects.append(
          .code(name: "refObject", attributes: isNew ? [Attribute("id", id ?? "")] : [], content: items))
      }
      let type = attributes.value("type") ?? "other"
      if !objects.isEmpty {
        out.append(.code(name: names.references, attributes: [Attribute("type", type)], content: objects))
      }
    }
    return out
  }

  /// A section that gives references a place to lead to.
  static func standIns(_ ids: [String], _ names: TBXNames) -> Inline {
    let objects = ids.map { id in
      Inline.code(name: "refObject", attributes: [Attribute("id", id)], content: [element("item", [.text(id)])])
    }
    return .code(name: names.references, attributes: [Attribute("type", "referenced")], content: objects)
  }

  private static func items(_ content: [Inline], _ losses: inout Losses) -> [Inline] {
    var out: [Inline] = []
    for case .code(let name, let attributes, let inside) in content {
      switch name {
      case "item":
        let type = attributes.filter { $0.name == "type" }
        out.append(.code(name: "item", attributes: type, content: [.text(inside.text)]))
      case "itemSet", "itemGrp": out += items(inside, &losses)
      default: losses.add("element \(name) of what is referred to")
      }
    }
    return out
  }

  private static func parts(of description: [Inline]) -> [String: [Inline]] {
    var parts: [String: [Inline]] = [:]
    for case .code(let name, _, let content) in description { parts[name, default: []] += content }
    return parts
  }

  private static func statement(_ attributes: [Attribute], _ content: [Inline], _ losses: inout Losses) -> [Inline] {
    var inside: [Inline] = []
    for case .code(let name, _, let text) in content {
      if name == "title", inside.isEmpty {
        inside = [element("title", [.text(text.text)])]
      } else if name == "note", !inside.isEmpty {
        inside.append(element("note", [.text(text.text)]))
      } else {
        losses.add("element \(name) of the head")
      }
    }
    return inside.isEmpty ? [] : [.code(name: "titleStmt", attributes: language(attributes), content: inside)]
  }

  /// An element of paragraphs, or nothing where there is none.
  private static func paragraphs(
    _ name: String, _ attributes: [Attribute], _ content: [Inline], _ losses: inout Losses
  ) -> [Inline] {
    var inside: [Inline] = []
    for case .code(let element, let attributes, let text) in content {
      guard element == "p" else {
        losses.add("element \(element) of the head")
        continue
      }
      inside.append(.code(name: "p", attributes: language(attributes), content: [.text(text.text)]))
    }
    let own = name == "publicationStmt" || name == "encodingDesc" ? [] : language(attributes)
    return inside.isEmpty ? [] : [.code(name: name, attributes: own, content: inside)]
  }

  private static func language(_ attributes: [Attribute]) -> [Attribute] {
    attributes.filter { $0.name == "xml:lang" && LanguageTag($0.value) != nil }
  }

  private static func element(_ name: String, _ content: [Inline]) -> Inline {
    .code(name: name, attributes: [], content: content)
  }

  private static func isElement(_ piece: Inline) -> Bool { if case .code = piece { true } else { false } }
}
