internal import Bitext
internal import Linguistics
internal import Romanization

/// What a language's lists, the glossary and the lexicon say of words: what a document asks of each of its words once.
struct NameWords: Sendable {
  private let lexicon: NameLexicon
  private let cues: NameCues?
  private var marks: [String: NameMarks] = [:]
  private let adjectiveEndings: [[UInt8]]
  /// Endings of surnames as the press of this language writes them, with the greatest weight that a table gives each.
  private var endings: [String: Double] = [:]
  private var longestEnding = 0

  init(language: LanguageTag, model: NameModel, cues: NameCues?, glossary: NameGlossary) {
    lexicon = model.lexicon
    self.cues = cues
    adjectiveEndings = (cues?.adjectiveEndings ?? []).map { Array($0.utf8) }
    for (list, mark) in NameMarks.lists {
      for word in cues?.words(list) ?? [] { marks[word, default: []].insert(mark) }
    }
    for word in glossary.beginnings { marks[word, default: []].insert(.begins) }
    for word in glossary.surnames.keys { marks[word, default: []].insert(.surname) }
    for word in glossary.countries { marks[word, default: []].insert(.country) }
    guard case .press(let press) = NameSide(language) else { return }
    for ending in model.tables.tables.flatMap(\.endings) {
      for form in ending.forms[press] ?? [] {
        endings[form] = max(endings[form] ?? 0, ending.weight)
        longestEnding = max(longestEnding, form.count)
      }
    }
  }

  func marks(ofKey key: String) -> NameMarks {
    var found = marks[key] ?? []
    if cues?.isPeople(key) ?? false { found.insert(.people) }
    if endsLikeAdjective(key) { found.insert(.adjective) }
    if !lexicon.indices(forKey: key).isEmpty {
      found.insert(.listed)
      if !lexicon.givenNames(key).isEmpty { found.insert(.given) }
    }
    return found
  }

  private func endsLikeAdjective(_ key: String) -> Bool {
    var key = key
    return key.withUTF8 { key in
      adjectiveEndings.contains { ending in
        guard let start = ending.count <= key.count ? key.count - ending.count : nil else { return false }
        return ending.indices.allSatisfy { key[start + $0] == ending[$0] }
      }
    }
  }

  /// The greatest weight of the endings that a word has, which are shorter than it by two letters or more.
  func endingWeight(_ word: String) -> Double {
    if endings.isEmpty { return 0 }
    let lower = word.lowercased()
    var best: Double = 0
    var ending = lower[lower.endIndex...]
    var length = 0
    let letters = lower.count
    while length < longestEnding, letters > length + 2 {
      length += 1
      ending = lower[lower.index(before: ending.startIndex)...]
      if let weight = endings[String(ending)] { best = max(best, weight) }
    }
    return best
  }
}
