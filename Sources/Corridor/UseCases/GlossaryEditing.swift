public import Bitext
internal import Exchange
internal import Files
internal import FoundationEssentials

/// One difference between two glossaries.
public struct GlossaryDifference: Hashable, Sendable {
  /// What became of it.
  public enum Change: String, Hashable, Sendable { case added, removed, changed }

  /// What became of it.
  public let change: Change
  /// The id of the concept.
  public let concept: String
  /// The term that differs: "fr cessez-le-feu"; nil where the whole concept came or went.
  public let term: String?
  /// What it was and is, for what was changed: "status preferred → admitted".
  public let detail: String

  /// As a line: "+ ceasefire  fr trêve".
  public var line: String {
    let sign = change == .added ? "+" : change == .removed ? "-" : "~"
    return ([sign, concept] + [term].compactMap { $0 } + (detail.isEmpty ? [] : [detail])).joined(separator: "\t")
  }
}

/// Rows that were added to a concept table.
public struct GlossaryAddition: Hashable, Sendable {
  /// The table's path.
  public let table: String
  /// How many rows it has more.
  public let rows: Int
}

extension Workspace {
  /// Writes the glossary in force as a format of the field.
  /// - Returns: what the format could not hold, with how often.
  /// - Throws: `CorridorError.unfitFormat` for a format that holds no terms.
  public func exportGlossary(to output: Output, format name: String?) throws(CorridorError) -> [FormatLoss] {
    // A table of ours is the usual one, though the ending is also that of other tools.
    let isTable = name == nil && (output.name.map { $0.hasSuffix(".csv") } ?? true)
    let told = name.map { ExchangeFormats.named($0) } ?? output.name.flatMap { ExchangeFormats.named(after: $0) }
    let format = isTable ? ExchangeFormats.named("csv") : told
    let known = ExchangeFormats.all.filter { $0.content == .entries }.map(\.name)
    guard let format, format.content == .entries else {
      throw .unfitFormat(name ?? output.name ?? "", needs: .concepts, known: known)
    }
    var writing = WritingOptions()
    writing.source = configuration.from
    writing.target = configuration.to
    writing.tool = "Corridor"
    writing.toolVersion = Corridor.version
    let concepts = try glossary().concepts
    let (source, target) = (configuration.from.description, configuration.to.description)
    return try exchanging { () throws(FileError) in
      let writer = try format.writer(output, options: writing)
      try writer.write(.glossary(GlossaryHeader(sourceLanguage: source, targetLanguage: target)))
      for entry in concepts.map({ ConceptEntry($0) }) { try writer.write(.entry(entry)) }
      try writer.finish()
      return writer.losses.counts.map { FormatLoss(name: $0.name, count: $0.count) }
    }
  }

  /// The rows that a new term of a concept needs, put at the end of a table; the rest of the file stays as it is.
  /// - Parameters:
  ///   - terms: language and text; those that the concept has already are refused.
  ///   - table: nil takes the first of the workspace.
  /// - Returns: the table's path and the number of rows that were added.
  public func addToGlossary(
    concept id: String, kind: Concept.Kind, terms: [(language: LanguageTag, text: String)], status: TermStatus,
    note: String, source: String, table: String? = nil
  ) throws(CorridorError) -> GlossaryAddition {
    let paths = glossaryFiles().overlays.map(\.name)
    guard let path = table ?? paths.first else {
      throw .nowhereToKeep(.glossary)
    }
    let exists = FileManager.default.fileExists(atPath: path)
    let text = exists ? try InputFile(path).text() : ""
    let own = exists ? try Self.concepts(in: [InputFile(path)]) : []
    let known = own.first { $0.id == id }
    if let known, known.kind != kind {
      throw .otherKind(concept: id, kind: known.kind, file: path)
    }
    for term in terms
    where known?.terms.contains(where: { $0.language == term.language && $0.text == term.text }) == true {
      throw .knownTerm(term.text, language: term.language, concept: id, file: path)
    }
    // A concept of the installed glossary is replaced whole by the workspace's: its other terms come along.
    let installed = known == nil ? try glossary()[id] : nil
    if let installed, installed.kind != kind {
      throw .otherKind(concept: id, kind: installed.kind, file: nil)
    }
    let position = SourcePosition(file: path)
    let added = terms.map {
      Term(language: $0.language, text: $0.text, status: status, note: note, source: source, position: position)
    }
    let isFirst: (Term) -> Bool = { term in added.contains { $0.language == term.language && $0.text == term.text } }
    let carried = (installed?.terms ?? []).filter { !isFirst($0) }
    let all =
      own.filter { $0.id != id } + [
        Concept(
          id: id, kind: kind, terms: (known?.terms ?? carried) + added,
          relations: known?.relations ?? installed?.relations ?? [], position: position)
      ]
    let written = ConceptTable.write(
      own.contains { $0.id == id } ? own.map { $0.id == id ? all[all.count - 1] : $0 } : all)
    let output = try Output(path: path)
    try output.write(written)
    try output.finish()
    return GlossaryAddition(table: path, rows: written.count(of: "\n") - max(1, text.count(of: "\n")))
  }

