internal import Bitext
internal import Romanization

/// Reads the names of one sentence.
struct NameSpanReader {
  let finder: NameFinder
  let document: NameDocument
  let tokens: [NameToken]
  let sentence: Int
  private let isHeading: Bool

  init(finder: NameFinder, document: NameDocument, tokens: [NameToken], sentence: Int) {
    self.finder = finder
    self.document = document
    self.tokens = tokens
    self.sentence = sentence
    isHeading = tokens.count > 1 && tokens.allSatisfy { $0.isUpper || $0.text.count == 1 }
  }

  func spans() -> [NameSpan] {
    var spans: [NameSpan] = []
    var index = 0
    while index < tokens.count {
      if let span = span(at: index) {
        spans.append(span)
        index = span.tokens.upperBound
      } else {
        index += 1
      }
    }
    return spans
  }

  private func span(at index: Int) -> NameSpan? {
    if let party = party(at: index) { return party }
    if let org = organisation(at: index) { return org }
    if let entry = finder.glossary.match(tokens, at: index), let span = listed(entry, at: index) { return span }
    guard finder.cues != nil, !isHeading else { return nil }
    return site(at: index) ?? acronym(at: index) ?? run(at: index)
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

  private func listed(_ entry: NameGlossary.Entry, at index: Int) -> NameSpan? {
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
    return make(range, entry.kind, .strong, concept: entry.concept)
  }

  // MARK: Sites, acronyms

  /// "avenue Baghramian", "lac Sevan"; "Lake Sevan" and "Baghramyan Avenue" are runs of capitals.
  private func site(at index: Int) -> NameSpan? {
    guard let cues = finder.cues, !tokens[index].isCapital, cues.siteNouns.contains(tokens[index].key) else {
      return nil
    }
    var next = index + 1
    while next < tokens.count, next <= index + 2, !tokens[next].isCapital, cues.connectors.contains(tokens[next].key) {
      next += 1
    }
    guard next < tokens.count, isName(next), tokens[index + 1].gap == .space, next == index + 1 else { return nil }
    return make(index..<runEnd(next), .place, .strong)
  }

  private func acronym(at index: Int) -> NameSpan? {
    guard let cues = finder.cues, tokens[index].isUpper, tokens[index].text.count <= 8,
      !cues.commonAcronyms.contains(tokens[index].key), !isRoman(tokens[index].text), !isNumbered(index)
    else { return nil }
    if cues.placeAcronyms.contains(tokens[index].key) { return make(index..<(index + 1), .place, .strong) }
    // Beside another word in capitals it may be a surname: "Nikol PACHINIAN".
    if index > 0, isName(index - 1), tokens[index].gap == .space, isGiven(index - 1) { return nil }
    if tokens[index].text.count > 5, title(before: index) { return nil }
    return make(index..<(index + 1), .org, .likely)
  }

  private func isRoman(_ text: String) -> Bool { text.allSatisfy { "IVXLCDM".contains($0) } }

  /// A letter group with a figure behind it, "S-300": a weapon or a road, not a body.
  private func isNumbered(_ index: Int) -> Bool { false }

  // MARK: Runs of capitals

  private func run(at index: Int) -> NameSpan? {
    guard isName(index) else { return nil }
    let end = runEnd(index)
    var range = index..<end
    // "Like Nikol Pashinyan": a word that only begins the sentence, before a first name.
    if range.count > 2, isInitial(index), !isGiven(index), isGiven(index + 1) { range = (index + 1)..<end }
    if range.count == 1, tokens[index].text.count == 1 || finder.cues?.orgHeads.contains(tokens[index].key) ?? false {
      return nil
    }
    // "Les Sarkissian": a family, not a person.
    if range.count == 1, index > 0, tokens[index - 1].key == "les", tokens[index].gap == .space { return nil }
    guard accepted(range) else { return nil }
    let (kind, certainty) = classify(range)
    return make(range, kind, certainty)
  }

  /// A capitalised word that can be part of a name.
  func isName(_ index: Int) -> Bool {
    guard index < tokens.count, let cues = finder.cues else { return false }
    let token = tokens[index]
    if token.isCapital, isOrdinal(token.text) { return false }
    guard token.isCapital, !cues.common.contains(token.key), !cues.isPeople(token.key), !cues.titles.contains(token.key)
    else { return false }
    if cues.offices.contains(token.key), !isGiven(index) { return false }
    return true
  }

  /// "Bright Armenia", "United Russia": an adjective that no sentence gave its capital, before a country: a party. "Western
  /// Armenia" and "Soviet Russia" are countries.
  private func isParty(_ start: Int, _ end: Int) -> Bool {
    guard let cues = finder.cues, cues.adjectiveEndings.isEmpty, end == start + 1, !isInitial(start), !isGiven(start),
      !cues.placeAdjectives.contains(tokens[start].key)
    else { return false }
    return finder.glossary.countries.contains(tokens[end].key)
  }

  private func runEnd(_ start: Int) -> Int {
    guard let cues = finder.cues else { return start + 1 }
    var end = start + 1
    while end < tokens.count {
      let isAfterInitial = tokens[end].gap == .stop && tokens[end - 1].text.count == 1
      guard tokens[end].gap == .space || isAfterInitial else { break }
      if isName(end) {
        if let entry = finder.glossary.match(tokens, at: end), entry.kind != .person, !isParty(start, end) {
          // A word that only begins the sentence does not belong to the place behind it ("Visiting Baku").
          // "Lilit Abovyan": a town may be a family too.
          let isSurname =
            entry.kind == .place && entry.words.count == 1 && isGiven(end - 1) && endingWeight(tokens[end].text) >= 2
          if !isSurname, entry.concept != nil || (isInitial(start) && !isGiven(start)) { break }
        }
        end += 1
        continue
      }
      if tokens[end].isUpper, isRoman(tokens[end].text) {
        end += 1
        break
      }
      // Particles count only with a capital behind them.
      var next = end
      while next < tokens.count, next < end + 2, !tokens[next].isCapital, cues.particles.contains(tokens[next].key),
        tokens[next].gap == .space, !["de", "d", "du", "des", "la", "y"].contains(tokens[next].key) || isGiven(start)
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
    let listed = !finder.model.lexicon.entries(forKey: first.key).isEmpty
    if listed || document.capital.contains(first.key) || finder.glossary.surnames[first.key] != nil { return true }
    if document.lower.contains(first.key) { return false }
    if range.count > 1 { return true }
    return endingWeight(first.text) >= 2 || document.spells(first, finder) || finder.glossary.spells(first, finder)
  }

  func isInitial(_ index: Int) -> Bool { tokens[index].gap == .start || tokens[index].gap == .opening }

  /// A Roman figure with an ending: "XXe", "Ve".
  private func isOrdinal(_ text: String) -> Bool {
    for ending in ["e", "er", "ème", "th", "st", "nd", "rd"] where text.hasSuffix(ending) {
      let figure = text.dropLast(ending.count)
      if !figure.isEmpty, isRoman(String(figure)) { return true }
    }
    return false
  }

  private func classify(_ range: Range<Int>) -> (Concept.Kind, NameSpan.Certainty) {
    guard let cues = finder.cues else { return (.place, .weak) }
    let first = range.lowerBound
    let words = tokens[range].map(\.key)
    if words.contains(where: cues.siteNouns.contains), range.count > 1 { return (.place, .strong) }
    if range.count > 1, words.contains(where: cues.orgHeads.contains) { return (.org, .strong) }
    if title(before: first) { return (.person, .strong) }
    // "Prosperous Armenia", "United Russia": a party.
    if range.count == 2, !isGiven(first), finder.glossary.countries.contains(words[1]) { return (.org, .likely) }
    if range.count > 1, isGiven(first) || tokens[first].text.count == 1 { return (.person, .strong) }
    if isPlaceNoun(before: first) { return (.place, .likely) }
    if first > 0, cues.partyNouns.contains(tokens[first - 1].key) { return (.org, .likely) }
    if range.count == 1, first > 0, cues.placePrepositions.contains(tokens[first - 1].key), tokens[first].gap == .space
    {
      return (.place, .likely)
    }
    if office(before: first) != nil { return (.person, .strong) }
    if range.count > 1 { return (.person, .likely) }
    // A surname alone after "de" or "of" follows a full name; where the document has none it is more likely a place.
    if first > 0, ["de", "d", "of"].contains(tokens[first - 1].key) { return (.place, .weak) }
    if speechFollows(range.upperBound) || endingWeight(tokens[first].text) >= 3 { return (.person, .weak) }
    if isGiven(first) { return (.person, .weak) }
    return (.place, .weak)
  }

  // MARK: What stands round a name

  func isGiven(_ index: Int) -> Bool {
    finder.model.lexicon.entries(forKey: tokens[index].key).contains { $0.kind == .given }
  }

  /// "M. X", "Mme X", "le président X": the word just before.
  func title(before index: Int) -> Bool {
    guard index > 0, let cues = finder.cues else { return false }
    let gap = tokens[index].gap
    let word = tokens[index - 1].key
    if cues.titles.contains(word) { return gap == .space || gap == .stop }
    return gap == .space && cues.offices.contains(word)
  }

  /// The office before a name, with what may stand between: "le ministre russe de la Défense X".
  func office(before index: Int) -> String? {
    guard let cues = finder.cues else { return nil }
    var current = index
    while current > 0, index - current < 7 {
      let gap = tokens[current].gap
      guard gap == .space || gap == .elision || (gap == .stop && cues.titles.contains(tokens[current - 1].key)) else {
        return nil
      }
      current -= 1
      let word = tokens[current]
      if cues.offices.contains(word.key) || cues.titles.contains(word.key) { return word.key }
      let passes =
        cues.isPeople(word.key) || cues.connectors.contains(word.key) || cues.elisions.contains(word.key)
        || word.isCapital || cues.adjectiveEndings.contains { word.key.hasSuffix($0) }
      guard passes, !(current == index - 1 && cues.connectors.contains(word.key)) else { return nil }
    }
    return nil
  }

  private func isPlaceNoun(before index: Int) -> Bool {
    guard let cues = finder.cues else { return false }
    var current = index - 1
    if current >= 0, ["de", "d", "du", "of", "des"].contains(tokens[current].key) { current -= 1 }
    return current >= 0 && cues.placeNouns.contains(tokens[current].key) && tokens[index].gap != .other
  }

  private func speechFollows(_ index: Int) -> Bool {
    guard let cues = finder.cues else { return false }
    return tokens[index...].prefix(3).contains { cues.speech.contains($0.key) }
  }

  private func endingWeight(_ word: String) -> Double {
    let lower = word.lowercased()
    let system = NameSide(finder.language)
    guard case .press(let press) = system else { return 0 }
    return finder.model.tables.tables.reduce(0) { best, table in
      table.endings.reduce(best) { best, ending in
        (ending.forms[press] ?? []).contains { lower.hasSuffix($0) && lower.count > $0.count + 1 }
          ? max(best, ending.weight) : best
      }
    }
  }
}
