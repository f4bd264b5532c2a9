internal import Bitext
internal import Linguistics

/// The glossary's and the lexicon's names, by their first word, for one language.
struct NameGlossary: Sendable {
  struct Entry: Sendable {
    /// Folded tokens.
    let words: [String]
    /// Which tokens must begin with a capital.
    let capitals: [Bool]
    /// Which tokens must stand in capitals throughout: "WHO" is not "Who".
    let acronyms: [Bool]
    let kind: Concept.Kind
    /// Number of the concept; nil for a name of the lexicon.
    let concept: Int?
    /// A form of another language: joins the concept, but the text should not have it.
    let isForeign: Bool
    /// How many letters at its end are a case ending and not of the name.
    var ending = 0
  }

  private var byFirst: [String: [Entry]] = [:]
  /// Folded words that names begin with.
  var beginnings: some Sequence<String> { byFirst.keys }
  /// Concepts of persons by folded last word.
  private(set) var surnames: [String: [Int]] = [:]
  let concepts: [Concept]
  /// Surnames of six letters or more by phonetic key.
  private var surnamesByKey: [String: [String]] = [:]
  /// Folded names of countries in this language.
  private(set) var countries: Set<String> = []

  init(language: LanguageTag, lexicon: NameLexicon, concepts: [Concept], cues: NameCues?) {
    self.concepts = concepts.filter { $0.kind != .term }
    // A surname in the form of another language means the same person, unless someone here bears it rightly.
    var foreign: [String: [Int]] = [:]
    var tokens = NameTokens(cues)
    let endings = cues?.nameEndings ?? []
    for (index, concept) in self.concepts.enumerated() {
      for term in concept.terms where Self.isLatin(term.text) {
        let isForeign = !term.language.sameLanguage(as: language)
        // Short forms of another language are often words of this one.
        if isForeign, concept.kind == .org || term.text.count < 4 { continue }
        let entry = Self.entry(term.text, concept.kind, index, isForeign, &tokens)
        add(entry, endings)
        if concept.kind == .person, entry.words.count > 1, let last = entry.words.last {
          if !isForeign {
            surnames[last, default: []].append(index)
          } else if foreign[last]?.last != index {
            foreign[last, default: []].append(index)
          }
        }
      }
    }
    for entry in lexicon.entries where entry.isPlace || entry.kind == .org {
      for form in entry.forms[language.language] ?? [] {
        let listed = Self.entry(form, entry.isPlace ? .place : .org, nil, false, &tokens)
        if entry.kind == .country { countries.insert(listed.words.joined(separator: " ")) }
        add(listed, endings)
      }
    }
    for surname in surnames.keys.sorted() where surname.utf8.count > 5 {
      for key in NameKey.keys(forWord: surname) { surnamesByKey[key, default: []].append(surname) }
    }
    byFirst = byFirst.mapValues { entries in
      if entries.count < 2 { return entries }
      return entries.enumerated().sorted {
        ($1.element.words.count, $0.element.isForeign ? 1 : 0, $0.element.concept == nil ? 1 : 0, $0.offset)
          < ($0.element.words.count, $1.element.isForeign ? 1 : 0, $1.element.concept == nil ? 1 : 0, $1.offset)
      }.map(\.element)
    }
  }

  /// Whether a word is another spelling of the surname of a person of the glossary.
  func spells(_ token: NameToken, _ finder: NameFinder) -> Bool {
    guard token.key.utf8.count > 5 else { return false }
    return NameKey.keys(forWord: token.key).contains { key in
      surnamesByKey[key]?.contains { finder.matcher.match($0, token.key).score >= 0.9 } ?? false
    }
  }

  /// The longest name that begins at a token, the glossary's before the lexicon's.
  func match(_ tokens: [NameToken], at index: Int) -> Entry? {
    guard tokens[index].isIn(.begins) else { return nil }
    return byFirst[tokens[index].key]?.first { entry in
      guard index + entry.words.count <= tokens.count else { return false }
      for (offset, word) in entry.words.enumerated() {
        let token = tokens[index + offset]
        if token.key != word || (entry.capitals[offset] && !token.isCapital) { return false }
        if entry.acronyms[offset], !token.isUpper { return false }
        if offset > 0, token.gap == .other || token.gap == .opening { return false }
      }
      return true
    }
  }

  /// - Parameter endings: case endings that the name may take.
  private mutating func add(_ entry: Entry, _ endings: [String]) {
    guard let first = entry.words.first, let last = entry.words.last, entry.capitals.contains(true) else { return }
    byFirst[first, default: []].append(entry)
    for ending in endings where entry.acronyms.last != true && !last.hasSuffix(ending) {
      let words = entry.words.dropLast() + [last + ending]
      let inflected = Entry(
        words: Array(words), capitals: entry.capitals, acronyms: entry.acronyms, kind: entry.kind,
        concept: entry.concept, isForeign: entry.isForeign, ending: ending.count)
      byFirst[words.count > 1 ? first : last + ending, default: []].append(inflected)
    }
  }

  private static func entry(
    _ text: String, _ kind: Concept.Kind, _ concept: Int?, _ isForeign: Bool, _ tokenizer: inout NameTokens
  ) -> Entry {
    let tokens = tokenizer.tokens(of: text)
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
}
