internal import Bitext
internal import Linguistics
internal import Names

/// The names of a source and its translation, paired bead by bead, and what is left over: names that look like slips for one of the
/// source, forms of the source's language, other places and bodies than the source has.
///
/// Nothing is said of a name unless its counterpart is known: the same letters, a form of a table, or a word that stands
/// opposite it elsewhere in the texts.
struct NamePairing {
  let source: NameText
  let target: NameText
  let knowledge: NameKnowledge
  private let work: CheckedWork
  private let people: [Int: [NameOccurrence]]
  /// Source sentences of each target sentence: of its bead, and with those of the beads beside it.
  let core: [[Int]]
  let near: [[Int]]
  /// Target sentences of each target sentence's bead and the beads beside it.
  let around: [[Int]]
  /// Target sentences of each target sentence's bead.
  let bead: [[Int]]
  /// Whether both texts are in Latin letters, so that most names have the same.
  let sharesLetters: Bool
  let classes: NameClasses
  let world: WorldMentions

  init?(_ work: CheckedWork, _ knowledge: NameKnowledge) {
    guard let source = work.source, !work.beads.isEmpty else { return nil }
    self.knowledge = knowledge
    self.work = work
    self.source = NameText(source)
    target = NameText(work.target)
    var core = [[Int]](repeating: [], count: work.target.sentences.count)
    var near = core
    var around = core
    var own = core
    for (number, bead) in work.beads.enumerated() {
      let beside = work.beads[max(0, number - 1)...min(number + 1, work.beads.count - 1)]
      for sentence in bead.target {
        core[sentence] = bead.source
        own[sentence] = bead.target
        near[sentence] = beside.flatMap(\.source)
        around[sentence] = beside.flatMap(\.target)
      }
    }
    (self.core, self.near, self.around, bead) = (core, near, around, own)
    people = Dictionary(grouping: work.target.names.filter { $0.kind == .person }, by: \.sentence)
    sharesLetters =
      Self.isLatin(self.source) && Self.isLatin(target)
      && (knowledge.cognates.knows(source.language, target.language) || Self.keepLetters(self.source, target, near))
    world = WorldMentions(self.source, target, knowledge)
    classes = NameClasses(self.source, target, near: near, romanized: sharesLetters ? nil : knowledge)
  }

  private static func isLatin(_ text: NameText) -> Bool {
    var latin = 0
    var other = 0
    for sentence in text.sentences.prefix(20) {
      for letter in sentence.words.lazy.flatMap(\.letters) where letter.properties.isAlphabetic {
        if letter.value < 0x250 { latin += 1 } else { other += 1 }
      }
    }
    return latin > other
  }

  /// Whether names have the same letters in both texts: Azerbaijani and others write foreign names as they sound. A text with
  /// few names does not tell.
  private static func keepLetters(_ source: NameText, _ target: NameText, _ near: [[Int]]) -> Bool {
    var same = 0
    var all = 0
    for (number, sentence) in target.sentences.enumerated() where !sentence.isHeading && !near[number].isEmpty {
      for word in sentence.words
      where word.isCapital && !word.isInitial && word.letters.count > 3 && !target.small.contains(word.key) {
        all += 1
        if near[number].contains(where: { source.sentences[$0].keys.contains(word.key) }) { same += 1 }
      }
    }
    return all < fewNames || 5 * same >= 2 * all
  }

  private static let fewNames = 8

  func faults() -> [NameFault] {
    var faults: [NameFault] = []
    for sentence in target.sentences.indices where !core[sentence].isEmpty {
      faults += sourceForms(in: sentence)
      faults += slips(in: sentence)
      faults += strangers(in: sentence)
    }
    return Self.once(faults)
  }

  /// One fault a place: the first.
  private static func once(_ faults: [NameFault]) -> [NameFault] {
    var kept: [NameFault] = []
    for fault in faults
    where !kept.contains(where: {
      $0.sentence == fault.sentence && $0.side == fault.side && $0.bytes.overlaps(fault.bytes)
    }) {
      kept.append(fault)
    }
    return kept
  }

  /// Whether the finder of names takes a word for part of a person's full name that the source has with the same letters.
  func isPerson(_ bytes: Range<Int>, _ sentence: Int) -> Bool {
    people[sentence]?.contains { name in
      name.bytes.overlaps(bytes) && name.name.contains(" ")
        && name.name.split(separator: " ").allSatisfy { source.has(Folding.key(String($0))) }
    } ?? false
  }

  func languageName(_ language: LanguageTag) -> String { work.languageName(language) }

  /// Whether a word is in some sentences of the source with the same letters.
  func sourceHas(_ key: String, in sentences: [Int]) -> Bool {
    sentences.contains { source.sentences[$0].keys.contains(key) }
  }

  func targetHas(_ key: String, in sentences: [Int]) -> Bool {
    sentences.contains { target.sentences[$0].keys.contains(key) }
  }
}
