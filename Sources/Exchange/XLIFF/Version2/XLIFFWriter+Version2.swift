internal import Bitext
internal import Files
internal import Markup

/// Version 2.0: a `unit` of one `segment` each, properties in the metadata module.
extension XLIFFWriter {
  func writeRoot2() throws(FileError) {
    var attributes = [
      Attribute("version", "2.0"), Attribute("xmlns", "urn:oasis:names:tc:xliff:document:2.0"),
      Attribute("xmlns:mda", "urn:oasis:names:tc:xliff:metadata:2.0"),
      Attribute("srcLang", sides.source?.description ?? "und"),
    ]
    if let target = sides.target { attributes.append(Attribute("trgLang", target.description)) }
    try output.xml.start("xliff", attributes)
  }

  func openFile2(_ name: String, number: Int) throws(FileError) {
    try output.xml.start("file", [Attribute("id", "f\(number)"), Attribute("original", name)])
  }

  func write2(_ unit: Parts) throws(FileError) {
    var codes = XLIFFCodes(.xliff2)
    let source = codes.side(unit.source.content, &losses)
    let target = unit.target.map { codes.side($0.content, &losses) }
    let unitAttributes = attributes(unit.own, Self.isUnitAttribute2)
    var own = unit.own
    if let state = own["state"].flatMap(SegmentState.init(rawValue:)) { own["state"] = state.version2 }
    var segmentAttributes = attributes(own, Self.isSegmentAttribute2)
    // A substate needs its state.
    if !segmentAttributes.contains(where: { $0.name == "state" }) { segmentAttributes = [] }
    try output.xml.start("unit", [Attribute("id", unit.id)] + unitAttributes)
    let written = Set((unitAttributes + segmentAttributes).map(\.name))
    let properties = unit.properties + rest(own, written)
    if !properties.isEmpty {
      output.xml.raw("<mda:metadata><mda:metaGroup category=\"corridor\">")
      for item in properties { try output.xml.element("mda:meta", [Attribute("type", item.name)], text: item.value) }
      output.xml.raw("</mda:metaGroup></mda:metadata>")
    }
    if !unit.notes.isEmpty {
      output.xml.raw("<notes>")
      for note in unit.notes { try writeNote(note, ["category", "priority", "appliesTo"]) }
      output.xml.raw("</notes>")
    }
    if !codes.data.isEmpty {
      output.xml.raw("<originalData>")
      for item in codes.data { try output.xml.element("data", [Attribute("id", item.id)], text: item.text) }
      output.xml.raw("</originalData>")
    }
    try output.xml.start("segment", segmentAttributes)
    try output.xml.start("source", [Attribute("xml:space", "preserve")])
    try output.xml.inline(source)
    output.xml.raw("</source>")
    if let target {
      try output.xml.start("target", [Attribute("xml:space", "preserve")])
      try output.xml.inline(target)
      output.xml.raw("</target>")
    }
    output.xml.raw("</segment></unit>\n")
  }

  private static func isUnitAttribute2(_ name: String, _ value: String) -> Bool {
    switch name {
    case "translate", "canResegment": ["yes", "no"].contains(value)
    case "srcDir", "trgDir": ["ltr", "rtl", "auto"].contains(value)
    case "type": value.contains(":")
    case "name": true
    default: false
    }
  }

  private static func isSegmentAttribute2(_ name: String, _ value: String) -> Bool {
    switch name {
    case "state": SegmentState.words2.contains(value)
    case "subState": value.contains(":")
    default: false
    }
  }
}
