internal import Bitext
internal import Files
internal import Markup

/// Writes a termbase as TBX-Basic: v3 in DCA style, or v2 for tools that read nothing newer.
///
/// Data categories outside TBX-Basic are counted as lost, but for those of the concept table, which go into marked notes
/// (`corridor:kind=place`) and come back from them. Source: ISO 30042:2019 and 30042:2008; TBX-Basic, LTAC Global.
final class TBXWriter: ExchangeWriter {
  private let output: OutputBox
  private(set) var losses = Losses()
  /// Ids written, and ids referred to, of any element.
  private var written: Set<String> = []
  private var targets: Set<String> = []
  private var count = 0
  private var hasConcepts = false
  /// What goes into `<back>`.
  private var references: [Inline] = []

  /// The element of each category of TBX-Basic.
  private static let elements: [String: String] = [
    "context": "descrip", "definition": "descrip", "subjectField": "descrip", "customerSubset": "admin",
    "projectSubset": "admin", "source": "admin", "crossReference": "ref", "externalCrossReference": "xref",
    "xGraphic": "xref", "transactionType": "transac", "note": "note",
  ]
  private static let termNotes: Set<String> = [
    "administrativeStatus", "grammaticalGender", "geographicalUsage", "partOfSpeech", "termLocation", "termType",
  ]
  /// Categories of ours that are kept in marked notes.
  private static let marked: Set<String> = [
    ConceptEntry.Category.kind, ConceptEntry.Category.importance, ConceptEntry.Category.letterCase, "grammaticalNumber",
    "validFrom", "validUntil", "statusForbidden",
  ]

  /// The output in a box: a class cannot hand out a part of itself that may not be copied while it changes itself.
  private final class OutputBox {
    var xml: XMLOutput
    init(_ sink: any ByteSink, _ characters: UnwritableCharacters) { xml = XMLOutput(sink, characters: characters) }
  }

  private let names: TBXNames

  init(_ sink: any ByteSink, _ options: WritingOptions) {
    output = OutputBox(sink, options.characters)
    names = options.tbxVersion == "2" ? .v2 : .v3
  }

  func write(_ item: ExchangeItem) throws(FileError) {
    switch item {
    case .glossary(let header): try writeHead(header)
    case .entry(let entry): try write(entry)
    case .references(let sections): references = sections
    default: losses.add(item.lossName)
    }
  }

  func finish() throws(FileError) {
    // The schema has no termbase without a concept; tools that check it refuse the file.
    if !hasConcepts { losses.add("validity: TBX asks for at least one concept") }
    output.xml.raw("</body>")
    let sections = TBXFrame.references(references, names, &written, &losses)
    // What a reference leads to must be in the file.
    let missing = targets.subtracting(written).sorted()
    if !sections.isEmpty || !missing.isEmpty {
      output.xml.raw("<back>\n")
      try output.xml.inline(sections)
      if !missing.isEmpty { try output.xml.inline([TBXFrame.standIns(missing, names)]) }
      output.xml.raw("\n</back>")
    }
    output.xml.raw("</text>\n")
    try output.xml.end(names.root)
    output.xml.raw("\n")
    try output.xml.flush()
    losses.add("character that XML cannot hold", output.xml.replaced)
  }

  private func writeHead(_ header: GlossaryHeader) throws(FileError) {
    output.xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    let language = header.attributes.value("xml:lang") ?? header.sourceLanguage ?? "en"
    try output.xml.start(names.root, names.rootAttributes(language))
    output.xml.raw("\n")
    try output.xml.start(names.header)
    try output.xml.inline(TBXFrame.head(header, names, &losses))
    try output.xml.end(names.header)
    output.xml.raw("\n<text><body>\n")
  }

