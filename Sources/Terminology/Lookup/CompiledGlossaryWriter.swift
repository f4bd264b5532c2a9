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
    let at = texts.bytes.count
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
    var languages: [String] = []
    var termCount = 0
    var relationCount = 0
    for (number, concept) in glossary.concepts.enumerated() {
      let kind = Concept.Kind.allCases.firstIndex(of: concept.kind) ?? 0
      // 14 bits each are plenty for one concept; what is beyond is left out rather than mixed up.
      let ownTerms = concept.terms.prefix(0x3FFF)
      let ownRelations = concept.relations.prefix(0x3FFF)
      for field in [
        reference(concept.id), termCount, kind << 28 | ownRelations.count << 14 | ownTerms.count, relationCount,
        Concept.Importance.allCases.firstIndex(of: concept.importance) ?? 0,
        reference(concept.position.file), concept.position.line, concept.position.column,
      ] { concepts.append(field) }
      for term in ownTerms {
        let status = TermStatus.allCases.firstIndex(of: term.status) ?? 0
        let letterCase = term.letterCase.flatMap(Term.LetterCase.allCases.firstIndex(of:)).map { $0 + 1 } ?? 0
        let language = term.language.language
        if languages.last != language, !languages.contains(language) { languages.append(language) }
        for field in [
          number, reference(term.language.description), reference(term.text), reference(term.note),
          reference(term.partOfSpeech), reference(term.number), reference(term.source), reference(term.from),
          reference(term.until), term.position.line, term.position.column, letterCase << 3 | status,
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
    let names = reference(languages.joined(separator: " "))
    return joined(glossary.count, termCount, concepts.bytes, terms.bytes, relations.bytes, keys, languages: names)
  }

  private func joined(
    _ conceptCount: Int, _ termCount: Int, _ concepts: [UInt8], _ terms: [UInt8], _ relations: [UInt8],
    _ keys: [(key: [UInt8], term: Int)], languages: Int
  ) -> Data {
    var spellings = CompiledBytesWriter()
    var starts = CompiledBytesWriter()
    var numbers = CompiledBytesWriter()
    // Terms come in their order: equal keys stay in it.
    let order = Self.sorted(keys.map(\.key), backward: false)
    for number in order.numbers {
      starts.append(spellings.bytes.count)
      spellings.append(keys[number].key)
      numbers.append(keys[number].term)
    }
    starts.append(spellings.bytes.count)
    let tails = Self.sorted(order.numbers.map { keys[$0].key }, backward: true)
    var tailNumbers = CompiledBytesWriter()
    for number in tails.numbers { tailNumbers.append(number) }
    var head = CompiledBytesWriter()
    var offsets = [CompiledGlossary.headLength]
    let sections = [
      concepts, terms, relations, texts.bytes, spellings.bytes, starts.bytes, numbers.bytes, order.samples,
      order.runs, tailNumbers.bytes, tails.samples, tails.runs,
    ]
    for section in sections {
      offsets.append(offsets[offsets.count - 1] + section.count)
    }
    let places = Array(offsets.prefix(7)) + [keys.count, languages] + offsets[7...11]
    for number in [CompiledGlossary.magic, offsets[12], conceptCount, termCount] + places {
      head.append(number)
    }
    while head.bytes.count < CompiledGlossary.headLength { head.append(0) }
    var whole = Data(head.bytes)
    whole.reserveCapacity(offsets[12])
    for section in sections {
      whole.append(contentsOf: section)
    }
    return whole
  }

  /// What `KeyOrder` reads of an order.
  private struct KeySorting {
    let numbers: [Int]
    let samples: [UInt8]
    let runs: [UInt8]
  }

  /// The keys by their bytes in a direction, equal ones as they stand.
  private static func sorted(_ keys: [[UInt8]], backward: Bool) -> KeySorting {
    func reading<Result>(_ number: Int, _ body: (KeyOrder.Key) -> Result) -> Result {
      keys[number].withUnsafeBytes { body(KeyOrder.Key(bytes: $0, backward: backward)) }
    }
    // Eight bytes tell most keys apart, without going where they lie.
    var heads = keys.indices.map { (head: reading($0) { $0.head }, number: $0) }
    heads.sort { a, b in
      guard a.head == b.head else { return a.head < b.head }
      return reading(a.number) { x in
        reading(b.number) { y in x.precedes(y) || (!y.precedes(x) && a.number < b.number) }
      }
    }
    var samples = CompiledBytesWriter()
    for place in stride(from: 0, to: heads.count, by: KeyOrder.sampleDistance) {
      samples.append(Int(truncatingIfNeeded: heads[place].head & 0xFFFF_FFFF))
      samples.append(Int(truncatingIfNeeded: heads[place].head >> 32))
    }
    var runs = CompiledBytesWriter()
    for place in heads.indices where place == 0 || heads[place].head >> 32 != heads[place - 1].head >> 32 {
      runs.append(Int(heads[place].head >> 32))
      runs.append(place)
    }
    return KeySorting(numbers: heads.map(\.number), samples: samples.bytes, runs: runs.bytes)
  }
}
