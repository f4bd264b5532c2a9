internal import Bitext
internal import Files
internal import Markup

/// The grammar of TMX over the scanner: what `TMXReader` is the face of.
///
/// A value, so that the scanner is reached without a check of exclusive access for every event.
struct TMXParser: ~Copyable {
  var xml: XMLScanner
  let context: ReadingContext
  private let names: Names
  /// The prefix of the root element as a number, -1 for none: elements with it are TMX's own.
  private var prefix = -1
  private var checks: TMXMeaning?
  private var variantPositions: [SourcePosition] = []
  var header = TMXHeader(attributes: [])
  var version = ""
  var position: SourcePosition
  var isAtEnd = false
  /// Whether the root was read and is that of a memory.
  private(set) var isTMX = false
  /// Whether something of a unit was read that was not given yet: what a fault then costs.
  private(set) var isUnitBegun = false
  /// Whether the last unit that was given has no variant: in a salvage what follows may be its own.
  private var wasEmpty = false
  /// The elements that are open between units.
  private var path: [Int] = []

  private struct Names {
    let tmx, header, body, tu, tuv, seg, prop, note, type, lang, xmlLang, version: Int
    init(_ names: inout XMLNames) {
      tmx = names.number("tmx")
      header = names.number("header")
      body = names.number("body")
      tu = names.number("tu")
      tuv = names.number("tuv")
      seg = names.number("seg")
      prop = names.number("prop")
      note = names.number("note")
      type = names.number("type")
      lang = names.number("lang")
      xmlLang = names.number("xml:lang")
      version = names.number("version")
    }
  }

  init(_ scanner: consuming XMLScanner, context: ReadingContext) {
    self.context = context
    position = SourcePosition(file: scanner.window.name)
    names = Names(&scanner.names)
    if context.validates {
      scanner.schema = SchemaCheck(.tmx14, context: context)
      checks = TMXMeaning(context: context)
    }
    if context.salvages {
      scanner.repair = { error in
        context.tell("xml-character", .schema, error.message, at: error.position, effect: .repaired)
      }
      scanner.unit = names.tu
    }
    scanner.remark = { message, place in context.tell("xml-prefix", .meaning, message, at: place) }
    path = [names.tmx, names.body]
    xml = scanner
  }

  private mutating func tell(
    _ id: String, _ level: Finding.Level, _ message: String, at place: SourcePosition? = nil,
    effect: Finding.Effect = .kept
  ) {
    context.tell(id, level, message, at: place ?? xml.position, effect: effect)
  }

  /// After a fault: goes on at the next unit, with `tmx` and `body` open.
  mutating func resume() {
    let unit = prefix < 0 ? "tu" : "\(xml.names.spelt[prefix]):tu"
    while true {
      do throws(FileError) {
        isAtEnd = try !xml.resume(at: Array(unit.utf8), in: path)
        return
      } catch {
        // Bytes that are no text, between units; the file itself may be read no further.
        guard TMXReader.mayResume(error), !xml.window.isAtEnd else {
          isAtEnd = true
          return
        }
        context.tell("tmx-damaged", .schema, "passed over: \(error.message)", at: error.position)
      }
    }
  }

  // MARK: Head

  mutating func readHead() throws(FileError) {
    guard try xml.next() == .start else { return }
    guard xml.local == names.tmx else {
      let hint = ExchangeFormats.hint(forRoot: xml.names.spelt[xml.local])
      throw xml.error(.malformed, "the root is <\(xml.elementName)>, not <tmx>; \(hint)", at: xml.eventStart)
    }
    isTMX = true
    prefix = xml.names.prefix[xml.element]
    version = xml.attribute(names.version) ?? ""
    if !["1.1", "1.2", "1.3", "1.4", "1.4a", "1.4b"].contains(version) {
      let message =
        version.isEmpty ? "the version is missing; read as 1.4" : "unknown version '\(version)'; read as 1.4"
      tell("tmx-version", .schema, message)
    }
    if !xml.declaredEntities.isEmpty {
      tell("xml-entities", .schema, "the document declares entities: none is read, expanded or fetched")
    }
    header.rootAttributes = xml.attributeList(except: names.version)
    while true {
      switch try xml.next() {
      case .start where xml.local == names.header:
        let attributes = xml.attributeList()
        header.attributes = attributes.filter { !$0.name.hasPrefix("xmlns") }
        addNamespaces(attributes)
        checks?.header(header, at: xml.position)
        header.remarks = try readRemarks()
      case .start where xml.local == names.body:
        addNamespaces(xml.attributeList())
        path = xml.open
        return
      case .start:
        tell("tmx-structure", .schema, "<\(xml.elementName)> before <body> is passed over")
        try xml.skipElement()
      case .text: reportStrayText("tmx")
      case .end:
        tell("tmx-no-body", .schema, "no <body>: the file holds no units")
        _ = try xml.next()
        isAtEnd = true
        return
      case .finish: return
      }
    }
  }

  /// Namespaces that the head or the body declares must stand on the root of what is written.
  private mutating func addNamespaces(_ attributes: [Attribute]) {
    header.rootAttributes += attributes.filter { item in
      item.name.hasPrefix("xmlns") && !header.rootAttributes.contains { $0.name == item.name }
    }
  }

