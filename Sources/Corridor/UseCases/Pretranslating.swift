internal import Exchange
internal import Files
internal import Linguistics
internal import TranslationMemory

/// How far a document was translated from the memory.
public struct PretranslationCounts: Hashable, Sendable, CustomStringConvertible {
  /// All sentences of the document.
  public fileprivate(set) var sentences = 0
  /// Of a score of 100, the neighbours the same as well, or not.
  public fileprivate(set) var inContext = 0
  /// Of a score of 100, but not in context.
  public fileprivate(set) var exact = 0
  /// Below 100, with a target that was mended.
  public fileprivate(set) var repaired = 0
  /// Below 100, with the target as the memory has it.
  public fileprivate(set) var fuzzy = 0
  /// Already translated in the file, and left as they were.
  public fileprivate(set) var kept = 0

  /// "12 sentences: 3 exact, 2 fuzzy, 7 without a match".
  public var description: String {
    let open = sentences - inContext - exact - repaired - fuzzy - kept
    let parts = [
      (inContext, "in context"), (exact, "exact"), (repaired, "mended"), (fuzzy, "fuzzy"), (kept, "translated already"),
      (open, "without a match"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    return "\(sentences) sentences: " + (parts.isEmpty ? "none" : parts.joined(separator: ", "))
  }
}

extension Workspace {
  /// Translates a document from the memory as far as it goes, into XLIFF 1.2: the best match as the target, with a state,
  /// and every match as an alternative with its score. An XLIFF file keeps the targets that it has.
  ///
  /// States: an exact match is `translated`, everything else `needs-review-translation`; `state-qualifier` is `exact-match`
  /// or `fuzzy-match`.
  public func pretranslate(_ file: InputFile, to output: Output, _ options: MatchOptions = MatchOptions()) throws
    -> PretranslationCounts
  {
    let (from, to) = (options.from ?? configuration.from, options.to ?? configuration.to)
    let units = try unitsToTranslate(file, from: from, to: to)
    var counts = PretranslationCounts()
    counts.sentences = units.count
    let writer = try MemoryFile(.xliff, source: from, target: to, output: output)
    var written = 0
    func write(upTo end: Int) throws {
      while written < end {
        counts.kept += units[written].hasTranslation ? 1 : 0
        try writer.write(units[written])
        written += 1
      }
    }
    // A unit that is translated is not asked for, but is a neighbour of those that are.
    try match(units.map { $0.variants[0].plainText }, options) { answer in
      let unit = units[answer.line - 1]
      guard !unit.hasTranslation else { return }
      try write(upTo: answer.line - 1)
      try writer.write(Self.pretranslated(unit, answer.matches, from, to, &counts))
      written = answer.line
    }
    try write(upTo: units.count)
    try writer.finish()
    return counts
  }

  private static func pretranslated(
    _ unit: TranslationUnit, _ matches: [FoundMatch], _ from: LanguageTag, _ to: LanguageTag,
    _ counts: inout PretranslationCounts
  ) -> TranslationUnit {
    guard let best = matches.first else { return unit }
    let match = best.match
    let isExact = match.score >= 100 && !match.penalties.contains { $0.blemish == .numbers }
    var text = match.target
    if isExact {
      if match.isContextMatch { counts.inContext += 1 } else { counts.exact += 1 }
    } else if let repair = best.repair {
      counts.repaired += 1
      text = repair.text
    } else {
      counts.fuzzy += 1
    }
    let target = Variant(
      language: to.description,
      remarks: isExact ? SegmentState.translated.remarks(.exactMatch) : SegmentState.needsReview.remarks(.fuzzyMatch),
      content: [.text(text)])
    let source = unit.variants[0]
    return TranslationUnit(
      attributes: unit.attributes, remarks: unit.remarks + matches.map { alternative($0.match, from, to) },
      variants: [source, target])
  }

  /// `<alt-trans>` of XLIFF 1.2: what the memory has, as it has it.
  private static func alternative(_ match: Match, _ from: LanguageTag, _ to: LanguageTag) -> Remark {
    var attributes = [
      Attribute("match-quality", Decimals.fixed(match.score, digits: 1)),
      Attribute("alttranstype", "proposal"),
    ]
    if let origin = match.unit.record.origin { attributes.append(Attribute("origin", origin.name)) }
    return .element(
      name: "alt-trans", attributes: attributes,
      content: [
        .code(name: "source", attributes: [Attribute("xml:lang", from.description)], content: [.text(match.source)]),
        .code(name: "target", attributes: [Attribute("xml:lang", to.description)], content: [.text(match.target)]),
      ])
  }

  /// The units of an XLIFF file, or the sentences of a text as units.
  private func unitsToTranslate(_ file: InputFile, from: LanguageTag, to: LanguageTag) throws -> [TranslationUnit] {
    let bytes = try file.bytes()
    let isXLIFF = (try? ExchangeFormats.detect(MemorySource(bytes, name: file.name)).format.name) == "xliff"
    guard isXLIFF else {
      let document = try segment(
        text: TextFile(bytes: bytes, name: file.name).text, file: file.name, ReadingOptions(language: from))
      return document.segments.map { segment in
        TranslationUnit(variants: [Variant(language: document.language, text: segment.text)])
      }
    }
    var units: [TranslationUnit] = []
    do {
      let context = ReadingContext(source: from, target: to)
      _ = try UnitReading.run(MemorySource(bytes, name: file.name), context: context) { unit, _, _, _ in
        if !unit.variants.isEmpty { units.append(unit) }
      }
    } catch let error as FileError {
      throw CorridorError(error)
    }
    return units
  }
}

extension TranslationUnit {
  fileprivate var hasTranslation: Bool {
    variants.count > 1 && !variants[1].plainText.allSatisfy(\.isWhitespace)
  }
}
