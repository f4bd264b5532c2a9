public import Bitext
internal import Names
internal import Quality
internal import Terminology

extension Workspace {
  /// The ids of all checks.
  public static var checkIDs: [String] { CheckRegistry.checks.map(\.id).sorted() }

  /// What looks wrong in a translation beside its source.
  public func check(
    source: Document, target: Document, only ids: Set<String> = [], profile: String? = nil, date: String = "",
    progress: (Int, Int) -> Void = { _, _ in }
  ) throws(CorridorError) -> [Finding] {
    let aligned = try align(source, target)
    let work = CheckedWork(
      source: try checked(source, .source), target: try checked(target, .target), beads: aligned.beads,
      glossary: try glossary(), names: try nameKnowledge(), languageNames: try languageNames())
    let style = try styleFindings(profile, ids, in: target, date: date)
    let own = try run(ids, on: work, source: source, target: target, besides: style)
    let across = try across(
      [target], [Self.runText(target, work.target.names)], ids, progress)
    let news = across[0].filter { finding in
      !own.contains { $0.words?.side == .target && $0.location?.offset == finding.location?.offset }
    }
    // Stable: the source's findings stay before the target's.
    return own.filter { $0.words?.side == .source }
      + (own.filter { $0.words?.side == .target } + news).sorted { Self.offset($0) < Self.offset($1) }
  }

  /// What looks wrong in texts by themselves, across them, and beside the memory: names that one text writes otherwise than
  /// the rest.
  /// - Parameters:
  ///   - profile: a house style (`houseStyle`) to hold the texts against; nil takes the workspace's, if it has one.
  ///   - date: of the texts, ISO 8601; empty is today.
  ///   - progress: is told of the memory's units, while its names are read.
  public func check(
    _ documents: [Document], only ids: Set<String> = [], profile: String? = nil, date: String = "",
    progress: (Int, Int) -> Void = { _, _ in }
  ) throws(CorridorError) -> [Finding] {
    var findings: [[Finding]] = []
    var texts: [NameRun.Text] = []
    for document in documents {
      let text = try checked(document, .target)
      let work = CheckedWork(
        target: text, glossary: try glossary(), names: try nameKnowledge(), languageNames: try languageNames())
      let style = try styleFindings(profile, ids, in: document, date: date)
      findings.append(try run(ids, on: work, source: nil, target: document, besides: style))
      texts.append(Self.runText(document, text.names))
    }
    for (number, found) in try across(documents, texts, ids, progress).enumerated() {
      // What the text says against itself was said already.
      for finding in found where !findings[number].contains(where: { $0.location?.offset == finding.location?.offset })
      {
        findings[number].append(finding)
      }
    }
    return findings.flatMap { $0.sorted { (Self.offset($0), $0.check) < (Self.offset($1), $1.check) } }
  }

  /// Findings on names of each document by what the others and the memory write.
  private func across(
    _ documents: [Document], _ texts: [NameRun.Text], _ ids: Set<String>, _ progress: (Int, Int) -> Void
  ) throws(CorridorError) -> [[Finding]] {
    var findings = [[Finding]](repeating: [], count: documents.count)
    let isWanted = ids.isEmpty || !ids.isDisjoint(with: NameRun.checks)
    let memory = isWanted ? try memoryTexts(beside: texts, progress: progress) : []
    guard isWanted, documents.count > 1 || !memory.isEmpty else { return findings }
    let run = NameRun(
      texts + memory, knowledge: try nameKnowledge(), languageNames: try languageNames())
    let accepted = try acceptedFindings()
    // The memory's texts come last; nothing is found in them.
    for (number, (document, found)) in zip(documents, run.findings()).enumerated() {
      findings[number] = found.filter { finding in
        (ids.isEmpty || ids.contains(finding.check)) && !accepted.contains(finding, language: document.language)
      }.map { $0.located(in: document) }
    }
    return findings
  }

  private static func runText(_ document: Document, _ names: [NameOccurrence]) -> NameRun.Text {
    NameRun.Text(language: document.language, names: names) { number in
      let place = document.place(sentence: names[number].sentence, byte: names[number].bytes.lowerBound)
      return "at \(document.file):\(place.line):\(place.column)"
    }
  }

  /// In scalars of the file.
  private static func offset(_ finding: Finding) -> Int { finding.location?.offset ?? 0 }

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

  private func styleFindings(_ profile: String?, _ ids: Set<String>, in document: Document, date: String)
    throws(CorridorError) -> [Finding]
  {
    guard let name = profile ?? configuration.profile, ids.isEmpty || ids.contains(TermForbidden.id) else { return [] }
    return try styleFindings(try houseStyle(name), in: document, side: .target, date: date)
  }

  /// - Parameter style: findings of the house style, in the target; one place is reported once for one check.
  private func run(
    _ ids: Set<String>, on work: CheckedWork, source: Document?, target: Document, besides style: [Finding]
  ) throws(CorridorError) -> [Finding] {
    let accepted = try acceptedFindings()
    let checks = CheckRegistry.checks.filter { ids.isEmpty || ids.contains($0.id) }
    let found = CheckRegistry.run(checks, on: work)
    let news = style.filter { other in !found.contains { $0.check == other.check && $0.place == other.place } }
    let all = (found + news).enumerated().sorted { left, right in
      func place(_ item: (offset: Int, element: Finding)) -> (Int, Int, Int, Int) {
        guard let words = item.element.words else { return (2, 0, 0, item.offset) }
        return (words.side == .target ? 1 : 0, words.sentence, words.bytes.lowerBound, item.offset)
      }
      return place(left) < place(right)
    }
    return all.compactMap { _, finding in
      let text = finding.words?.side == .source ? source ?? target : target
      return accepted.contains(finding, language: text.language) ? nil : finding.located(in: text)
    }
  }
}

extension Finding {
  /// The same with the place of its words in the document that they are in.
  func located(in document: Document) -> Finding {
    guard let words else { return self }
    let start = document.place(sentence: words.sentence, byte: words.bytes.lowerBound)
    let head = document.place(sentence: words.sentence, byte: 0)
    let end = document.place(sentence: words.sentence, byte: words.bytes.upperBound)
    return located(
      at: Location(
        file: document.file, language: document.language, line: start.line, column: start.column,
        offset: start.offset, sentenceOffset: start.offset - head.offset, length: end.offset - start.offset))
  }
}
