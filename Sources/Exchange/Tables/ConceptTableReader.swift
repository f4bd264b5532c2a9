internal import Bitext
internal import Files
internal import Rules

/// Reads one concept table. Values that recur (ids, languages, statuses) are looked up by their bytes, so that a row makes
/// few strings besides its term.
struct ConceptTableReader {
  private var rows: DelimitedRows
  private let file: String
  private var faults: [RulesError] = []
  /// Column numbers in the order of `ConceptTable.columns`; nil where the table has none.
  private var columns: [Int?] = []
  private var width = 0
  /// Whether the required columns come first, so that a row may end after them: what `terms extract` gives can be pasted.
  private var endsEarly = false
  private var drafts: [Draft] = []
  private var draftOfID: [String: Int] = [:]
  private var languages: [ArraySlice<UInt8>: LanguageTag?] = [:]

  private struct Draft {
    let id: String
    let kind: Concept.Kind
    let position: SourcePosition
    var terms: [Term] = []
    var relations: [Relation] = []
    var importance: Concept.Importance?
  }

  /// Places in `ConceptTable.columns`.
  private enum Column: Int {
    case concept, lang, term, status, kind, note, pos, number, source, from, until, relations, importance, `case`
  }

  init(_ text: String, file: String) {
    rows = DelimitedRows(text, file: file)
    self.file = file
  }

  mutating func concepts() throws(RulesErrors) -> [Concept] {
    do throws(RulesErrors) {
      try readRows()
    } catch {
      // What cannot be split into fields ends the reading, but not the report of what stands before it.
      faults += error.faults
    }
    guard faults.isEmpty else { throw RulesErrors(faults) }
    return drafts.map {
      Concept(
        id: $0.id, kind: $0.kind, terms: $0.terms, relations: $0.relations, importance: $0.importance ?? .normal,
        position: $0.position)
    }
  }

  private mutating func readRows() throws(RulesErrors) {
    var row = DelimitedRows.Row()
    guard try rows.nextRow(&row) else { return }
    readHeader(row)
    guard faults.isEmpty else { return }
    var lastID: ArraySlice<UInt8> = []
    var lastDraft = -1
    while try rows.nextRow(&row) {
      guard row.count == width || (endsEarly && row.count == ConceptTable.required.count) else {
        fault("\(row.count) fields where the header has \(width); quote a field that holds a comma", row, 0)
        continue
      }
      let id = rows.bytes(columns[0] ?? 0, of: row)
      if lastDraft < 0 || id != lastID {
        lastDraft = draft(of: row) ?? -1
        lastID = id
        if lastDraft < 0 { continue }
      } else {
        checkKind(row, drafts[lastDraft])
      }
      if let term = term(of: row) { drafts[lastDraft].terms.append(term) }
      if let column = columns[Column.relations.rawValue], !rows.isEmpty(column, of: row) {
        addRelations(rows.text(column, of: row), row, column, to: lastDraft)
      }
      if let column = columns[Column.importance.rawValue], !rows.isEmpty(column, of: row) {
        setImportance(row, of: lastDraft)
      }
    }
  }

  private mutating func readHeader(_ row: DelimitedRows.Row) {
    width = row.count
    let names = (0..<width).map { trimmed(rows.text($0, of: row)) }
    for (index, name) in names.enumerated() where !name.isEmpty && names[..<index].contains(name) {
      fault("column '\(name)' stands twice; keep one", row, index)
    }
    columns = ConceptTable.columns.map { name in names.firstIndex(of: name) }
    endsEarly = Array(names.prefix(ConceptTable.required.count)) == ConceptTable.required
    let missing = ConceptTable.required.filter { !names.contains($0) }
    if !missing.isEmpty {
      let list = missing.map { "'\($0)'" }.joined(separator: ", ")
      let needed = ConceptTable.required.joined(separator: ",")
      fault("column \(list) is missing; the first row must name \(needed)", row, 0)
    }
  }

  /// The number of the concept that the row belongs to, begun where it is new; nil where the row names none.
  private mutating func draft(of row: DelimitedRows.Row) -> Int? {
    let id = text(.concept, row)
    guard !id.isEmpty else {
      fault("the concept is empty; give its id", row, .concept)
      return nil
    }
    if let known = draftOfID[id] {
      checkKind(row, drafts[known])
      return known
    }
    let spelt = text(.kind, row)
    let kind = spelt.isEmpty ? .term : Concept.Kind(rawValue: spelt)
    if kind == nil { unknown("kind", spelt, Concept.Kind.allCases.map(\.rawValue), row, .kind) }
    let position = rows.position(columns[0] ?? 0, of: row)
    drafts.append(Draft(id: id, kind: kind ?? .term, position: position))
    draftOfID[id] = drafts.count - 1
    return drafts.count - 1
  }

