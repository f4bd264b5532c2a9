internal import Bitext
internal import Files
internal import Markup

/// Writes units as XLIFF 1.2 or 2.0, a `trans-unit` or `unit` each.
///
/// Properties go to `prop-group` (1.2) or the metadata module (2.0), notes to notes; states and names that came from XLIFF
/// go back where they were.
final class XLIFFWriter: ExchangeWriter {
  private let output: OutputBox
  private let isVersion2: Bool
  private var sides: LanguageSides
  private(set) var losses = Losses()
  private var codes = InlineDialect.tmx
  /// The head is written with the first unit, which may be the first to say the target language.
  private var header: BitextHeader?
  private var file: String?
  private var files = 0
  private var ids: Set<String> = []
  private var count = 0

  private final class OutputBox {
    var xml: XMLOutput
    init(_ sink: any ByteSink, _ characters: UnwritableCharacters) { xml = XMLOutput(sink, characters: characters) }
  }

  /// Attributes of XLIFF that a property `x-xliff-…` goes back to, with their element.
  private static let unitAttributes1: Set<String> = [
    "approved", "translate", "resname", "restype", "extradata", "help-id", "maxwidth",
  ]
  private static let targetAttributes1: Set<String> = ["state", "state-qualifier"]
  /// XLIFF 1.2, `state-qualifier`.
  private static let qualifiers1: Set<String> = [
    "exact-match", "fuzzy-match", "id-match", "leveraged-glossary", "leveraged-inherited", "leveraged-mt",
    "leveraged-repository", "leveraged-tm", "mt-suggestion", "rejected-grammar", "rejected-inaccurate",
    "rejected-length", "rejected-spelling", "tm-suggestion",
  ]
  private static let unitAttributes2: Set<String> = ["name", "translate", "canResegment", "srcDir", "trgDir", "type"]
  private static let segmentAttributes2: Set<String> = ["state", "subState"]

  init(_ sink: any ByteSink, _ options: WritingOptions) {
    output = OutputBox(sink, options.characters)
    sides = LanguageSides(options)
    isVersion2 = options.xliffVersion?.hasPrefix("2") ?? false
  }

  func write(_ item: ExchangeItem) throws(FileError) {
    switch item {
    case .header(let header):
      sides.use(header)
      codes = header.codes
      self.header = header
      losses.add(header: header)
    case .unit(let unit): try write(unit)
    default: losses.add(item.lossName)
    }
  }

  func finish() throws(FileError) {
    if file == nil {
      try writeHead()
      try open(file: header?.tmx["o-tmf"] ?? "unknown")
      // 2.0 wants at least one unit, and 1.2 does not.
      if isVersion2 { output.xml.raw("<unit id=\"1\"><segment><source/></segment></unit>\n") }
    }
    close()
    output.xml.raw("</xliff>\n")
    try output.xml.flush()
    losses.add("character that XML cannot hold", output.xml.replaced)
  }

  private func writeHead() throws(FileError) {
    output.xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    if isVersion2 {
      var attributes = [
        Attribute("version", "2.0"), Attribute("xmlns", "urn:oasis:names:tc:xliff:document:2.0"),
        Attribute("xmlns:mda", "urn:oasis:names:tc:xliff:metadata:2.0"),
        Attribute("srcLang", sides.source?.description ?? "und"),
      ]
      if let target = sides.target { attributes.append(Attribute("trgLang", target.description)) }
      try output.xml.start("xliff", attributes)
    } else {
      try output.xml.start(
        "xliff", [Attribute("version", "1.2"), Attribute("xmlns", "urn:oasis:names:tc:xliff:document:1.2")])
    }
    output.xml.raw("\n")
  }

  private func open(file name: String) throws(FileError) {
    file = name
    files += 1
    ids = []
    if isVersion2 {
      try output.xml.start("file", [Attribute("id", "f\(files)"), Attribute("original", name)])
    } else {
      var attributes = [
        Attribute("original", name), Attribute("source-language", sides.source?.description ?? "und"),
        Attribute("datatype", "plaintext"),
      ]
      if let target = sides.target { attributes.append(Attribute("target-language", target.description)) }
      try output.xml.start("file", attributes)
      output.xml.raw("<body>")
    }
    output.xml.raw("\n")
  }

  private func close() {
    output.xml.raw(isVersion2 ? "</file>\n" : "</body></file>\n")
  }

  private func write(_ unit: TranslationUnit) throws(FileError) {
    let unit = InlineCodes.inTMX(unit, from: codes, &losses)
    let pair = sides.sides(of: unit, &losses)
    guard let source = pair.source else { return losses.add("unit without a source") }
    count += 1
    var properties: [(name: String, value: String)] = []
    var own: [String: String] = [:]
    var notes: [(text: String, attributes: [Attribute])] = []
    var alternatives: [Inline] = []
    for remark in unit.remarks + (pair.target?.remarks.filter(Self.isOwn) ?? []) {
      switch remark {
      case .property(let type, let value, let attributes):
        for item in attributes { losses.add("attribute \(item.name) of property") }
        if type.hasPrefix("x-xliff-") {
          own[String(type.dropFirst(8))] = value
        } else {
          properties.append((type, value))
        }
      case .note(let text, let attributes): notes.append((text, attributes))
      case .element("alt-trans", let attributes, let content) where !isVersion2:
        alternatives.append(.code(name: "alt-trans", attributes: attributes, content: content))
      case .element(let name, _, _): losses.add("element \(name)")
      }
    }
    let pairUnit = TranslationUnit(
      attributes: unit.attributes, variants: [source] + (pair.target.map { [$0] } ?? []))
    properties += pairUnit.flattened(&losses)
    let name = own.removeValue(forKey: "file") ?? file ?? header?.tmx["o-tmf"] ?? "unknown"
    if file == nil { try writeHead() }
    if file != name {
      if file != nil { close() }
      try open(file: name)
    }
    let id = unique(unit.attributes.first { $0.name == "tuid" }?.value)
    output.xml.subject = "unit \(count) ('\(id)')"
    let parts = Parts(
      id: id, source: source, target: pair.target, own: own, properties: properties, notes: notes,
      alternatives: alternatives)
    if isVersion2 { try write2(parts) } else { try write1(parts) }
    try output.xml.flushIfFull()
  }

