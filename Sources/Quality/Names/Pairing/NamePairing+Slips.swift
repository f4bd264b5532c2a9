internal import Bitext
internal import Linguistics

/// Words of the target that look like a slip for a name of the source.
extension NamePairing {
  func slips(in sentence: Int) -> [NameFault] {
    let words = target.sentences[sentence].words
    let known = Set(world.target[sentence].flatMap { Array($0.words) })
    return words.indices.compactMap { index in
      let word = words[index]
      guard !known.contains(index), mayBeSlip(word) else { return nil }
      let isHeading = target.sentences[sentence].isHeading
      return sharesLetters
        ? slipBesideLetters(word, sentence, isHeading) : slipBesideSounds(word, sentence)
    }
  }

  private func mayBeSlip(_ word: NameText.Word) -> Bool {
    word.isCapital && !word.isAddress && word.letters.count > 2 && !(word.isUpper && word.letters.count < 6)
      && !target.small.contains(word.key) && !source.has(word.key)
      && !knowledge.isCommonWord(word.key, in: target.language)
  }

  // MARK: Texts in the same letters

  private func slipBesideLetters(_ word: NameText.Word, _ sentence: Int, _ isHeading: Bool) -> NameFault? {
    for number in core[sentence] + near[sentence].filter({ !core[sentence].contains($0) }) {
      let places = core[sentence].contains(number) ? bead[sentence] : around[sentence]
      for name in source.sentences[number].words where isLost(name, in: places) {
        guard let difference = WordLikeness.difference(word.letters, name.letters) else { continue }
        let isWritten = target.count(name.key) > 0
        guard
          isWritten
            ? isSlip(word, for: name, difference)
            : !isHeading && !source.sentences[number].isHeading && isLoneSlip(word, for: name, difference)
        else { continue }
        return fault(word, sentence, for: name, number)
      }
    }
    return slipBesideRest(word, sentence) ?? slipBesideWorld(word, sentence)
  }

  /// Whether a word of the source is a name that the target lacks here.
  private func isLost(_ name: NameText.Word, in places: [Int]) -> Bool {
    name.isCapital && !name.isAddress && name.letters.count > 2 && !targetHas(name.key, in: places)
      && !source.small.contains(name.key)
  }

  /// Of a name that the target writes right elsewhere.
  private func isSlip(
    _ word: NameText.Word, for name: NameText.Word, _ difference: WordLikeness.Difference
  ) -> Bool {
    // An ending that is only longer is grammar: Patriot, Patriots.
    let common = WordLikeness.common(word.letters, name.letters)
    return difference == .slip || common < min(word.letters.count, name.letters.count)
  }

  /// Of a name that the target has nowhere else: only what no language would write.
  private func isLoneSlip(
    _ word: NameText.Word, for name: NameText.Word, _ difference: WordLikeness.Difference
  ) -> Bool {
    guard difference == .slip, word.letters.count > 3, name.letters.count > 3,
      !knowledge.isCommonWord(name.key, in: source.language), !knowledge.isFirstName(word.key),
      !knowledge.cognates.join(name.letters, source.language, word.letters, target.language),
      knowledge.cognates.knows(source.language, target.language)
        || WordLikeness.sound(word.letters) != WordLikeness.sound(name.letters)
    else { return false }
    // Names of other scripts are spelt as each press likes.
    let forms = knowledge.likelyForms(of: name.text, from: source.language, to: target.language).map(Folding.key)
    if forms.contains(word.key) { return false }
    return forms.contains(name.key) || knowledge.match(word.text, name.text).verdict != .same
  }

  /// A word that differs by a slip from one that both texts have, and the target more often.
  private func slipBesideRest(_ word: NameText.Word, _ sentence: Int) -> NameFault? {
    guard word.letters.count > 4,
      let rival = rival(of: word, { source.has($0) || (target.count($0) > 2 && word.letters.count > 6) })
    else { return nil }
    return fault(word, sentence, rival: rival)
  }

