package import Bitext

/// A form that the glossary marks as deprecated, superseded or forbidden: "cease-fire", "Karabagh".
///
/// Reported in either text, for terms and names alike, with the form that the glossary prefers. A form that is deprecated
/// for one concept and allowed for another is not reported.
package struct TermForbidden: Check {
  package static let id = "term-forbidden"
  package static let usesBeads = false

  package init() {}

  package static func parts(of side: Anchor.Side) -> AnnotatedText.Parts { .terms }

  package func findings(in work: CheckedWork) -> [Finding] {
    work.texts.flatMap { side, text in
      text.terms.enumerated().flatMap { sentence, hits in
        hits.filter { !$0.status.isAllowed }.map { finding($0, side, sentence, in: text, work) }
      }
    }
  }

  private func finding(
    _ hit: TermOccurrence, _ side: Anchor.Side, _ sentence: Int, in text: AnnotatedText, _ work: CheckedWork
  ) -> Finding {
    let concept = work.glossary[hit.concept]
    let preferred = concept?.preferred(in: text.language)?.text
    let term = concept?.terms(in: text.language).first { $0.text == hit.term }
    return Finding(
      check: id, severity: hit.status == .superseded ? .warning : .error, message: message(hit, preferred: preferred),
      place: .words(side: side, sentence: sentence, bytes: hit.bytes), surface: hit.surface,
      suggestions: preferred.map { [$0] } ?? [],
      evidence: [term?.position.description, term.flatMap { $0.note.isEmpty ? nil : $0.note }].compactMap { $0 })
  }

  private func message(_ hit: TermOccurrence, preferred: String?) -> String {
    let instead = preferred.map { "; write '\($0)'" } ?? ""
    return "'\(hit.surface)' is \(hit.status.rawValue) in the glossary\(instead)"
  }
}