  private static func isOwn(_ remark: Remark) -> Bool {
    if case .property(let type, _, _) = remark { type.hasPrefix("x-xliff-") } else { false }
  }

  /// One unit, sorted by where its parts go.
  private struct Parts {
    let id: String
    let source: Variant
    let target: Variant?
    let own: [String: String]
    let properties: [(name: String, value: String)]
    let notes: [(text: String, attributes: [Attribute])]
    /// `<alt-trans>` of 1.2, whole.
    let alternatives: [Inline]
  }

  /// The attributes that own properties give an element; the others are dealt with elsewhere.
  private func attributes(_ own: [String: String], _ names: Set<String>) -> [Attribute] {
    own.filter { names.contains($0.key) && Self.isAllowed($0.key, $0.value, isVersion2) }
      .sorted { $0.key < $1.key }.map { Attribute($0.key, $0.value) }
  }

  private static func isAllowed(_ name: String, _ value: String, _ isVersion2: Bool) -> Bool {
    switch name {
    case "approved", "translate", "canResegment": ["yes", "no"].contains(value)
    case "state":
      isVersion2
        ? ["initial", "translated", "reviewed", "final"].contains(value)
        : value.hasPrefix("x-") || XLIFFReader.states1.contains(value)
    case "srcDir", "trgDir": ["ltr", "rtl", "auto"].contains(value)
    case "state-qualifier": value.hasPrefix("x-") || qualifiers1.contains(value)
    case "restype": value.hasPrefix("x-")
    case "subState", "type": value.contains(":")
    default: true
    }
  }

  private func write1(_ unit: Parts) throws(FileError) {
    var codes = XLIFFCodes(.xliff1)
    let source = codes.side(unit.source.content, &losses)
    let unitAttributes = attributes(unit.own, Self.unitAttributes1)
    var own = unit.own
    if let state = own["state"], let word = Self.state1[state], !XLIFFReader.states1.contains(state) {
      own["state"] = word
    }
    let targetAttributes = unit.target == nil ? [] : attributes(own, Self.targetAttributes1)
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

  private func write2(_ unit: Parts) throws(FileError) {
    var codes = XLIFFCodes(.xliff2)
    let source = codes.side(unit.source.content, &losses)
    let target = unit.target.map { codes.side($0.content, &losses) }
    let unitAttributes = attributes(unit.own, Self.unitAttributes2)
    var own = unit.own
    if let state = own["state"], let word = Self.state2[state] { own["state"] = word }
    var segmentAttributes = attributes(own, Self.segmentAttributes2)
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

  /// Own properties that have no attribute here stay properties.
  private func rest(_ own: [String: String], _ written: Set<String>) -> [(name: String, value: String)] {
    own.filter { !written.contains($0.key) }.sorted { $0.key < $1.key }.map { ("x-xliff-\($0.key)", $0.value) }
  }

  private func writeNote(_ note: (text: String, attributes: [Attribute]), _ allowed: Set<String>) throws(FileError) {
    var attributes: [Attribute] = []
    for item in note.attributes {
      let isValid =
        switch item.name {
        case "priority": Int(item.value).map { (1...10).contains($0) } ?? false
        case "annotates": ["source", "target", "general"].contains(item.value)
        case "appliesTo": ["source", "target"].contains(item.value)
        case "xml:lang": LanguageTag(item.value) != nil
        default: true
        }
      if allowed.contains(item.name), isValid {
        attributes.append(item)
      } else {
        losses.add("attribute \(item.name) of note")
      }
    }
    try output.xml.element("note", attributes, text: note.text)
  }

  /// States of 2.x as those of 1.2, and back.
  private static let state1 = ["initial": "new", "reviewed": "signed-off"]
  private static let state2 = [
    "new": "initial", "needs-translation": "initial", "needs-adaptation": "initial", "needs-l10n": "initial",
    "needs-review-translation": "translated", "needs-review-adaptation": "translated",
    "needs-review-l10n": "translated",
    "signed-off": "reviewed",
  ]

  /// An id that no other unit of the file has; in 2.0 a name token.
  private func unique(_ id: String?) -> String {
    var base = id.flatMap { $0.isEmpty ? nil : $0 } ?? String(count)
    if isVersion2, !base.unicodeScalars.allSatisfy({ XMLCharacters.isNamePart($0) }) {
      var scalars = String.UnicodeScalarView()
      for scalar in base.unicodeScalars { scalars.append(XMLCharacters.isNamePart(scalar) ? scalar : "_") }
      base = String(scalars)
      losses.add("spelling of id")
    }
    var candidate = base
    var number = 2
    while !ids.insert(candidate).inserted {
      candidate = "\(base)-\(number)"
      number += 1
    }
    return candidate
  }
}