  /// What changed from one glossary file to another, concept by concept in the order of the ids.
  public func glossaryDifferences(_ old: InputFile, _ new: InputFile) throws(CorridorError) -> [GlossaryDifference] {
    func concepts(_ file: InputFile) throws(CorridorError) -> [String: Concept] {
      Dictionary(try Self.concepts(in: [file]).map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    }
    let (before, after) = (try concepts(old), try concepts(new))
    return Set(before.keys).union(after.keys).sorted().flatMap { id -> [GlossaryDifference] in
      switch (before[id], after[id]) {
      case (nil, let concept?):
        return concept.terms.map { GlossaryDifference(change: .added, concept: id, term: $0.label, detail: "") }
      case (let concept?, nil):
        return concept.terms.map { GlossaryDifference(change: .removed, concept: id, term: $0.label, detail: "") }
      case (let first?, let second?): return Self.differences(first, second)
      case (nil, nil): return []
      }
    }
  }

  private static func differences(_ old: Concept, _ new: Concept) -> [GlossaryDifference] {
    var found: [GlossaryDifference] = []
    if old.kind != new.kind {
      found.append(.init(change: .changed, concept: old.id, term: nil, detail: "kind \(old.kind) → \(new.kind)"))
    }
    func relations(_ concept: Concept) -> String {
      concept.relations.map { "\($0.kind.rawValue):\($0.concept)" }.joined(separator: ";")
    }
    if relations(old) != relations(new) {
      let detail = "relations \(relations(old)) → \(relations(new))"
      found.append(.init(change: .changed, concept: old.id, term: nil, detail: detail))
    }
    for term in old.terms where !new.terms.contains(where: { $0.label == term.label }) {
      found.append(.init(change: .removed, concept: old.id, term: term.label, detail: ""))
    }
    for term in new.terms {
      guard let before = old.terms.first(where: { $0.label == term.label }) else {
        found.append(.init(change: .added, concept: old.id, term: term.label, detail: ""))
        continue
      }
      let details = zip(before.fields, term.fields).filter { $0.value != $1.value }.map {
        "\($0.name) \($0.value) → \($1.value)"
      }
      if !details.isEmpty {
        found.append(
          .init(change: .changed, concept: old.id, term: term.label, detail: details.joined(separator: "; ")))
      }
    }
    return found
  }
}

extension Term {
  /// "fr cessez-le-feu"
  fileprivate var label: String { "\(language) \(text)" }

  fileprivate var fields: [(name: String, value: String)] {
    [
      ("status", status.rawValue), ("note", note), ("pos", partOfSpeech), ("number", number), ("source", source),
      ("from", from), ("until", until),
    ]
  }
}

extension String {
  fileprivate func count(of byte: Unicode.Scalar) -> Int { unicodeScalars.count { $0 == byte } }
}
