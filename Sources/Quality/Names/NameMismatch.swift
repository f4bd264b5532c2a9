package import Bitext
internal import Linguistics
internal import Names
internal import Terminology

/// Another person or place than in the source: "Lavrov" where the source has "Choïgou".
///
/// Only where a bead has both a name without counterpart in the source's bead or its neighbours and a name of the source, of
/// the same kind, without counterpart here. One place under two authorities' names is no mismatch of its own.
package struct NameMismatch: Check {
  package static let id = "name-mismatch"
  package static let usesBeads = true

  package init() {}

  package static func parts(of side: Anchor.Side) -> AnnotatedText.Parts { .names }

  package func findings(in work: CheckedWork) -> [Finding] {
    guard let source = work.source, let knowledge = work.names else { return [] }
    let theirs = Dictionary(grouping: source.names, by: \.sentence)
    let ours = Dictionary(grouping: work.target.names, by: \.sentence)
    let pairing = Pairing(source: source, target: work.target, knowledge: knowledge)
    let paired = work.nameFaults.filter { $0.check == id }.map(\.finding)
    var findings: [Finding] = []
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
        let other = lost.remove(at: index)
        // The source is held to be right: in an article that has both, nothing tells which text mistook them.
        findings.append(finding(stranger, for: other, work))
      }
    }
    return findings + paired
  }

  private func finding(_ stranger: NameOccurrence, for lost: NameOccurrence, _ work: CheckedWork) -> Finding {
    let expected = work.names?.form(of: lost, in: work.target.language, from: work.source?.language)
    return Finding(
      check: id, severity: .error, message: message(stranger, lost, expected),
      place: .words(side: .target, sentence: stranger.sentence, bytes: stranger.bytes), surface: stranger.surface,
      suggestions: expected.map { [$0] } ?? [], evidence: ["source: \(lost.surface)"])
  }
}

/// Which names of two texts are one.
private struct Pairing {
  let source: AnnotatedText
  let target: AnnotatedText
  let knowledge: NameKnowledge

  /// Whether both may be the same: by concept, by relation, or by spelling.
  func matches(_ theirs: NameOccurrence, _ ours: NameOccurrence) -> Bool {
    if theirs.name == ours.name { return true }
    if theirs.isConcept, ours.isConcept { return related(theirs.name, ours.name) }
    let (a, b) = (forms(theirs, source.language), forms(ours, target.language))
    if theirs.kind == .place, ours.kind == .place, haveWordInCommon(a, b) { return true }
    return a.contains { x in
      b.contains { y in
        let length = Spelling.surname(y)
        return knowledge.match(x, y).verdict != .different
          || knowledge.match(Spelling.surname(x), length).verdict != .different
          || Spelling.isSlip(Spelling.surname(y), for: Spelling.surname(x)) || likely(x, y)
      }
    }
  }

  /// Whether a capitalised word of one name is a spelling of one of the other: "avenue Baghramian", "Baghramyan Avenue".
  private func haveWordInCommon(_ a: [String], _ b: [String]) -> Bool {
    func words(_ forms: [String]) -> Set<String> {
      Set(
        forms.flatMap { $0.split { $0 == " " || $0 == "-" }.map(String.init) }.filter {
          $0.count > 3 && $0.first?.isUppercase ?? false
        })
    }
    let theirs = words(b)
    return words(a).contains { x in theirs.contains { knowledge.match(x, $0).verdict == .same } }
  }

  private func likely(_ x: String, _ y: String) -> Bool {
    guard let form = knowledge.prediction(x, from: source.language, to: target.language) else { return false }
    return Spelling.isTail(y, of: form) || Spelling.isSlip(Spelling.surname(y), for: Spelling.surname(form))
  }

  /// Unless both are known to the glossary, only persons with first names that are known.
  func couldBeMistaken(_ theirs: NameOccurrence, _ ours: NameOccurrence) -> Bool {
    // Places and bodies that no glossary has are looked up in the tables of the world.
    if theirs.isConcept, ours.isConcept { return true }
    return theirs.kind == .person && ours.kind == .person && isFullName(theirs) && isFullName(ours)
      && !isNearlyTheSame(theirs, ours)
  }

  /// A first name that is known, and a surname.
  private func isFullName(_ name: NameOccurrence) -> Bool {
    guard !name.isConcept else { return true }
    let words = name.name.split(separator: " ")
    return words.count > 1 && words.first.map { knowledge.isFirstName(Folding.key(String($0))) } ?? false
  }

  /// One first name and surnames that have most letters in common are more likely one person whose name no rule explains.
  private func isNearlyTheSame(_ theirs: NameOccurrence, _ ours: NameOccurrence) -> Bool {
    guard theirs.kind == .person, !theirs.isConcept || !ours.isConcept else { return false }
    return forms(theirs, source.language).contains { x in
      forms(ours, target.language).contains { y in
        let (a, b) = (x.split(separator: " "), y.split(separator: " "))
        guard a.count > 1, b.count > 1, let p = a.last, let q = b.last,
          knowledge.match(String(a[0]), String(b[0])).verdict == .same
        else { return false }
        let (m, n) = (Array(Folding.key(String(p)).unicodeScalars), Array(Folding.key(String(q)).unicodeScalars))
        return 2 * Spelling.distance(m, n) <= max(m.count, n.count)
      }
    }
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

extension NameMismatch {
  private func message(_ stranger: NameOccurrence, _ lost: NameOccurrence, _ expected: String?) -> String {
    let instead = expected.map { "; expected '\($0)'" } ?? ""
    return "'\(stranger.surface)' is not in the source, which has '\(lost.surface)' here\(instead)"
  }
}
