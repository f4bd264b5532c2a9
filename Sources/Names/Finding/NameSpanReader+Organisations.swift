internal import Bitext

extension NameSpanReader {
  /// An organisation by its head: "Conseil ministériel de l'OSCE", "International Committee of the Red Cross".
  func organisation(at index: Int) -> NameSpan? {
    guard hasCues else { return nil }
    // A listed name is no longer than it is listed.
    if finder.glossary.match(tokens, at: index)?.kind == .org { return nil }
    let token = tokens[index]
    let isHead = token.isCapital && token.isIn(.orgHead)
    let isNoun = !token.isCapital && token.isIn(.orgNoun)
    if !hasAdjectives {
      return token.isCapital ? organisationOfCapitals(at: index) : nil
    }
    guard isHead || isNoun else { return nil }
    guard let end = organisationEnd(index, isNoun: isNoun) else { return nil }
    return organisation(index..<end)
  }

  func organisation(_ range: Range<Int>) -> NameSpan? {
    // The glossary decides where it has the whole.
    if let entry = finder.glossary.match(tokens, at: range.lowerBound), entry.concept != nil,
      entry.words.count >= range.count || entry.kind == .org
    {
      return NameSpan(
        sentence: sentence, tokens: range.lowerBound..<(range.lowerBound + entry.words.count), kind: entry.kind,
        certainty: .strong, concept: entry.concept, words: entry.words)
    }
    return NameSpan(
      sentence: sentence, tokens: range, kind: .org, certainty: .strong, words: tokens[range].map(\.key))
  }

  /// Where adjectives have small letters and follow: a head, then adjectives and groups with connectors ("de", "pour"); it
  /// ends with an adjective or a noun of a group.
  private func organisationEnd(_ start: Int, isNoun: Bool) -> Int? {
    var end = start + 1
    var accepted = end
    while end < tokens.count, end < start + 14 {
      let token = tokens[end]
      guard token.gap == .space || token.gap == .elision else { break }
      if token.isCapital {
        guard end == start + 1 || tokens[end - 1].isIn(.connector) || tokens[end - 1].isCapital else {
          break
        }
        if token.isIn(.title) || token.isIn(.office) { break }
        end += 1
        accepted = end
      } else if token.isIn(.connector) {
        // A connector counts with what follows it.
        if !connects(end, from: start, isNoun: isNoun) { break }
        end += 1
      } else if tokens[end - 1].isIn(.connector) {
        end += 1
        accepted = end
      } else if isAdjective(token) {
        // "le Conseil de sécurité arménien": whose it is.
        if token.isIn(.people), tokens[start..<end].contains(where: { $0.isIn(.connector) }) { break }
        end += 1
        accepted = end
      } else {
        break
      }
    }
    if isNoun { return accepted > start + 1 && tokens[accepted - 1].isCapital ? accepted : nil }
    return accepted > start + 1 ? accepted : nil
  }

  /// "the Congress of Levon Ter-Petrosyan": whose it is, not what it is called.
  private func beginsPerson(_ index: Int) -> Bool {
    if finder.glossary.match(tokens, at: index)?.kind == .person { return true }
    return isGiven(index) && isName(index + 1) && tokens[index + 1].gap == .space
  }

  /// A party, a journal: "parti Contrat civil", «J'ai l'honneur» beside "alliance", "Arménie prospère".
  func party(at index: Int) -> NameSpan? {
    guard hasCues, tokens[index].isCapital else { return nil }
    let follows = index > 0 && tokens[index - 1].isIn(.partyNoun)
    if tokens[index].gap == .opening {
      var end = index + 1
      while end < tokens.count, tokens[end].gap != .opening, end < index + 7 { end += 1 }
      guard end < tokens.count, tokens[end].gap == .opening else { return nil }
      guard follows || tokens[end].isIn(.partyNoun) else { return nil }
      return make(index..<end, .org, .strong)
    }
    guard hasAdjectives, index + 1 < tokens.count, tokens[index + 1].gap == .space,
      !tokens[index + 1].isCapital, isAdjective(tokens[index + 1]), !tokens[index + 1].isIn(.people)
    else { return nil }
    if follows, tokens[index].gap == .space, isName(index) || tokens[index].isIn(.orgHead) {
      return make(index..<(index + 2), .org, .likely)
    }
    // A country has its article in running text ("l'Arménie prospère"), a party named after it has none.
    let isBare =
      tokens[index].isIn(.country) && tokens[index].gap != .elision
      && !(index > 0 && tokens[index - 1].isIn(.countryArticle))
    return isBare && tokens[index].gap != .start ? make(index..<(index + 2), .org, .likely) : nil
  }

