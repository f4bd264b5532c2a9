internal import Bitext

/// Pieces of XLIFF that its reader and writers share.
enum XLIFFData {
  /// The segments that `mrk mtype="seg"` marks, wherever they stand.
  static func segments(_ content: [Inline]) -> [(mid: String, content: [Inline])] {
    content.flatMap { piece -> [(mid: String, content: [Inline])] in
      guard case .code(let name, let attributes, let inside) = piece else { return [] }
      if name == "mrk", attributes.contains(where: { $0.name == "mtype" && $0.value == "seg" }) {
        return [(attributes.value("mid") ?? "", inside)]
      }
      return segments(inside)
    }
  }

  /// Puts the native code that a code of 2.x refers to into it: as content, or for `pc` as `dataStart` and `dataEnd`.
  static func resolve(
    _ attributes: inout [Attribute], _ content: inout [Inline], _ data: [String: String], _ report: (String) -> Void
  ) {
    for (reference, place) in [("dataRef", ""), ("dataRefStart", "dataStart"), ("dataRefEnd", "dataEnd")] {
      guard let id = attributes.first(where: { $0.name == reference })?.value else { continue }
      guard let text = data[id] else {
        report("\(reference)=\"\(id)\" refers to no <data>: the code has no content for tools to show")
        continue
      }
      if place.isEmpty {
        content = text.isEmpty ? [] : [.text(text)]
      } else {
        attributes.append(Attribute(place, text))
      }
    }
  }

  /// Properties kept in the metadata module of 2.x.
  static func metadata(_ content: [Inline]) -> [Remark] {
    content.flatMap { piece -> [Remark] in
      guard case .code(let name, let attributes, let inside) = piece else { return [] }
      if name.hasSuffix("meta"), let type = attributes.value("type") {
        return [.property(type: type, value: inside.text)]
      }
      return metadata(inside)
    }
  }
}

extension TranslationUnit {
  /// What XLIFF has no place for, as properties of the unit: its other attributes, and what is said of its sides.
  ///
  /// `tu/@creationdate`, `source/@changeid`, `target/x-origin`.
  func flattened(_ losses: inout Losses) -> [(name: String, value: String)] {
    var list: [(name: String, value: String)] = []
    for item in attributes where item.name != "tuid" { list.append(("tu/@\(item.name)", item.value)) }
    for (side, variant) in zip(["source", "target"], variants) {
      for item in variant.attributes { list.append(("\(side)/@\(item.name)", item.value)) }
      for remark in variant.remarks {
        switch remark {
        case .property where XLIFFProperty.isOne(remark): continue
        case .property(let type, let value, _): list.append(("\(side)/\(type)", value))
        case .note(let text, _): list.append(("\(side)/note", text))
        case .element(let name, _, _): losses.add("element \(name)")
        }
      }
    }
    return list
  }

  /// The unit with what `flattened` made put back in its place.
  var unflattened: TranslationUnit {
    var attributes = attributes
    var remarks: [Remark] = []
    var sides = variants.map { (attributes: $0.attributes, remarks: $0.remarks) }
    for remark in self.remarks {
      guard case .property(let type, let value, _) = remark,
        let slash = type.firstIndex(of: "/"),
        let side = ["tu", "source", "target"].firstIndex(of: String(type[..<slash]))
      else {
        remarks.append(remark)
        continue
      }
      let name = String(type[type.index(after: slash)...])
      if side == 0, name.hasPrefix("@") {
        attributes.append(Attribute(String(name.dropFirst()), value))
      } else if side > 0, side <= sides.count {
        if name.hasPrefix("@") {
          sides[side - 1].attributes.append(Attribute(String(name.dropFirst()), value))
        } else {
          sides[side - 1].remarks.append(name == "note" ? .note(value) : .property(type: name, value: value))
        }
      } else {
        remarks.append(remark)
      }
    }
    let variants = zip(variants, sides).map { variant, side in
      Variant(language: variant.language, attributes: side.attributes, remarks: side.remarks, content: variant.content)
    }
    return TranslationUnit(attributes: attributes, remarks: remarks, variants: variants)
  }
}
