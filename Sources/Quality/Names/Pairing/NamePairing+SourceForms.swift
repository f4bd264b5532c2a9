internal import Bitext
internal import Linguistics

/// Names that the target has as the source's language writes them, though its own writes them otherwise.
extension NamePairing {
  func sourceForms(in sentence: Int) -> [NameFault] {
    sharesLetters ? formsInLetters(sentence) : formsInSounds(sentence)
  }

  private func formsInLetters(_ sentence: Int) -> [NameFault] {
    let words = target.sentences[sentence].words
    let own = Set(world.target[sentence].flatMap { Array($0.words) })
    return world.foreign[sentence].compactMap { mention in
      let range = mention.words
      guard mention.isName, own.isDisjoint(with: range),
        range.allSatisfy({ sourceHas(words[$0].key, in: near[sentence]) }),
        !world.sourceThings(in: near[sentence]).isDisjoint(with: mention.things),
        !isPerson(words[range.lowerBound].bytes, sentence)
      else { return nil }
      let forms = mention.things.sorted().compactMap { world.targetNames.usual[$0] }
      guard let expected = forms.first, !knowledge.isFirstName(words[range.lowerBound].key) else { return nil }
      return fault(words, range, sentence, expected)
    }
  }

  private func formsInSounds(_ sentence: Int) -> [NameFault] {
    let words = target.sentences[sentence].words
    let own = Set(world.target[sentence].flatMap { Array($0.words) })
    let there = Set(near[sentence].flatMap { classes.bySentence[$0] }).sorted()
    return words.indices.compactMap { index in
      let word = words[index]
      guard word.isCapital, !word.isAddress, word.letters.count > 3, !own.contains(index),
        !target.small.contains(word.key)
      else { return nil }
      let sound = WordLikeness.sound(word.letters)
      if let expected = exonym(sounding: sound, word.letters, sentence) {
        return fault(words, index..<index + 1, sentence, expected)
      }
      for number in there {
        let name = classes.all[number]
        guard let partner = name.partner, partner != word.key, target.count(partner) > target.count(word.key),
          !name.sound.isEmpty, name.plain == word.letters || !targetHas(partner, in: [sentence])
        else { continue }
        let likeness = WordLikeness.likeness(name.sound, sound)
        let other = WordLikeness.likeness(name.sound, WordLikeness.sound(Array(partner.unicodeScalars)))
        guard likeness >= 0.8, likeness > other + 0.1, other >= 0.35,
          WordLikeness.difference(word.letters, Array(partner.unicodeScalars)) == nil || likeness == 1
        else { continue }
        return fault(words, index..<index + 1, sentence, surface(of: partner))
      }
      return nil
    }
  }

  /// What the target writes for a place of the source that, in the source's language, sounds like a word.
  private func exonym(sounding sound: [Unicode.Scalar], _ letters: [Unicode.Scalar], _ sentence: Int) -> String? {
    for mention in near[sentence].flatMap({ world.source[$0] }) where !mention.isPeople {
      for thing in mention.things.sorted() {
        guard let theirs = world.sourceNames.usual[thing], let ours = world.targetNames.usual[thing],
          let latin = knowledge.romanized(theirs, from: source.language, for: target.language)
        else { continue }
        let plain = Array(Folding.key(latin).unicodeScalars)
        if plain == letters { return ours }
        let spelt = WordLikeness.sound(plain)
        let right = WordLikeness.sound(Array(Folding.key(ours).unicodeScalars))
        let likeness = WordLikeness.likeness(spelt, sound)
        if likeness >= (mention.isName ? 0.8 : 0.9), likeness > WordLikeness.likeness(right, sound) { return ours }
      }
    }
    return nil
  }

  private func surface(of key: String) -> String {
    (target.places[key] ?? []).first.flatMap { target.sentences[$0].words.first { $0.key == key }?.text } ?? key
  }

  private func fault(_ words: [NameText.Word], _ range: Range<Int>, _ sentence: Int, _ expected: String) -> NameFault {
    let bytes = words[range.lowerBound].bytes.lowerBound..<words[range.upperBound - 1].bytes.upperBound
    let surface = words[range].map(\.text).joined(separator: " ")
    let (theirs, ours) = (languageName(source.language), languageName(target.language))
    return NameFault(
      check: NameUntransliterated.id, severity: .error, side: .target, sentence: sentence, bytes: bytes,
      surface: surface, expected: [expected], evidence: [],
      message: "'\(surface)' is the \(theirs) form; \(ours) texts use '\(expected)'")
  }
}
