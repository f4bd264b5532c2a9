internal import Bitext
internal import Files
internal import Markup

/// Reads a termbase, one concept at a time: TBX v2 (`tig` and `ntig`), v3 in DCA and DCT style, and TBX-Min.
///
/// Elements are known by their local names, data categories by their names, whatever the style; unknown ones are kept.
/// Source: ISO 30042:2008 and ISO 30042:2019.
final class TBXReader: ExchangeReader {
  private var xml: XMLScanner
  private let context: ReadingContext
  private(set) var position: SourcePosition
  private var header = GlossaryHeader()
  private var gaveHeader = false
  private var ids: Set<String> = []
  private var targets: [(id: String, place: SourcePosition)] = []
  private var isAtEnd = false
  /// The sections of `<back>`, under their names of v3.
  private var references: [Inline] = []
  /// Ids and cross references are remembered up to this many.
  private static let maximumIDs = 1 << 20

  private static let concepts: Set<String> = ["conceptEntry", "termEntry", "entry"]
  private static let sections: Set<String> = ["langSec", "langSet", "langGroup"]
  private static let terms: Set<String> = ["termSec", "tig", "ntig", "termGroup"]

  init(_ input: PrefixedSource, context: ReadingContext) throws(FileError) {
    self.context = context
    position = SourcePosition(file: input.name)
    xml = XMLScanner(try XMLEncoding.open(input, context: context), limits: context.limits)
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
      return .glossary(header)
    }
    while !isAtEnd {
      do throws(FileError) {
        if let entry = try readNext() { return .entry(entry) }
        isAtEnd = true
        checkTargets()
        if !references.isEmpty { return .references(references) }
      } catch {
        guard context.salvages, error.reason != .file, error.reason != .unsupported else { throw error }
        let isEntry = isInEntry
        isInEntry = false
        tell(
          "tbx-damaged", .schema, "\(isEntry ? "left out" : "passed over"): \(error.message)", at: error.position,
          effect: isEntry ? .dropped : .kept)
        // The root, text and body stay open.
        let path = Array(xml.open.prefix(root == "TBX" ? 2 : 3))
        let prefix = xml.rootPrefix < 0 ? "" : "\(xml.names.spelt[xml.rootPrefix]):"
        do throws(FileError) {
          isAtEnd = try !xml.resume(at: Array((prefix + element).utf8), in: path)
        } catch { isAtEnd = true }
      }
    }
    return nil
  }

  private var root = ""
  /// Whether a concept was begun and not given yet.
  private var isInEntry = false
  private var element: String { root == "tbx" ? "conceptEntry" : root == "TBX" ? "entry" : "termEntry" }

  private func tell(
    _ id: String, _ level: Finding.Level, _ message: String, at place: SourcePosition,
    effect: Finding.Effect = .kept
  ) {
    context.tell(id, level, message, at: place, effect: effect)
  }

  private func readContent() throws(FileError) -> [Inline] { try xml.content(own: nil, what: "an element") }

  private func readHead() throws(FileError) {
    if context.validates { xml.schema = SchemaCheck([.tbx3, .tbx2, .tbxMin], context: context) }
    guard try xml.next() == .start else { return }
    root = xml.localName
    guard ["martif", "tbx", "TBX"].contains(root) else {
      let hint = ExchangeFormats.hint(forRoot: root)
      throw FileError(.malformed, "the root is <\(root)>, not <tbx> or <martif>; \(hint)", at: xml.position)
    }
    if context.salvages { xml.unit = xml.names.number(element) }
    if root == "tbx", xml.attribute(named: "xmlns") == nil, xml.names.prefix[xml.element] < 0 {
      tell(
        "tbx-namespace", .schema, "no namespace (urn:iso:std:iso:30042:ed-2): strict tools refuse the file",
        at: xml.position)
    }
    for name in ["type", "style", "dialect", "xml:lang"] {
      if let value = xml.attribute(named: name) { header.attributes.append(Attribute(name, value)) }
    }
    while true {
      switch try xml.next() {
      case .start:
        if xml.localName == "body" { return }
        switch xml.localName {
        case "languages":
          header.sourceLanguage = xml.attribute(named: "source")
          header.targetLanguage = xml.attribute(named: "target")
        case "fileDesc", "encodingDesc", "revisionDesc":
          let (name, attributes) = (xml.localName, xml.attributeList())
          let content = try readContent()
          header.description.append(.code(name: name, attributes: attributes, content: content))
          if header.title.isEmpty { header.title = TBXData.title(content) }
        case "title": if header.title.isEmpty { header.title = try readContent().text.trimmed }
        default: continue
        }
      case .text, .end: continue
      case .finish:
        isAtEnd = true
        return
      }
    }
  }

  private func readNext() throws(FileError) -> ConceptEntry? {
    while true {
      switch try xml.next() {
      case .start where Self.concepts.contains(xml.localName):
        isInEntry = true
        let entry = try readEntry()
        isInEntry = false
        return entry
      case .start where xml.localName == "back": try readBack()
      case .start: try xml.skipElement()
      case .text, .end: continue
      case .finish: return nil
      }
    }
  }

  private func readBack() throws(FileError) {
    for case .code(let name, let attributes, let content) in try readContent() {
      if name == "refObjectSec" || name == "refObjectList" {
        references.append(.code(name: "refObjectSec", attributes: attributes, content: content))
        for case .code("refObject", let attributes, _) in content where ids.count < Self.maximumIDs {
          if let id = attributes.value("id") { ids.insert(id) }
        }
      }
    }
  }

  private func readEntry() throws(FileError) -> ConceptEntry {
    position = xml.position
    var entry = ConceptEntry(id: xml.attribute(named: "id") ?? "", position: position)
    if !entry.id.isEmpty, ids.count < Self.maximumIDs, !ids.insert(entry.id).inserted {
      tell(
        "tbx-id-twice", .meaning, "a second concept with id '\(entry.id)': references to it are ambiguous", at: position
      )
    }
    while true {
      switch try xml.next() {
      case .start where Self.sections.contains(xml.localName):
        if let section = try readSection() { entry.languages.append(section) }
      case .start:
        try xml.refuseNestedUnit()
        entry.data += try readDatum()
      case .text: continue
      case .end, .finish: return entry
      }
    }
  }

  private func readSection() throws(FileError) -> LanguageSection? {
    let place = xml.position
    let language = xml.attribute(named: "xml:lang") ?? xml.attribute(named: "lang")
    var section = LanguageSection(language: language ?? "", terms: [])
    while true {
      switch try xml.next() {
      case .start where Self.terms.contains(xml.localName):
        if let term = try readTerm() { section.terms.append(term) }
      case .start:
        try xml.refuseNestedUnit()
        section.data += try readDatum()
      case .text: continue
      case .end, .finish:
        guard let language else {
          let message = "terms without a language: left out"
          tell("tbx-language-missing", .meaning, message, at: place, effect: .dropped)
          return nil
        }
        if LanguageTag(language) == nil {
          tell(
            "tbx-language", .meaning, "'\(language)' is no BCP 47 tag: tools that compare tags do not find it",
            at: place)
        }
        if section.terms.isEmpty { tell("tbx-no-term", .meaning, "a language without a term", at: place) }
        return section
      }
    }
  }

  private func readTerm() throws(FileError) -> TermEntry? {
    var place = xml.position
    var term = TermEntry("")
    // `ntig` holds its term one level deeper, in `termGrp`.
    var depth = 1
    while depth > 0 {
      switch try xml.next() {
      case .start where xml.localName == "term":
        place = xml.position
        term.text = try readContent().text
      case .start where xml.localName == "termGrp": depth += 1
      case .start:
        try xml.refuseNestedUnit()
        term.data += try readDatum()
      case .text: continue
      case .end: depth -= 1
      case .finish: depth = 0
      }
    }
    guard !term.text.trimmed.isEmpty else {
      tell("tbx-term-empty", .meaning, "an empty term: left out", at: place, effect: .dropped)
      return nil
    }
    term.text = term.text.trimmed
    if let mark = term.data.firstIndex(where: { $0.category == "statusForbidden" }) {
      term.data.remove(at: mark)
      if let status = term.data.firstIndex(where: { $0.category == "administrativeStatus" }) {
        term.data[status].value = TermStatus.forbidden.rawValue
      }
    }
    if let status = term.value("administrativeStatus"), TermStatus(spelling: status) == nil {
      tell("tbx-status", .meaning, "unknown status '\(status)': kept, but tools ignore it", at: place)
    }
    return term
  }

  // MARK: Data categories

  /// The data of the element whose start was just read.
  private func readDatum() throws(FileError) -> [TermDatum] {
    let place = xml.position
    let name = xml.localName
    let attributes = xml.attributeList()
    let content = try readContent()
    let data = TBXData.data(name, attributes, content)
    for datum in data { note(datum, at: place) }
    return data
  }

  private func note(_ datum: TermDatum, at place: SourcePosition) {
    if datum.category == "crossReference", let target = datum.attributes.value("target"),
      targets.count < Self.maximumIDs
    {
      targets.append((target, place))
    }
    for detail in datum.details { note(detail, at: place) }
  }

  private func checkTargets() {
    guard ids.count < Self.maximumIDs else { return }
    for target in targets where !ids.contains(target.id) {
      tell(
        "tbx-reference", .meaning, "no concept has the id '\(target.id)': the reference leads nowhere", at: target.place
      )
    }
  }
}
