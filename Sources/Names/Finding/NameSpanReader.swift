internal import Bitext
internal import Romanization

/// Reads the names of a document sentence by sentence.
struct NameSpanReader {
  let finder: NameFinder
  let document: NameDocument
  /// Whether there are cue words, and endings of adjectives among them.
  let hasCues: Bool
  let hasAdjectives: Bool
  /// Whether every noun has a capital.
  let capitalisesNouns: Bool
  /// The sentence at hand.
  private(set) var tokens: [NameToken] = []
  private(set) var sentence = 0
  private(set) var isHeading = false

  init(finder: NameFinder, document: NameDocument) {
    self.finder = finder
    self.document = document
    hasCues = finder.cues != nil
    hasAdjectives = finder.words.knowsAdjectives
    capitalisesNouns = finder.cues?.capitalisesNouns ?? false
  }

  /// The names of one sentence.
  mutating func spans(in tokens: [NameToken], sentence: Int) -> [NameSpan] {
    self.tokens = tokens
    self.sentence = sentence
    isHeading = tokens.count > 1 && tokens.allSatisfy { $0.isUpper || $0.word.letters == 1 }
    var spans: [NameSpan] = []
    var index = 0
    while index < tokens.count {
      if tokens[index].word.mayBegin, let span = span(at: index) {
        spans.append(span)
        index = span.tokens.upperBound
      } else {
        index += 1
      }
    }
    return spans
  }

  private func span(at index: Int) -> NameSpan? {
    if capitalisesNouns { return spanAmongNouns(at: index) }
    if let party = party(at: index) { return party }
    if let org = organisation(at: index) { return org }
    if let entry = finder.glossary.match(tokens, at: index), let span = listed(entry, at: index) { return span }
    guard hasCues, !isHeading else { return nil }
    return site(at: index) ?? acronym(at: index) ?? (isWeapon(index) ? nil : run(at: index))
  }

  func make(
    _ range: Range<Int>, _ kind: Concept.Kind, _ certainty: NameSpan.Certainty, concept: Int? = nil
  ) -> NameSpan {
    var span = NameSpan(
      sentence: sentence, tokens: range, kind: kind, certainty: certainty, concept: concept,
      words: tokens[range].map(\.key))
    span.office = office(before: range.lowerBound)
    span.isInitial = isInitial(range.lowerBound)
    return span
  }

  // MARK: Listed names

  func listed(_ entry: NameGlossary.Entry, at index: Int) -> NameSpan? {
    let range = index..<(index + entry.words.count)
    if entry.concept == nil {
      // A place of the lexicon that is part of a longer name, or a first name before a surname, is none.
      if isName(range.upperBound), tokens[range.upperBound].gap == .space, isGiven(index) { return nil }
      if index > 0, isName(index - 1), tokens[index].gap == .space, isGiven(index - 1) { return nil }
      if range.count == 1, title(before: index) { return nil }
    } else if entry.kind == .place, range.count == 1, range.upperBound < tokens.count, isGiven(index),
      isName(range.upperBound), tokens[range.upperBound].gap == .space
    {
      return nil
    }
    var span = make(range, entry.kind, .strong, concept: entry.concept)
    if entry.ending > 0 { span.text = text(range, without: entry.ending) }
    return span
  }

  /// The words of a span without the letters of a case ending.
  func text(_ range: Range<Int>, without ending: Int) -> String {
    String(tokens[range].map(\.text).joined(separator: " ").dropLast(ending))
  }

  // MARK: Sites, acronyms

  /// "avenue Baghramian", "lac Sevan"; "Lake Sevan" and "Baghramyan Avenue" are runs of capitals.
  private func site(at index: Int) -> NameSpan? {
    guard !tokens[index].isCapital, tokens[index].isIn(.siteNoun) else { return nil }
    var next = index + 1
    while next < tokens.count, next <= index + 2, !tokens[next].isCapital, tokens[next].isIn(.connector) {
      next += 1
    }
    guard next < tokens.count, isName(next), tokens[index + 1].gap == .space, next == index + 1 else { return nil }
    return make(index..<runEnd(next), .place, .strong)
  }

