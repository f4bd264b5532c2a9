package import Bitext
internal import Names
internal import Quality
internal import Terminology

/// A finding with its place in a file.
package struct PlacedFinding: Sendable {
  package let diagnostic: Diagnostic
  package let file: String
  package let language: LanguageTag
  /// 1-based; the column in scalars.
  package let line: Int
  package let column: Int
  /// 0-based scalars, of the file and of the sentence, and how many are meant.
  package let offset: Int
  package let sentenceOffset: Int
  package let length: Int
}

extension Workspace {
  /// The ids of all checks.
  package static var checkIDs: [String] { CheckRegistry.checks.map(\.id).sorted() }

  /// What looks wrong in a translation beside its source.
  package func check(
    source: Document, target: Document, only ids: Set<String> = [], profile: String? = nil, date: String = "",
    progress: (Int, Int) -> Void = { _, _ in }
  ) throws(CorridorError) -> [PlacedFinding] {
    let aligned = try align(source, target)
    let work = CheckedWork(
      source: try checked(source, .source), target: try checked(target, .target), beads: aligned.beads,
      glossary: try glossary(), names: try nameKnowledge(), languageNames: try languageNames())
    let style = try styleDiagnostics(profile, ids, in: target, date: date)
    let own = try run(ids, on: work, source: source, target: target, besides: style)
    let across = try across(
      [target], [NameRun.Text(language: work.target.language, names: work.target.names)], ids, progress)
    let news = across[0].filter { finding in
      !own.contains { $0.diagnostic.side == .target && $0.offset == finding.offset }
    }
    // Stable: the source's findings stay before the target's.
    return own.filter { $0.diagnostic.side == .source }
      + (own.filter { $0.diagnostic.side == .target } + news).sorted { $0.offset < $1.offset }
  }

  /// What looks wrong in texts by themselves, across them, and beside the memory: names that one text writes otherwise than
  /// the rest.
  /// - Parameters:
  ///   - profile: a house style (`houseStyle`) to hold the texts against; nil takes the workspace's, if it has one.
  ///   - date: of the texts, ISO 8601; empty is today.
  ///   - progress: is told of the memory's units, while its names are read.
  package func check(
    _ documents: [Document], only ids: Set<String> = [], profile: String? = nil, date: String = "",
    progress: (Int, Int) -> Void = { _, _ in }
  ) throws(CorridorError) -> [PlacedFinding] {
    var findings: [[PlacedFinding]] = []
    var texts: [NameRun.Text] = []
    for document in documents {
      let text = try checked(document, .target)
      let work = CheckedWork(
        target: text, glossary: try glossary(), names: try nameKnowledge(), languageNames: try languageNames())
      let style = try styleDiagnostics(profile, ids, in: document, date: date)
      findings.append(try run(ids, on: work, source: nil, target: document, besides: style))
      texts.append(NameRun.Text(language: text.language, names: text.names))
    }
    for (number, found) in try across(documents, texts, ids, progress).enumerated() {
      // What the text says against itself was said already.
      for finding in found where !findings[number].contains(where: { $0.offset == finding.offset }) {
        findings[number].append(finding)
      }
    }
    return findings.flatMap { $0.sorted { ($0.offset, $0.diagnostic.check) < ($1.offset, $1.diagnostic.check) } }
  }

