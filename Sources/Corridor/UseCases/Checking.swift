public import Bitext
internal import Names
internal import Quality
internal import Terminology

extension Workspace {
  /// The ids of all checks.
  public static var checkIDs: [String] { CheckRegistry.checks.map(\.id).sorted() }

  /// What looks wrong in a translation beside its source: the source's findings first, each text's in order of place.
  /// - Parameter progress: is told of the memory's units, while its names are read.
  public func check(
    source: Document, target: Document, _ options: CheckOptions = CheckOptions(),
    progress: (Int, Int) -> Void = { _, _ in }
  ) throws(CorridorError) -> [Finding] {
    let plan = CheckPlan(options, style: try style(options))
    let found = (
      source: try annotated(source, plan.parts(of: .source)), target: try annotated(target, plan.parts(of: .target))
    )
    let work = CheckedWork(
      source: found.source, target: found.target, beads: plan.usesBeads ? beads(found.source, found.target) : [],
      glossary: try glossary(),
      traces: plan.asksForTerms ? try termMatcher(target.language).traces : nil,
      homographs: try homographs(source.language, plan), leastImportance: options.importance,
      names: plan.needsNames ? try nameKnowledge() : nil, languageNames: try languageNames())
    let own = try findings(plan, work, source: source, target: target, options)
    let across = try across([target], [found.target], plan, options, source: source.language, progress)
    return CheckRegistry.sorted(own + Self.news(across[0], besides: own))
  }

  /// What looks wrong in texts by themselves, across them, and beside the memory: names that one text writes otherwise than
  /// the rest. In order of text and place.
  /// - Parameter progress: is told of the memory's units, while its names are read.
  public func check(
    _ documents: [Document], _ options: CheckOptions = CheckOptions(), progress: (Int, Int) -> Void = { _, _ in }
  ) throws(CorridorError) -> [Finding] {
    let plan = CheckPlan(options, style: try style(options))
    var texts: [AnnotatedText] = []
    var own: [[Finding]] = []
    for document in documents {
      let text = try annotated(document, plan.parts())
      let work = CheckedWork(
        target: text, glossary: try glossary(), names: plan.needsNames ? try nameKnowledge() : nil,
        languageNames: try languageNames())
      own.append(try findings(plan, work, source: nil, target: document, options))
      texts.append(text)
    }
    let across = try across(documents, texts, plan, options, progress)
    return zip(own, across).flatMap { CheckRegistry.sorted($0 + Self.news($1, besides: $0)) }
  }

  /// The concepts that a term may stand for; none where terms are not asked for.
  private func homographs(_ language: LanguageTag, _ plan: CheckPlan) throws(CorridorError) -> (String) -> [String] {
    guard plan.asksForTerms else { return { _ in [] } }
    let matcher = try termMatcher(language)
    return { term in
      let all = 0..<term.utf8.count
      return matcher.alternatives(in: term).filter { $0.bytes == all }.map(\.concept)
    }
  }

  /// What the checks and the house style find, without what was accepted; in any order.
  private func findings(
    _ plan: CheckPlan, _ work: CheckedWork, source: Document?, target: Document, _ options: CheckOptions
  ) throws(CorridorError) -> [Finding] {
    var found = plan.checks.flatMap { $0.findings(in: work) }
    if let style = plan.style {
      // One place is reported once for one check: the glossary before the house.
      let known = Set(found.lazy.filter { $0.check == HouseStyle.checkID }.map(\.place))
      found += try styleFindings(style, in: work.target, side: .target, date: options.date)
        .filter { !known.contains($0.place) }
    }
    let accepted = try acceptedFindings(options.accepted)
    return found.compactMap { finding in
      let text = finding.words?.side == .source ? source ?? target : target
      return silenced(finding.located(in: text, source: source?.language), accepted)
    }
  }

  /// Findings of a run that a text does not say against itself at the same place.
  private static func news(_ across: [Finding], besides own: [Finding]) -> [Finding] {
    let known = Set(own.lazy.filter { $0.words?.side == .target }.compactMap(\.location?.offset))
    return across.filter { $0.location.map { !known.contains($0.offset) } ?? true }
  }

  /// Findings on names of each document by what the others and the memory write.
  private func across(
    _ documents: [Document], _ texts: [AnnotatedText], _ plan: CheckPlan, _ options: CheckOptions,
    source: LanguageTag? = nil, _ progress: (Int, Int) -> Void
  ) throws(CorridorError) -> [[Finding]] {
    let silence = [[Finding]](repeating: [], count: documents.count)
    guard plan.comparesRun else { return silence }
    let own = zip(documents, texts).map { Self.runText($0, $1.names) }
    let memory = try memoryTexts(beside: own, in: options.memory, progress: progress)
    guard documents.count > 1 || !memory.isEmpty else { return silence }
    let run = NameRun(own + memory, knowledge: try nameKnowledge(), languageNames: try languageNames())
    let accepted = try acceptedFindings(options.accepted)
    // The memory's texts come last; nothing is found in them.
    return zip(documents, run.findings()).map { document, found in
      found.filter { options.asks(for: $0.check) }
        .compactMap { silenced($0.located(in: document, source: source), accepted) }
    }
  }

  /// The finding, or nil where it was accepted.
  private func silenced(_ finding: Finding, _ accepted: AcceptedFindings) -> Finding? {
    guard !accepted.entries.isEmpty, let location = finding.location else { return finding }
    return accepted.contains(finding, context(of: location)) ? nil : finding
  }

  private static func runText(_ document: Document, _ names: [NameOccurrence]) -> NameRun.Text {
    NameRun.Text(language: document.language, names: names) { number in
      let place = document.place(sentence: names[number].sentence, byte: names[number].bytes.lowerBound)
      return "at \(document.file):\(place.line):\(place.column)"
    }
  }

  private func languageNames() throws(CorridorError) -> [String: String] {
    Dictionary(try profiles().map { ($0.language.language, $0.name) }, uniquingKeysWith: { first, _ in first })
  }

  /// The house style asked for; nil where there is none, or its findings are not wanted.
  private func style(_ options: CheckOptions) throws(CorridorError) -> HouseStyle? {
    guard let name = options.profile ?? configuration.profile, options.asks(for: HouseStyle.checkID) else { return nil }
    return try houseStyle(name)
  }
}