  func acronym(at index: Int) -> NameSpan? {
    guard tokens[index].isUpper, tokens[index].word.letters <= 8,
      !tokens[index].isIn(.commonAcronym), !tokens[index].word.isRoman, !isWeapon(index)
    else { return nil }
    if tokens[index].isIn(.placeAcronym) { return make(index..<(index + 1), .place, .strong) }
    // Beside another word in capitals it may be a surname: "Nikol PACHINIAN".
    if index > 0, isName(index - 1), tokens[index].gap == .space, isGiven(index - 1) { return nil }
    if tokens[index].word.letters > 5, title(before: index) { return nil }
    return make(index..<(index + 1), .org, .likely)
  }

  /// Capitals with a figure joined to them, "BM-21": a weapon or a road, no name.
  func isWeapon(_ index: Int) -> Bool { tokens[index].isNumbered && tokens[index].isUpper }

  // MARK: Runs of capitals

  private func run(at index: Int) -> NameSpan? {
    guard isName(index) else { return nil }
    let end = runEnd(index)
    var range = index..<end
    // "Like Nikol Pashinyan": a word that only begins the sentence, before a first name.
    if range.count > 2, isInitial(index), !isGiven(index), isGiven(index + 1) { range = (index + 1)..<end }
    if range.count == 1, tokens[index].word.letters == 1 || tokens[index].isIn(.orgHead) {
      return nil
    }
    // "La TV", "the GDP": the lists know them as no name, of a place as little as of a body.
    if range.count == 1, tokens[index].isUpper, tokens[index].isIn(.commonAcronym) { return nil }
    // "Les Sarkissian": a family, not a person.
    if range.count == 1, index > 0, tokens[index - 1].isIn(.pluralArticle), tokens[index].gap == .space { return nil }
    guard accepted(range) else { return nil }
    let (kind, certainty) = classify(range)
    return make(range, kind, certainty)
  }

  /// A capitalised word that can be part of a name.
  func isName(_ index: Int) -> Bool {
    hasCues && index < tokens.count && tokens[index].word.mayBeName
  }

  /// "Bright Armenia", "United Russia": an adjective that no sentence gave its capital, before a country: a party. "Western
  /// Armenia" and "Soviet Russia" are countries.
  private func isParty(_ start: Int, _ end: Int) -> Bool {
    guard hasCues, !hasAdjectives, end == start + 1, !isInitial(start), !isGiven(start),
      !tokens[start].isIn(.placeAdjective)
    else { return false }
    return tokens[end].isIn(.country)
  }

  private func runEnd(_ start: Int) -> Int {
    if !hasCues { return start + 1 }
    var end = start + 1
    while end < tokens.count {
      let isAfterInitial = tokens[end].gap == .stop && tokens[end - 1].word.letters == 1
      guard tokens[end].gap == .space || isAfterInitial else { break }
      if isName(end) {
        if let entry = finder.glossary.match(tokens, at: end), entry.kind != .person, !isParty(start, end) {
          // A word that only begins the sentence does not belong to the place behind it ("Visiting Baku").
          // "Lilit Abovyan": a town may be a family too.
          let isSurname =
            entry.kind == .place && entry.words.count == 1 && isGiven(end - 1) && tokens[end].word.endingWeight >= 2
          if !isSurname, entry.concept != nil || (isInitial(start) && !isGiven(start)) { break }
        }
        end += 1
        continue
      }
      if tokens[end].isUpper, tokens[end].word.isRoman {
        end += 1
        break
      }
      // Particles count only with a capital behind them.
      var next = end
      while next < tokens.count, next < end + 2, !tokens[next].isCapital, tokens[next].isIn(.particle),
        tokens[next].gap == .space, !tokens[next].isIn(.particleAfterFirstName) || isGiven(start)
      {
        next += 1
      }
      guard next > end, next < tokens.count, isName(next), tokens[next].gap == .space,
        finder.glossary.match(tokens, at: next)?.kind != .place
      else { break }
      end = next + 1
    }
    return end
  }

