internal import Bitext
internal import Files
internal import Markup

/// Reads an XLIFF file, one segment at a time.
///
/// 1.x: `trans-unit`, or each `mrk mtype="seg"` of a segmented one. 2.x: `segment`. Notes come as notes; states, names and
/// other attributes as properties `x-xliff-…`; what stands beside (alternatives, modules) as elements of the first segment.
/// Source: XLIFF 1.2 (OASIS, 2008), XLIFF 2.1 (OASIS, 2018).
final class XLIFFReader: ExchangeReader {
  private var xml: XMLScanner
  private let context: ReadingContext
  private(set) var position: SourcePosition
  private var header: BitextHeader
  private var gaveHeader = false
  private var isAtEnd = false
  private var isVersion2 = false
  /// Languages and name of the current file.
  private var source = ""
  private var target: String?
  private var original = ""
  private var filePosition: SourcePosition
  /// The last file of which it was told that it names no target language.
  private var languageless: SourcePosition?
  private var ids: Set<String> = []
  /// Units that were made and not given yet, the first last.
  private var waiting: [TranslationUnit] = []
  static let states1 = [
    "final", "needs-adaptation", "needs-l10n", "needs-review-adaptation", "needs-review-l10n",
    "needs-review-translation",
    "needs-translation", "new", "signed-off", "translated",
  ]
  private static let states2 = ["initial", "translated", "reviewed", "final"]