  private mutating func checkKind(_ row: DelimitedRows.Row, _ draft: Draft) {
    let column = columns[Column.kind.rawValue] ?? 0
    let bytes = rows.bytes(column, of: row)
    guard !bytes.isEmpty, !bytes.elementsEqual(draft.kind.rawValue.utf8) else { return }
    let spelt = text(.kind, row)
    guard !spelt.isEmpty, spelt != draft.kind.rawValue else { return }
    if Concept.Kind(rawValue: spelt) == nil {
      unknown("kind", spelt, Concept.Kind.allCases.map(\.rawValue), row, .kind)
    } else {
      let first = "'\(draft.kind.rawValue)' at \(draft.position)"
      fault("concept '\(draft.id)' is of kind '\(spelt)' here and \(first); write one kind", row, .kind)
    }
  }

  private mutating func term(of row: DelimitedRows.Row) -> Term? {
    let language = language(of: row)
    let spelling = text(.term, row)
    if spelling.isEmpty { fault("the term is empty; write it or delete the row", row, .term) }
    let speltStatus = text(.status, row)
    let status = speltStatus.isEmpty ? .preferred : TermStatus(rawValue: speltStatus)
    if status == nil { unknown("status", speltStatus, TermStatus.allCases.map(\.rawValue), row, .status) }
    let speltCase = text(.case, row)
    let letterCase = Term.LetterCase(rawValue: speltCase)
    if letterCase == nil, !speltCase.isEmpty {
      unknown("case", speltCase, Term.LetterCase.allCases.map(\.rawValue), row, .case)
    }
    guard let language, let status, !spelling.isEmpty else { return nil }
    return Term(
      language: language, text: spelling, status: status, note: text(.note, row), partOfSpeech: text(.pos, row),
      number: text(.number, row), source: text(.source, row), from: text(.from, row), until: text(.until, row),
      letterCase: letterCase,
      position: rows.position(columns[Column.term.rawValue] ?? 0, of: row))
  }

  private mutating func language(of row: DelimitedRows.Row) -> LanguageTag? {
    let bytes = rows.bytes(columns[Column.lang.rawValue] ?? 0, of: row)
    if let known = languages[bytes], let tag = known { return tag }
    let spelt = text(.lang, row)
    let tag = LanguageTag(spelt)
    // A copy of the few bytes: a slice would keep the whole table alive.
    languages[ArraySlice(Array(bytes))] = .some(tag)
    if tag == nil {
      fault("'\(spelt)' is no language tag; write one of BCP 47, such as 'fr' or 'fr-CA'", row, .lang)
    }
    return tag
  }

  private mutating func setImportance(_ row: DelimitedRows.Row, of draft: Int) {
    let spelt = text(.importance, row)
    guard let importance = Concept.Importance(rawValue: spelt) else {
      unknown("importance", spelt, Concept.Importance.allCases.map(\.rawValue), row, .importance)
      return
    }
    if let other = drafts[draft].importance, other != importance {
      fault(
        "concept '\(drafts[draft].id)' is \(other.rawValue) above and \(spelt) here; say it once", row, .importance)
    }
    drafts[draft].importance = importance
  }

  private mutating func addRelations(_ text: String, _ row: DelimitedRows.Row, _ column: Int, to draft: Int) {
    for part in text.parted(at: UInt8(ascii: ";")) where !part.isEmpty {
      let part = trimmed(String(part))
      guard !part.isEmpty else { continue }
      let halves = part.split(separator: ":", maxSplits: 1).map { trimmed(String($0)) }
      guard halves.count == 2, !halves[1].isEmpty else {
        fault("'\(part)' is no relation; write 'type:concept'", row, column)
        continue
      }
      guard let kind = Relation.Kind(rawValue: halves[0]) else {
        unknown("relation", halves[0], Relation.Kind.allCases.map(\.rawValue), row, .relations)
        continue
      }
      let relation = Relation(kind: kind, concept: halves[1])
      if !drafts[draft].relations.contains(relation) { drafts[draft].relations.append(relation) }
    }
  }

  /// A field without the white space round it; empty where the table lacks the column.
  private func text(_ column: Column, _ row: DelimitedRows.Row) -> String {
    guard let index = columns[column.rawValue] else { return "" }
    let bytes = rows.bytes(index, of: row)
    guard let first = bytes.first, let last = bytes.last else { return "" }
    let text = rows.text(index, of: row)
    // White space is ASCII or begins with one of these bytes; most fields have none at their ends.
    return Self.mayBeSpace(first) || Self.mayBeSpace(last) || last & 0x80 != 0 ? trimmed(text) : text
  }

  private static func mayBeSpace(_ byte: UInt8) -> Bool {
    byte <= .space || byte == 0xC2 || (0xE1...0xE3).contains(byte)
  }

  private func trimmed(_ text: String) -> String { text.trimmed }

  private mutating func unknown(
    _ what: String, _ spelt: String, _ known: [String], _ row: DelimitedRows.Row, _ column: Column
  ) {
    fault("unknown \(what) '\(spelt)'; known are \(known.joined(separator: ", "))", row, column)
  }

  private mutating func fault(_ message: String, _ row: DelimitedRows.Row, _ column: Column) {
    fault(message, row, columns[column.rawValue] ?? 0)
  }

  private mutating func fault(_ message: String, _ row: DelimitedRows.Row, _ field: Int) {
    faults.append(RulesError(message, at: rows.position(field, of: row)))
  }
}
