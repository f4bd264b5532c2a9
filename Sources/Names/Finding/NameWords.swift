internal import Bitext
internal import Linguistics
internal import Romanization

/// What a language's lists, the glossary and the lexicon say of words: what a document asks of each of its words once.
struct NameWords: Sendable {
  private let lexicon: NameLexicon
  private let glossary: NameGlossary
  private var marks: [String: NameMarks] = [:]
  /// What a word is that ends so.
  private var wordEndings: [(bytes: [UInt8], mark: NameMarks)] = []
  /// What a word is that is listed as such without this ending.
  private var inflections: [(ending: String, mark: NameMarks)] = []
  private let ordinalEndings: [String]
  /// Endings of surnames as the press of this language writes them, with the greatest weight that a table gives each.
  private var endings: [String: Double] = [:]
  private var longestEnding = 0

  init(language: LanguageTag, model: NameModel, cues: NameCues?, glossary: NameGlossary) {
    lexicon = model.lexicon
    self.glossary = glossary
    ordinalEndings = NameMarks.kinds.first { $0.mark == .ordinal }.flatMap { cues?.endings[$0.name]?.sorted() } ?? []
    for kind in NameMarks.kinds {
      for word in cues?.words[kind.name] ?? [] { marks[word, default: []].insert(kind.mark) }
      for ending in (cues?.inflections[kind.name] ?? []).sorted() { inflections.append((ending, kind.mark)) }
      if kind.mark == .ordinal { continue }
      for ending in (cues?.endings[kind.name] ?? []).sorted() { wordEndings.append((Array(ending.utf8), kind.mark)) }
    }
    guard case .press(let press) = model.side(language) else { return }
    for ending in model.tables.tables.flatMap(\.endings) {
      for form in ending.forms[press] ?? [] {
        endings[form] = max(endings[form] ?? 0, ending.weight)
        longestEnding = max(longestEnding, form.count)
      }
    }
  }

  /// Whether adjectives are told by their endings.
  var knowsAdjectives: Bool { wordEndings.contains { $0.mark == .adjective } }

  func marks(ofKey key: String) -> NameMarks {
    var found = marks[key] ?? []
    if glossary.begins(with: key) { found.insert(.begins) }
    if glossary.surnames.contains(key) { found.insert(.surname) }
    if glossary.isCountry(key) { found.insert(.country) }
    for inflection in inflections where !found.contains(inflection.mark) && key.hasSuffix(inflection.ending) {
      if marks[String(key.dropLast(inflection.ending.count))]?.contains(inflection.mark) ?? false {
        found.insert(inflection.mark)
      }
    }
    if !wordEndings.isEmpty { found.formUnion(marks(ofEnding: key)) }
    if !lexicon.indices(forKey: key).isEmpty {
      found.insert(.listed)
      if !lexicon.givenNames(key).isEmpty { found.insert(.given) }
    }
    return found
  }

  private func marks(ofEnding key: String) -> NameMarks {
    var key = key
    return key.withUTF8 { key in
      var found: NameMarks = []
      for (ending, mark) in wordEndings where ending.count <= key.count && !found.contains(mark) {
        let start = key.count - ending.count
        if ending.indices.allSatisfy({ key[start + $0] == ending[$0] }) { found.insert(mark) }
      }
      return found
    }
  }

  /// A Roman figure with an ending: "XXe", "Ve".
  func isOrdinal(_ text: String) -> Bool {
    ordinalEndings.contains { ending in
      text.hasSuffix(ending) && text.count > ending.count && NameWord.isRoman(text.dropLast(ending.count).utf8)
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
