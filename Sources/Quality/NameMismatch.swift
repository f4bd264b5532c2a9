public import Bitext
internal import Names
internal import Terminology

/// Another person or place than in the source: "Lavrov" where the source has "Choïgou".
///
/// Only where a bead has both a name without counterpart in the source's bead or its neighbours and a name of the source, of
/// the same kind, without counterpart here. One place under two authorities' names is no mismatch of its own.
public struct NameMismatch: Check {
  public static let id = "name-mismatch"

  public init() {}

  public func findings(in work: CheckedWork) -> [Diagnostic] {
    guard let source = work.source, let knowledge = work.names else { return [] }
    let theirs = Dictionary(grouping: source.names, by: \.sentence)
    let ours = Dictionary(grouping: work.target.names, by: \.sentence)
    let pairing = Pairing(source: source, target: work.target, knowledge: knowledge)
    var findings: [Diagnostic] = []
    for (i, bead) in work.beads.enumerated() where !bead.isOneSided {
      let near = work.beads[max(0, i - 1)...min(i + 1, work.beads.count - 1)]
      let nearTheirs = near.flatMap { $0.source.flatMap { theirs[$0] ?? [] } }
      let nearOurs = near.flatMap { $0.target.flatMap { ours[$0] ?? [] } }
      let strangers = bead.target.flatMap { ours[$0] ?? [] }.filter { name in
        name.kind != .org && !nearTheirs.contains { pairing.matches($0, name) }
      }
      var lost = bead.source.flatMap { theirs[$0] ?? [] }.filter { name in
        name.kind != .org && !nearOurs.contains { pairing.matches(name, $0) }
      }
      for stranger in strangers {
        guard let index = lost.firstIndex(where: { $0.kind == stranger.kind && pairing.couldBeMistaken($0, stranger) })
        else { continue }
        findings.append(finding(stranger, for: lost.remove(at: index), work))
      }
    }
    return findings
  }

  private func finding(_ stranger: NameOccurrence, for lost: NameOccurrence, _ work: CheckedWork) -> Diagnostic {
    let expected = work.names?.form(of: lost, in: work.target.language, from: work.source?.language)
    let instead = expected.map { "; expected '\($0)'" } ?? ""
    return Diagnostic(
      check: id, severity: .error, side: .target, sentence: stranger.sentence, bytes: stranger.bytes,
      surface: stranger.surface, suggestions: expected.map { [$0] } ?? [],
      message: "'\(stranger.surface)' is not in the source, which has '\(lost.surface)' here\(instead)",
      evidence: ["source: \(lost.surface)"])
  }
}

/// Which names of two texts are one.
private struct Pairing {
  let source: CheckedText
  let target: CheckedText
  let knowledge: NameKnowledge

  /// Whether both may be the same: by concept, by relation, or by spelling.
  func matches(_ theirs: NameOccurrence, _ ours: NameOccurrence) -> Bool {
    if theirs.name == ours.name { return true }
    if theirs.isConcept, ours.isConcept { return related(theirs.name, ours.name) }
    let (a, b) = (forms(theirs, source.language), forms(ours, target.language))
    return a.contains { x in
      b.contains { y in
        let length = Spelling.surname(y)
        return knowledge.matcher.match(x, y).verdict != .different
          || knowledge.matcher.match(Spelling.surname(x), length).verdict != .different
          || Spelling.isSlip(Spelling.surname(y), for: Spelling.surname(x)) || likely(x, y)
      }
    }
  }

  private func likely(_ x: String, _ y: String) -> Bool {
    guard let form = knowledge.prediction(x, from: source.language, to: target.language) else { return false }
    return Spelling.isTail(y, of: form) || Spelling.isSlip(Spelling.surname(y), for: Spelling.surname(form))
  }

  /// Unless both are known to the glossary, only names that the finder was sure of: of a person with a first name.
  func couldBeMistaken(_ theirs: NameOccurrence, _ ours: NameOccurrence) -> Bool {
    (theirs.isConcept || theirs.name.contains(" ")) && (ours.isConcept || ours.name.contains(" "))
  }

  private func related(_ a: String, _ b: String) -> Bool {
    let relations = (knowledge.glossary[a]?.relations ?? []).map(\.concept)
    return relations.contains(b) || (knowledge.glossary[b]?.relations ?? []).contains { $0.concept == a }
  }

  private func forms(_ name: NameOccurrence, _ language: LanguageTag) -> [String] {
    guard name.isConcept, let concept = knowledge.glossary[name.name] else { return [name.name, name.surface] }
    return [name.surface] + concept.terms.filter { $0.status.isAllowed }.map(\.text)
  }
}

extension NameKnowledge {
  /// What a name of another text should be here: the glossary's form, else the predicted one; as long as it is there.
  func form(of name: NameOccurrence, in language: LanguageTag, from: LanguageTag?) -> String? {
    if name.isConcept, let preferred = glossary[name.name]?.preferred(in: language)?.text {
      return name.kind == .person ? Spelling.tail(of: preferred, asLongAs: name.surface) : preferred
    }
    return from.flatMap { prediction(name.surface, from: $0, to: language) }
  }
}
