package import Bitext

/// A term of the source whose translation has no term of the same concept.
///
/// Beads are compared, one-sided ones left out. A term counts as translated where the bead, or the one before or after it,
/// has any term of the concept or of one related to it, allowed or not (a forbidden form is another check's finding), also inside a
/// longer term. Names are not looked at here.
package struct TermMissing: Check {
  package static let id = "term-missing"
  package static let usesBeads = true

  package init() {}

  package static func parts(of side: Anchor.Side) -> AnnotatedText.Parts { side == .source ? .terms : .concepts }

  package func findings(in work: CheckedWork) -> [Finding] {
    guard let source = work.source else { return [] }
    let targets = work.beads.map { bead in
      bead.target.reduce(into: Set<String>()) { $0.formUnion(work.target.concepts[$1]) }
    }
    var findings: [Finding] = []
    for (i, bead) in work.beads.enumerated() where !bead.isOneSided {
      let near = targets[max(0, i - 1)...min(i + 1, targets.count - 1)].reduce(into: Set<String>()) { $0.formUnion($1) }
      var reported: Set<String> = []
      for hit in bead.source.flatMap({ source.terms[$0] }) where hit.kind == .term {
        guard !isTranslated(hit.concept, in: near, work), reported.insert(hit.concept).inserted,
          let finding = finding(hit, bead, work)
        else { continue }
        findings.append(finding)
      }
    }
    return findings
  }

  private func isTranslated(_ concept: String, in found: Set<String>, _ work: CheckedWork) -> Bool {
    if found.contains(concept) { return true }
    let own = work.glossary[concept]?.relations.map(\.concept) ?? []
    return own.contains(where: found.contains)
      || found.contains { other in work.glossary[other]?.relations.contains { $0.concept == concept } ?? false }
  }

  /// Nil where the glossary has no term to ask for in the target's language.
  private func finding(_ hit: TermOccurrence, _ bead: Bead, _ work: CheckedWork) -> Finding? {
    guard let sentence = bead.target.first, let concept = work.glossary[hit.concept] else { return nil }
    let wanted = concept.terms(in: work.target.language).filter(\.status.isAllowed).map(\.text)
    guard let first = wanted.first else { return nil }
    let text = work.target.sentences[sentence].text
    return Finding(
      check: id, severity: .warning, message: message(hit, wanted: first),
      place: .words(side: .target, sentence: sentence, bytes: 0..<text.utf8.count), suggestions: wanted,
      evidence: ["source: \(hit.surface)", "concept: \(hit.concept)"])
  }

  private func message(_ hit: TermOccurrence, wanted: String) -> String {
    "'\(hit.surface)' in the source is '\(wanted)' in the glossary; it is not here"
  }
}
