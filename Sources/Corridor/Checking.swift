public import Bitext
internal import Quality
internal import Terminology

/// A finding with its place in a file.
public struct Finding: Sendable {
  public let diagnostic: Diagnostic
  public let file: String
  public let language: LanguageTag
  /// 1-based; the column in scalars.
  public let line: Int
  public let column: Int
  /// 0-based scalars, of the file and of the sentence, and how many are meant.
  public let offset: Int
  public let sentenceOffset: Int
  public let length: Int
}

extension Workspace {
  /// The ids of all checks.
  public static var checkIDs: [String] { CheckRegistry.checks.map(\.id).sorted() }

  /// What looks wrong in a text by itself.
  public func check(_ document: Document, only ids: Set<String> = []) throws(CorridorError) -> [Finding] {
    let work = CheckedWork(
      target: try checked(document, .target), glossary: try glossary(), names: try nameKnowledge(),
      languageNames: try languageNames())
    return run(ids, on: work, source: nil, target: document)
  }

  /// What looks wrong in a translation beside its source.
  public func check(source: Document, target: Document, only ids: Set<String> = []) throws(CorridorError) -> [Finding] {
    let aligned = try align(source, target)
    let work = CheckedWork(
      source: try checked(source, .source), target: try checked(target, .target), beads: aligned.beads,
      glossary: try glossary(), names: try nameKnowledge(), languageNames: try languageNames())
    return run(ids, on: work, source: source, target: target)
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

  private func run(_ ids: Set<String>, on work: CheckedWork, source: Document?, target: Document) -> [Finding] {
    let checks = CheckRegistry.checks.filter { ids.isEmpty || ids.contains($0.id) }
    return CheckRegistry.run(checks, on: work).map { diagnostic in
      let document = diagnostic.side == .source ? source ?? target : target
      let start = document.place(sentence: diagnostic.sentence, byte: diagnostic.bytes.lowerBound)
      let head = document.place(sentence: diagnostic.sentence, byte: 0)
      let end = document.place(sentence: diagnostic.sentence, byte: diagnostic.bytes.upperBound)
      return Finding(
        diagnostic: diagnostic, file: document.file, language: document.language, line: start.line,
        column: start.column, offset: start.offset, sentenceOffset: start.offset - head.offset,
        length: end.offset - start.offset)
    }
  }
}