  /// Whether a run's capital means a name: at the start of a sentence it needs more.
  private func accepted(_ range: Range<Int>) -> Bool {
    let first = tokens[range.lowerBound]
    guard isInitial(range.lowerBound) else { return true }
    if first.isIn(.listed) || first.isIn(.surname) || document.hasCapital(first) { return true }
    if document.hasSmall(first) { return false }
    if range.count > 1 { return true }
    return first.word.endingWeight >= 2 || document.spells(first, finder) || finder.glossary.spells(first, finder)
  }

  func isInitial(_ index: Int) -> Bool { tokens[index].gap == .start || tokens[index].gap == .opening }

  private func classify(_ range: Range<Int>) -> (Concept.Kind, NameSpan.Certainty) {
    if !hasCues { return (.place, .weak) }
    let first = range.lowerBound
    let words = tokens[range]
    if range.count > 1, words.contains(where: { $0.isIn(.siteNoun) }) { return (.place, .strong) }
    if range.count > 1, words.contains(where: { $0.isIn(.orgHead) }) { return (.org, .strong) }
    if title(before: first) { return (.person, .strong) }
    // "Prosperous Armenia", "United Russia": a party.
    if range.count == 2, !isGiven(first), tokens[first + 1].isIn(.country) { return (.org, .likely) }
    if range.count > 1, isGiven(first) || tokens[first].word.letters == 1 { return (.person, .strong) }
    if isPlaceNoun(before: first) { return (.place, .likely) }
    if first > 0, tokens[first - 1].isIn(.partyNoun) { return (.org, .likely) }
    if range.count == 1, first > 0, tokens[first - 1].isIn(.placePreposition), tokens[first].gap == .space {
      return (.place, .likely)
    }
    if office(before: first) != nil { return (.person, .strong) }
    if range.count > 1 { return (.person, .likely) }
    // A surname alone after "de" or "of" follows a full name; where the document has none it is more likely a place.
    if first > 0, tokens[first - 1].isIn(.genitive) { return (.place, .weak) }
    if speechFollows(range.upperBound) || tokens[first].word.endingWeight >= 3 { return (.person, .weak) }
    if isGiven(first) { return (.person, .weak) }
    return (.place, .weak)
  }

  // MARK: What stands round a name

  func isGiven(_ index: Int) -> Bool {
    tokens[index].isIn(.given)
  }

  /// "M. X", "Mme X", "le président X": the word just before.
  func title(before index: Int) -> Bool {
    guard index > 0 else { return false }
    let gap = tokens[index].gap
    let word = tokens[index - 1]
    if word.isIn(.title) { return gap == .space || gap == .stop }
    return gap == .space && word.isIn(.office)
  }

  /// The office before a name, with what may stand between: "le ministre russe de la Défense X".
  func office(before index: Int) -> String? {
    var current = index
    while current > 0, index - current < 7 {
      let gap = tokens[current].gap
      guard gap == .space || gap == .elision || (gap == .stop && tokens[current - 1].isIn(.title)) else {
        return nil
      }
      current -= 1
      let word = tokens[current]
      if word.isIn(.office) || word.isIn(.title) { return word.key }
      let passes = word.isCapital || !word.word.marks.isDisjoint(with: [.people, .connector, .elision, .adjective])
      guard passes, !(current == index - 1 && word.isIn(.connector)) else { return nil }
    }
    return nil
  }

  func isPlaceNoun(before index: Int) -> Bool {
    var current = index - 1
    if current >= 0, tokens[current].isIn(.genitive) || tokens[current].isIn(.genitiveWithArticle) { current -= 1 }
    return current >= 0 && tokens[current].isIn(.placeNoun) && tokens[index].gap != .other
  }

  private func speechFollows(_ index: Int) -> Bool {
    return tokens[index...].prefix(3).contains { $0.isIn(.speech) }
  }
}
