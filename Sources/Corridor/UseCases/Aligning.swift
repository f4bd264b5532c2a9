internal import Alignment
public import Bitext
internal import Exchange
internal import Linguistics
internal import Terminology

/// Two texts and the beads that join their sentences.
public struct AlignedDocuments: Sendable {
  /// The text that is translated.
  public let source: Document
  /// Its translation.
  public let target: Document
  let alignment: AlignmentResult
  /// Why the pair should not be used, with the figures; nil where the two look like translations of each other.
  public fileprivate(set) var refusal: String?

  /// The beads that an editor chose in place of the aligner's, with the texts that were changed.
  var choice: BeadChoice?

  /// The groups of sentences that belong together, in the order of the source: the editor's if there are any, else the aligner's.
  public var beads: [Bead] { choice?.beads ?? alignment.beads }

  /// Sentences that seem to say the same in another order, which beads cannot say.
  public var crossings: [Crossed] {
    alignment.crossings.map { Crossed(source: $0.source, target: $0.target, confidence: $0.confidence) }
  }

  /// Whether an editor went over the beads.
  public var isChosen: Bool { choice != nil }

  /// Beads below this confidence are marked for review.
  public static let reviewFloor = 0.6

  /// Both sides of a bead as text, joined by the white space between the sentences; as the editor left them where they
  /// were changed.
  public func texts(of bead: Bead) -> (source: String, target: String) {
    choice?.texts[bead] ?? (source.text(ofSentences: bead.source), target.text(ofSentences: bead.target))
  }

  /// The keys of the anchors that met in each bead, in the order of `beads`; none where an editor chose the bead.
  public var anchors: [[String]] {
    let known = Dictionary(
      zip(alignment.beads.map { [$0.source, $0.target] }, alignment.anchors), uniquingKeysWith: { first, _ in first })
    return beads.map { known[[$0.source, $0.target]] ?? [] }
  }

  /// How many beads there are of each shape, the commonest first: "17 1-1, 2 2-1".
  public var shapes: [(shape: String, count: Int)] {
    var counts: [String: Int] = [:]
    for bead in beads { counts["\(bead.source.count)-\(bead.target.count)", default: 0] += 1 }
    return counts.map { (shape: $0.key, count: $0.value) }.sorted { ($1.count, $0.shape) < ($0.count, $1.shape) }
  }
}

extension AlignedDocuments {
  /// Sentences of both texts that seem to say the same, across the order of the others.
  public struct Crossed: Hashable, Sendable {
    /// 0-based numbers of the sentences.
    public let source: [Int]
    /// 0-based numbers of the sentences of the target.
    public let target: [Int]
    /// How sure that is, 0...1.
    public let confidence: Double
  }
}

extension Workspace {
  /// Aligns two documents with the glossary's terms, names, numbers and dates as anchors.
  public func align(_ source: Document, _ target: Document) throws(CorridorError) -> AlignedDocuments {
    let aligner = Aligner(source: source.language, target: target.language)
    // What was found becomes anchors and is freed: books are aligned too.
    let anchors =
      try anchors(in: annotated(source, Self.anchorParts), on: .source)
      + anchors(in: annotated(target, Self.anchorParts), on: .target)
    let alignment = aligner.align(
      source: Self.input(source.segments), target: Self.input(target.segments), anchors: consume anchors)
    var refusal = try swapped(source, target)
    if refusal == nil, case .refused(let reason) = alignment.verdict { refusal = reason }
    return AlignedDocuments(source: source, target: target, alignment: alignment, refusal: refusal)
  }

  /// What alignment looks for in both texts.
  static let anchorParts: AnnotatedText.Parts = [.terms, .names, .quantities]

  /// The beads between two texts, by what was found in them.
  func beads(_ source: AnnotatedText, _ target: AnnotatedText) -> [Bead] {
    Aligner(source: source.language, target: target.language).align(
      source: Self.input(source.sentences), target: Self.input(target.sentences),
      anchors: anchors(in: source, on: .source) + anchors(in: target, on: .target)
    ).beads
  }

  /// The same pair with the beads of a file that an editor went over: rows of `align --format tsv`, or a ladder.
  /// - Throws: `CorridorError.faults` with every fault of the file.
  public func applying(_ beads: InputFile, to aligned: AlignedDocuments) throws(CorridorError) -> AlignedDocuments {
    var chosen = aligned
    chosen.choice = try BeadChoice(try beads.text(), file: beads.name, aligned)
    chosen.refusal = nil
    return chosen
  }

