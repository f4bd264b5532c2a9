internal import Linguistics
internal import Names
internal import Quality
internal import Terminology
internal import TranslationMemory

extension Workspace {
  /// The target of a match with the terms, names, numbers and dates of the text asked for; nil where nothing that differs
  /// can be carried over.
  func repair(_ match: Match, for query: String, from: LanguageTag, to: LanguageTag) throws(CorridorError)
    -> TargetRepair?
  {
    guard match.score < 100 else { return nil }
    let parts: AnnotatedText.Parts = [.terms, .names, .quantities]
    let source = Self.carried(in: try annotated(match.source, from, parts))
    let queried = try annotated(query, from, parts)
    let asked = Self.carried(in: queried)
    guard !source.isEmpty, !asked.isEmpty else { return nil }
    let translated = try annotated(match.target, to, parts)
    let target = try meeting(source, Self.carried(in: translated))
    let wordClasses = try profile(of: from)?.agreeingWords ?? [:]
    let writing = try profile(of: to).map(QuantityWriting.init)
    let values = Dictionary(
      (queried.quantities + translated.quantities).joined().map { ($0.value.description, $0.value) },
      uniquingKeysWith: { first, _ in first })
    let glossary = try glossary()
    let predictor = NamePredictor(try nameModel())
    let language = TargetRepair.Language(
      rendering: { new, old in
        switch new.kind {
        case .number, .date:
          guard let value = values[new.key], let before = values[old.key] else { return nil }
          return writing?.text(value, like: old.surface, standingFor: before)
        case .term, .name:
          let isFirst = old.bytes.lowerBound == 0
          return Self.rendering(of: new, instead: old, from: from, to: to, glossary, predictor)
            .map { isFirst ? $0.withFirstCapital : $0 }
        }
      },
      wordClass: { wordClasses[$0] })
    return TargetRepair(
      TargetRepair.Texts(source: (match.source, source), query: (query, asked), target: (match.target, target)),
      language)
  }

  /// How a term or name is written in the target: the glossary's preferred form, else the one predicted.
  private static func rendering(
    of new: TransferableItem, instead old: TransferableItem, from: LanguageTag, to: LanguageTag, _ glossary: Glossary,
    _ predictor: NamePredictor
  ) -> String? {
    guard new.key.hasPrefix(Self.conceptKey) else {
      return predictor.predict(new.surface, from: from, to: to, origin: nil).best
    }
    let id = String(new.key.dropFirst(Self.conceptKey.count))
    guard let concept = glossary[id], let term = concept.preferred(in: to)?.text else { return nil }
    if new.kind == .term {
      // A form that the glossary does not have: which form the new term takes there cannot be told.
      let isInflected =
        !glossary.concepts.isEmpty && old.key.hasPrefix(Self.conceptKey) && old.isInflected(glossary, to)
      return isInflected ? nil : term
    }
    guard concept.kind == .person else { return term }
    // Where the text has the surname alone, so has its translation.
    let words = new.surface.split(separator: " ").count
    let source = concept.preferred(in: from)?.text ?? term
    let dropped = source.split(separator: " ").count - words
    guard dropped > 0 else { return term }
    let kept = term.split(separator: " ").dropFirst(dropped)
    return kept.isEmpty ? nil : kept.joined(separator: " ")
  }

  private static let conceptKey = "concept:"

  /// The terms, names, numbers and dates of a sentence that do not overlap, in order; the longer goes before the shorter.
  private static func carried(in text: AnnotatedText) -> [TransferableItem] {
    var found: [TransferableItem] = []
    for hit in text.terms.joined() {
      found.append(
        TransferableItem(
          hit.kind == .term ? .term : .name, bytes: hit.bytes, surface: hit.surface, key: Self.conceptKey + hit.concept)
      )
    }
    for name in text.names {
      let key = name.isConcept ? Self.conceptKey + name.name : "name:" + name.surface
      found.append(TransferableItem(.name, bytes: name.bytes, surface: name.surface, key: key))
    }
    for (sentence, quantities) in zip(text.sentences, text.quantities) where !quantities.isEmpty {
      let bytes = Array(sentence.text.utf8)
      for quantity in quantities {
        let kind: TransferableItem.Kind = if case .date = quantity.value { .date } else { .number }
        found.append(
          TransferableItem(
            kind, bytes: quantity.bytes, surface: String(decoding: bytes[quantity.bytes], as: UTF8.self),
            key: quantity.value.description))
      }
    }
    var kept: [TransferableItem] = []
    let ranked = found.enumerated().sorted { ($1.element.bytes.count, $0.offset) < ($0.element.bytes.count, $1.offset) }
    for (_, item) in ranked where !kept.contains(where: { $0.bytes.overlaps(item.bytes) }) { kept.append(item) }
    return kept.sorted { $0.bytes.lowerBound < $1.bytes.lowerBound }
  }

  /// The target's names that the glossary lacks, under the key of the source's name that they are.
  private func meeting(_ source: [TransferableItem], _ target: [TransferableItem]) throws(CorridorError)
    -> [TransferableItem]
  {
    let loose = source.filter { $0.kind == .name && !$0.key.hasPrefix(Self.conceptKey) }
    guard !loose.isEmpty else { return target }
    let matcher = try nameKnowledge().matcher
    return target.map { item in
      guard item.kind == .name, !item.key.hasPrefix(Self.conceptKey),
        let same = loose.first(where: { matcher.match($0.surface, item.surface).verdict == .same })
      else { return item }
      return TransferableItem(.name, bytes: item.bytes, surface: item.surface, key: same.key)
    }
  }
}

extension TransferableItem {
  /// Whether the text has another form of the concept than the glossary.
  fileprivate func isInflected(_ glossary: Glossary, _ language: LanguageTag) -> Bool {
    let concept = glossary[String(key.drop { $0 != ":" }.dropFirst())]
    return concept?.terms(in: language).contains { Folding.key($0.text) == Folding.key(surface) } == false
  }
}

extension String {
  fileprivate var withFirstCapital: String { prefix(1).uppercased() + dropFirst() }
}
