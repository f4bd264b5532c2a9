public import Bitext
internal import Exchange
internal import Files
internal import Linguistics
public import Segmentation

/// How texts are cut into sentences.
public struct ReadingOptions: Sendable {
  /// The language of every file; nil to tell by name or content.
  public var language: LanguageTag?
  /// Only a blank line ends a paragraph.
  public var wrapped = false
  /// Each line is a sentence: nothing is cut.
  public var segmented = false
  /// A sentence may end without a mark: for text whose layout is lost.
  public var unpunctuated = false
  /// An SRX file whose rules decide before ours.
  public var srx: InputFile?

  /// Sentences as the language's rules cut them, unless told otherwise.
  public init(language: LanguageTag? = nil, wrapped: Bool = false, segmented: Bool = false) {
    self.language = language
    self.wrapped = wrapped
    self.segmented = segmented
  }
}

extension InputFile {
  /// The file's text: UTF-8, or UTF-16 with a mark.
  /// - Throws: `CorridorError.input` where it is missing or is no text; the place is that of the first bad byte.
  public func text() throws(CorridorError) -> String {
    let bytes = try bytes()
    do {
      return try TextFile(bytes: bytes, name: name).text
    } catch {
      throw CorridorError(error)
    }
  }

  /// A memory or glossary read as prose would give its tags and both its languages for sentences.
  /// - Parameter start: the first few thousand characters.
  func refuseMarkup(_ start: String) throws(CorridorError) {
    guard start.first(where: { !$0.isWhitespace && $0 != "\u{FEFF}" }) == "<",
      let format = ExchangeFormats.all.first(where: { $0.claims(start) })
    else { return }
    throw .notText(format: format.title, at: SourcePosition(file: name))
  }

  /// The language tag before the last ending of the file's name: "depeche.fr.txt", "x.pt-BR.md".
  public var languageInName: LanguageTag? {
    let parts = (name.split(separator: "/").last ?? "").split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count >= 3, (2...3).contains(parts[parts.count - 2].prefix { $0 != "-" }.count) else { return nil }
    return LanguageTag(parts[parts.count - 2])
  }
}

extension Workspace {
  /// Reads a file and cuts it into sentences.
  /// - Throws: `CorridorError.input` where it cannot be read.
  public func segment(_ file: InputFile, _ options: ReadingOptions = ReadingOptions()) throws(CorridorError) -> Document
  {
    let text = try file.text()
    try file.refuseMarkup(String(text.unicodeScalars.prefix(4096)))
    return try segment(text: text, file: file.name, options)
  }

  /// The same over a text in memory.
  /// - Parameter file: what the text is called in findings.
  public func segment(text: String, file: String = "text", _ options: ReadingOptions = ReadingOptions())
    throws(CorridorError) -> Document
  {
    let (language, source) = try language(of: text, file: file, options)
    let segmenter = try segmenter(language, options)
    return Document(
      file: file, text: text, language: language, languageSource: source, usesRootRules: segmenter.usesRootRules,
      segments: options.segmented ? Self.lines(text) : segmenter.segments(of: text), locator: TextLocator(text))
  }

  /// Each place of a document where a sentence might end, in order, with the rule that decided.
  public func decisions(in document: Document, _ options: ReadingOptions = ReadingOptions()) throws(CorridorError)
    -> [BreakDecision]
  {
    try segmenter(document.language, options).explain(document.text)
  }

  func segmenter(_ language: LanguageTag, _ options: ReadingOptions) throws(CorridorError) -> Segmenter {
    let rules = try segmentationRules(for: language)
    do {
      return try Segmenter(
        language: language, rules: rules,
        options: .init(
          wrapped: options.wrapped, breakWithoutPunctuation: options.unpunctuated,
          srx: try options.srx.map { try segmentationRules(srx: $0).rules(for: language) } ?? []))
    } catch let error as CorridorError {
      throw error
    } catch {
      throw .failure("\(error)")
    }
  }

  /// The one named, else `.fr.` in the name, else detected, else the language that the workspace translates from.
  func language(of text: String, file: String, _ options: ReadingOptions) throws(CorridorError)
    -> (LanguageTag, Document.LanguageSource)
  {
    if let language = options.language { return (language, .option) }
    if let language = InputFile(file).languageInName { return (language, .fileName) }
    if let guess = LanguageIdentifier(try profiles()).guess(text) { return (guess.language, .detected(guess.share)) }
    return (configuration.from, .assumed)
  }

  /// One segment a line, blank ones too, so that line numbers and sentence numbers agree.
  private static func lines(_ text: String) -> [Segment] {
    var segments: [Segment] = []
    let bytes = Array(text.utf8)
    var start = 0
    func add(upTo end: Int) {
      let line = bytes[start..<end]
      let first = line.firstIndex { $0 > 0x20 } ?? start
      let last = line.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? first
      let text = String(decoding: bytes[first..<last], as: UTF8.self)
      // Where each line is a sentence, nothing is known of paragraphs: one for all, lest each sentence pass for one.
      segments.append(Segment(text: text, bytes: first..<last, paragraph: 0))
      start = end + 1
    }
    for (i, byte) in bytes.enumerated() where byte == 0x0A { add(upTo: i) }
    if start < bytes.count { add(upTo: bytes.count) }
    return segments
  }
}
