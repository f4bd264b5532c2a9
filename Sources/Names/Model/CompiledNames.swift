internal import Bitext
internal import Romanization

/// The compiled form of a `NameModel`: bytes that are read in a few milliseconds, where rule files, lexicon and weights take
/// twenty times as long to parse.
///
/// Only this type makes and reads them; they hold the same model, but not the places of rules in their files. Another version
/// or damaged bytes are refused, and the files are to be read instead.
package enum CompiledNames {
  /// What the bytes begin with; the last digits grow with the format.
  package static let magic: [UInt8] = Array("CORRIDOR-NAMES-04\n".utf8)

  /// The compiled form of a model.
  package static func bytes(of model: NameModel) -> [UInt8] {
    var out = NameBytesWriter()
    out.node(model.tables.conventions.source)
    let systems = model.tables.conventions.systems
    out.list(model.tables.tables) { write($1, systems, &$0) }
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

  private static func read(_ bytes: [UInt8]) throws(NameBytesReader.Damaged) -> NameModel {
    var reader = try NameBytesReader(bytes, from: magic.count)
    let source = try reader.node()
    guard let conventions = try? RomanizationConventions(source) else { throw NameBytesReader.Damaged() }
    let tables = RomanizationTables(
      try reader.list { (reader) throws(NameBytesReader.Damaged) in try table(&reader, conventions) }, conventions)
    let lexicon = try lexicon(&reader)
    let weights = try weights(&reader)
    let spelling = try spelling(&reader, tables)
    return NameModel(tables: tables, lexicon: lexicon, weights: weights, spelling: spelling)
  }

  // MARK: Tables

  private static func write(
    _ table: RomanizationTable, _ systems: [RomanizationSystem], _ out: inout NameBytesWriter
  ) {
    out.text(table.language.description)
    for text in [table.script, table.name, table.source] { out.text(text) }
    out.number(table.isUnvocalised ? 1 : 0)
    out.text(string(table.vowels))
    out.text(string(table.front))
    let upper = table.lowerCase.keys.sorted()
    out.text(String(String.UnicodeScalarView(upper)))
    out.text(String(String.UnicodeScalarView(upper.compactMap { table.lowerCase[$0] })))
    out.text(string(table.ownLetters))
    out.list(table.rows) { out, row in
      out.text(row.id)
      out.text(table.lowercased(row.from))
      out.text(row.when.text)
      write(row.forms, systems, &out)
      out.texts(row.also)
      out.text(row.why)
    }
    out.list(table.endings) { out, ending in
      out.text(ending.id)
      write(ending.forms, systems, &out)
      out.float(Float(ending.weight))
      out.text(ending.why)
    }
    out.list(table.patterns) { out, pattern in
      out.text(pattern.id)
      out.text(pattern.from)
      write(pattern.forms, systems, &out)
      out.float(Float(pattern.share))
      out.text(pattern.why)
    }
  }

  private static func table(
    _ reader: inout NameBytesReader, _ conventions: RomanizationConventions
  ) throws(NameBytesReader.Damaged) -> RomanizationTable {
    let systems = conventions.systems
    guard let language = LanguageTag(try reader.text()) else { throw NameBytesReader.Damaged() }
    let texts = [try reader.text(), try reader.text(), try reader.text()]
    let isUnvocalised = try reader.number() == 1
    let (vowels, front) = (try reader.text(), try reader.text())
    let (upper, lower, own) = (try reader.text(), try reader.text(), try reader.text())
    let lowerCase = Dictionary(zip(upper.unicodeScalars, lower.unicodeScalars), uniquingKeysWith: { first, _ in first })
    let nowhere = SourcePosition(file: "")
    let rows = try reader.list { (reader) throws(NameBytesReader.Damaged) -> RomanizationTable.Row in
      let (id, from) = (try reader.text(), try reader.text())
      guard let when = RomanizationContext(try reader.text()) else { throw NameBytesReader.Damaged() }
      return RomanizationTable.Row(
        id: id, from: from, when: when, forms: try forms(&reader, systems), also: try reader.texts(),
        why: try reader.text(),
        position: nowhere)
    }
    let endings = try reader.list { (reader) throws(NameBytesReader.Damaged) -> RomanizationTable.Ending in
      RomanizationTable.Ending(
        id: try reader.text(), forms: try forms(&reader, systems), weight: Double(try reader.float()),
        why: try reader.text())
    }
    let patterns = try reader.list { (reader) throws(NameBytesReader.Damaged) -> RomanizationTable.Pattern in
      RomanizationTable.Pattern(
        id: try reader.text(), from: try reader.text(), forms: try forms(&reader, systems),
        share: Double(try reader.float()),
        why: try reader.text())
    }
    return RomanizationTable(
      language: language, script: texts[0], name: texts[1], source: texts[2], isUnvocalised: isUnvocalised,
      foldedRows: rows, endings: endings, patterns: patterns, vowels: Set(vowels.unicodeScalars),
      front: Set(front.unicodeScalars), lowerCase: lowerCase, ownLetters: Set(own.unicodeScalars),
      conventions: conventions)
  }

  private static func string(_ letters: Set<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(letters.sorted()))
  }

  private static func write(
    _ forms: [RomanizationSystem: [String]], _ systems: [RomanizationSystem], _ out: inout NameBytesWriter
  ) {
    out.number(systems.indices.reduce(0) { forms[systems[$1]] == nil ? $0 : $0 | 1 << $1 })
    for system in systems { if let texts = forms[system] { out.texts(texts) } }
  }

  private static func forms(_ reader: inout NameBytesReader, _ systems: [RomanizationSystem])
    throws(NameBytesReader.Damaged) -> [RomanizationSystem: [String]]
  {
    let present = try reader.number()
    var forms: [RomanizationSystem: [String]] = [:]
    for (number, system) in systems.enumerated() where present & 1 << number != 0 {
      forms[system] = try reader.texts()
    }
    return forms
  }

  // MARK: Weights and costs

  private static func write(_ weights: NameWeights, _ out: inout NameBytesWriter) {
    out.block(weights.keys)
    out.block(weights.bits)
    out.texts(weights.remarks)
  }

  private static func weights(_ reader: inout NameBytesReader) throws(NameBytesReader.Damaged) -> NameWeights {
    let keys = try reader.block64()
    let values = try reader.block32()
    guard let weights = NameWeights(keys: keys, bits: values, remarks: try reader.texts()) else {
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