  private func isAdjective(_ token: NameToken) -> Bool { token.isIn(.adjective) && token.key.count > 3 }

  /// Whether the group that begins with a connector belongs to the name.
  private func connects(_ index: Int, from start: Int, isNoun: Bool) -> Bool {
    var next = index
    while next < tokens.count, next < index + 3, tokens[next].isIn(.connector), !tokens[next].isCapital {
      if next > index, tokens[next].gap != .space, tokens[next].gap != .elision { return false }
      next += 1
    }
    guard next < tokens.count, tokens[next].gap == .space || tokens[next].gap == .elision else { return false }
    let connector = tokens[index]
    if tokens[next].isCapital {
      if beginsPerson(next) { return false }
      // "à Bakou", "en Arménie" say where, not who.
      return connector.isIn(.joinsName) || (connector.isIn(.joinsNameLate) && next > start + 4)
    }
    if isNoun { return false }
    let isFirst = !tokens[start..<index].contains { $0.isIn(.connector) }
    if connector.isIn(.opensGroup) { return isFirst && !tokens[next].isIn(.speech) }
    if connector.isIn(.groupArticle) { return tokens[index - 1].isIn(.connector) }
    return connector.isIn(.continuesGroup) && !isFirst && !tokens[next].isIn(.speech)
  }

  /// Where every word of the name has a capital: capitals joined by connectors ("of", "the", "for", "and"), with a head among
  /// them.
  private func organisationOfCapitals(at index: Int) -> NameSpan? {
    func isPart(_ i: Int) -> Bool {
      i < tokens.count && tokens[i].isCapital && !tokens[i].isIn(.title)
        && (isName(i) || tokens[i].isIn(.orgHead) || tokens[i].isIn(.people)
          || (i > index && !tokens[i].isIn(.office)))
    }
    guard isPart(index) else { return nil }
    if tokens[index].isIn(.common), !tokens[index].isIn(.orgHead) { return nil }
    var end = index + 1
    var hasHead = tokens[index].isIn(.orgHead)
    while end < tokens.count, end < index + 14 {
      if isPart(end), tokens[end].gap == .space {
        hasHead = hasHead || tokens[end].isIn(.orgHead)
        end += 1
        continue
      }
      guard hasHead else { break }
      var next = end
      while next < tokens.count, next < end + 2, !tokens[next].isCapital, tokens[next].gap == .space,
        tokens[next].isIn(.connector)
      {
        next += 1
      }
      let joiner = tokens[end]
      guard next > end, next < tokens.count, tokens[next].gap == .space, isPart(next) else { break }
      // "the Council in Baku", "the Court and Armenia": only some open a group; the rest continue one.
      let isOpen = tokens[index..<end].contains { !$0.isCapital }
      guard
        joiner.isIn(.opensGroup)
          || (isOpen && (joiner.isIn(.continuesGroup) || joiner.isIn(.continuesPurpose)))
      else { break }
      if beginsPerson(next) { break }
      if joiner.isIn(.continuesPurpose), !tokens[index..<end].contains(where: { $0.isIn(.purpose) }) {
        break
      }
      if joiner.isIn(.genitive), finder.glossary.match(tokens, at: next)?.kind == .place, next > end + 1 || !isOpen,
        !tokens[next..<min(tokens.count, next + 2)].allSatisfy(\.isCapital)
      {
        break
      }
      end = next + 1
    }
    guard hasHead, end > index + 1 else { return nil }
    // A person's office before the head's own name does not belong to it.
    return organisation(index..<end)
  }
}
