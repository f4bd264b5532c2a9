internal import Bitext
internal import Linguistics

/// Places and bodies of the target that the source lacks, where the source has another of the same kind that the target lacks.
extension NamePairing {
  func strangers(in sentence: Int) -> [NameFault] {
    var lost = core[sentence].flatMap { number in
      world.source[number].filter { isLost($0, number, sentence) }.map { (number, $0) }
    }
    var faults: [NameFault] = []
    for mention in world.target[sentence] where isStranger(mention, sentence) {
      let kinds = world.kinds(of: mention)
      guard let index = lost.firstIndex(where: { !world.kinds(of: $0.1).isDisjoint(with: kinds) }) else { continue }
      let (number, name) = lost.remove(at: index)
      faults.append(fault(mention, sentence, for: name, number))
    }
    return faults
  }

  private func isStranger(_ mention: WorldLexicon.Mention, _ sentence: Int) -> Bool {
    guard mention.isName, world.sourceThings(in: near[sentence]).isDisjoint(with: mention.things) else { return false }
    let words = target.sentences[sentence].words[mention.words]
    if words.allSatisfy({ sourceHas($0.key, in: near[sentence]) }) { return false }
    return !words.contains { word in
      let sound = WordLikeness.sound(word.letters)
      return near[sentence].contains { number in
        classes.bySentence[number].contains { index in
          classes.all[index].partner == word.key || WordLikeness.likeness(classes.all[index].sound, sound) >= 0.7
        }
      }
    }
  }

  private func isLost(_ mention: WorldLexicon.Mention, _ number: Int, _ sentence: Int) -> Bool {
    guard !mention.isPeople, world.targetThings(in: bead[sentence]).isDisjoint(with: mention.things) else {
      return false
    }
    let words = source.sentences[number].words[mention.words]
    // Forms that the target has with the same letters, or left in the source's language.
    if words.allSatisfy({ targetHas($0.key, in: bead[sentence]) }) { return false }
    if sharesLetters { return true }
    return !words.contains { word in
      guard let latin = knowledge.romanized(word.text, from: source.language, for: target.language) else {
        return false
      }
      let sound = WordLikeness.sound(Array(Folding.key(latin).unicodeScalars))
      return bead[sentence].contains { number in
        target.sentences[number].words.contains {
          $0.isCapital && WordLikeness.likeness(WordLikeness.sound($0.letters), sound) >= 0.75
        }
      }
    }
  }

  private func fault(
    _ mention: WorldLexicon.Mention, _ sentence: Int, for name: WorldLexicon.Mention, _ number: Int
  ) -> NameFault {
    let here = text(target.sentences[sentence].words[mention.words])
    let there = text(source.sentences[number].words[name.words])
    let expected = name.things.sorted().compactMap { world.targetNames.usual[$0] }.first
    let instead = expected.map { "; expected '\($0)'" } ?? ""
    return NameFault(
      check: NameMismatch.id, severity: .error, side: .target, sentence: sentence, bytes: here.bytes,
      surface: here.text, expected: expected.map { [$0] } ?? [], evidence: ["source: \(there.text)"],
      message: "'\(here.text)' is not in the source, which has '\(there.text)' here\(instead)")
  }

  private func text(_ words: ArraySlice<NameText.Word>) -> (text: String, bytes: Range<Int>) {
    let bytes = (words.first?.bytes.lowerBound ?? 0)..<(words.last?.bytes.upperBound ?? 0)
    return (words.map(\.text).joined(separator: " "), bytes)
  }
}
