internal import Bitext
internal import Files
internal import Markup

/// Version 2: each `segment` of a `unit`.
extension XLIFFReader {
  func readUnit() throws(FileError) {
    var (id, remarks) = readUnitHead()
    var data: [String: String] = [:]
    var pairs: [Segment] = []
    var language = target ?? ""
    while true {
      switch try xml.next() {
      case .start:
        try xml.refuseNestedUnit()
        let attributes = xml.attributeList()
        switch xml.localName {
        case "originalData":
          for case .code(_, let attributes, let content) in try readContent() {
            if let id = attributes.value("id") { data[id] = content.text }
          }
        case "notes":
          for case .code("note", let attributes, let content) in try readContent() {
            remarks.append(.note(content.text, attributes: attributes))
          }
        case "segment", "ignorable":
          let isSegment = xml.localName == "segment"
          let pair = try readSegment(attributes, data, &language)
          if isSegment { pairs.append(pair) }
        case "metadata": remarks += XLIFFData.metadata(try readContent())
        default: remarks.append(try remark(attributes))
        }
      case .text: continue
      case .end, .finish: return give(id, remarks, pairs, (language, []))
      }
    }
  }

  private func readSegment(
    _ attributes: [Attribute], _ data: [String: String], _ language: inout String
  ) throws(FileError) -> Segment {
    let place = xml.position
    var pair = Segment()
    for item in attributes {
      if item.name == "id" {
        pair.id = item.value
      } else {
        pair.remarks.append(XLIFFProperty.remark(item.name, item.value))
      }
      if item.name == "state", !SegmentState.words2.contains(item.value) {
        tell("xliff-state", .meaning, "unknown state '\(item.value)': kept, and taken as not reviewed", place)
      }
    }
    while true {
      switch try xml.next() {
      case .start where xml.localName == "source": pair.source = try xml.content(own: xml.rootPrefix, resolving(data))
      case .start where xml.localName == "target":
        language = try self.language(of: xml.attribute(named: "xml:lang"), at: xml.position)
        if let order = xml.attribute(named: "order") { pair.remarks.append(XLIFFProperty.remark("order", order)) }
        pair.target = try xml.content(own: xml.rootPrefix, resolving(data))
      case .start:
        try xml.refuseNestedUnit()
        _ = try readContent()
      case .text: continue
      case .end, .finish: return pair
      }
    }
  }

  /// Puts native code from `<originalData>` into the codes that refer to it.
  private func resolving(_ data: [String: String]) -> XMLScanner.Completion {
    let context = context
    return { attributes, content, place in
      XLIFFData.resolve(&attributes, &content, data) { context.tell("xliff-data", .meaning, $0, at: place) }
    }
  }
}