  private func write(_ entry: ConceptEntry) throws(FileError) {
    count += 1
    let sections = entry.languages.filter { !$0.terms.isEmpty }
    guard !sections.isEmpty else { return losses.add("concept without a term") }
    hasConcepts = true
    output.xml.subject = "concept \(count)\(entry.id.isEmpty ? "" : " ('\(entry.id)')")"
    try output.xml.start(names.concept, [Attribute("id", unique(entry.id))])
    output.xml.raw("\n")
    for datum in entry.data { try writeAuxiliary(datum) }
    for section in sections {
      try output.xml.start(names.language, [Attribute("xml:lang", section.language)])
      output.xml.raw("\n")
      for datum in section.data { try writeAuxiliary(datum) }
      for term in section.terms { try write(term) }
      try output.xml.end(names.language)
      output.xml.raw("\n")
    }
    try output.xml.end(names.concept)
    output.xml.raw("\n")
    try output.xml.flushIfFull()
  }

  private func write(_ term: TermEntry) throws(FileError) {
    try output.xml.start(names.term)
    output.xml.raw("\n")
    try output.xml.element("term", text: term.text)
    output.xml.raw("\n")
    var isForbidden = false
    for datum in term.data where Self.termNotes.contains(datum.category) {
      var datum = datum
      if datum.category == "administrativeStatus" {
        isForbidden = TermStatus(spelling: datum.value) == .forbidden
        datum.value = Self.status(datum.value)
      }
      if datum.category == "partOfSpeech", datum.value == "proper" { datum.value = "properNoun" }
      if !names.groupsTermNotes {
        for detail in datum.details { losses.add("detail \(detail.category) of \(datum.category)") }
      }
      if datum.details.isEmpty || !names.groupsTermNotes {
        try writeLeaf("termNote", datum)
      } else {
        output.xml.raw("<termNoteGrp>")
        try writeLeaf("termNote", datum)
        for detail in datum.details { try writeAuxiliary(detail) }
        output.xml.raw("</termNoteGrp>\n")
      }
    }
    for datum in term.data where !Self.termNotes.contains(datum.category) { try writeAuxiliary(datum) }
    // TBX has no word for it: deprecated, with a note that says more.
    if isForbidden { try writeMarked("statusForbidden", "forbidden") }
    try output.xml.end(names.term)
    output.xml.raw("\n")
  }

  /// A datum that may stand in a concept, a language or a term.
  private func writeAuxiliary(_ datum: TermDatum) throws(FileError) {
    if datum.category == "statusForbidden" { return }
    if Self.marked.contains(datum.category) { return try writeMarked(datum.category, datum.value) }
    if datum.category == ConceptEntry.Category.relation {
      return try writeLeaf("ref", TermDatum("crossReference", datum.value, attributes: datum.attributes))
    }
    if datum.category == "date" { return losses.add("data category date") }
    guard let element = Self.elements[datum.category] else {
      losses.add("data category \(datum.category)")
      for detail in datum.details { losses.add("data category \(detail.category)") }
      return
    }
    if element == "xref", let target = datum.attributes.value("target"),
      !Self.isAddress(target)
    {
      losses.add("data category \(datum.category)")
      return try writeLeaf("note", TermDatum("note", datum.value == target ? target : "\(datum.value): \(target)"))
    }
    if element == "xref", !datum.attributes.contains(where: { $0.name == "target" }) {
      return losses.add("data category \(datum.category)")
    }
    var kept: [TermDatum] = []
    for detail in datum.details {
      if Self.mayStand(detail, in: element) {
        kept.append(detail)
      } else {
        losses.add("detail \(detail.category) of \(datum.category)")
      }
    }
    let group = ["descrip": "descripGrp", "admin": "adminGrp", "transac": "transacGrp"][element]
    guard let group, !kept.isEmpty || element == "transac" else { return try writeLeaf(element, datum) }
    try output.xml.start(group)
    try writeLeaf(element, datum)
    for detail in kept { try writeDetail(detail) }
    try output.xml.end(group)
    output.xml.raw("\n")
  }

  /// What TBX-Basic lets stand beside the main element of a group.
  private static func mayStand(_ detail: TermDatum, in element: String) -> Bool {
    guard detail.details.isEmpty else { return false }
    return switch detail.category {
    case "note": element != "ref" && element != "xref" && element != "note"
    case "source", "customerSubset", "projectSubset": element == "descrip"
    case "responsibility": element == "transac"
    case "date": element == "transac" && isDate(detail.value)
    case "crossReference": ["descrip", "admin", "transac"].contains(element)
    case "externalCrossReference", "xGraphic":
      ["descrip", "admin", "transac"].contains(element)
        && detail.attributes.contains { $0.name == "target" && isAddress($0.value) }
    default: false
    }
  }

