package import Bitext

/// A name with a slip of the fingers: "Muardov" for "Muradov".
///
/// Reported where the right spelling stands elsewhere in the text, or is what the source leads one to expect; never for a name
/// that answers to another one of the source.
package struct NameMisspelt: Check {
  package static let id = "name-misspelt"
  package static let usesBeads = true

  package init() {}

  package static func parts(of side: Anchor.Side) -> AnnotatedText.Parts { .names }

  package func findings(in work: CheckedWork) -> [Finding] {
    work.nameFaults.filter { $0.check == id }.map(\.finding)
      + work.nameJudgements.compactMap { side, _, judgement in
        guard judgement.fault == .slip else { return nil }
        return work.finding(id, .error, side, judgement, message: message(judgement))
      }
  }

  private func message(_ judgement: NameJudgement) -> String {
    let because = judgement.evidence.first.map { " (\($0))" } ?? ""
    return "'\(judgement.occurrence.surface)' looks like a slip for '\(judgement.expected.first ?? "")'\(because)"
  }
}
