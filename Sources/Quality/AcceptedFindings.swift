package import Bitext
internal import Linguistics
package import Rules

/// Findings that a person has looked at and let stand, each with the reason: they are silent from then on.
///
/// A table (CSV) with the columns `check,from,lang,surface,expected,text,place,why`. An empty cell means any: a row with a `place`
/// silences one finding, one with a `text` a spelling in one text, one with `from` and `lang` a spelling in one pair of languages, and
/// one with neither a spelling for good. Spellings are compared without case, but with their accents, and a hashtag or handle is
/// not the word behind its mark. Rows are kept in order of the alphabet, so that what two people add merges line by
/// line; a heading that stands twice after a merge, and a row that does, are passed over.
package struct AcceptedFindings: Hashable, Sendable {
  /// How far an acceptance reaches.
  package enum Scope: String, Hashable, Sendable, CaseIterable { case place, text, pair, always }

  package struct Entry: Hashable, Sendable {
    /// "name-variant"; empty for any check.
    package var check = ""
    /// Language of the source; empty for any, and where a text is checked alone.
    package var from = ""
    /// Language of the text; empty for any.
    package var language = ""
    /// As the text has it, with the mark of a hashtag or handle; empty where something is missing.
    package var surface = ""
    /// What the finding wanted instead; empty for anything.
    package var expected = ""
    /// The text, by its path from the folder of the workspace; empty for any.
    package var text = ""
    /// The fingerprint of one finding; empty for any.
    package var place = ""
    package var why = ""
    /// Cells of columns that are not ours, in the order of the table.
    fileprivate(set) var others: [String] = []

    package init(
      check: String = "", from: String = "", language: String = "", surface: String = "", expected: String = "",
      text: String = "", place: String = "", why: String = ""
    ) {
      self.check = check
      self.from = from
      self.language = language
      self.surface = surface
      self.expected = expected
      self.text = text
      self.place = place
      self.why = why
    }

    fileprivate var cells: [String] { [check, from, language, surface, expected, text, place, why] + others }
    fileprivate var says: Bool { !(surface.isEmpty && expected.isEmpty && place.isEmpty) }
  }

  private static let columns = ["check", "from", "lang", "surface", "expected", "text", "place", "why"]

  package private(set) var entries: [Entry] = []
  /// Headings of columns that are not ours.
  private var otherColumns: [String] = []
  /// Numbers of entries by what they are looked up by: spelling, else what was expected, else the place.
  private var byKey: [String: [Int]] = [:]

  /// Nothing accepted.
  package init() {}

  /// - Throws: `RulesErrors` where no column tells what is accepted, or a row does not, with line and column.
  package init(text: String, file: String) throws(RulesErrors) {
    var rows = DelimitedRows(text, file: file)
    guard let head = try rows.next() else { return }
    let names = head.map(\.text)
    let places = Self.columns.map(names.firstIndex(of:))
    guard names.contains("surface") || names.contains("place") else {
      throw RulesErrors([RulesError("column 'surface' is missing; add it", at: head[0].position)])
    }
    let others = names.indices.filter { !Self.columns.contains(names[$0]) }
    otherColumns = others.map { names[$0] }
    var faults: [RulesError] = []
    while let row = try rows.next() {
      if row.map(\.text) == names { continue }
      let cells = places.map { place in place.flatMap { $0 < row.count ? row[$0].text : nil } ?? "" }
      var entry = Entry(
        check: cells[0], from: cells[1], language: cells[2], surface: cells[3], expected: cells[4], text: cells[5],
        place: cells[6], why: cells[7])
      entry.others = others.map { $0 < row.count ? row[$0].text : "" }
      guard entry.says else {
        faults.append(RulesError("no spelling is accepted here; fill 'surface' or delete the row", at: row[0].position))
        continue
      }
      add(entry)
    }
    if !faults.isEmpty { throw RulesErrors(faults) }
  }

  /// Whether a finding was accepted.
  package func contains(_ finding: Finding, _ context: FindingContext) -> Bool {
    let keys = [Self.spelling(finding, context)] + finding.suggestions + [context.fingerprint]
    return keys.contains { key in
      byKey[Folding.caseKey(key)]?.contains { Self.covers(entries[$0], finding, context) } ?? false
    }
  }

  private static func covers(_ entry: Entry, _ finding: Finding, _ context: FindingContext) -> Bool {
    func isSame(_ tag: String, _ language: LanguageTag?) -> Bool {
      tag.isEmpty || language.map { LanguageTag(tag)?.sameLanguage(as: $0) == true } ?? false
    }
    if !entry.place.isEmpty { return entry.place == context.fingerprint }
    return (entry.check.isEmpty || entry.check == finding.check) && isSame(entry.language, context.language)
      && isSame(entry.from, context.source) && (entry.text.isEmpty || entry.text == context.text)
      && (entry.surface.isEmpty || Folding.caseKey(entry.surface) == Folding.caseKey(spelling(finding, context)))
      && (entry.expected.isEmpty
        || finding.suggestions.contains { Folding.caseKey($0) == Folding.caseKey(entry.expected) })
  }

  private static func spelling(_ finding: Finding, _ context: FindingContext) -> String {
    finding.surface.isEmpty ? "" : context.mark + finding.surface
  }

  /// Accepts a finding; false where it was accepted before.
  package mutating func add(_ finding: Finding, _ context: FindingContext, scope: Scope, why: String) -> Bool {
    if contains(finding, context) { return false }
    var entry = Entry(
      check: finding.check, surface: Self.spelling(finding, context), expected: finding.suggestions.first ?? "",
      why: why)
    switch scope {
    case .place: entry.place = context.fingerprint
    case .text: entry.text = context.text
    case .pair: entry.from = context.source?.language ?? ""
    case .always: break
    }
    if scope != .always { entry.language = context.language.language }
    guard entry.says else { return false }
    add(entry)
    return true
  }

  package mutating func add(_ entry: Entry) {
    guard !entries.contains(entry) else { return }
    let key = !entry.place.isEmpty ? entry.place : !entry.surface.isEmpty ? entry.surface : entry.expected
    byKey[Folding.caseKey(key), default: []].append(entries.count)
    entries.append(entry)
  }

  /// The table, as `init(text:file:)` reads it: rows in order of the alphabet.
  package var text: String {
    func line(_ cells: [String]) -> String {
      cells.map { cell in
        cell.utf8.contains { ",\"\n\r".utf8.contains($0) }
          ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
      }.joined(separator: ",") + "\n"
    }
    let rows = entries.map { entry in
      line(entry.cells + [String](repeating: "", count: max(0, otherColumns.count - entry.others.count)))
    }
    return line(Self.columns + otherColumns) + rows.sorted().joined()
  }
}

/// Where a finding is, as far as it matters to whether it was accepted.
package struct FindingContext: Hashable, Sendable {
  /// Of the text that it is in.
  package let language: LanguageTag
  /// Of the source; nil where a text is checked alone.
  package let source: LanguageTag?
  /// The path of the text from the folder of the workspace.
  package let text: String
  /// Tells the finding from every other one, wherever its sentence moves to.
  package let fingerprint: String
  /// The mark that makes a hashtag or handle of the words, "#" or "@"; empty where there is none.
  package let mark: String

  package init(
    language: LanguageTag, source: LanguageTag? = nil, text: String = "", fingerprint: String = "", mark: String = ""
  ) {
    self.language = language
    self.source = source
    self.text = text
    self.fingerprint = fingerprint
    self.mark = mark
  }
}