  private func writeDetail(_ detail: TermDatum) throws(FileError) {
    switch detail.category {
    case "date": try output.xml.element("date", text: detail.value)
    case "responsibility": try writeLeaf("transacNote", detail)
    default: try writeLeaf(Self.elements[detail.category] ?? "note", detail)
    }
  }

  private func writeLeaf(_ element: String, _ datum: TermDatum) throws(FileError) {
    var attributes: [Attribute] = element == "note" ? [] : [Attribute("type", datum.category)]
    let allowed =
      element == "note"
      ? ["id", "xml:lang"] : element == "xref" ? ["id", "target"] : ["id", "xml:lang", "target", "datatype"]
    for item in datum.attributes {
      let isID = item.name == "id" || (item.name == "target" && element != "xref")
      if !allowed.contains(item.name) || (item.name == "xml:lang" && LanguageTag(item.value) == nil)
        || (item.name == "id" && (Self.identifier(item.value) != item.value || !written.insert(item.value).inserted))
      {
        losses.add("attribute \(item.name) of \(datum.category)")
      } else {
        let value = isID ? Self.identifier(item.value) : item.value
        if isID, item.name == "target" { targets.insert(value) }
        attributes.append(Attribute(item.name, value))
      }
    }
    try output.xml.element(element, attributes, text: datum.value)
    output.xml.raw("\n")
  }

  /// A web address as TBX-Basic asks for one: `https?://`, and nothing that a URI does not hold.
  private static func isAddress(_ text: String) -> Bool {
    guard let scheme = ["http://", "https://"].first(where: { text.hasPrefix($0) }) else { return false }
    let rest = text.utf8.dropFirst(scheme.utf8.count)
    let isHost = rest.first.map { $0 >= UInt8(ascii: "0") } ?? false
    return isHost && rest.allSatisfy { $0 > .space && $0 < 0x7F && !"<>\"{}|\\^`%[]".utf8.contains($0) }
  }

  private func writeMarked(_ category: String, _ value: String) throws(FileError) {
    try output.xml.element("note", text: "\(TBXData.mark)\(category)=\(value)")
    output.xml.raw("\n")
  }

  private static func status(_ spelt: String) -> String {
    if spelt.hasSuffix("-admn-sts") { return spelt }
    return switch TermStatus(spelling: spelt) {
    case .preferred: "preferredTerm-admn-sts"
    case .admitted: "admittedTerm-admn-sts"
    case .deprecated, .forbidden: "deprecatedTerm-admn-sts"
    case .superseded: "supersededTerm-admn-sts"
    case nil: spelt
    }
  }

  /// `xs:date` without a time zone.
  private static func isDate(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else { return false }
    let digits = [0, 1, 2, 3, 5, 6, 8, 9].map { bytes[$0] }
    guard digits.allSatisfy({ $0.isDigit }) else { return false }
    let compact = text.filter { $0 != "-" }
    return TimeStamp.isStrict("\(compact)T000000Z")
  }

  /// The id as XML has ids: a name without a colon.
  static func identifier(_ id: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in id.unicodeScalars {
      let isAllowed = scalar != ":" && XMLCharacters.isNamePart(scalar)
      if scalars.isEmpty, !isAllowed || !XMLCharacters.isNameStart(scalar) {
        scalars.append(contentsOf: "c-".unicodeScalars)
      }
      scalars.append(isAllowed ? scalar : "_")
    }
    return scalars.isEmpty ? "c" : String(scalars)
  }

  /// The id of a concept, told from those before it.
  private func unique(_ id: String) -> String {
    let base = id.isEmpty ? "c\(count)" : Self.identifier(id)
    if base != id, !id.isEmpty { losses.add("spelling of id") }
    var candidate = base
    var number = 2
    while !written.insert(candidate).inserted {
      candidate = "\(base)-\(number)"
      number += 1
    }
    return candidate
  }
}
