internal import Bitext
internal import Files
internal import Markup

/// Version 1.2: a `trans-unit` each, properties in `prop-group`.
extension XLIFFWriter {
  func writeRoot1() throws(FileError) {
    try output.xml.start(
      "xliff", [Attribute("version", "1.2"), Attribute("xmlns", "urn:oasis:names:tc:xliff:document:1.2")])
  }

  func openFile1(_ name: String) throws(FileError) {
    var attributes = [
      Attribute("original", name), Attribute("source-language", sides.source?.description ?? "und"),
      Attribute("datatype", "plaintext"),
    ]
    if let target = sides.target { attributes.append(Attribute("target-language", target.description)) }
    try output.xml.start("file", attributes)
    output.xml.raw("<body>")
  }

  func write1(_ unit: Parts) throws(FileError) {
    var codes = XLIFFCodes(.xliff1)
    let source = codes.side(unit.source.content, &losses)
    let unitAttributes = attributes(unit.own, Self.isUnitAttribute1)
    var own = unit.own
    if let word = own["state"], SegmentState(rawValue: word) == nil, let state = SegmentState(version2: word) {
      own["state"] = state.rawValue
    }
    let targetAttributes = unit.target == nil ? [] : attributes(own, Self.isTargetAttribute1)
    try output.xml.start("trans-unit", [Attribute("id", unit.id)] + unitAttributes)
    try output.xml.start("source")
    try output.xml.inline(source)
    output.xml.raw("</source>")
    if let target = unit.target {
      try output.xml.start("target", targetAttributes)
      try output.xml.inline(codes.side(target.content, &losses))
      output.xml.raw("</target>")
    }
    let written = Set((unitAttributes + targetAttributes).map(\.name))
    let properties = unit.properties + rest(own, written)
    if !properties.isEmpty {
      output.xml.raw("<prop-group>")
      for item in properties { try output.xml.element("prop", [Attribute("prop-type", item.name)], text: item.value) }
      output.xml.raw("</prop-group>")
    }
    for note in unit.notes { try writeNote(note, ["xml:lang", "from", "priority", "annotates"]) }
    try output.xml.inline(unit.alternatives)
    output.xml.raw("</trans-unit>\n")
  }

  /// XLIFF 1.2, `state-qualifier`.
  private static let qualifiers: Set<String> = [
    "exact-match", "fuzzy-match", "id-match", "leveraged-glossary", "leveraged-inherited", "leveraged-mt",
    "leveraged-repository", "leveraged-tm", "mt-suggestion", "rejected-grammar", "rejected-inaccurate",
    "rejected-length", "rejected-spelling", "tm-suggestion",
  ]

  private static func isUnitAttribute1(_ name: String, _ value: String) -> Bool {
    switch name {
    case "approved", "translate": ["yes", "no"].contains(value)
    case "restype": value.hasPrefix("x-")
    case "resname", "extradata", "help-id", "maxwidth": true
    default: false
    }
  }

  private static func isTargetAttribute1(_ name: String, _ value: String) -> Bool {
    switch name {
    case "state": value.hasPrefix("x-") || SegmentState(rawValue: value) != nil
    case "state-qualifier": value.hasPrefix("x-") || qualifiers.contains(value)
    default: false
    }
  }
}
