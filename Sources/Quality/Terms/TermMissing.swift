package import Bitext
internal import Terminology

/// A term of the source whose translation has no term of the same concept, where that is a fault.
///
/// Beads are compared, one-sided ones left out. A term counts as translated where the bead, or the one before or after it,
/// has any term of the concept or of one related to it, allowed or not (a forbidden form is another check's finding), also inside a
/// longer term; and where a word of the same family as the head of such a term is in the bead ("negotiate" for "negotiation", "the corridor"
/// for "Lachin corridor"). Concepts that matter less than is asked for (`CheckedWork.leastImportance`) are passed over, and so
/// are words that may mean something else: short forms of a longer term, and spellings of two concepts of which the other
/// one is there. Names are not looked at here.
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
      let around = max(0, i - 1)...min(i + 1, targets.count - 1)
      let near = targets[around].reduce(into: Set<String>()) { $0.formUnion($1) }
      var stems: Set<String>?
      var reported: Set<String> = []
      for hit in bead.source.flatMap({ source.terms[$0] }) where hit.kind == .term {
        guard let concept = work.glossary[hit.concept], concept.importance >= work.leastImportance,
          !Self.isShortForm(hit, of: concept, source.language), !isTranslated(hit.concept, in: near, work),
          !work.homographs(hit.term).contains(where: near.contains), reported.insert(hit.concept).inserted
        else { continue }
        if let traces = work.traces {
          let known = stems ?? Self.stems(bead, work, traces)
          stems = known
          if isHinted(concept, by: known, traces, work) { continue }
        }
        if let finding = finding(hit, concept, bead, work) { findings.append(finding) }
      }
    }
    return findings
  }

  private static func stems(_ bead: Bead, _ work: CheckedWork, _ traces: TermTraces) -> Set<String> {
    bead.target.reduce(into: Set<String>()) { $0.formUnion(traces.stems(of: work.target.sentences[$1].text)) }
  }

  /// Whether one word stands for a term that has more of them: "déplacé" for "déplacé interne" may be something else.
  private static func isShortForm(_ hit: TermOccurrence, of concept: Concept, _ language: LanguageTag) -> Bool {
    func isOneWord(_ text: String) -> Bool { !text.utf8.contains(UInt8(ascii: " ")) }
    guard isOneWord(hit.term), let preferred = concept.preferred(in: language)?.text else { return false }
    return preferred != hit.term && !isOneWord(preferred)
  }

  private func isTranslated(_ concept: String, in found: Set<String>, _ work: CheckedWork) -> Bool {
    if found.contains(concept) { return true }
    let own = work.glossary[concept]?.relations.map(\.concept) ?? []
    return own.contains(where: found.contains)
      || found.contains { other in work.glossary[other]?.relations.contains { $0.concept == concept } ?? false }
  }

  /// Whether the translation has a word of the family of one of the terms that may be written.
  private func isHinted(_ concept: Concept, by stems: Set<String>, _ traces: TermTraces, _ work: CheckedWork) -> Bool {
    concept.terms(in: work.target.language).contains { $0.status.isAllowed && traces.hints($0, in: stems) }
  }

  /// Nil where the glossary has no term to ask for in the target's language.
  private func finding(_ hit: TermOccurrence, _ concept: Concept, _ bead: Bead, _ work: CheckedWork) -> Finding? {
    guard let sentence = bead.target.first else { return nil }
    let wanted = concept.terms(in: work.target.language).filter(\.status.isAllowed).map(\.text)
    guard let first = wanted.first else { return nil }
    let text = work.target.sentences[sentence].text
    return Finding(
      check: Self.id, severity: concept.importance == .key ? .error : .warning, message: message(hit, wanted: first),
      place: .words(side: .target, sentence: sentence, bytes: 0..<text.utf8.count), suggestions: wanted,
      evidence: ["source: \(hit.surface)", "concept: \(hit.concept)"])
  }

  private func message(_ hit: TermOccurrence, wanted: String) -> String {
    "'\(hit.surface)' in the source is '\(wanted)' in the glossary; it is not here"
  }
}