  private mutating func readRemarks() throws(FileError) -> [Remark] {
    var remarks: [Remark] = []
    while true {
      switch try xml.next() {
      case .start: remarks.append(try readRemark())
      case .text: reportStrayText("header")
      case .end, .finish: return remarks
      }
    }
  }

  // MARK: Units

  mutating func readNext() throws(FileError) -> TranslationUnit? {
    isUnitBegun = false
    while true {
      switch try xml.next() {
      case .start where xml.local == names.tu:
        if let unit = try readUnit() {
          isUnitBegun = false
          wasEmpty = unit.variants.isEmpty
          return unit
        }
        isUnitBegun = false
      case .start where context.salvages && (xml.local == names.tuv || xml.local == names.seg):
        isUnitBegun = !wasEmpty
        wasEmpty = false
        throw xml.error(.malformed, "<\(xml.elementName)> outside a unit; put it into one", at: xml.eventStart)
      case .start:
        tell("tmx-structure", .schema, "<\(xml.elementName)> in <body> is passed over")
        try xml.skipElement()
      case .text: reportStrayText("body")
      case .end: break
      case .finish: return nil
      }
    }
  }

  /// The unit whose start was just read; nil where it cannot be used.
  private mutating func readUnit() throws(FileError) -> TranslationUnit? {
    position = xml.position
    let attributes = xml.attributeList()
    var remarks: [Remark] = []
    var variants: [Variant] = []
    variants.reserveCapacity(2)
    var isUsable = true
    variantPositions.removeAll(keepingCapacity: true)
    while true {
      switch try xml.next() {
      case .start where xml.local == names.tuv:
        isUnitBegun = true
        if let variant = try readVariant() { variants.append(variant) } else { isUsable = false }
      case .start:
        try xml.refuseNestedUnit()
        remarks.append(try readRemark())
      case .text:
        if context.salvages, !xml.textIsBlank { isUnitBegun = true }
        reportStrayText("tu")
      case .end, .finish:
        guard isUsable else { return nil }
        let unit = TranslationUnit(attributes: attributes, remarks: remarks, variants: variants)
        checks?.unit(unit, at: position, variantPositions: variantPositions)
        return unit
      }
    }
  }

  private mutating func readVariant() throws(FileError) -> Variant? {
    let start = context.validates || xml.attributes.count != 1 ? xml.position : nil
    if context.validates { variantPositions.append(xml.position) }
    let offset = xml.eventStart
    let language = xml.attribute(names.xmlLang)
    let old = xml.attribute(names.lang)
    let attributes = xml.attributes.count == 1 && (language ?? old) != nil ? [] : languageless(hasBoth: language != nil)
    if let language, let old, language != old {
      tell(
        "tmx-language-twice", .meaning, "xml:lang says '\(language)' and lang says '\(old)'; xml:lang is taken",
        at: start)
    }
    var remarks: [Remark] = []
    var content: [Inline]?
    var problem: String?
    var hasText = false
    while true {
      switch try xml.next() {
      case .start where xml.local == names.seg:
        if content != nil { problem = "a second <seg> in one <tuv>" }
        content = try xml.content(own: prefix)
      case .start:
        try xml.refuseNestedUnit()
        remarks.append(try readRemark())
      case .text:
        if !xml.textIsBlank { hasText = true }
      case .end, .finish:
        if let language = language ?? old, let content, problem == nil {
          if hasText { tell("tmx-stray-text", .schema, "text in <tuv> outside <seg> is passed over", at: start) }
          return Variant(language: language, attributes: attributes, remarks: remarks, content: content)
        }
        let reason =
          problem
          ?? (content == nil ? "<tuv> \(hasText ? "with text but " : "")without <seg>" : "<tuv> without a language")
        tell(
          "tmx-unusable", .schema, "\(reason): the unit is left out", at: start ?? xml.window.position(at: offset),
          effect: .dropped)
        return nil
      }
    }
  }

  /// The attributes of a variant besides the one that gives its language.
  private func languageless(hasBoth: Bool) -> [Attribute] {
    xml.attributeList(except: hasBoth ? names.xmlLang : names.lang)
  }

  /// A property, a note, or another element with all that is in it.
  private mutating func readRemark() throws(FileError) -> Remark {
    let local = xml.local
    let isOwn = xml.names.prefix[xml.element] == prefix
    let name = isOwn ? xml.names.spelt[local] : xml.elementName
    let type = xml.attribute(names.type)
    let attributes = xml.attributeList(except: local == names.prop ? names.type : -1)
    let content = try xml.content(own: prefix)
    if isOwn, let text = Self.onlyText(content) {
      if local == names.note { return .note(text, attributes: attributes) }
      if local == names.prop, let type { return .property(type: type, value: text, attributes: attributes) }
    }
    return .element(name: name, attributes: attributes, content: content)
  }

  private static func onlyText(_ content: [Inline]) -> String? {
    if content.isEmpty { return "" }
    if content.count == 1, case .text(let text) = content[0] { return text }
    return nil
  }

  private mutating func reportStrayText(_ element: String) {
    guard !xml.textIsBlank else { return }
    tell("tmx-stray-text", .schema, "text in <\(element)> is passed over", at: xml.visibleTextPosition)
  }
}