  init(_ input: PrefixedSource, context: ReadingContext) throws(FileError) {
    self.context = context
    position = SourcePosition(file: input.name)
    filePosition = position
    header = BitextHeader(TMXHeader(attributes: []), codes: .xliff1)
    xml = XMLScanner(try XMLEncoding.open(input, context: context), limits: context.limits)
    if context.validates { xml.schema = SchemaCheck([.xliff12, .xliff2], context: context) }
    if context.salvages {
      xml.repair = { error in
        context.tell(FileFinding("xml-character", .schema, error.message, at: error.position, effect: .repaired))
      }
    }
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
        tell("xliff-damaged", .schema, "left out: \(error.message)", error.position, effect: .dropped)
        let depth = xml.open.prefix { name in
          !["trans-unit", "unit"].contains(xml.names.spelt[xml.names.local[name]])
        }.count
        do throws(FileError) {
          isAtEnd = try !(xml.resume(at: isVersion2 ? "unit" : "trans-unit", depth: depth))
        } catch { isAtEnd = true }
      }
    }
  }

  private var localName: String { xml.names.spelt[xml.local] }

  private func attribute(_ name: String) -> String? {
    for item in xml.attributes where xml.names.spelt[item.name] == name { return item.value }
    return nil
  }

  private func tell(
    _ id: String, _ level: FileFinding.Level, _ message: String, _ place: SourcePosition,
    effect: FileFinding.Effect = .kept
  ) {
    context.tell(FileFinding(id, level, message, at: place, effect: effect))
  }

  /// The root and the first file, so that the languages are known.
  private func readHead() throws(FileError) {
    guard try xml.next() == .start else { return }
    let root = localName
    let rootPosition = xml.position
    guard root == "xliff" else {
      let hint = ExchangeFormats.hint(forRoot: root)
      throw FileError(.malformed, "the root is <\(root)>, not <xliff>; \(hint)", at: xml.position)
    }
    let version = attribute("version") ?? ""
    let namespace =
      xml.attributes.first {
        ["xmlns", "xmlns:\(xml.elementName.split(separator: ":")[0])"].contains(xml.names.spelt[$0.name])
      }?.value ?? ""
    isVersion2 = version.hasPrefix("2") || (version.isEmpty && namespace.contains("xliff:document:2"))
    header.codes = isVersion2 ? .xliff2 : .xliff1
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
      source = attribute("srcLang") ?? ""
      target = attribute("trgLang")
    }
    while true {
      switch try xml.next() {
      case .start where localName == "file":
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
      original = attribute("original") ?? attribute("id") ?? ""
    } else {
      original = attribute("original") ?? ""
      source = attribute("source-language") ?? ""
      target = attribute("target-language")
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
        switch localName {
        case "file": readFile()
        case "trans-unit" where !isVersion2: try readTransUnit()
        case "unit" where isVersion2: try readUnit()
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
  private func language(of target: String?, at place: SourcePosition) throws(FileError) -> String {
    if let language = target ?? self.target { return language }
    guard context.namesLanguages else {
      throw FileError(
        .malformed, "the target language is not known; name it with --target, or add target-language to <file>",
        at: filePosition)
    }
    if languageless != filePosition {
      languageless = filePosition
      tell("xliff-target-language", .meaning, "no target-language: tools ask for it, or refuse the file", filePosition)
    }
    return context.target.description
  }

  private func readContent(_ data: [String: String]? = nil) throws(FileError) -> [Inline] {
    let start = xml.eventStart
    var content: [Inline] = []
    while true {
      switch try xml.next() {
      case .text:
        let text = try xml.text()
        if case .text(let before)? = content.last {
          content[content.count - 1] = .text(before + text)
        } else {
          content.append(.text(text))
        }
      case .start:
        let place = xml.position
        let isOwn = xml.names.prefix[xml.element] == xml.names.prefix[xml.open[0]]
        let name = isOwn ? localName : xml.elementName
        var attributes = xml.attributeList()
        var inside = try readContent(data)
        if let data {
          XLIFFData.resolve(&attributes, &inside, data) { message in self.tell("xliff-data", .meaning, message, place) }
        }
        content.append(.code(name: name, attributes: attributes, content: inside))
      case .end, .finish: return content
      }
      if xml.cursor - start > context.limits.segmentBytes {
        throw xml.limit(
          .segmentBytes, "a segment of more than \(context.limits.segmentBytes) bytes", at: xml.eventStart)
      }
    }
  }

  // MARK: 1.x

  private func readTransUnit() throws(FileError) {
    position = xml.position
    let id = attribute("id") ?? ""
    checkID(id, position)
    var remarks: [Remark] = [.property(type: "x-xliff-file", value: original)]
    for item in xml.attributeList() where item.name != "id" && item.name != "xml:space" {
      remarks.append(.property(type: "x-xliff-\(item.name)", value: item.value))
    }
    var sourceContent: [Inline] = []
    var segmented: [Inline]?
    var targetContent: [Inline]?
    var targetRemarks: [Remark] = []
    var targetLanguage: String?
    while true {
      switch try xml.next() {
      case .start:
        let place = xml.position
        let attributes = xml.attributeList()
        switch localName {
        case "source": sourceContent = try readContent()
        case "seg-source": segmented = try readContent()
        case "target":
          targetLanguage = try language(of: attribute("xml:lang"), at: place)
          for item in attributes where item.name != "xml:lang" {
            targetRemarks.append(.property(type: "x-xliff-\(item.name)", value: item.value))
            if item.name == "state", !Self.states1.contains(item.value), !item.value.hasPrefix("x-") {
              tell("xliff-state", .meaning, "unknown state '\(item.value)': kept, and taken as not reviewed", place)
            }
          }
          targetContent = try readContent()
        case "prop-group":
          for case .code("prop", let attributes, let content) in try readContent() {
            let type = attributes.first { $0.name == "prop-type" }?.value ?? ""
            remarks.append(.property(type: type, value: TBXData.text(content)))
          }
        default: remarks.append(try remark(attributes))
        }
      case .text: continue
      case .end, .finish:
        give(
          id, remarks, segments(sourceContent, segmented, targetContent),
          (targetLanguage ?? target ?? "", targetRemarks))
        return
      }
    }
  }

  private func remark(_ attributes: [Attribute]) throws(FileError) -> Remark {
    let isNote = localName == "note"
    let name = xml.names.prefix[xml.element] == xml.names.prefix[xml.open[0]] ? localName : xml.elementName
    let content = try readContent()
    return isNote
      ? .note(TBXData.text(content), attributes: attributes)
      : .element(name: name, attributes: attributes, content: content)
  }

  private typealias Pair = (id: String, source: [Inline], target: [Inline]?, remarks: [Remark])

  /// The segments of a unit of 1.x: by the marks of `seg-source`, else the whole.
  private func segments(_ source: [Inline], _ segmented: [Inline]?, _ target: [Inline]?) -> [Pair] {
    let marks = XLIFFData.segments(segmented ?? [])
    guard !marks.isEmpty else { return [("", source, target, [])] }
    let targets = XLIFFData.segments(target ?? [])
    return marks.map { mark in
      let match = targets.first { $0.mid == mark.mid }?.content
      return (mark.mid, mark.content, match ?? (marks.count == 1 && targets.isEmpty ? target : nil), [])
    }
  }

  private func give(
    _ id: String, _ remarks: [Remark], _ pairs: [Pair], _ side: (language: String, remarks: [Remark])
  ) {
    var units: [TranslationUnit] = []
    for (index, pair) in pairs.enumerated() {
      let segment = pair.id.isEmpty || pairs.count == 1 ? id : "\(id)_\(pair.id)"
      var variants = [Variant(language: source, content: pair.source)]
      if let target = pair.target {
        variants.append(Variant(language: side.language, remarks: side.remarks + pair.remarks, content: target))
      }
      // What is said of the unit is said once.
      let own =
        index == 0 ? remarks : remarks.filter { if case .property("x-xliff-file", _, _) = $0 { true } else { false } }
      units.append(
        TranslationUnit(
          attributes: segment.isEmpty ? [] : [Attribute("tuid", segment)], remarks: own, variants: variants
        ).unflattened)
    }
    waiting = units.reversed()
  }

  // MARK: 2.x

  private func readUnit() throws(FileError) {
    position = xml.position
    let id = attribute("id") ?? ""
    checkID(id, position)
    var remarks: [Remark] = [.property(type: "x-xliff-file", value: original)]
    for item in xml.attributeList() where item.name != "id" && item.name != "xml:space" {
      remarks.append(.property(type: "x-xliff-\(item.name)", value: item.value))
    }
    var data: [String: String] = [:]
    var pairs: [Pair] = []
    var language = target ?? ""
    while true {
      switch try xml.next() {
      case .start:
        let attributes = xml.attributeList()
        switch localName {
        case "originalData":
          for case .code(_, let attributes, let content) in try readContent() {
            if let id = attributes.first(where: { $0.name == "id" })?.value { data[id] = TBXData.text(content) }
          }
        case "notes":
          for case .code("note", let attributes, let content) in try readContent() {
            remarks.append(.note(TBXData.text(content), attributes: attributes))
          }
        case "segment", "ignorable":
          let isSegment = localName == "segment"
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
  ) throws(FileError) -> Pair {
    let place = xml.position
    var pair: Pair = ("", [], nil, [])
    for item in attributes {
      if item.name == "id" {
        pair.id = item.value
      } else {
        pair.remarks.append(.property(type: "x-xliff-\(item.name)", value: item.value))
      }
      if item.name == "state", !Self.states2.contains(item.value) {
        tell("xliff-state", .meaning, "unknown state '\(item.value)': kept, and taken as not reviewed", place)
      }
    }
    while true {
      switch try xml.next() {
      case .start where localName == "source": pair.source = try readContent(data)
      case .start where localName == "target":
        language = try self.language(of: attribute("xml:lang"), at: xml.position)
        if let order = attribute("order") { pair.remarks.append(.property(type: "x-xliff-order", value: order)) }
        pair.target = try readContent(data)
      case .start: _ = try readContent()
      case .text: continue
      case .end, .finish: return pair
      }
    }
  }
}
