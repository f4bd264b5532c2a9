internal import Bitext
internal import Linguistics

/// Gathers the names of a glossary and a lexicon for one language.
struct NameGlossaryBuilder {
  private struct Entry {
    /// Folded tokens, and which of them must begin with a capital or be in capitals throughout.
    let words: [String]
    let capitals: [Bool]
    let acronyms: [Bool]
    let kind: Concept.Kind
    /// nil for a name of the lexicon.
    let concept: Int?
    /// A form of another language: joins the concept, but the text should not have it.
    let isForeign: Bool
    var ending = 0

    /// What is tried first: the longest name, then one of this language, then the glossary's.
    var rank: (Int, Int, Int) { (-words.count, isForeign ? 1 : 0, concept == nil ? 1 : 0) }
  }

  private var tokens: NameTokens
  /// Case endings that a name may take.
  private let endings: [String]
  private var entries: [Entry] = []
  private var byFirst: [String: [Int]] = [:]
  private var surnames: [String: [Int]] = [:]
  private var countries: [String: [Int]] = [:]

  static func parts(
    language: LanguageTag, lexicon: NameLexicon, concepts: GlossaryNames, cues: NameCues?
  ) -> NameGlossaryParts {
    var builder = NameGlossaryBuilder(cues)
    builder.add(concepts, language)
    builder.add(lexicon, language)
    let bytes = builder.bytes()
    guard let parts = NameGlossaryParts(bytes, concepts: concepts.count) else {
      preconditionFailure("what was written is read")
    }
    return parts
  }

  private init(_ cues: NameCues?) {
    tokens = NameTokens(cues)
    endings = cues?.nameEndings ?? []
  }

  private mutating func add(_ concepts: GlossaryNames, _ language: LanguageTag) {
    for number in 0..<concepts.count {
      let concept = concepts[number]
      for term in concept.terms where Self.isLatin(term.text) {
        let isForeign = !term.language.sameLanguage(as: language)
        // Short forms of another language are often words of this one.
        if isForeign, concept.kind == .org || term.text.count < 4 { continue }
        let entry = entry(term.text, concept.kind, number, isForeign)
        add(entry)
        if concept.kind == .person, entry.words.count > 1, !isForeign, let last = entry.words.last {
          surnames[last, default: []].append(number)
        }
      }
    }
  }

  private mutating func add(_ lexicon: NameLexicon, _ language: LanguageTag) {
    for entry in lexicon.entries where entry.isPlace || entry.kind == .org {
      for form in entry.forms[language.language] ?? [] {
        let listed = self.entry(form, entry.isPlace ? .place : .org, nil, false)
        if entry.kind == .country { countries[listed.words.joined(separator: " ")] = [] }
        add(listed)
      }
    }
  }

  private mutating func add(_ entry: Entry) {
    guard let first = entry.words.first, let last = entry.words.last, entry.capitals.contains(true) else { return }
    place(entry, under: first)
    for ending in endings where entry.acronyms.last != true && !last.hasSuffix(ending) {
      let words = entry.words.dropLast() + [last + ending]
      let inflected = Entry(
        words: Array(words), capitals: entry.capitals, acronyms: entry.acronyms, kind: entry.kind,
        concept: entry.concept, isForeign: entry.isForeign, ending: ending.count)
      place(inflected, under: words.count > 1 ? first : last + ending)
    }
  }

  private mutating func place(_ entry: Entry, under word: String) {
    byFirst[word, default: []].append(entries.count)
    entries.append(entry)
  }

  private mutating func entry(_ text: String, _ kind: Concept.Kind, _ concept: Int?, _ isForeign: Bool) -> Entry {
    let tokens = tokens.tokens(of: text)
    return Entry(
      words: tokens.map(\.key), capitals: tokens.map(\.isCapital),
      acronyms: tokens.map { $0.isUpper && $0.text.count <= 5 }, kind: kind, concept: concept, isForeign: isForeign)
  }

  /// Whether every letter is in Unicode's blocks of Latin ones.
  private static func isLatin(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy {
      !$0.properties.isAlphabetic || $0 < "\u{250}" || ("\u{1E00}"..."\u{1EFF}").contains($0)
    }
  }

  private func bytes() -> [UInt8] {
    var out = NameBytesWriter()
    var starts: [UInt32] = [0]
    var words: [UInt32] = []
    for entry in entries {
      for (number, word) in entry.words.enumerated() {
        var bits = UInt32(out.number(of: word))
        if entry.capitals[number] { bits |= NameGlossaryParts.capital }
        if entry.acronyms[number] { bits |= NameGlossaryParts.acronym }
        words.append(bits)
      }
      starts.append(UInt32(words.count))
    }
    out.block(starts)
    out.block(words)
    out.block(entries.map { $0.concept.map { UInt32($0) } ?? NameGlossaryParts.noConcept })
    out.block(entries.map { UInt8(Concept.Kind.allCases.firstIndex(of: $0.kind) ?? 0) })
    out.block(entries.map { UInt8(clamping: $0.ending) })
    // Equal ones in the order in which they came.
    let sorted = byFirst.mapValues { numbers in
      numbers.sorted { entries[$0].rank == entries[$1].rank ? $0 < $1 : entries[$0].rank < entries[$1].rank }
    }
    NameIndex(sorted).write(&out)
    NameIndex(surnames).write(&out)
    var byKey: [String: [Int]] = [:]
    for surname in surnames.keys.sorted() where surname.utf8.count > 5 {
      for key in NameKey.keys(forWord: surname) { byKey[key, default: []].append(out.number(of: surname)) }
    }
    NameIndex(byKey).write(&out)
    NameIndex(countries).write(&out)
    return out.finished()
  }
}
