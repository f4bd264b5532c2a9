internal import Bitext

/// Inline codes between the elements of TMX and those of XLIFF.
///
/// TMX is the middle: what goes from XLIFF 1 to XLIFF 2 goes through it. Native code is carried as text inside `bpt`, `ept`,
/// `ph` and `it`; pairs by `i`; what belongs together across languages by `x`.
enum InlineCodes {
  /// A unit with codes as TMX has them; elements beside the text that TMX has no place for are counted as lost.
  static func inTMX(_ unit: TranslationUnit, from dialect: InlineDialect, _ losses: inout Losses) -> TranslationUnit {
    if dialect == .tmx { return unit }
    var lost = losses
    func kept(_ remarks: [Remark]) -> [Remark] {
      remarks.compactMap { remark in
        switch remark {
        case .element(let name, _, _):
          lost.add("element \(name)")
          return nil
        case .note(let text, let attributes):
          for item in attributes where item.name != "xml:lang" { lost.add("attribute \(item.name) of note") }
          return .note(text, attributes: attributes.filter { $0.name == "xml:lang" })
        case .property: return remark
        }
      }
    }
    let variants = unit.variants.map { variant in
      var codes = ToTMX(dialect: dialect)
      let content = codes.content(variant.content, &lost)
      return Variant(
        language: variant.language, attributes: variant.attributes, remarks: kept(variant.remarks), content: content)
    }
    let remarks = kept(unit.remarks)
    losses = lost
    return TranslationUnit(attributes: unit.attributes, remarks: remarks, variants: variants)
  }

  /// The codes of one segment of XLIFF as those of TMX.
  private struct ToTMX {
    let dialect: InlineDialect
    private var numbers: [String: String] = [:]
    private var opened: Set<String> = []

    init(dialect: InlineDialect) { self.dialect = dialect }

    /// The `i` of a pair, by the id that both its codes name.
    private mutating func i(_ id: String) -> String {
      if let known = numbers[id] { return known }
      let number = String(numbers.count + 1)
      numbers[id] = number
      return number
    }

    mutating func content(_ pieces: [Inline], _ losses: inout Losses) -> [Inline] {
      let closed = Self.closings(pieces, dialect)
      return convert(pieces, closed, &losses)
    }

    /// Ids of the codes that close a pair somewhere in the segment.
    private static func closings(_ pieces: [Inline], _ dialect: InlineDialect) -> Set<String> {
      var ids: Set<String> = []
      for case .code(let name, let attributes, let content) in pieces {
        func value(_ name: String) -> String? { attributes.value(name) }
        if ["ept", "ex"].contains(name), let id = value("rid") ?? value("id") { ids.insert(id) }
        if name == "ec", let id = value("startRef") { ids.insert(id) }
        ids.formUnion(closings(content, dialect))
      }
      return ids
    }

    private mutating func convert(_ pieces: [Inline], _ closed: Set<String>, _ losses: inout Losses) -> [Inline] {
      var out: [Inline] = []
      for piece in pieces {
        guard case .code(let name, let attributes, let content) = piece else {
          Self.append(piece, to: &out)
          continue
        }
        for item in code(name, attributes, content, closed, &losses) { Self.append(item, to: &out) }
      }
      return out
    }

    private static func append(_ piece: Inline, to out: inout [Inline]) {
      if case .text(let text) = piece, case .text(let before)? = out.last {
        out[out.count - 1] = .text(before + text)
      } else {
        out.append(piece)
      }
    }

    private mutating func code(
      _ name: String, _ attributes: [Attribute], _ content: [Inline], _ closed: Set<String>, _ losses: inout Losses
    ) -> [Inline] {
      func value(_ name: String) -> String? { attributes.value(name) }
      let id = value("id") ?? ""
      var common: [Attribute] = id.isEmpty ? [] : [Attribute("x", id)]
      if let type = value("ctype") ?? value("mtype") ?? value("type") { common.append(Attribute("type", type)) }
      let carried = [
        "id", "rid", "ctype", "mtype", "type", "startRef", "dataRef", "dataRefStart", "dataRefEnd", "dataStart",
        "dataEnd",
        "equiv-text", "pos", "isolated", "hex", "mid",
      ]
      for item in attributes where !carried.contains(item.name) { losses.add("attribute \(item.name) of \(name)") }
      let native = content.isEmpty ? Self.text(value("equiv-text")) : content
      switch (name, dialect) {
      case ("g", _), ("pc", _):
        let number = i("\(name)-\(id)")
        let inside = convert(content, closed, &losses)
        return [
          .code(name: "bpt", attributes: [Attribute("i", number)] + common, content: Self.text(value("dataStart")))
        ]
          + inside + [.code(name: "ept", attributes: [Attribute("i", number)], content: Self.text(value("dataEnd")))]
      case ("x", _), ("ph", _), ("cp", _):
        if name == "cp", let hex = value("hex") { common.append(Attribute("type", "cp-\(hex)")) }
        return [.code(name: "ph", attributes: common, content: Self.subflows(native))]
      case ("bx", _), ("bpt", _), ("sc", .xliff2):
        let pair = dialect == .xliff1 ? value("rid") ?? id : id
        guard closed.contains(pair) || closed.contains(id) else {
          return [.code(name: "it", attributes: [Attribute("pos", "begin")] + common, content: Self.subflows(native))]
        }
        opened.insert(pair)
        return [.code(name: "bpt", attributes: [Attribute("i", i(pair))] + common, content: Self.subflows(native))]
      case ("ex", _), ("ept", _), ("ec", .xliff2):
        let pair = (dialect == .xliff1 ? value("rid") : value("startRef")) ?? id
        guard opened.contains(pair) else {
          return [.code(name: "it", attributes: [Attribute("pos", "end")] + common, content: Self.subflows(native))]
        }
        return [.code(name: "ept", attributes: [Attribute("i", i(pair))], content: Self.subflows(native))]
      case ("it", _):
        let position = value("pos") == "close" ? "end" : "begin"
        return [.code(name: "it", attributes: [Attribute("pos", position)] + common, content: Self.subflows(native))]
      case ("mrk", _):
        let inside = convert(content, closed, &losses)
        // The mark of a segment says nothing once the segment stands alone.
        return value("mtype") == "seg" ? inside : [.code(name: "hi", attributes: common, content: inside)]
      case ("sub", _):
        return [
          .code(
            name: "sub", attributes: common.filter { $0.name == "type" }, content: convert(content, closed, &losses))
        ]
      case ("sm", _), ("em", _):
        losses.add("annotation \(name)")
        return []
      default:
        losses.add("inline element \(name)")
        return convert(content, closed, &losses)
      }
    }

    private static func text(_ value: String?) -> [Inline] { value.map { $0.isEmpty ? [] : [.text($0)] } ?? [] }

    /// Native code: text, and `sub` where there is one.
    private static func subflows(_ content: [Inline]) -> [Inline] {
      content.flatMap { piece -> [Inline] in
        switch piece {
        case .text: return [piece]
        case .code("sub", let attributes, let inside):
          let type = attributes.filter { $0.name == "ctype" }.map { Attribute("type", $0.value) }
          return [.code(name: "sub", attributes: type, content: Self.text(inside.text))]
        case .code(_, _, let inside): return subflows(inside)
        }
      }
    }
  }
}
