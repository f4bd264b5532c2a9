public import Bitext
internal import Exchange
internal import Files
internal import Linguistics
internal import Rules
public import Terminology

/// Candidates with the sentences that they were found in.
public struct ExtractedTerms: Sendable {
  /// The language of the candidates.
  public let language: LanguageTag
  /// The language of the proposed translations; nil where there are none.
  public let target: LanguageTag?
  /// Best first.
  public let candidates: [TermCandidate]
  /// The text of a sentence that a candidate names.
  public let sentences: [String]
  /// Ids of concepts that the glossary has already.
  let takenIDs: Set<String>

  /// An id for the concept of each candidate, in their order: ASCII letters, digits and low lines, from the first translation
  /// if there is one, else from the candidate. No two are alike, and none is an id of the glossary.
  public var conceptIDs: [String] {
    var taken = takenIDs
    return candidates.map { Self.id($0.translations.first?.text ?? $0.text, &taken) }
  }

  private static func id(_ text: String, _ taken: inout Set<String>) -> String {
    var base = ""
    for scalar in Folding.key(text).unicodeScalars {
      if scalar.isASCII, scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) {
        base.unicodeScalars.append(scalar)
      } else if !base.isEmpty, base.last != "_" {
        base.append("_")
      }
    }
    while base.last == "_" { base.removeLast() }
    if base.isEmpty { base = "term" }
    var id = base
    var number = 2
    while !taken.insert(id).inserted {
      id = "\(base)_\(number)"
      number += 1
    }
    return id
  }
}

extension Workspace {
  /// Term candidates of some documents of one language, best first: what the glossary lacks, without names, dates and single
  /// words that are as common elsewhere.
  /// - Parameters:
  ///   - reference: texts of general language to weigh against; without them no single word is proposed.
  ///   - includingAll: leaves nothing out.
  /// - Throws: `CorridorError.unsupportedLanguage` if the language has no patterns, `.mixedLanguages`.
  public func extractTerms(
    _ documents: [Document], against reference: [Document] = [], minimum: Int = 3, most: Int = 500,
    includingAll: Bool = false
  ) throws(CorridorError) -> ExtractedTerms {
    guard let language = documents.first?.language else {
      return ExtractedTerms(
        language: configuration.from, target: nil, candidates: [], sentences: [], takenIDs: [])
    }
    if let other = documents.first(where: { !$0.language.sameLanguage(as: language) }) {
      throw .mixedLanguages(file: other.file, language: other.language, first: language)
    }
    let extraction = TermExtraction(try extractionPatterns(language), minimum: minimum)
    let sentences = documents.flatMap { $0.segments.map(\.text) }
    let general = reference.flatMap { $0.segments.map(\.text) }
    return ExtractedTerms(
      language: language, target: nil,
      candidates: extraction.candidates(
        in: sentences, against: general, most: most,
        wanted: includingAll ? { _ in true } : try missing(from: sentences, language)), sentences: sentences,
      takenIDs: Set(try glossary().concepts.map(\.id)))
  }

  /// Term candidates of the source side of aligned units, with what the target side has for them.
  /// - Parameter file: any exchange format of units: TMX, XLIFF, PO, tab-separated pairs. Columns of the last go by the
  ///   language codes of their first line; without it the first is the source, which is checked.
  /// - Throws: `CorridorError.swappedColumns` if the first column is clearly in the target language and the second in the source's.
  public func extractTerms(
    fromUnits file: InputFile, from: LanguageTag? = nil, to: LanguageTag? = nil, minimum: Int = 3, most: Int = 500,
    includingAll: Bool = false
  ) throws(CorridorError) -> ExtractedTerms {
    let (source, target) = (from ?? configuration.from, to ?? configuration.to)
    var sides: (source: [String], target: [String]) = ([], [])
    var isByColumns = false
    try exchanging { () throws(FileError) in
      let context = ReadingContext(limits: ReadingLimits(), source: source, target: target)
      let opened = try ExchangeFormats.detect(try FileSource(path: file.name), context: context)
      guard let input = opened.source as? PrefixedSource else { return }
      let reader = try opened.format.reader(input, context: context)
      isByColumns = opened.format.name == "tsv"
      while let item = try reader.nextItem() {
        guard case .unit(let unit) = item else { continue }
        func text(_ language: LanguageTag) -> String? {
          unit.variants.first { LanguageTag($0.language)?.sameLanguage(as: language) == true }?.plainText
        }
        guard let left = text(source), let right = text(target) else { continue }
        sides.source.append(left)
        sides.target.append(right)
      }
    }
    if isByColumns { try checkSides(sides, source, target) }
    let extraction = TermExtraction(try extractionPatterns(source), minimum: minimum)
    let candidates = extraction.candidates(
      in: sides.source, targets: (sides.target, try extractionPatterns(target)), most: most,
      wanted: includingAll ? { _ in true } : try missing(from: sides.source, source))
    return ExtractedTerms(
      language: source, target: target, candidates: candidates, sentences: sides.source,
      takenIDs: Set(try glossary().concepts.map(\.id)))
  }

  /// How many times commoner a single word must be than in texts of general language.
  private static let tellingRatio = 8.0

  /// Whether a candidate is one for a glossary: the glossary has it not, it is no name or date, and more than a common word.
  private func missing(from sentences: [String], _ language: LanguageTag) throws(CorridorError)
    -> (TermCandidate) -> Bool
  {
    let matcher = try termMatcher(language)
    let names = Dictionary(grouping: try nameFinder(language).find(in: sentences), by: \.sentence)
    let months = try profile(of: language)?.months.keys.map { $0 } ?? []
    let dates = Set(months + Weekdays.names(in: language).map { Folding.key($0) })
    return { candidate in
      let words = candidate.text.split(separator: " ").map { Folding.key(String($0)) }
      if words.count < 2, (candidate.timesCommoner ?? 0) < Self.tellingRatio { return false }
      if words.contains(where: dates.contains) { return false }
      let length = candidate.text.utf8.count
      if matcher.alternatives(in: candidate.text).contains(where: { $0.bytes == 0..<length }) { return false }
      let isName = zip(candidate.sentences, candidate.places).allSatisfy { number, place in
        names[number]?.contains { $0.bytes.clamped(to: place) == place } ?? false
      }
      return candidate.sentences.isEmpty || !isName
    }
  }

  /// Columns in the wrong order would give candidates of the wrong language, which look like candidates all the same.
  private func checkSides(
    _ sides: (source: [String], target: [String]), _ source: LanguageTag, _ target: LanguageTag
  ) throws(CorridorError) {
    guard !source.sameLanguage(as: target) else { return }
    let identifier = LanguageIdentifier(try profiles())
    func guess(_ texts: [String]) -> LanguageTag? {
      identifier.guess(texts.prefix(200).joined(separator: "\n"))?.language
    }
    guard let left = guess(sides.source), left.sameLanguage(as: target), let right = guess(sides.target),
      right.sameLanguage(as: source)
    else { return }
    throw .swappedColumns(first: target, second: source)
  }

  private func extractionPatterns(_ language: LanguageTag) throws(CorridorError) -> ExtractionPatterns {
    var known: [LanguageTag] = []
    for node in try data.rules("extraction") {
      let patterns = try ruled { () throws(RulesErrors) in try ExtractionPatterns(node) }
      if patterns.language.sameLanguage(as: language) { return patterns }
      known.append(patterns.language)
    }
    throw .unsupportedLanguage(language, data: "patterns of terms", known: known)
  }
}