  /// Says so where each text is in the language of the other.
  private func swapped(_ source: Document, _ target: Document) throws(CorridorError) -> String? {
    let identifier = LanguageIdentifier(try profiles())
    guard !source.language.sameLanguage(as: target.language),
      let first = identifier.guess(Self.sample(source)), let second = identifier.guess(Self.sample(target)),
      first.language.sameLanguage(as: target.language), second.language.sameLanguage(as: source.language)
    else { return nil }
    return "the languages are swapped: \(source.file) is in '\(first.language)', \(target.file) in '\(second.language)'"
  }

  /// The beginning of a text, long enough to tell its language: a whole book would be cut into words at once.
  private static func sample(_ document: Document) -> String { String(document.text.unicodeScalars.prefix(50_000)) }

  private static func input(_ sentences: [Segment]) -> [AlignmentInput] {
    sentences.map { AlignmentInput(text: $0.text, paragraph: $0.paragraph, isHeading: $0.kind == .heading) }
  }

  /// What each sentence holds that its translation should hold too.
  private func anchors(in text: AnnotatedText, on side: Anchor.Side) -> [Anchor] {
    var anchors: [Anchor] = []
    for i in text.sentences.indices {
      for hit in text.terms[i] where hit.kind == .term {
        anchors.append(Anchor(side: side, sentence: i, key: "concept:" + hit.concept))
      }
      for quantity in text.quantities[i] {
        anchors.append(Anchor(side: side, sentence: i, key: quantity.value.description, weight: 0.8))
      }
    }
    // A text names the same over and over.
    var keys: [String: String?] = [:]
    for name in text.names {
      let known = name.isConcept ? nil : keys[name.surface]
      let key = known ?? nameKey(name)
      if !name.isConcept { keys[name.surface] = .some(key) }
      if let key { anchors.append(Anchor(side: side, sentence: name.sentence, key: key)) }
    }
    return anchors
  }

  /// One unit a bead: both sides, the confidence, and the glossary's terms of the source as properties.
  /// - Parameters:
  ///   - unmatched: whether one-sided beads become units too.
  ///   - minimum: beads of less confidence are left out, 0...1.
  ///   - kind: XLIFF says what is to be reviewed as the state of the target, TMX as a property `x-review`.
  public func units(
    of aligned: AlignedDocuments, unmatched: Bool, minimum: Double = 0, kind: MemoryFile.Kind = .tmx
  ) throws(CorridorError) -> [TranslationUnit] {
    try unitsWithBeads(of: aligned, unmatched: unmatched, minimum: minimum, kind: kind).map(\.unit)
  }

  func unitsWithBeads(
    of aligned: AlignedDocuments, unmatched: Bool, minimum: Double = 0, kind: MemoryFile.Kind = .tmx
  ) throws(CorridorError) -> [(bead: Bead, unit: TranslationUnit)] {
    let matcher = try termMatcher(aligned.source.language)
    return aligned.beads.compactMap { bead in
      guard bead.confidence >= minimum else { return nil }
      let (source, target) = aligned.texts(of: bead)
      guard unmatched ? !(source.isEmpty && target.isEmpty) : !(source.isEmpty || target.isEmpty) else { return nil }
      var variants: [Variant] = []
      if !source.isEmpty { variants.append(Variant(language: aligned.source.language, text: source)) }
      let isDoubtful = bead.confidence < AlignedDocuments.reviewFloor
      if !target.isEmpty {
        let state: SegmentState = isDoubtful ? .needsReview : .translated
        variants.append(
          Variant(
            language: aligned.target.language.description,
            remarks: kind == .xliff ? state.remarks() : [], content: [.text(target)]))
      }
      var remarks = [
        Remark.property(type: "x-confidence", value: Decimals.fixed(bead.confidence, digits: 3)),
        .property(type: "x-source-file", value: aligned.source.file),
        .property(type: "x-target-file", value: aligned.target.file),
      ]
      if isDoubtful, kind == .tmx { remarks.append(.property(type: "x-review", value: "low confidence")) }
      let unit = TranslationUnit(remarks: remarks + Self.termProperties(matcher, source), variants: variants)
      return (bead, unit)
    }
  }
}
