internal import Bitext
internal import FoundationEssentials

/// Lays a glossary out as `CompiledGlossary` reads it.
struct CompiledGlossaryWriter {
  private var texts = CompiledBytesWriter()
  private var references: [String: Int] = ["": 0]

  static func data(_ glossary: Glossary) -> Data {
    var writer = CompiledGlossaryWriter()
    return writer.write(glossary)
  }

  private init() { texts.append(0) }

  /// Where a text stands; equal texts stand once.
  private mutating func reference(_ text: String) -> Int {
    if let known = references[text] { return known }
    let at = texts.data.count
    references[text] = at
    texts.append(text.utf8.count)
    texts.append(text.utf8)
    return at
  }

  /// The last word of a full name; nil where there is one word, or the last is no name ("II", "Jr").
  private static func surname(_ name: String) -> String? {
    let words = name.split(separator: " ")
    guard words.count > 1, let last = words.last, last.unicodeScalars.count > 2,
      last.contains(where: \.isLowercase) || !last.contains(where: \.isCased)
    else { return nil }
    return String(last)
  }

  private mutating func write(_ glossary: Glossary) -> Data {
    var concepts = CompiledBytesWriter()
    var terms = CompiledBytesWriter()
    var relations = CompiledBytesWriter()
    var keys: [(key: [UInt8], term: Int)] = []
    var termCount = 0
    var relationCount = 0
    for (number, concept) in glossary.concepts.enumerated() {
      let kind = Concept.Kind.allCases.firstIndex(of: concept.kind) ?? 0
      // 14 bits each are plenty for one concept; what is beyond is left out rather than mixed up.
      let ownTerms = concept.terms.prefix(0x3FFF)
      let ownRelations = concept.relations.prefix(0x3FFF)
      for field in [
        reference(concept.id), termCount, kind << 28 | ownRelations.count << 14 | ownTerms.count, relationCount, 0,
        reference(concept.position.file), concept.position.line, concept.position.column,
      ] { concepts.append(field) }
      for term in ownTerms {
        let status = TermStatus.allCases.firstIndex(of: term.status) ?? 0
        for field in [
          number, reference(term.language.description), reference(term.text), reference(term.note),
          reference(term.partOfSpeech), reference(term.number), reference(term.source), reference(term.from),
          reference(term.until), term.position.line, term.position.column, status,
        ] { terms.append(field) }
        keys.append((Array(CompiledGlossary.key(term.text).utf8), termCount))
        if concept.kind == .person, let surname = Self.surname(term.text) {
          keys.append((Array(CompiledGlossary.key(surname).utf8), termCount))
        }
        termCount += 1
      }
      for relation in ownRelations {
        relations.append(Relation.Kind.allCases.firstIndex(of: relation.kind) ?? 0)
        relations.append(reference(relation.concept))
      }
      relationCount += ownRelations.count
    }
    keys.sort { a, b in
      for (x, y) in zip(a.key, b.key) where x != y { return x < y }
      return (a.key.count, a.term) < (b.key.count, b.term)
    }
    return joined(glossary.count, termCount, concepts.data, terms.data, relations.data, keys)
  }

  private func joined(
    _ conceptCount: Int, _ termCount: Int, _ concepts: Data, _ terms: Data, _ relations: Data,
    _ keys: [(key: [UInt8], term: Int)]
  ) -> Data {
    var spellings = CompiledBytesWriter()
    var starts = CompiledBytesWriter()
    var numbers = CompiledBytesWriter()
    for (key, term) in keys {
      starts.append(spellings.data.count)
      spellings.append(key)
      numbers.append(term)
    }
    starts.append(spellings.data.count)
    var head = CompiledBytesWriter()
    var offsets = [CompiledGlossary.headLength]
    for section in [concepts, terms, relations, texts.data, spellings.data, starts.data, numbers.data] {
      offsets.append(offsets[offsets.count - 1] + section.count)
    }
    for number in [CompiledGlossary.magic, offsets[7], conceptCount, termCount] + offsets.prefix(7) + [keys.count] {
      head.append(number)
    }
    while head.data.count < CompiledGlossary.headLength { head.append(0) }
    var whole = head.data
    whole.reserveCapacity(offsets[7])
    for section in [concepts, terms, relations, texts.data, spellings.data, starts.data, numbers.data] {
      whole.append(section)
    }
    return whole
  }
}
