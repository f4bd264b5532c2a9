internal import Bitext
internal import Markup

/// Makes units and heads such as the document type of TMX 1.4 has them, for tools that refuse files over less.
///
/// What it has no place for is left out and counted; what it asks for is filled in. Text is never left out: an inline element
/// that may not stand gives way to what is inside it.
struct TMXStrictness {
  private static let model = SchemaModel.tmx14
  /// What a head must have, where the file does not say.
  private static let defaults = [
    "creationtool": "corridor", "creationtoolversion": "1", "segtype": "sentence", "o-tmf": "unknown",
    "adminlang": "en", "srclang": "*all*", "datatype": "unknown",
  ]

  private(set) var losses = Losses()

  mutating func header(_ header: TMXHeader) -> TMXHeader {
    for item in header.rootAttributes where item.name != "version" { losses.add("attribute \(item.name) of tmx") }
    var attributes = allowed(header.attributes, of: "header")
    for name in Self.model.elements["header"]?.required ?? [] where !attributes.contains(where: { $0.name == name }) {
      attributes.append(Attribute(name, Self.defaults[name] ?? "unknown"))
    }
    return TMXHeader(attributes: attributes, remarks: remarks(header.remarks, in: "header"))
  }

  /// The unit; nil where nothing is left that may stand as one.
  mutating func unit(_ unit: TranslationUnit) -> TranslationUnit? {
    guard !unit.variants.isEmpty else {
      losses.add("unit without a text")
      return nil
    }
    let variants = unit.variants.map { variant in
      Variant(
        language: variant.language, attributes: allowed(variant.attributes, of: "tuv"),
        remarks: remarks(variant.remarks, in: "tuv"), content: content(variant.content, in: "seg"))
    }
    return TranslationUnit(
      attributes: allowed(unit.attributes, of: "tu"), remarks: remarks(unit.remarks, in: "tu"), variants: variants)
  }

  private mutating func allowed(_ attributes: [Attribute], of name: String) -> [Attribute] {
    let known = Self.model.elements[name]?.attributes ?? [:]
    return attributes.filter { item in
      if let values = known[item.name], values.isEmpty || values.contains(item.value) { return true }
      losses.add("attribute \(item.name) of \(name)")
      return false
    }
  }

  private mutating func remarks(_ remarks: [Remark], in parent: String) -> [Remark] {
    remarks.compactMap { remark in
      switch remark {
      case .property(let type, let value, let attributes):
        return .property(type: type, value: value, attributes: allowed(attributes, of: "prop"))
      case .note(let text, let attributes): return .note(text, attributes: allowed(attributes, of: "note"))
      case .element("ude", _, _) where parent == "header": return remark
      case .element(let name, _, _):
        losses.add("element \(name)")
        return nil
      }
    }
  }

  private mutating func content(_ pieces: [Inline], in parent: String) -> [Inline] {
    let children = Set(Self.model.elements[parent]?.steps.flatMap(\.elements) ?? [])
    return pieces.flatMap { piece -> [Inline] in
      guard case .code(let spelt, let attributes, let inside) = piece else { return [piece] }
      guard children.contains(spelt) else {
        losses.add("inline element \(spelt)")
        return content(inside, in: parent)
      }
      // A code that lacks what its element must have can still stand for itself.
      let required = Self.model.elements[spelt]?.required ?? []
      let lacks = required.contains { name in !attributes.contains { $0.name == name } }
      let name = lacks && children.contains("ph") ? "ph" : spelt
      if name != spelt { losses.add("pairing of inline element \(spelt)") }
      return [.code(name: name, attributes: allowed(attributes, of: name), content: content(inside, in: name))]
    }
  }
}
