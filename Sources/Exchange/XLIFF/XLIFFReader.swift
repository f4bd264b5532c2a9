internal import Bitext
internal import Files
internal import Markup

/// Reads an XLIFF file, one segment at a time.
///
/// 1.x: `trans-unit`, or each `mrk mtype="seg"` of a segmented one. 2.x: `segment`. Notes come as notes; states, names and
/// other attributes as properties `x-xliff-…`; what stands beside (alternatives, modules) as elements of the first segment.
/// Source: XLIFF 1.2 (OASIS, 2008), XLIFF 2.1 (OASIS, 2018).
final class XLIFFReader: ExchangeReader {
  var xml: XMLScanner
  let context: ReadingContext
  private(set) var position: SourcePosition
  private var header: BitextHeader
  private var gaveHeader = false
  private var isAtEnd = false
  private var isVersion2 = false
  /// In a salvage: the elements in which the last unit was.
  private var lastPath: [Int] = []
  /// Whether a unit was begun and not given yet.
  private var isInUnit = false
  /// Languages and name of the current file.
  var source = ""
  var target: String?
  var original = ""
  private var filePosition: SourcePosition
  /// The last file of which it was told that it names no target language.
  private var languageless: SourcePosition?
  private var ids: Set<String> = []
  /// Units that were made and not given yet, the first last.
  private var waiting: [TranslationUnit] = []

  init(_ input: PrefixedSource, context: ReadingContext) throws(FileError) {
    self.context = context
    position = SourcePosition(file: input.name)
    filePosition = position
    header = BitextHeader(TMXHeader(attributes: []), codes: .xliff1)
    xml = XMLScanner(try XMLEncoding.open(input, context: context), limits: context.limits)
    if context.validates { xml.schema = SchemaCheck([.xliff12, .xliff2], context: context) }
    if context.salvages {
      xml.repair = { error in
        context.tell("xml-character", .schema, error.message, at: error.position, effect: .repaired)
      }
    }
    xml.remark = { message, place in context.tell("xml-prefix", .meaning, message, at: place) }
    try readHead()
  }

  func nextItem() throws(FileError) -> ExchangeItem? {
    if !gaveHeader {
      gaveHeader = true
      return .header(header)
    }
    while true {
      if let unit = waiting.popLast() { return .unit(unit) }
      if isAtEnd { return nil }
      do throws(FileError) { try readNext() } catch {
        guard context.salvages, error.reason != .file, error.reason != .unsupported, error.position.line > 0 else {
          throw error
        }
        let isUnit = isInUnit
        isInUnit = false
        tell(
          "xliff-damaged", .schema, "\(isUnit ? "left out" : "passed over"): \(error.message)", error.position,
          effect: isUnit ? .dropped : .kept)
        let unit = isVersion2 ? "unit" : "trans-unit"
        let here = Array(xml.open.prefix { xml.names.spelt[xml.names.local[$0]] != unit })
        let path = here.count < lastPath.count ? lastPath : here
        let prefix = xml.rootPrefix < 0 ? "" : "\(xml.names.spelt[xml.rootPrefix]):"
        do throws(FileError) {
          isAtEnd = try !xml.resume(at: Array((prefix + unit).utf8), in: path)
        } catch { isAtEnd = true }
      }
    }
  }

  func tell(
    _ id: String, _ level: Finding.Level, _ message: String, _ place: SourcePosition,
    effect: Finding.Effect = .kept
  ) {
    context.tell(id, level, message, at: place, effect: effect)
  }

  /// The root and the first file, so that the languages are known.
  private func readHead() throws(FileError) {
    guard try xml.next() == .start else { return }
    let root = xml.localName
    let rootPosition = xml.position
    guard root == "xliff" else {
      let hint = ExchangeFormats.hint(forRoot: root)
      throw FileError(.malformed, "the root is <\(root)>, not <xliff>; \(hint)", at: xml.position)
    }
    let version = xml.attribute(named: "version") ?? ""
    let namespace =
      xml.attributes.first {
        ["xmlns", "xmlns:\(xml.elementName.split(separator: ":")[0])"].contains(xml.names.spelt[$0.name])
      }?.value ?? ""
    isVersion2 = version.hasPrefix("2") || (version.isEmpty && namespace.contains("xliff:document:2"))
    header.codes = isVersion2 ? .xliff2 : .xliff1
    if isVersion2, context.validates {
      // The root was read before its version was known.
      let check = XLIFF2Check(context: context)
      xml.observer = check
      xml.repeatStart()
    }
    if context.salvages { xml.unit = xml.names.number(isVersion2 ? "unit" : "trans-unit") }
    if !["1.0", "1.1", "1.2", "2.0", "2.1", "2.2"].contains(version) {
      tell(
        "xliff-version", .schema, "unknown version '\(version)'; read as \(isVersion2 ? "2.0" : "1.2")", xml.position)
    }
    let expected = isVersion2 ? "urn:oasis:names:tc:xliff:document:2" : "urn:oasis:names:tc:xliff:document:1"
    if !namespace.hasPrefix(expected), version != "1.0" || !namespace.isEmpty {
      tell(
        "xliff-namespace", .schema, "the namespace is '\(namespace)', not \(expected)…: strict tools refuse the file",
        xml.position)
    }
    if isVersion2 {
      source = xml.attribute(named: "srcLang") ?? ""
      target = xml.attribute(named: "trgLang")
    }
    while true {
      switch try xml.next() {
      case .start where xml.localName == "file":
        readFile()
        header.tmx = TMXHeader(
          tool: "corridor", version: "1", sourceLanguage: source.isEmpty ? context.source.description : source,
          originalFormat: "xliff", dataType: "unknown")
        header.targetLanguage = target
        return
      case .finish: throw FileError(.malformed, "no <file> in <xliff>: this is no XLIFF", at: rootPosition)
      default: continue
      }
    }
  }

