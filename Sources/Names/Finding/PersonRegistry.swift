internal import Bitext
internal import Romanization

/// Joins the names of a document: surnames to the persons they belong to, words to what they are elsewhere in it.
struct PersonRegistry {
  let finder: NameFinder

  private struct Person {
    let name: String
    let concept: Int?
    let words: [String]
    let prepared: NameMatcher.Prepared
    /// Order numbers of the spans that name the person in full.
    var mentions: [Int]
    var offices: Set<String>
  }

  private var people: [Person] = []
  /// The first person of these words, or of this concept.
  private var byWords: [[String]: Int] = [:]
  private var byConcept: [Int: Int] = [:]
  private var bySurname: [String: [Int]] = [:]
  private var byGiven: [String: [Int]] = [:]
  private var byKey: [String: [Int]] = [:]
  /// People with a spelling of the same surname, for each surname asked for so far.
  private var alikeBySurname: [String: [Int]] = [:]

  /// Other spellings of people met already, and who they are.
  private var bySpelling: [String: Int] = [:]

  init(finder: NameFinder) { self.finder = finder }

  /// Settles kinds and names of all spans.
  mutating func resolve(_ spans: inout [NameSpan], _ tokens: [[NameToken]]) {
    for index in spans.indices where spans[index].kind == .person && spans[index].words.count > 1 {
      register(&spans[index], index, tokens)
    }
    let kinds = knownKinds(spans)
    for index in spans.indices where spans[index].concept == nil && spans[index].name == nil {
      settle(&spans[index], index, kinds, tokens)
      // "à Vaïk, Sissian et Massis": what is listed after a place is one.
      if index > 0, spans[index].name == nil, spans[index].certainty == .weak, spans[index - 1].kind == .place,
        isListed(spans[index - 1], spans[index], tokens)
      {
        spans[index].kind = .place
      }
    }
  }

  private func isListed(_ first: NameSpan, _ second: NameSpan, _ tokens: [[NameToken]]) -> Bool {
    guard first.sentence == second.sentence else { return false }
    let between = tokens[first.sentence][first.tokens.upperBound..<second.tokens.lowerBound]
    let gap = tokens[second.sentence][second.tokens.lowerBound].gap
    return between.isEmpty
      ? gap == .other : between.count == 1 && (between.first?.isIn(.conjunction) ?? false)
  }

  private func surface(_ span: NameSpan, _ tokens: [[NameToken]]) -> String {
    span.text ?? tokens[span.sentence][span.tokens].map(\.text).joined(separator: " ")
  }

  /// A full name: a new person, or another spelling of one already met.
  private mutating func register(_ span: inout NameSpan, _ index: Int, _ tokens: [[NameToken]]) {
    let text = surface(span, tokens)
    let same = [byWords[span.words], span.concept.flatMap { byConcept[$0] }].compactMap(\.self).min()
    var prepared: NameMatcher.Prepared?
    if let known = same ?? similar(span, text, &prepared) {
      people[known].mentions.append(index)
      if let office = span.office { people[known].offices.insert(office) }
      span.concept = span.concept ?? people[known].concept
      span.name = people[known].name
      return
    }
    if span.concept == nil { span.concept = concept(like: text, span.words) }
    let person = Person(
      name: text, concept: span.concept, words: span.words, prepared: prepared ?? finder.matcher.prepare(text),
      mentions: [index],
      offices: Set([span.office].compactMap { $0 }))
    people.append(person)
    let number = people.count - 1
    byWords[span.words] = byWords[span.words] ?? number
    if let concept = span.concept { byConcept[concept] = byConcept[concept] ?? number }
    guard let last = span.words.last(where: { !isNumeral($0) }), let first = span.words.first else { return }
    bySurname[last, default: []].append(number)
    byGiven[first, default: []].append(number)
    for key in NameKey.keys(forWord: last) { byKey[key, default: []].append(number) }
    span.name = text
  }

  private func isNumeral(_ word: String) -> Bool { NameWord.isRoman(word.uppercased()[...].utf8) }

