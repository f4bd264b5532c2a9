package import Bitext
package import Linguistics

/// Looks for what makes a glossary useless or misleading.
package struct GlossaryValidation: Sendable {
  /// What kind of fault: the raw value is the id of the finding.
  package enum Rule: String, Hashable, Sendable, CaseIterable {
    case twoPreferred = "two-preferred"
    case noPreferred = "no-preferred"
    case sharedTerm = "shared-term"
    case repeatedTerm = "repeated-term"
    case repeatedConcept = "repeated-concept"
    case missingSide = "missing-side"
    case danglingRelation = "dangling-relation"
    case emptyTerm = "empty-term"
    case strayWhitespace = "stray-whitespace"
    case invisibleCharacter = "invisible-character"
    case mixedScript = "mixed-script"
    case wrongScript = "wrong-script"
    case notComposed = "not-composed"
    case badDate = "bad-date"
    case statusAgainstProfile = "status-against-profile"
    case romanizationMismatch = "romanization-mismatch"
    case noSource = "no-source"
  }

  /// Languages in which every concept needs a term; none asks for nothing.
  package let requiredLanguages: [LanguageTag]
  /// Whether every term needs a source.
  package let requiresSource: Bool
  /// Says whether a native form may be romanized as a term: concept, native term, Latin term. Nil knows no rule.
  package let romanizes: (@Sendable (_ native: Term, _ latin: Term) -> Bool?)?
  /// House styles that statuses are held against.
  package let profiles: [HouseStyle]
  /// The scripts that terms of a language may be in.
  package let writing: WritingSystems

  /// Whether the glossary needs every concept that a style names; a part of a glossary does not.
  package let requiresConceptsOfStyles: Bool

  package init(
    requiredLanguages: [LanguageTag] = [], requiresSource: Bool = false, profiles: [HouseStyle] = [],
    requiresConceptsOfStyles: Bool = true, writing: WritingSystems = .none,
    romanizes: (@Sendable (_ native: Term, _ latin: Term) -> Bool?)? = nil
  ) {
    self.requiredLanguages = requiredLanguages
    self.requiresSource = requiresSource
    self.profiles = profiles
    self.requiresConceptsOfStyles = requiresConceptsOfStyles
    self.writing = writing
    self.romanizes = romanizes
  }

  /// Every finding, in the order of file, line and column.
  package func findings(in glossary: Glossary) -> [Finding] { findings(in: glossary.concepts) }

  /// The same over concepts as their tables give them, where an id may stand twice.
  package func findings(in concepts: [Concept]) -> [Finding] {
    var found: [Finding] = []
    let known = Set(concepts.map(\.id))
    var first: [String: SourcePosition] = [:]
    for concept in concepts {
      if let position = first[concept.id], position.file == concept.position.file {
        found.append(
          finding(
            .repeatedConcept, .error, concept.position,
            "concept '\(concept.id)' stands at \(position) too; join the rows or rename one"))
      }
      first[concept.id] = first[concept.id] ?? concept.position
      found += statuses(of: concept) + sides(of: concept) + relations(of: concept, known)
      for term in concept.terms { found += spelling(of: term, concept) + dates(of: term, concept) }
      found += romanizations(of: concept)
    }
    found += sharedTerms(concepts)
    found += profiles.flatMap { $0.contradictions(with: Glossary(concepts), besidesUnknown: !requiresConceptsOfStyles) }
    // Every finding is about a row.
    func place(_ finding: Finding) -> SourcePosition { finding.position ?? SourcePosition(file: "") }
    return found.sorted { (place($0), $0.check) < (place($1), $1.check) }
  }

  private func finding(
    _ rule: Rule, _ severity: Finding.Severity, _ position: SourcePosition, _ message: String
  ) -> Finding {
    Finding(check: rule.rawValue, severity: severity, message: message, place: .file(position))
  }

  // MARK: One concept

  /// Preferred terms are one a language (in one region and script, at one time).
  private func statuses(of concept: Concept) -> [Finding] {
    var found: [Finding] = []
    var preferred: [LanguageTag: [Term]] = [:]
    for term in concept.terms where term.status == .preferred {
      if let other = preferred[term.language]?.first(where: { $0.text != term.text && Self.overlap($0, term) }) {
        found.append(
          finding(
            .twoPreferred, .error, term.position,
            "'\(other.text)' and '\(term.text)' are both preferred for \(concept.id) in \(term.language); "
              + "make one of them admitted"))
      }
      preferred[term.language, default: []].append(term)
    }
    for language in Set(concept.terms.map(\.language)).sorted() where preferred[language] == nil {
      let terms = concept.terms.filter { $0.language == language }
      guard concept.preferred(in: language)?.status != .preferred, let term = terms.first else { continue }
      found.append(
        finding(
          .noPreferred, .warning, term.position,
          "\(concept.id) has no preferred term in \(language); mark one"))
    }
    var seen: [String: Term] = [:]
    for term in concept.terms {
      let key = term.language.folded + "\t" + term.text
      if let other = seen[key], Self.overlap(other, term) {
        found.append(
          finding(
            .repeatedTerm, .warning, term.position,
            "'\(term.text)' stands for \(concept.id) at \(other.position) too; drop one"))
      }
      seen[key] = term
    }
    return found
  }

  /// Whether two terms hold at the same time; dates compare as text (ISO 8601).
  private static func overlap(_ a: Term, _ b: Term) -> Bool {
    !(!a.until.isEmpty && !b.from.isEmpty && a.until <= b.from)
      && !(!b.until.isEmpty && !a.from.isEmpty && b.until <= a.from)
  }

  private func sides(of concept: Concept) -> [Finding] {
    requiredLanguages.compactMap { language in
      guard concept.terms(in: language).isEmpty else { return nil }
      return finding(
        .missingSide, .error, concept.position,
        "\(concept.id) has no term in \(language); add one")
    }
  }

  private func relations(of concept: Concept, _ known: Set<String>) -> [Finding] {
    concept.relations.compactMap { relation in
      if relation.concept == concept.id {
        return finding(
          .danglingRelation, .error, concept.position,
          "\(concept.id) is related to itself (\(relation.kind.rawValue)); name the other concept")
      }
      guard !known.contains(relation.concept) else { return nil }
      return finding(
        .danglingRelation, .error, concept.position,
        "\(concept.id) names '\(relation.concept)' (\(relation.kind.rawValue)), which is no concept; correct the id")
    }
  }

  private func dates(of term: Term, _ concept: Concept) -> [Finding] {
    var found: [Finding] = []
    for date in [term.from, term.until] where !date.isEmpty && !Self.isDate(date) {
      found.append(
        finding(.badDate, .error, term.position, "'\(date)' is no date; write 2020, 2020-11 or 2020-11-10"))
    }
    if !term.from.isEmpty, !term.until.isEmpty, term.until < term.from {
      found.append(
        finding(
          .badDate, .error, term.position,
          "'\(term.text)' holds until \(term.until), before it begins in \(term.from); exchange them"))
    }
    if requiresSource, term.source.isEmpty {
      found.append(
        finding(.noSource, .warning, term.position, "'\(term.text)' has no source; say where it is from"))
    }
    return found
  }

  /// `2020`, `2020-11` or `2020-11-10`, with a month and day that exist.
  static func isDate(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), parts[0].utf8.count == 4,
      parts.dropFirst().allSatisfy({ $0.utf8.count == 2 }),
      parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
    else { return false }
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count > 1 else { return true }
    guard (1...12).contains(numbers[1]) else { return false }
    guard numbers.count > 2 else { return true }
    let isLeap = numbers[0] % 4 == 0 && (numbers[0] % 100 != 0 || numbers[0] % 400 == 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return (1...lengths[numbers[1] - 1]).contains(numbers[2])
  }

  /// Whether all languages write one name: people have one, where places, offices and organisations are translated.
  private func isOwnName(_ concept: Concept) -> Bool { concept.kind == .person }

  private func romanizations(of concept: Concept) -> [Finding] {
    guard let romanizes else { return [] }
    let latin = concept.terms.filter { TermScripts($0.text).scripts == [.latin] }
    return concept.terms.compactMap { native in
      guard !TermScripts(native.text).scripts.isSubset(of: [.latin]), isOwnName(concept) else { return nil }
      let verdicts = latin.compactMap { romanizes(native, $0) }
      guard !verdicts.isEmpty, !verdicts.contains(true) else { return nil }
      return finding(
        .romanizationMismatch, .warning, native.position,
        "'\(native.text)' is romanized as none of \(latin.map(\.text).joined(separator: ", ")); check the native form")
    }
  }

  // MARK: Spelling

  private func spelling(of term: Term, _ concept: Concept) -> [Finding] {
    func report(_ rule: Rule, _ severity: Finding.Severity, _ message: String) -> Finding {
      finding(rule, severity, term.position, message)
    }
    guard term.text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else {
      return [report(.emptyTerm, .error, "\(concept.id) has an empty term in \(term.language); fill or delete the row")]
    }
    var found: [Finding] = []
    let scripts = TermScripts(term.text)
    if let invisible = scripts.invisible {
      found.append(
        report(
          .invisibleCharacter, .error,
          "'\(term.text)' holds the invisible character \(invisible.name); delete it"))
    }
    if term.text.unicodeScalars.first?.properties.isWhitespace == true
      || term.text.unicodeScalars.last?.properties.isWhitespace == true || term.text.contains("  ")
    {
      found.append(report(.strayWhitespace, .warning, "'\(term.text)' has white space too much; delete it"))
    }
    if Folding.composed(term.text).unicodeScalars.elementsEqual(term.text.unicodeScalars) == false {
      found.append(
        report(.notComposed, .warning, "'\(term.text)' is written with loose accents; write it composed (NFC)"))
    }
    if let mixed = scripts.mixedWord {
      found.append(
        report(
          .mixedScript, .error,
          "'\(mixed.word)' mixes \(mixed.scripts.map(\.rawValue).sorted().joined(separator: " and ")) letters; "
            + "retype it"))
    } else if let expected = writing.scripts(of: term.language), !scripts.scripts.isEmpty,
      scripts.scripts.isDisjoint(with: expected)
    {
      found.append(
        report(
          .wrongScript, .warning,
          "'\(term.text)' is \(scripts.scripts.map(\.rawValue).sorted().joined(separator: ", ")), which "
            + "\(term.language) is not written in; is the language right?"))
    }
    return found
  }

  // MARK: All concepts

  /// One term that two concepts claim. Names of different kinds may share a spelling; so may concepts that say they are
  /// related.
  private func sharedTerms(_ concepts: [Concept]) -> [Finding] {
    var owners: [String: (concept: Concept, term: Term)] = [:]
    var found: [Finding] = []
    for concept in concepts {
      for term in concept.terms {
        let spelling = concept.kind == .term ? Folding.caseKey(term.text) : Folding.composed(term.text)
        let key = "\(term.language.folded)\t\(concept.kind.rawValue)\t\(spelling)"
        guard let owner = owners[key], owner.concept.id != concept.id else {
          owners[key] = (concept, term)
          continue
        }
        let isRelated =
          concept.relations.contains { $0.concept == owner.concept.id }
          || owner.concept.relations.contains { $0.concept == concept.id }
        guard !isRelated, Self.overlap(owner.term, term) else { continue }
        found.append(
          finding(
            .sharedTerm, .error, term.position,
            "'\(term.text)' stands for \(owner.concept.id) (\(owner.term.position)) and for \(concept.id); "
              + "keep one, or relate the concepts"))
      }
    }
    return found
  }
}