  private func readFile() {
    filePosition = xml.position
    ids = []
    if isVersion2 {
      original = xml.attribute(named: "original") ?? xml.attribute(named: "id") ?? ""
    } else {
      original = xml.attribute(named: "original") ?? ""
      source = xml.attribute(named: "source-language") ?? ""
      target = xml.attribute(named: "target-language")
    }
    for language in [source, target ?? ""] where !language.isEmpty && LanguageTag(language) == nil {
      tell("xliff-language", .meaning, "'\(language)' is no BCP 47 tag: tools do not find the language", filePosition)
    }
    if source.isEmpty { source = context.source.description }
  }

  private func readNext() throws(FileError) {
    while waiting.isEmpty {
      switch try xml.next() {
      case .start:
        switch xml.localName {
        case "file": readFile()
        case "trans-unit" where !isVersion2:
          isInUnit = true
          if context.salvages { lastPath = Array(xml.open.dropLast()) }
          try readTransUnit()
          isInUnit = false
        case "unit" where isVersion2:
          isInUnit = true
          if context.salvages { lastPath = Array(xml.open.dropLast()) }
          try readUnit()
          isInUnit = false
        case "header", "skeleton", "bin-unit", "alt-trans", "notes": _ = try readContent()
        default: continue
        }
      case .text, .end: continue
      case .finish:
        isAtEnd = true
        return
      }
    }
  }

  private func checkID(_ id: String, _ place: SourcePosition) {
    if !id.isEmpty, !ids.insert(id).inserted {
      tell("xliff-id-twice", .meaning, "id '\(id)' is used before in this file: tools mix the two up", place)
    }
  }

  /// The language of a target; refused where nothing says it.
  func language(of target: String?, at place: SourcePosition) throws(FileError) -> String {
    if let language = target ?? self.target { return language }
    guard context.namesLanguages else {
      throw FileError(
        .languageMissing, "the target language is not known; name it, or add target-language to <file>",
        at: filePosition)
    }
    if languageless != filePosition {
      languageless = filePosition
      tell("xliff-target-language", .meaning, "no target-language: tools ask for it, or refuse the file", filePosition)
    }
    return context.target.description
  }

  func readContent() throws(FileError) -> [Inline] { try xml.content(own: xml.rootPrefix) }

  /// The head of a unit: its place, its id, and its other attributes as properties.
  func readUnitHead() -> (id: String, remarks: [Remark]) {
    position = xml.position
    let id = xml.attribute(named: "id") ?? ""
    checkID(id, position)
    var remarks = [XLIFFProperty.remark("file", original)]
    for item in xml.attributeList() where item.name != "id" && item.name != "xml:space" {
      remarks.append(XLIFFProperty.remark(item.name, item.value))
    }
    return (id, remarks)
  }

  func remark(_ attributes: [Attribute]) throws(FileError) -> Remark {
    let isNote = xml.localName == "note"
    let name = xml.names.prefix[xml.element] == xml.rootPrefix ? xml.localName : xml.elementName
    let content = try readContent()
    return isNote
      ? .note(content.text, attributes: attributes)
      : .element(name: name, attributes: attributes, content: content)
  }

  /// A segment of a unit, with what is said of it alone.
  struct Segment {
    var id = ""
    var source: [Inline] = []
    var target: [Inline]?
    var remarks: [Remark] = []
  }

  /// Makes units of the segments of one; what is said of it is said once, with the first.
  func give(
    _ id: String, _ remarks: [Remark], _ pairs: [Segment], _ side: (language: String, remarks: [Remark])
  ) {
    var units: [TranslationUnit] = []
    for (index, pair) in pairs.enumerated() {
      let segment = pair.id.isEmpty || pairs.count == 1 ? id : "\(id)_\(pair.id)"
      var variants = [Variant(language: source, content: pair.source)]
      if let target = pair.target {
        variants.append(Variant(language: side.language, remarks: side.remarks + pair.remarks, content: target))
      }
      let own = index == 0 ? remarks : remarks.filter(XLIFFProperty.isFile)
      units.append(
        TranslationUnit(
          attributes: segment.isEmpty ? [] : [Attribute("tuid", segment)], remarks: own, variants: variants
        ).unflattened)
    }
    waiting = units.reversed()
  }
}