  /// A person met already under another spelling of the whole name.
  private mutating func similar(_ span: NameSpan, _ text: String, _ prepared: inout NameMatcher.Prepared?) -> Int? {
    guard let last = span.words.last else { return nil }
    if let known = bySpelling[text] { return known }
    let keys = NameKey.keys(forWord: last)
    for number in keys.flatMap({ byKey[$0] ?? [] }) where people[number].words.count == span.words.count {
      let own = prepared ?? finder.matcher.prepare(text)
      prepared = own
      guard finder.matcher.isSame(people[number].prepared, own) else { continue }
      // With one key, who comes later is looked at later.
      if keys.count == 1 { bySpelling[text] = number }
      return number
    }
    return nil
  }

  /// A person of the glossary whose name, in this language, the text spells otherwise.
  private func concept(like text: String, _ words: [String]) -> Int? {
    guard let last = words.last else { return nil }
    return (finder.glossary.surnames[last] ?? []).first { number in
      let concept = finder.glossary.concepts[number]
      return concept.terms(in: finder.language).contains {
        NamePieces.words($0.text).count == words.count && finder.matcher.match($0.text, text).verdict == .same
      }
    }
  }

  private func knownKinds(_ spans: [NameSpan]) -> [[String]: Concept.Kind] {
    var best: [[String]: (kind: Concept.Kind, certainty: NameSpan.Certainty)] = [:]
    for span in spans where span.certainty > .weak {
      if best[span.words].map({ $0.certainty < span.certainty }) ?? true {
        best[span.words] = (span.kind, span.certainty)
      }
    }
    return best.mapValues(\.kind)
  }

  private mutating func settle(
    _ span: inout NameSpan, _ index: Int, _ kinds: [[String]: Concept.Kind], _ tokens: [[NameToken]]
  ) {
    let mayBePerson =
      span.kind == .person || (span.certainty < .strong && span.kind == .place)
    if span.words.count == 1, mayBePerson, let word = span.words.first {
      if let number = person(surname: word, near: index, office: span.office) {
        join(&span, number)
        return
      }
      if span.kind == .person, let number = glossaryPerson(word) {
        span.concept = number
        span.isKnown = true
        return
      }
    }
    if span.words.count == 1, span.certainty < .strong, let word = span.words.first,
      let number = nearest(byGiven[word] ?? [], index, nil)
    {
      join(&span, number)
      return
    }
    if span.certainty < .strong, let kind = kinds[span.words] {
      span.kind = kind
      // Capitals throughout are a body there ("ALLE"), and the same word is none.
      span.isKnown = kind != .org
    }
  }

  private func join(_ span: inout NameSpan, _ number: Int) {
    span.kind = .person
    span.isKnown = true
    span.concept = people[number].concept
    span.name = people[number].name
  }

  /// The person of the document that a surname alone means: by the same spelling, else by a spelling of the same name.
  private mutating func person(surname word: String, near index: Int, office: String?) -> Int? {
    if let exact = bySurname[word] ?? alikeBySurname[word] { return nearest(exact, index, office) }
    let alike = NameKey.keys(forWord: word).flatMap { byKey[$0] ?? [] }.filter { number in
      people[number].words.last.map { finder.matcher.match($0, word).verdict == .same } ?? false
    }
    alikeBySurname[word] = alike
    return nearest(alike, index, office)
  }

  private func glossaryPerson(_ word: String) -> Int? {
    let candidates = Set(finder.glossary.surnames[word] ?? [])
    return candidates.count == 1 ? candidates.first : nil
  }

  /// By halves: a text may name a person thousands of times.
  private func lastMention(of number: Int, before index: Int) -> Int? {
    let mentions = people[number].mentions
    var (low, high) = (0, mentions.count)
    while low < high {
      let middle = (low + high) / 2
      if mentions[middle] < index { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? mentions[low - 1] : nil
  }

  /// Of several people of one surname: the one of that office, else the last named before, else the first named after.
  private func nearest(_ numbers: [Int], _ index: Int, _ office: String?) -> Int? {
    if numbers.count < 2 { return numbers.first }
    if let office {
      let same = numbers.filter { people[$0].offices.contains(office) }
      if same.count == 1 { return same[0] }
    }
    let before = numbers.compactMap { number in
      lastMention(of: number, before: index).map { (number, $0) }
    }.max { $0.1 < $1.1 }
    if let before { return before.0 }
    return numbers.min { (people[$0].mentions.first ?? .max) < (people[$1].mentions.first ?? .max) }
  }
}
