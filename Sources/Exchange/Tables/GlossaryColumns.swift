internal import Bitext

/// Lays an entry of any number of terms out as rows of a source and a target term.
struct GlossaryColumns {
  private(set) var source: LanguageTag?
  private(set) var target: LanguageTag?

  struct Row {
    let source: TermEntry
    let target: TermEntry
  }

  init(_ options: WritingOptions) {
    source = options.source
    target = options.target
  }

  mutating func use(_ header: GlossaryHeader) {
    source = source ?? header.sourceLanguage.flatMap { LanguageTag($0) }
    target = target ?? header.targetLanguage.flatMap { LanguageTag($0) }
  }

  /// The rows of an entry: the first terms of both sides together, every further term with the first of the other side.
  ///
  /// The first entry with two languages settles what neither the options nor the header do.
  mutating func rows(of entry: ConceptEntry, _ losses: inout Losses) -> [Row] {
    if source == nil { source = entry.languages.first.flatMap { LanguageTag($0.language) } }
    if target == nil {
      target = entry.languages.compactMap { LanguageTag($0.language) }.first { tag in
        source.map { !tag.sameLanguage(as: $0) } ?? true
      }
    }
    let from = source.flatMap { entry.section($0) }
    let to = target.flatMap { entry.section($0) }
    for section in entry.languages where section != from && section != to {
      losses.add("side in \(section.language)", section.terms.count)
    }
    for section in [from, to] { for datum in section?.data ?? [] { losses.add(datum.category) } }
    guard let from, let to, let firstSource = from.terms.first, let firstTarget = to.terms.first else {
      losses.add("concept without both languages")
      return []
    }
    var rows = [Row(source: firstSource, target: firstTarget)]
    rows += to.terms.dropFirst().map { Row(source: firstSource, target: $0) }
    rows += from.terms.dropFirst().map { Row(source: $0, target: firstTarget) }
    return rows
  }
}
