package import Bitext
internal import Linguistics

/// A name in the form of another language: "Pachinian" in an English text, "Shoigu" in a French one.
///
/// Judged by the glossary; for names that it lacks, where the text has the very letters of the other text although the name
/// is predicted to be written otherwise here. Names that both languages write alike are not reported.
package struct NameUntransliterated: Check {
  package static let id = "name-untransliterated"
  package static let usesBeads = true

  package init() {}

  package static func parts(of side: Anchor.Side) -> AnnotatedText.Parts { .names }

  package func findings(in work: CheckedWork) -> [Finding] {
    work.nameFaults.filter { $0.check == id }.map(\.finding)
      + work.nameJudgements.compactMap { side, text, judgement in
        guard case .foreign(let language) = judgement.fault else { return nil }
        return work.finding(id, .error, side, judgement, message: message(judgement, language, text, work))
      }
  }

  private func message(_ judgement: NameJudgement, _ language: LanguageTag, _ text: AnnotatedText, _ work: CheckedWork)
    -> String
  {
    let expected = judgement.expected.first ?? ""
    let count = text.names.count { Spelling.isTail(expected, of: $0.surface) }
    let here = work.languageName(text.language)
    let used = count > 0 ? " (\(count == 1 ? "once" : "\(count) times") in this text)" : ""
    return
      "'\(judgement.occurrence.surface)' is the \(work.languageName(language)) form; \(here) texts use '\(expected)'\(used)"
  }
}