  /// Findings on names of each document by what the others and the memory write.
  private func across(
    _ documents: [Document], _ texts: [NameRun.Text], _ ids: Set<String>, _ progress: (Int, Int) -> Void
  ) throws(CorridorError) -> [[PlacedFinding]] {
    var findings = [[PlacedFinding]](repeating: [], count: documents.count)
    let isWanted = ids.isEmpty || !ids.isDisjoint(with: NameRun.checks)
    let memory = isWanted ? try memoryTexts(beside: texts, progress: progress) : []
    guard isWanted, documents.count > 1 || !memory.isEmpty else { return findings }
    let run = NameRun(
      texts + memory.map(\.text), knowledge: try nameKnowledge(), languageNames: try languageNames())
    let accepted = try acceptedFindings()
    for found in run.findings() {
      let document = documents[found.text]
      guard ids.isEmpty || ids.contains(found.diagnostic.check),
        !accepted.contains(found.diagnostic, language: document.language)
      else { continue }
      let other = found.other.text - documents.count
      let evidence =
        other >= 0
        ? "'\(found.other.occurrence.surface)' in unit \(memory[other].units[found.otherName]) of \(memory[other].path)"
        : place((found.other.text, found.other.occurrence), documents)
      findings[found.text].append(finding(found.diagnostic.adding(evidence: evidence), in: document))
    }
    return findings
  }

  private func place(_ other: (text: Int, occurrence: NameOccurrence), _ documents: [Document]) -> String {
    let document = documents[other.text]
    let place = document.place(sentence: other.occurrence.sentence, byte: other.occurrence.bytes.lowerBound)
    return "'\(other.occurrence.surface)' at \(document.file):\(place.line):\(place.column)"
  }

  private func languageNames() throws(CorridorError) -> [String: String] {
    Dictionary(try profiles().map { ($0.language.language, $0.name) }, uniquingKeysWith: { first, _ in first })
  }

  private func checked(_ document: Document, _ side: Anchor.Side) throws(CorridorError) -> CheckedText {
    let matcher = try termMatcher(document.language)
    return CheckedText(
      side: side, language: document.language, sentences: document.segments.map(\.text),
      terms: document.segments.map { matcher.occurrences(in: $0.text) },
      concepts: document.segments.map { Set(matcher.alternatives(in: $0.text).map(\.concept)) },
      names: try names(in: document))
  }

  private func styleDiagnostics(_ profile: String?, _ ids: Set<String>, in document: Document, date: String)
    throws(CorridorError) -> [Diagnostic]
  {
    guard let name = profile ?? configuration.profile, ids.isEmpty || ids.contains(TermForbidden.id) else { return [] }
    return try styleDiagnostics(try houseStyle(name), in: document, side: .target, date: date)
  }

  /// - Parameter style: findings of the house style, in the target; one place is reported once for one check.
  private func run(
    _ ids: Set<String>, on work: CheckedWork, source: Document?, target: Document, besides style: [Diagnostic]
  ) throws(CorridorError) -> [PlacedFinding] {
    let accepted = try acceptedFindings()
    let checks = CheckRegistry.checks.filter { ids.isEmpty || ids.contains($0.id) }
    let found = CheckRegistry.run(checks, on: work)
    let news = style.filter { other in
      !found.contains {
        $0.check == other.check && $0.side == other.side && $0.sentence == other.sentence && $0.bytes == other.bytes
      }
    }
    let all = (found + news).enumerated().sorted { left, right in
      func place(_ item: (offset: Int, element: Diagnostic)) -> (Int, Int, Int, Int) {
        (item.element.side == .target ? 1 : 0, item.element.sentence, item.element.bytes.lowerBound, item.offset)
      }
      return place(left) < place(right)
    }
    return all.map(\.element).filter { diagnostic in
      let text = diagnostic.side == .source ? source ?? target : target
      return !accepted.contains(diagnostic, language: text.language)
    }.map { diagnostic in
      finding(diagnostic, in: diagnostic.side == .source ? source ?? target : target)
    }
  }

  private func finding(_ diagnostic: Diagnostic, in document: Document) -> PlacedFinding {
    let start = document.place(sentence: diagnostic.sentence, byte: diagnostic.bytes.lowerBound)
    let head = document.place(sentence: diagnostic.sentence, byte: 0)
    let end = document.place(sentence: diagnostic.sentence, byte: diagnostic.bytes.upperBound)
    return PlacedFinding(
      diagnostic: diagnostic, file: document.file, language: document.language, line: start.line,
      column: start.column, offset: start.offset, sentenceOffset: start.offset - head.offset,
      length: end.offset - start.offset)
  }
}
