public import Bitext
public import Terminology

/// One text as the checks see it: its sentences, and what was found in them.
public struct CheckedText: Sendable {
  public let side: Anchor.Side
  public let language: LanguageTag
  public let sentences: [String]
  /// Terms of the glossary by sentence, of every kind, none overlapping.
  public let terms: [[TermOccurrence]]
  /// The concepts of all terms by sentence, those inside or across a longer term too.
  public let concepts: [Set<String>]
  /// Names by place, known to the glossary or not.
  public let names: [NameOccurrence]

  public init(
    side: Anchor.Side, language: LanguageTag, sentences: [String], terms: [[TermOccurrence]],
    concepts: [Set<String>]? = nil, names: [NameOccurrence]
  ) {
    self.side = side
    self.language = language
    self.sentences = sentences
    self.terms = terms
    self.concepts = concepts ?? terms.map { Set($0.map(\.concept)) }
    self.names = names
  }
}

/// What a check works on: one text alone, or a translation with its source and the beads between them.
public struct CheckedWork: Sendable {
  /// The source; nil where a text is checked alone.
  public let source: CheckedText?
  /// The text that is checked.
  public let target: CheckedText
  /// Empty where there is no source.
  public let beads: [Bead]
  public let glossary: Glossary

  public init(source: CheckedText? = nil, target: CheckedText, beads: [Bead] = [], glossary: Glossary) {
    self.source = source
    self.target = target
    self.beads = beads
    self.glossary = glossary
  }

  /// The texts there are, the source first.
  public var texts: [CheckedText] { (source.map { [$0] } ?? []) + [target] }
}

/// One thing that can be wrong. A type a check, a file a type; the doc comment says what is wrong and what is not.
public protocol Check: Sendable {
  /// The id on the command line and in findings: "term-missing".
  static var id: String { get }
  /// What looks wrong, in order of place.
  func findings(in work: CheckedWork) -> [Diagnostic]
}

extension Check {
  public var id: String { Self.id }
}
