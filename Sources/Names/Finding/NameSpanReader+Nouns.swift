internal import Bitext

/// Languages in which every noun begins with a capital. A capital alone then says nothing: what is listed decides, then first
/// names, titles and offices. What may be a noun as well is a weak span, which stays only if the document or the glossary
/// knows the name elsewhere.
extension NameSpanReader {
  func spanAmongNouns(at index: Int) -> NameSpan? {
    if let entry = finder.glossary.match(tokens, at: index), let span = listed(entry, at: index) { return span }
    if let range = organisationAmongNouns(at: index) { return make(range, .org, .likely) }
    guard !isHeading else { return nil }
    return acronym(at: index) ?? (isWeapon(index) ? nil : runAmongNouns(at: index))
  }

  private func runAmongNouns(at index: Int) -> NameSpan? {
    guard isName(index), tokens[index].word.letters > 1 || startsWithInitial(index) else { return nil }
    let range = index..<endAmongNouns(index)
    if range.count > 1 { return person(range, .strong) }
    if tokens[index].isIn(.orgHead) || tokens[index].isIn(.placeNoun) || tokens[index].isIn(.partyNoun) { return nil }
    let isApart = index > 0 && tokens[index].gap == .space
    if isApart, tokens[index - 1].isIn(.title) { return person(range, .strong) }
    if isApart, tokens[index - 1].isIn(.office), isBareOffice(index - 1) { return person(range, .strong) }
    if isPlaceNoun(before: index), isApart, tokens[index - 1].isIn(.placeNoun) {
      return make(range, .place, .likely)
    }
    if isApart, tokens[index - 1].isIn(.partyNoun) { return make(range, .org, .likely) }
    return person(range, .weak)
  }

  /// An office right before a name has no article: "Präsident Alijew"; with one, what follows may be any noun: "kündigte der
  /// Präsident Gespräche an".
  private func isBareOffice(_ index: Int) -> Bool {
    guard index > 0, tokens[index].gap == .space else { return true }
    let before = tokens[index - 1]
    return !before.isIn(.determiner) && !before.isIn(.adjective) && !before.isIn(.people)
  }

  private func startsWithInitial(_ index: Int) -> Bool {
    index + 1 < tokens.count && tokens[index + 1].gap == .stop && isName(index + 1)
      && tokens[index + 1].word.letters > 1
  }

  /// First names and initials with the surname behind them: only they join one capitalised word to the next.
  private func endAmongNouns(_ start: Int) -> Int {
    var end = start + 1
    while end < tokens.count {
      let isAfterInitial = tokens[end].gap == .stop && tokens[end - 1].word.letters == 1
      guard tokens[end].gap == .space || isAfterInitial, isAfterInitial || isGiven(end - 1) else { break }
      if isName(end) {
        if let entry = finder.glossary.match(tokens, at: end), entry.kind != .person { break }
        end += 1
        continue
      }
      var next = end
      while next < tokens.count, next < end + 2, !tokens[next].isCapital, tokens[next].isIn(.particle),
        tokens[next].gap == .space
      {
        next += 1
      }
      guard next > end, next < tokens.count, isName(next), tokens[next].gap == .space,
        finder.glossary.match(tokens, at: next)?.kind != .place
      else { break }
      end = next + 1
      break
    }
    return end
  }

  /// A person, without a case ending if the name is known without it: "Wladimir Putins" beside "Putin".
  private func person(_ range: Range<Int>, _ certainty: NameSpan.Certainty) -> NameSpan {
    var span = make(range, .person, certainty)
    guard let last = span.words.last else { return span }
    for ending in finder.cues?.nameEndings ?? [] where last.hasSuffix(ending) && last.count > ending.count + 2 {
      let stem = String(last.dropLast(ending.count))
      guard document.capitalised.contains(stem) || finder.glossary.surnames[stem] != nil else { continue }
      span.words[span.words.count - 1] = stem
      span.text = text(range, without: ending.count)
      break
    }
    return span
  }

  /// An adjective with a capital before a head ("Europäische Kommission"), a head with a group ("Rat für Sicherheit"), or
  /// both.
  private func organisationAmongNouns(at index: Int) -> Range<Int>? {
    var head = index
    while head + 1 < tokens.count, head < index + 2, tokens[head].isCapital, tokens[head].isIn(.adjective),
      !tokens[head].isIn(.orgHead), !isInitial(head), tokens[head + 1].gap == .space
    {
      head += 1
    }
    guard tokens[head].isCapital, tokens[head].isIn(.orgHead) else { return nil }
    var end = head + 1
    if end + 1 < tokens.count, !tokens[end].isCapital, tokens[end].isIn(.opensGroup), tokens[end].gap == .space,
      isPartOfGroup(end + 1)
    {
      end += 2
      while end + 1 < tokens.count, !tokens[end].isCapital, tokens[end].gap == .space,
        tokens[end].isIn(.continuesGroup) || tokens[end].isIn(.continuesPurpose), isPartOfGroup(end + 1)
      {
        end += 2
      }
    }
    return head > index || end > head + 1 ? index..<end : nil
  }

  private func isPartOfGroup(_ index: Int) -> Bool { tokens[index].isCapital && tokens[index].gap == .space }
}
