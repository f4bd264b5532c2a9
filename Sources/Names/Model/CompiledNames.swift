internal import Bitext
internal import Romanization

/// The compiled form of a `NameModel`: bytes that are read in a few milliseconds, where rule files, lexicon and weights take
/// twenty times as long to parse.
///
/// Only this type makes and reads them; they hold the same model, but not the places of rules in their files. Another version
/// or damaged bytes are refused, and the files are to be read instead.
package enum CompiledNames {
  /// What the bytes begin with; the last digits grow with the format.
  package static let magic: [UInt8] = Array("CORRIDOR-NAMES-02\n".utf8)

  /// The compiled form of a model.
  package static func bytes(of model: NameModel) -> [UInt8] {
    var out = NameBytesWriter()
    out.list(model.tables.tables) { write($1, &$0) }
    write(model.lexicon, &out)
    write(model.weights, &out)
    write(model.spelling, &out)
    return magic + out.finished()
  }

  /// The model that the bytes hold; nil where they are of another version or damaged.
  package static func model(_ bytes: [UInt8]) -> NameModel? {
    guard bytes.starts(with: magic) else { return nil }
    return try? read(bytes)
  }

  private typealias Reader = NameBytesReader
  private typealias Damaged = NameBytesReader.Damaged

  private static func read(_ bytes: [UInt8]) throws(NameBytesReader.Damaged) -> NameModel {
    var reader = try NameBytesReader(bytes, from: magic.count)
    let tables = RomanizationTables(try reader.list { (reader) throws(NameBytesReader.Damaged) in try table(&reader) })
    let lexicon = try lexicon(&reader)
    let weights = try weights(&reader)
    let spelling = try spelling(&reader, tables)
    return NameModel(tables: tables, lexicon: lexicon, weights: weights, spelling: spelling)
  }

  // MARK: Tables

  private static func write(_ table: RomanizationTable, _ out: inout NameBytesWriter) {
    out.text(table.language.description)
    for text in [table.script, table.name, table.source] { out.text(text) }
    out.number(table.isUnvocalised ? 1 : 0)
    out.text(string(table.vowels))
    out.text(string(table.front))
    out.list(table.rows) { out, row in
      out.text(row.id)
      out.text(table.lowercased(row.from))
      out.text(row.when.text)
      write(row.forms, &out)
      out.texts(row.also)
      out.text(row.why)
    }
    out.list(table.endings) { out, ending in
      out.text(ending.id)
      write(ending.forms, &out)
      out.float(Float(ending.weight))
      out.text(ending.why)
    }
    out.list(table.patterns) { out, pattern in
      out.text(pattern.id)
      out.text(pattern.from)
      write(pattern.forms, &out)
      out.float(Float(pattern.share))
      out.text(pattern.why)
    }
  }

  private static func table(_ reader: inout NameBytesReader) throws(NameBytesReader.Damaged) -> RomanizationTable {
    guard let language = LanguageTag(try reader.text()) else { throw NameBytesReader.Damaged() }
    let texts = [try reader.text(), try reader.text(), try reader.text()]
    let isUnvocalised = try reader.number() == 1
    let (vowels, front) = (try reader.text(), try reader.text())
    let nowhere = SourcePosition(file: "")
    let rows = try reader.list { (reader) throws(NameBytesReader.Damaged) -> RomanizationTable.Row in
      let (id, from) = (try reader.text(), try reader.text())
      guard let when = RomanizationContext(try reader.text()) else { throw NameBytesReader.Damaged() }
      return RomanizationTable.Row(
        id: id, from: from, when: when, forms: try forms(&reader), also: try reader.texts(), why: try reader.text(),
        position: nowhere)
    }
    let endings = try reader.list { (reader) throws(NameBytesReader.Damaged) -> RomanizationTable.Ending in
      RomanizationTable.Ending(
        id: try reader.text(), forms: try forms(&reader), weight: Double(try reader.float()), why: try reader.text())
    }
    let patterns = try reader.list { (reader) throws(NameBytesReader.Damaged) -> RomanizationTable.Pattern in
      RomanizationTable.Pattern(
        id: try reader.text(), from: try reader.text(), forms: try forms(&reader), share: Double(try reader.float()),
        why: try reader.text())
    }
    return RomanizationTable(
      language: language, script: texts[0], name: texts[1], source: texts[2], isUnvocalised: isUnvocalised,
      foldedRows: rows, endings: endings, patterns: patterns, vowels: Set(vowels.unicodeScalars),
      front: Set(front.unicodeScalars))
  }

  private static func string(_ letters: Set<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(letters.sorted()))
  }

  private static func write(_ forms: [RomanizationSystem: [String]], _ out: inout NameBytesWriter) {
    let systems = RomanizationSystem.allCases
    out.number(systems.indices.reduce(0) { forms[systems[$1]] == nil ? $0 : $0 | 1 << $1 })
    for system in systems { if let texts = forms[system] { out.texts(texts) } }
  }

  private static func forms(_ reader: inout NameBytesReader) throws(NameBytesReader.Damaged)
    -> [RomanizationSystem: [String]]
  {
    let present = try reader.number()
    var forms: [RomanizationSystem: [String]] = [:]
    for (number, system) in RomanizationSystem.allCases.enumerated() where present & 1 << number != 0 {
      forms[system] = try reader.texts()
    }
    return forms
  }

  // MARK: Lexicon

  private static let labels = ["fr", "en", "native"]

  private static func write(_ lexicon: NameLexicon, _ out: inout NameBytesWriter) {
    out.list(lexicon.entries) { out, entry in
      for label in labels { out.texts(entry.forms[label] ?? []) }
      out.text(entry.origin.description)
      out.text(entry.kind.rawValue)
      out.text(entry.gender)
    }
    out.list(lexicon.aliases) { out, alias in
      out.texts(alias.names)
      out.texts(alias.others)
      out.text(alias.why)
    }
    for index in [lexicon.byForm, lexicon.given, lexicon.byAlias] {
      out.list(index.keys.sorted()) { out, key in
        out.text(key)
        out.list(Array(index[key])) { $0.number(Int($1)) }
      }
    }
    out.list(lexicon.cues.values.sorted { $0.language < $1.language }) { out, cues in
      out.text(cues.language.description)
      for key in NameCues.keys { out.texts(cues.words(key).sorted()) }
      out.texts(cues.adjectiveEndings)
    }
    out.list(lexicon.gates.genders) { out, gender in
      out.text(gender.id)
      out.text(gender.why)
      out.texts(gender.masculine)
      out.texts(gender.feminine)
    }
    out.list(lexicon.gates.families) { out, family in
      out.text(family.id)
      out.text(family.why)
      out.texts(family.endings)
    }
  }

  private static func lexicon(_ reader: inout NameBytesReader) throws(NameBytesReader.Damaged) -> NameLexicon {
    let entries = try reader.list { (reader) throws(NameBytesReader.Damaged) -> NameLexicon.Entry in
      var forms = NameLexicon.Entry.Forms()
      forms.french = try reader.texts()
      forms.english = try reader.texts()
      forms.native = try reader.texts()
      guard let origin = LanguageTag(try reader.text()), let kind = NameLexicon.Entry.Kind(rawValue: try reader.text())
      else { throw NameBytesReader.Damaged() }
      return NameLexicon.Entry(forms: forms, origin: origin, kind: kind, gender: try reader.text())
    }
    let aliases = try reader.list { (reader) throws(NameBytesReader.Damaged) -> NameAlias in
      NameAlias(names: try reader.texts(), others: try reader.texts(), why: try reader.text())
    }
    let indices = [
      try index(&reader, entries.count), try index(&reader, entries.count), try index(&reader, aliases.count),
    ]
    let cues = try reader.list { (reader) throws(NameBytesReader.Damaged) -> NameCues in
      guard let language = LanguageTag(try reader.text()) else { throw NameBytesReader.Damaged() }
      var words: [String: Set<String>] = [:]
      for key in NameCues.keys { words[key] = Set(try reader.texts()) }
      return NameCues(language: language, words: words, adjectiveEndings: try reader.texts())
    }
    let genders = try reader.list { (reader) throws(NameBytesReader.Damaged) -> NameGates.Gender in
      NameGates.Gender(
        id: try reader.text(), why: try reader.text(), masculine: try reader.texts(), feminine: try reader.texts())
    }
    let families = try reader.list { (reader) throws(NameBytesReader.Damaged) -> NameGates.Family in
      NameGates.Family(id: try reader.text(), why: try reader.text(), endings: try reader.texts())
    }
    return NameLexicon(
      entries: entries, aliases: aliases, cues: cues, gates: NameGates(genders: genders, families: families),
      byForm: indices[0], given: indices[1], byAlias: indices[2])
  }

  private static func index(_ reader: inout NameBytesReader, _ count: Int) throws(NameBytesReader.Damaged)
    -> NameIndex
  {
    let size = try reader.length()
    var index = NameIndex()
    index.reserve(size)
    for _ in 0..<size {
      let key = try reader.text()
      let numbers = try reader.list { (reader) throws(NameBytesReader.Damaged) in
        Int32(truncatingIfNeeded: try reader.number())
      }
      guard numbers.allSatisfy({ (0..<Int32(count)).contains($0) }) else { throw NameBytesReader.Damaged() }
      index.append(key, numbers)
    }
    return index
  }

  // MARK: Weights and costs

  private static func write(_ weights: NameWeights, _ out: inout NameBytesWriter) {
    out.block(weights.keys)
    out.block(weights.values.map(\.bitPattern))
    out.texts(weights.remarks)
  }

  private static func weights(_ reader: inout NameBytesReader) throws(NameBytesReader.Damaged) -> NameWeights {
    let keys = try reader.block64()
    let values = try reader.block32().map { Float(bitPattern: $0) }
    guard let weights = NameWeights(keys: keys, values: values, remarks: try reader.texts()) else {
      throw NameBytesReader.Damaged()
    }
    return weights
  }

  private static func write(_ spelling: SpellingCosts, _ out: inout NameBytesWriter) {
    out.texts(spelling.texts)
    let entries = spelling.entries
    out.block(entries.map { UInt32($0.first) })
    out.block(entries.map { UInt32($0.second) })
    for lane in 0..<3 { out.block(entries.map { $0.costs[lane].bitPattern }) }
    out.block(entries.map { UInt32($0.rows.count) })
    out.block(entries.flatMap { $0.rows.map { UInt32($0) } })
  }

  private static func spelling(_ reader: inout NameBytesReader, _ tables: RomanizationTables)
    throws(NameBytesReader.Damaged) -> SpellingCosts
  {
    let texts = try reader.texts()
    let (first, second) = (try reader.block32(), try reader.block32())
    let lanes = [try reader.block32(), try reader.block32(), try reader.block32()]
    let (counts, rows) = (try reader.block32(), try reader.block32())
    let tableOfRow = SpellingCosts.tableOfRow(tables)
    guard texts.count <= 8192, ([second] + lanes + [counts]).allSatisfy({ $0.count == first.count }),
      counts.reduce(0, { $0 + Int($1) }) == rows.count, rows.allSatisfy({ $0 < tableOfRow.count }),
      (first + second).allSatisfy({ $0 < texts.count })
    else { throw NameBytesReader.Damaged() }
    var start = 0
    let entries = first.indices.map { number -> SpellingCosts.Entry in
      let end = start + Int(counts[number])
      defer { start = end }
      let costs = lanes.map { Float(bitPattern: $0[number]) }
      return SpellingCosts.Entry(
        first: Int32(first[number]), second: Int32(second[number]),
        costs: SIMD4(costs[0], costs[1], costs[2], .infinity), rows: rows[start..<end].map { Int32($0) })
    }
    return SpellingCosts(texts: texts, entries: entries, tableOfRow: tableOfRow)
  }
}
