package import Bitext

/// Two spellings of one name in one text, or a spelling that is not the glossary's: "Arutyunyan" beside "Harutyunyan".
///
/// Forms that the glossary admits are never variants of each other. The spelling with less to speak for it is reported: not
/// the glossary's, not predicted from the source, rarer, or later.
package struct NameVariant: Check {
  package static let id = "name-variant"
  package static let usesBeads = true

  package init() {}

  package static func parts(of side: Anchor.Side) -> AnnotatedText.Parts { .names }

  package func findings(in work: CheckedWork) -> [Finding] {
    work.nameJudgements.compactMap { side, _, judgement in
      guard judgement.fault == .variant else { return nil }
      return work.finding(id, .warning, side, judgement, message: message(judgement))
    }
  }

  private func message(_ judgement: NameJudgement) -> String {
    let because = judgement.evidence.first.map { " (\($0))" } ?? ""
    return "'\(judgement.occurrence.surface)' is another spelling of '\(judgement.expected.first ?? "")'\(because)"
  }
}
