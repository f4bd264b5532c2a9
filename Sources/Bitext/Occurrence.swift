/// A glossary term found in a text.
public struct TermOccurrence: Hashable, Sendable {
  /// How the text's words met the glossary's.
  public enum Match: String, Hashable, Sendable {
    /// Letter for letter.
    case exact
    /// The same words with other case, accents, apostrophes, hyphens or spaces.
    case folded
    /// Another inflected form.
    case inflected
  }

  /// Where it stands: UTF-8 bytes of the sentence, end excluded.
  public let bytes: Range<Int>
  /// The words as they stand in the text.
  public let surface: String
  /// Id and kind of the concept.
  public let concept: String
  /// What the concept is a name for.
  public let kind: Concept.Kind
  /// The glossary's term that was met, and what the glossary says of it.
  public let term: String
  /// Whether the glossary wants the term.
  public let status: TermStatus
  /// How the text was recognised as the term.
  public let how: Match

  /// A term in a sentence.
  public init(
    bytes: Range<Int>, surface: String, concept: String, kind: Concept.Kind, term: String,
    status: TermStatus, how: Match
  ) {
    self.bytes = bytes
    self.surface = surface
    self.concept = concept
    self.kind = kind
    self.term = term
    self.status = status
    self.how = how
  }
}

/// A name found in a text, known to the glossary or not.
public struct NameOccurrence: Hashable, Sendable {
  /// 0-based number of the sentence.
  public let sentence: Int
  /// Where it stands: UTF-8 bytes of the sentence, end excluded.
  public let bytes: Range<Int>
  /// The words as the text has them.
  public let surface: String
  /// person, place or org; never term.
  public let kind: Concept.Kind
  /// The concept id where the glossary has it, else the full form in the text.
  public let name: String
  /// Whether `name` is a concept id.
  public let isConcept: Bool

  /// A name in a sentence.
  public init(
    sentence: Int, bytes: Range<Int>, surface: String, kind: Concept.Kind, name: String,
    isConcept: Bool
  ) {
    self.sentence = sentence
    self.bytes = bytes
    self.surface = surface
    self.kind = kind
    self.name = name
    self.isConcept = isConcept
  }
}
