package import Bitext

/// Between the glossary's concepts and the entries of exchange files.
extension ConceptEntry {
  /// The entry of a concept of the glossary.
  package init(_ concept: Concept) {
    self.init(id: concept.id, position: concept.position)
    if concept.kind != .term { data.append(TermDatum(Category.kind, concept.kind.rawValue)) }
    if concept.importance != .normal { data.append(TermDatum(Category.importance, concept.importance.rawValue)) }
    for relation in concept.relations {
      data.append(
        TermDatum(Category.relation, relation.kind.rawValue, attributes: [Attribute("target", relation.concept)]))
    }
    for term in concept.terms {
      let language = term.language.description
      if languages.last?.language != language {
        if let known = languages.firstIndex(where: { $0.language == language }) {
          languages[known].terms.append(TermEntry(term))
          continue
        }
        languages.append(LanguageSection(language: language, terms: []))
      }
      languages[languages.count - 1].terms.append(TermEntry(term))
    }
  }

  /// The concept for the glossary, and what of the entry it cannot hold.
  ///
  /// Terms without a known status are admitted, but for the first of a language, which is preferred. Terms in a malformed
  /// language are left out.
  /// - Parameter number: gives a concept without an id one.
  package func concept(number: Int, _ losses: inout Losses) -> Concept {
    var terms: [Term] = []
    var definitions: [String] = []
    var kind = Concept.Kind.term
    var relations: [Relation] = []
    var importance = Concept.Importance.normal
    for datum in data {
      switch datum.category {
      case Category.kind: kind = Concept.Kind(rawValue: datum.value) ?? .term
      case Category.importance: importance = Concept.Importance(rawValue: datum.value) ?? .normal
      case Category.relation, "crossReference":
        let target = datum.attributes.value("target") ?? ""
        let relation = Relation.Kind(rawValue: datum.value) ?? .related
        if target.isEmpty {
          losses.add(datum.category)
        } else {
          relations.append(.init(kind: relation, concept: target))
        }
      case "definition", "note": definitions.append(datum.value)
      default: losses.add(datum.category)
      }
      if !datum.details.isEmpty { losses.add("detail of \(datum.category)") }
    }
    for section in languages {
      guard let language = LanguageTag(section.language) else {
        losses.add("side in \(section.language)", section.terms.count)
        continue
      }
      for datum in section.data where datum.category != "definition" && datum.category != "note" {
        losses.add(datum.category)
      }
      let sectionNotes = section.data.filter { ["definition", "note"].contains($0.category) }.map(\.value)
      for (index, term) in section.terms.enumerated() {
        // What is said of the concept or the language is noted once, with its first term.
        let inherited = (terms.isEmpty ? definitions : []) + (index == 0 ? sectionNotes : [])
        terms.append(term.term(language, isFirst: index == 0, notes: inherited, at: position, &losses))
      }
    }
    return Concept(
      id: id.isEmpty ? "c\(number)" : id, kind: kind, terms: terms, relations: relations, importance: importance,
      position: position)
  }

  /// Names of data categories that are ours.
  enum Category {
    static let kind = "conceptKind"
    static let relation = "conceptRelation"
    static let importance = "conceptImportance"
    static let letterCase = "letterCase"
  }
}

extension TermEntry {
  init(_ term: Term) {
    self.init(term.text)
    data.append(TermDatum("administrativeStatus", term.status.rawValue))
    for (category, value) in [
      ("partOfSpeech", term.partOfSpeech), ("grammaticalNumber", term.number), ("source", term.source),
      ("validFrom", term.from), ("validUntil", term.until),
      (ConceptEntry.Category.letterCase, term.letterCase?.rawValue ?? ""), ("note", term.note),
    ] where !value.isEmpty {
      data.append(TermDatum(category, value))
    }
  }

  fileprivate func term(
    _ language: LanguageTag, isFirst: Bool, notes: [String], at position: SourcePosition, _ losses: inout Losses
  ) -> Term {
    let known = [
      "administrativeStatus", "partOfSpeech", "grammaticalNumber", "source", "validFrom", "validUntil", "note",
      "definition", "context", ConceptEntry.Category.letterCase,
    ]
    for datum in data where !known.contains(datum.category) { losses.add(datum.category) }
    let own = data.filter { ["note", "definition", "context"].contains($0.category) }.map(\.value)
    return Term(
      language: language, text: text, status: status ?? (isFirst ? .preferred : .admitted),
      note: (own + notes).joined(separator: "; "), partOfSpeech: Self.partOfSpeech(value("partOfSpeech") ?? ""),
      number: value("grammaticalNumber") ?? "", source: value("source") ?? "", from: value("validFrom") ?? "",
      until: value("validUntil") ?? "",
      letterCase: value(ConceptEntry.Category.letterCase).flatMap(Term.LetterCase.init(rawValue:)), position: position)
  }

  /// The word of the concept table for a part of speech: TBX calls a proper name `properNoun`.
  private static func partOfSpeech(_ spelt: String) -> String { spelt == "properNoun" ? "proper" : spelt }
}
