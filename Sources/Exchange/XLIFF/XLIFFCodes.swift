internal import Bitext

/// Inline codes of TMX as those of XLIFF, for the two sides of one unit: a code that stands on both has one id.
struct XLIFFCodes {
  let dialect: InlineDialect
  private var ids: [String: String] = [:]
  /// Ids given on the side being written: none twice.
  private var used: Set<String> = []
  private var starts: [String: String] = [:]
  /// Native code by the id of its `<data>`, for XLIFF 2.
  private(set) var data: [(id: String, text: String)] = []

  init(_ dialect: InlineDialect) { self.dialect = dialect }

  mutating func side(_ content: [Inline], _ losses: inout Losses) -> [Inline] {
    used = []
    starts = [:]
    return convert(content, Self.closings(content), &losses)
  }

  private static func closings(_ pieces: [Inline]) -> Set<String> {
    Set(
      pieces.compactMap { piece in
        guard case .code("ept", let attributes, _) = piece else { return nil }
        return attributes.value("i")
      })
  }

  private mutating func convert(_ pieces: [Inline], _ closed: Set<String>, _ losses: inout Losses) -> [Inline] {
    var out: [Inline] = []
    for piece in pieces {
      guard case .code(let name, let attributes, let content) = piece else {
        out.append(piece)
        continue
      }
      out += code(name, attributes, content, closed, &losses)
    }
    return out
  }

  /// The id of a code: the same for the same key on both sides, never twice on one.
  private mutating func id(_ key: String) -> String {
    var key = key
    while true {
      let known = ids[key] ?? String(ids.count + 1)
      ids[key] = known
      if used.insert(known).inserted { return known }
      key += "+"
    }
  }

  private mutating func code(
    _ name: String, _ attributes: [Attribute], _ content: [Inline], _ closed: Set<String>, _ losses: inout Losses
  ) -> [Inline] {
    func value(_ name: String) -> String? { attributes.value(name) }
    let i = value("i") ?? ""
    let key = "\(value("x") ?? "")/\(i)"
    let type = value("type")
    for item in attributes where !["i", "x", "type", "pos"].contains(item.name) {
      losses.add("attribute \(item.name) of \(name)")
    }
    switch name {
    case "bpt":
      let own = id("b\(key)")
      if closed.contains(i) { starts[i] = own }
      return [opening(own, type, content, isPaired: closed.contains(i), &losses)]
    case "ept":
      return [closing(starts[i], id("e\(starts[i] ?? key)"), content, &losses)]
    case "it":
      let own = id("t\(key)\(value("pos") ?? "")")
      return value("pos") == "end"
        ? [closing(nil, own, content, &losses)] : [opening(own, type, content, isPaired: false, &losses)]
    case "ph", "ut": return [placeholder(id("p\(key)"), type, content, &losses)]
    case "hi":
      let inside = convert(content, closed, &losses)
      if dialect == .xliff1 {
        return [.code(name: "mrk", attributes: [Attribute("mtype", "x-\(type ?? "hi")")], content: inside)]
      }
      var marks = [Attribute("id", "m" + id("h\(key)")), Attribute("type", "tmx:hi")]
      if let type { marks.append(Attribute("value", type)) }
      return [.code(name: "mrk", attributes: marks, content: inside)]
    default:
      losses.add("inline element \(name)")
      return convert(content, closed, &losses)
    }
  }

  private mutating func opening(
    _ id: String, _ type: String?, _ content: [Inline], isPaired: Bool, _ losses: inout Losses
  ) -> Inline {
    if dialect == .xliff1 {
      let kind = isPaired ? [Attribute("rid", id)] : [Attribute("pos", "open")]
      return .code(
        name: isPaired ? "bpt" : "it",
        attributes: [Attribute("id", id)] + kind + ctype(type, ["bold", "italic", "underlined", "link"]),
        content: native(content, &losses))
    }
    return .code(
      name: "sc",
      attributes: [Attribute("id", id)] + (isPaired ? [] : [Attribute("isolated", "yes")])
        + reference(content, type, &losses),
      content: [])
  }

  private mutating func closing(_ start: String?, _ id: String, _ content: [Inline], _ losses: inout Losses) -> Inline {
    if dialect == .xliff1 {
      let kind = start.map { [Attribute("rid", $0)] } ?? [Attribute("pos", "close")]
      return .code(
        name: start == nil ? "it" : "ept", attributes: [Attribute("id", id)] + kind, content: native(content, &losses))
    }
    let kind = start.map { [Attribute("startRef", $0)] } ?? [Attribute("id", id), Attribute("isolated", "yes")]
    return .code(name: "ec", attributes: kind + reference(content, nil, &losses), content: [])
  }

  private mutating func placeholder(
    _ id: String, _ type: String?, _ content: [Inline], _ losses: inout Losses
  ) -> Inline {
    if dialect == .xliff1 {
      return .code(
        name: "ph", attributes: [Attribute("id", id)] + ctype(type, ["image", "pb", "lb"]),
        content: native(content, &losses))
    }
    return .code(name: "ph", attributes: [Attribute("id", id)] + reference(content, type, &losses), content: [])
  }

  private func ctype(_ type: String?, _ known: [String]) -> [Attribute] {
    type.map { [Attribute("ctype", known.contains($0) || $0.hasPrefix("x-") ? $0 : "x-\($0)")] } ?? []
  }

  /// XLIFF 1 keeps native code and its subflows inside the code.
  private mutating func native(_ content: [Inline], _ losses: inout Losses) -> [Inline] {
    content.map { piece in
      guard case .code(let name, let attributes, let inside) = piece else { return piece }
      if name != "sub" { losses.add("inline element \(name)") }
      let type = attributes.value("type")
      return .code(
        name: "sub", attributes: ctype(type, ["bold", "italic", "underlined", "link"]),
        content: [.text(inside.text)])
    }
  }

  /// XLIFF 2 keeps native code in `<originalData>`.
  private mutating func reference(_ content: [Inline], _ type: String?, _ losses: inout Losses) -> [Attribute] {
    for case .code(let name, _, _) in content { losses.add("boundary of inline code \(name)") }
    if let type { losses.add("type '\(type)' of an inline code") }
    let text = content.text
    guard !text.isEmpty else { return [] }
    let known = data.first { $0.text == text }?.id
    let id = known ?? "d\(data.count + 1)"
    if known == nil { data.append((id, text)) }
    return [Attribute("dataRef", id)]
  }
}