  /// The word of the target, more frequent, for which another is a slip.
  private func rival(of word: NameText.Word, atLeast least: Int = 2, _ isFit: (String) -> Bool) -> String? {
    let count = target.count(word.key)
    return target.places.filter { key, places in
      guard places.count >= max(least, least > 1 ? count + 1 : count), key != word.key,
        key.utf8.first == word.key.utf8.first, !target.small.contains(key),
        isFit(key)
      else { return false }
      return WordLikeness.difference(word.letters, Array(key.unicodeScalars)) == .slip
    }.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }?.key
  }

  // MARK: Texts in other letters

  private func slipBesideSounds(_ word: NameText.Word, _ sentence: Int) -> NameFault? {
    let there = Set(near[sentence].flatMap { classes.bySentence[$0] })
    let sound = WordLikeness.sound(word.letters)
    // A word that the source spells so, letter by letter, is right.
    if word.letters.count < 4 || there.contains(where: { classes.all[$0].plain == word.letters }) { return nil }
    for index in there.sorted() {
      let isHere = core[sentence].contains { classes.bySentence[$0].contains(index) }
      guard let partner = classes.all[index].partner, partner != word.key,
        !targetHas(partner, in: isHere ? bead[sentence] : around[sentence]),
        target.count(partner) >= target.count(word.key)
      else { continue }
      let letters = Array(partner.unicodeScalars)
      guard let difference = WordLikeness.difference(word.letters, letters) else { continue }
      let common = WordLikeness.common(word.letters, letters)
      guard difference == .slip || common < min(word.letters.count, letters.count) else { continue }
      return fault(word, sentence, rival: partner)
    }
    if word.letters.count > 4, let rival = rival(of: word, { _ in true }),
      // Unless a name of the source sounds more like this word than like its rival.
      !there.contains(where: { soundsMore(like: sound, than: rival, $0, by: 0.05) })
    {
      return fault(word, sentence, rival: rival)
    }
    if word.letters.count > 4, let rival = rival(of: word, atLeast: 1, { _ in true }),
      !targetHas(rival, in: bead[sentence]),
      core[sentence].flatMap({ classes.bySentence[$0] }).contains(where: { soundsLess(like: sound, than: rival, $0) })
    {
      return fault(word, sentence, rival: rival)
    }
    return slipBesideWorld(word, sentence) ?? swapBesideSounds(word, sentence, there)
  }

  /// Whether a name of the source sounds like a word, and more so than like its rival.
  private func soundsMore(like sound: [Unicode.Scalar], than rival: String, _ index: Int, by margin: Double) -> Bool {
    let name = classes.all[index].sound
    let own = WordLikeness.likeness(name, sound)
    return own >= 0.6
      && own > WordLikeness.likeness(name, WordLikeness.sound(Array(rival.unicodeScalars))) + margin
  }

  /// Whether a name of the source sounds like the rival of a word, and less like the word itself.
  private func soundsLess(like sound: [Unicode.Scalar], than rival: String, _ index: Int) -> Bool {
    let name = classes.all[index].sound
    let other = WordLikeness.likeness(name, WordLikeness.sound(Array(rival.unicodeScalars)))
    return other >= 0.75 && other > WordLikeness.likeness(name, sound) + 0.05
  }

  /// A word that differs by a slip from what the target's language calls a place of the source.
  private func slipBesideWorld(_ word: NameText.Word, _ sentence: Int) -> NameFault? {
    for mention in core[sentence].flatMap({ world.source[$0] })
    where !mention.isPeople && world.targetThings(in: bead[sentence]).isDisjoint(with: mention.things) {
      for thing in mention.things.sorted() {
        guard let form = world.targetNames.usual[thing] else { continue }
        for part in NameText.words(of: form) where part.letters.count > 4 && word.letters.count > 4 {
          if WordLikeness.difference(word.letters, part.letters) == .slip {
            return fault(word, sentence, rival: part.key)
          }
        }
      }
    }
    return nil
  }

  /// Two letters that changed places, so that the word sounds like no name of the source, and did before.
  private func swapBesideSounds(_ word: NameText.Word, _ sentence: Int, _ there: Set<Int>) -> NameFault? {
    guard word.letters.count > 4, target.count(word.key) == 1 else { return nil }
    for index in there.sorted() where classes.all[index].sound.count > 3 {
      let wanted = classes.all[index].sound
      guard WordLikeness.sound(word.letters) != wanted else { continue }
      for place in 1..<word.letters.count - 1 where word.letters[place] != word.letters[place + 1] {
        var letters = word.letters
        letters.swapAt(place, place + 1)
        guard WordLikeness.sound(letters) == wanted else { continue }
        var key = String.UnicodeScalarView()
        key.append(contentsOf: letters)
        return fault(word, sentence, rival: String(key))
      }
    }
    return nil
  }

  // MARK: Faults

  /// A slip for a name of the source; in the source, where that has the rarer spelling.
  private func fault(_ word: NameText.Word, _ sentence: Int, for name: NameText.Word, _ number: Int) -> NameFault {
    if target.count(word.key) > max(target.count(name.key), source.count(name.key)) {
      return NameFault(
        check: NameMisspelt.id, severity: .error, side: .source, sentence: number, bytes: name.bytes,
        surface: name.text, expected: [word.text], evidence: ["translation: \(word.text)"],
        message: "'\(name.text)' looks like a slip for '\(word.text)', as the translation writes throughout")
    }
    let times = target.count(name.key)
    // Which of the two is wrong, nothing else in the texts may say.
    let severity: Finding.Severity = times > 0 ? .error : .warning
    let because = times > 0 ? "; this text writes it so \(times == 1 ? "once" : "\(times) times")" : ""
    return NameFault(
      check: NameMisspelt.id, severity: severity, side: .target, sentence: sentence, bytes: word.bytes,
      surface: word.text, expected: [name.text], evidence: ["source: \(name.text)"],
      message: "'\(word.text)' looks like a slip for '\(name.text)' of the source\(because)")
  }

  private func fault(_ word: NameText.Word, _ sentence: Int, rival: String) -> NameFault {
    let places = target.places[rival] ?? []
    let surface =
      places.first.flatMap { target.sentences[$0].words.first { $0.key == rival }?.text }
      ?? rival.prefix(1).uppercased() + rival.dropFirst()
    let because =
      places.first.map {
        " (this text writes '\(surface)' \(places.count == 1 ? "once, in" : "\(places.count) times, first in") sentence \($0 + 1))"
      } ?? ""
    return NameFault(
      check: NameMisspelt.id, severity: .error, side: .target, sentence: sentence, bytes: word.bytes,
      surface: word.text, expected: [surface], evidence: [],
      message: "'\(word.text)' looks like a slip for '\(surface)'\(because)")
  }
}
