/// Something that looks wrong, or that a person should look at: what, how grave, where, and what would be right.
///
/// Every part of Corridor that reports something gives this type: checks of texts, of glossaries, of memories, and the readers of
/// files. Whoever finds it writes the message; programs only print it.
public struct Finding: Hashable, Sendable, CustomStringConvertible {
  /// How grave it is.
  public enum Severity: String, Hashable, Sendable, CaseIterable {
    /// Wrong by a rule or the glossary.
    case error
    /// Very likely wrong.
    case warning
    /// Worth a look.
    case hint
  }

  /// Where it is, as the one who found it knows it.
  public enum Place: Hashable, Sendable {
    /// Some words of a sentence: which text, the 0-based number of the sentence, and the words as UTF-8 bytes of the sentence,
    /// end excluded; all of the sentence where something is missing.
    case words(side: Anchor.Side, sentence: Int, bytes: Range<Int>)
    /// A place in a file.
    case file(SourcePosition)
    /// A unit of a memory, by its number.
    case unit(Int64)
  }

  /// Where it is in a file of text.
  public struct Location: Hashable, Sendable {
    /// The file as the user named it.
    public let file: String
    /// The language of the text.
    public let language: LanguageTag
    /// The language of the source that the text translates; nil where it is checked alone.
    public let source: LanguageTag?
    /// 1-based; the column in Unicode scalars.
    public let line: Int
    /// 1-based, in Unicode scalars.
    public let column: Int
    /// 0-based, in Unicode scalars of the file and of the sentence.
    public let offset: Int
    /// 0-based, in Unicode scalars of the sentence.
    public let sentenceOffset: Int
    /// In Unicode scalars.
    public let length: Int
    /// "#" or "@" where the words are a hashtag or a handle; else empty.
    public let mark: String
    /// Tells the finding from others of its kind, the same as long as its sentence is; empty where it is not known.
    public let fingerprint: String

    /// A place in a file of text.
    public init(
      file: String, language: LanguageTag, source: LanguageTag? = nil, line: Int, column: Int, offset: Int,
      sentenceOffset: Int, length: Int, mark: String = "", fingerprint: String = ""
    ) {
      self.file = file
      self.language = language
      self.source = source
      self.line = line
      self.column = column
      self.offset = offset
      self.sentenceOffset = sentenceOffset
      self.length = length
      self.mark = mark
      self.fingerprint = fingerprint
    }
  }

  /// What was done about it by the one who found it.
  public enum Effect: String, Hashable, Sendable {
    /// Nothing: what is meant is kept as it is.
    case kept
    /// A unit or entry that cannot be used was left out.
    case dropped
    /// A damaged character was replaced by U+FFFD.
    case repaired
  }

  /// The id of the check or rule that found it: "name-variant", "term-missing", "tmx-date".
  public let check: String
  /// How grave it is.
  public let severity: Severity
  /// One sentence for a person: what is wrong and what to do.
  public let message: String
  /// Where it is, as the one who found it knows it.
  public let place: Place
  /// The words meant, as they are in the text; empty where something is missing, or where no words are meant.
  public let surface: String
  /// What could be written there instead, best first.
  public let suggestions: [String]
  /// What the finding rests on: counts, rules, glossary entries, other places.
  public let evidence: [String]
  /// What was done about it.
  public let effect: Effect
  /// Where the words are in their file; nil until that is known.
  public let location: Location?

  /// A finding; whoever finds it writes the message.
  public init(
    check: String, severity: Severity, message: String, place: Place, surface: String = "", suggestions: [String] = [],
    evidence: [String] = [], effect: Effect = .kept, location: Location? = nil
  ) {
    self.check = check
    self.severity = severity
    self.message = message
    self.place = place
    self.surface = surface
    self.suggestions = suggestions
    self.evidence = evidence
    self.effect = effect
    self.location = location
  }

  /// The words that are meant; nil where it is about a place in a file or a unit.
  public var words: (side: Anchor.Side, sentence: Int, bytes: Range<Int>)? {
    guard case .words(let side, let sentence, let bytes) = place else { return nil }
    return (side, sentence, bytes)
  }

  /// The place in a file; nil where it is about words or a unit.
  public var position: SourcePosition? { if case .file(let position) = place { position } else { nil } }

  /// The number of the unit that is meant; nil where it is about words or a place in a file.
  public var unit: Int64? { if case .unit(let number) = place { number } else { nil } }

  /// The same with one more thing that it rests on.
  public func adding(evidence more: String) -> Finding {
    Finding(
      check: check, severity: severity, message: message, place: place, surface: surface, suggestions: suggestions,
      evidence: evidence + [more], effect: effect, location: location)
  }

  /// The same with its place in a file.
  public func located(at location: Location) -> Finding {
    Finding(
      check: check, severity: severity, message: message, place: place, surface: surface, suggestions: suggestions,
      evidence: evidence, effect: effect, location: location)
  }

  /// `place: severity: message [check]`; the place as far as it is known.
  public var description: String {
    let place: String =
      switch (location, self.place) {
      case (let location?, _): "\(location.file):\(location.line):\(location.column): "
      case (nil, .file(let position)): "\(position): "
      case (nil, .unit(let number)): "unit \(number): "
      case (nil, .words): ""
      }
    return "\(place)\(severity.rawValue): \(message) [\(check)]"
  }
}
