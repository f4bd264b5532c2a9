internal import Bitext
internal import Files
internal import Markup

/// Writes units as XLIFF 1.2 or 2.0, a `trans-unit` or `unit` each.
///
/// Properties go to `prop-group` (1.2) or the metadata module (2.0), notes to notes; states and names that came from XLIFF
/// go back where they were.
final class XLIFFWriter: ExchangeWriter {
  let output: OutputBox
  private let isVersion2: Bool
  private(set) var sides: LanguageSides
  var losses = Losses()
  private var codes = InlineDialect.tmx
  /// The head is written with the first unit, which may be the first to say the target language.
  private var header: BitextHeader?
  private var file: String?
  private var files = 0
  private var ids: Set<String> = []
  private var count = 0

  final class OutputBox {
    var xml: XMLOutput
    init(_ sink: any ByteSink, _ characters: UnwritableCharacters) { xml = XMLOutput(sink, characters: characters) }
  }

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
    closeFile()
    output.xml.raw("</xliff>\n")
    try output.xml.flush()
    losses.add("character that XML cannot hold", output.xml.replaced)
  }

  private func writeHead() throws(FileError) {
    output.xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    if isVersion2 { try writeRoot2() } else { try writeRoot1() }
    output.xml.raw("\n")
  }

  private func open(file name: String) throws(FileError) {
    file = name
    files += 1
    ids = []
    if isVersion2 { try openFile2(name, number: files) } else { try openFile1(name) }
    output.xml.raw("\n")
  }

  private func closeFile() { output.xml.raw(isVersion2 ? "</file>\n" : "</body></file>\n") }

  private func write(_ unit: TranslationUnit) throws(FileError) {
    let unit = InlineCodes.inTMX(unit, from: codes, &losses)
    let pair = sides.sides(of: unit, &losses)
    guard let source = pair.source else { return losses.add("unit without a source") }
    count += 1
    var properties: [(name: String, value: String)] = []
    var own: [String: String] = [:]
    var notes: [(text: String, attributes: [Attribute])] = []
    var alternatives: [Inline] = []
    for remark in unit.remarks + (pair.target?.remarks.filter(XLIFFProperty.isOne) ?? []) {
      switch remark {
      case .property(let type, let value, let attributes):
        for item in attributes { losses.add("attribute \(item.name) of property") }
        if let attribute = XLIFFProperty.attribute(of: type) {
          own[attribute] = value
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
      if file != nil { closeFile() }
      try open(file: name)
    }
    let id = unique(unit.attributes.value("tuid"))
    output.xml.subject = "unit \(count) ('\(id)')"
    let parts = Parts(
      id: id, source: source, target: pair.target, own: own, properties: properties, notes: notes,
      alternatives: alternatives)
    if isVersion2 { try write2(parts) } else { try write1(parts) }
    try output.xml.flushIfFull()
  }

  /// One unit, sorted by where its parts go.
  struct Parts {
    let id: String
    let source: Variant
    let target: Variant?
    let own: [String: String]
    let properties: [(name: String, value: String)]
    let notes: [(text: String, attributes: [Attribute])]
    /// `<alt-trans>` of 1.2, whole.
    let alternatives: [Inline]
  }

  /// The attributes that own properties give an element, of the names and values that it may have.
  func attributes(_ own: [String: String], _ isAllowed: (String, String) -> Bool) -> [Attribute] {
    own.filter { isAllowed($0.key, $0.value) }.sorted { $0.key < $1.key }.map { Attribute($0.key, $0.value) }
  }

  /// Own properties that have no attribute here stay properties.
  func rest(_ own: [String: String], _ written: Set<String>) -> [(name: String, value: String)] {
    own.filter { !written.contains($0.key) }.sorted { $0.key < $1.key }.map { (XLIFFProperty.type($0.key), $0.value) }
  }

  func writeNote(_ note: (text: String, attributes: [Attribute]), _ allowed: Set<String>) throws(FileError) {
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
