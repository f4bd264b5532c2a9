public import Bitext

/// Reads a translation memory, TMX 1.1 to 1.4b, one unit at a time, holding only that one.
///
/// UTF-8, UTF-16 and the encodings that the declaration may name; plain, gzip or zip. Everything is kept as it stands:
/// attributes and inline elements known and unknown, properties and notes in order, text to the last space, language tags
/// as spelt. What cannot be used (a variant without a language or segment) is left out with a finding.
///
/// Source: TMX 1.4b (LISA OSCAR, 2005), and 1.1 to 1.3 by their document types.
public final class TMXReader {
  private var xml: XMLScanner
  private let context: ReadingContext
  private let names: Names
  private var isAtEnd = false
  /// The prefix of the root element as a number, -1 for none: elements with it are TMX's own.
  private var prefix = -1
  private var checks: TMXMeaning?
  private var variantPositions: [SourcePosition] = []
  public private(set) var header = TMXHeader(attributes: [])
  /// The version that the file says it has; empty where it says none.
  public private(set) var version = ""
  /// Where the unit that `next()` gave starts.
  public private(set) var position: SourcePosition
  /// Units given so far.
  public private(set) var count = 0

  struct Names {
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

  /// Reads the head of the file.
  /// - Throws: `ExchangeError` where it is no TMX, or damaged before its first unit.
  public convenience init(_ source: any ByteSource, context: ReadingContext = ReadingContext()) throws(ExchangeError) {
    try self.init(try Container.open(source, context: context) { $0.lowercased().hasSuffix(".tmx") }, context: context)
  }

  init(_ input: PrefixedSource, context: ReadingContext) throws(ExchangeError) {
    self.context = context
    position = SourcePosition(file: input.name)
    var scanner = XMLScanner(try XMLEncoding.open(input), limits: context.limits)
    names = Names(&scanner.names)
    if context.validates {
      scanner.schema = SchemaCheck(.tmx14, context: context)
      checks = TMXMeaning(context: context)
    }
    if context.salvages {
      scanner.repair = { error in
        context.tell(Finding("xml-character", .schema, error.message, at: error.position, effect: .repaired))
      }
    }
    xml = scanner
    do throws(ExchangeError) { try readHead() } catch { throw hinted(error) }
  }

  /// The next unit, or nil at the end.
  /// - Throws: `ExchangeError` at the first damage. In a salvage the damaged unit is left out, and the next one is looked for.
  public func next() throws(ExchangeError) -> TranslationUnit? {
    while !isAtEnd {
      do throws(ExchangeError) {
        if let unit = try readNext() {
          count += 1
          return unit
        }
        isAtEnd = true
      } catch {
        guard context.salvages, case .malformed = error.reason else {
          if !context.salvages || !mayResume(error) { throw hinted(error) }
          try resume(error)
          continue
        }
        try resume(error)
      }
    }
    return nil
  }

  /// Whether what follows a fault may still be units: not so where the bytes themselves cannot be read.
  private func mayResume(_ error: ExchangeError) -> Bool {
    switch error.reason {
    case .malformed, .entity, .limit, .encoding: true
    default: false
    }
  }

  private func resume(_ error: ExchangeError) throws(ExchangeError) {
    context.tell(
      Finding("tmx-damaged", .schema, "left out: \(error.message)", at: error.position, effect: .dropped))
    // tmx and body stay open.
    do throws(ExchangeError) { isAtEnd = try !xml.resume(at: "tu", depth: 2) } catch { isAtEnd = true }
  }

  /// Says what stands before a fault, so that nobody gives up a memory for one bad character.
  private func hinted(_ error: ExchangeError) -> ExchangeError {
    switch error.reason {
    case .malformed, .entity, .encoding:
      let units = count == 1 ? "1 complete unit stands" : "\(count) complete units stand"
      return ExchangeError(
        error.reason, "\(error.message) (\(units) before it; --salvage keeps those)", at: error.position)
    default: return error
    }
  }

  private func tell(
    _ id: String, _ level: Finding.Level, _ message: String, at place: SourcePosition? = nil,
    effect: Finding.Effect = .kept
  ) {
    context.tell(Finding(id, level, message, at: place ?? xml.position, effect: effect))
  }

  // MARK: Head

  private func readHead() throws(ExchangeError) {
    guard try xml.next() == .start else { return }
    guard xml.local == names.tmx else {
      let hint = ExchangeFormats.hint(forRoot: xml.names.spelt[xml.local])
      throw xml.error(.malformed, "the root is <\(xml.elementName)>, not <tmx>; \(hint)", at: xml.eventStart)
    }
    prefix = xml.names.prefix[xml.element]
    version = xml.attribute(names.version) ?? ""
    if !["1.1", "1.2", "1.3", "1.4", "1.4a", "1.4b"].contains(version) {
      let message =
        version.isEmpty ? "the version is missing; read as 1.4" : "unknown version '\(version)'; read as 1.4"
      tell("tmx-version", .schema, message)
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
        return
      case .start:
        tell("tmx-structure", .schema, "<\(xml.elementName)> before <body> is passed over")
        try skipElement()
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
  private func addNamespaces(_ attributes: [Attribute]) {
    header.rootAttributes += attributes.filter { item in
      item.name.hasPrefix("xmlns") && !header.rootAttributes.contains { $0.name == item.name }
    }
  }

  private func readRemarks() throws(ExchangeError) -> [Remark] {
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

  private func readNext() throws(ExchangeError) -> TranslationUnit? {
    while true {
      switch try xml.next() {
      case .start where xml.local == names.tu:
        if let unit = try readUnit() { return unit }
      case .start:
        tell("tmx-structure", .schema, "<\(xml.elementName)> in <body> is passed over")
        try skipElement()
      case .text: reportStrayText("body")
      case .end: break
      case .finish: return nil
      }
    }
  }

  /// The unit whose start was just read; nil where it cannot be used.
  private func readUnit() throws(ExchangeError) -> TranslationUnit? {
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
        if let variant = try readVariant() { variants.append(variant) } else { isUsable = false }
      case .start: remarks.append(try readRemark())
      case .text: reportStrayText("tu")
      case .end, .finish:
        guard isUsable else { return nil }
        let unit = TranslationUnit(attributes: attributes, remarks: remarks, variants: variants)
        checks?.unit(unit, at: position, variantPositions: variantPositions)
        return unit
      }
    }
  }

  private func readVariant() throws(ExchangeError) -> Variant? {
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
        content = try readContent(from: xml.eventStart)
      case .start: remarks.append(try readRemark())
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
  private func readRemark() throws(ExchangeError) -> Remark {
    let local = xml.local
    let isOwn = xml.names.prefix[xml.element] == prefix
    let name = isOwn ? xml.names.spelt[local] : xml.elementName
    let type = xml.attribute(names.type)
    let attributes = xml.attributeList(except: local == names.prop ? names.type : -1)
    let content = try readContent(from: xml.eventStart)
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

  /// Text and elements up to the end of the element whose start was just read.
  private func readContent(from start: Int) throws(ExchangeError) -> [Inline] {
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
        let isOwn = xml.names.prefix[xml.element] == prefix
        let name = isOwn ? xml.names.spelt[xml.local] : xml.elementName
        let attributes = xml.attributeList()
        content.append(.code(name: name, attributes: attributes, content: try readContent(from: start)))
      case .end, .finish: return content
      }
      if xml.cursor - start > context.limits.segmentBytes {
        throw xml.limit(
          .segmentBytes, "a segment of more than \(context.limits.segmentBytes) bytes", at: xml.eventStart)
      }
    }
  }

  private func skipElement() throws(ExchangeError) {
    var depth = 1
    while depth > 0 {
      switch try xml.next() {
      case .start: depth += 1
      case .end: depth -= 1
      case .text: continue
      case .finish: return
      }
    }
  }

  private func reportStrayText(_ element: String) {
    guard !xml.textIsBlank else { return }
    tell("tmx-stray-text", .schema, "text in <\(element)> is passed over", at: xml.visibleTextPosition)
  }
}
