internal import Bitext
internal import Linguistics

/// The capitalised words of a source, forms of one name together, and the word of the translation that stands opposite each.
struct NameClasses {
  struct Class {
    /// The shortest form met.
    var word: [Unicode.Scalar]
    /// As it sounds in the target's letters; empty if no table says so.
    var sound: [Unicode.Scalar]
    var plain: [Unicode.Scalar]
    var surface: String
    var sentences: Set<Int> = []
    /// The target's word for it, folded, as far as the texts show it.
    var partner: String?
  }

  private(set) var all: [Class] = []
  private(set) var bySentence: [[Int]]
  private var byStart: [[Unicode.Scalar]: [Int]] = [:]

  init(_ source: NameText, _ target: NameText, near: [[Int]], romanized: NameKnowledge?) {
    bySentence = [[Int]](repeating: [], count: source.sentences.count)
    for (number, sentence) in source.sentences.enumerated() {
      for word in sentence.words where word.isCapital && !word.isAddress && word.letters.count > 2 {
        let known = byStart[Array(word.letters.prefix(3))]?.first { Self.isOneName(all[$0].word, word.letters) }
        let index: Int
        if let known {
          index = known
          if word.letters.count < all[index].word.count {
            all[index].word = word.letters
            all[index].surface = word.text
            spell(index, romanized, source.language, target.language)
          }
        } else {
          index = all.count
          all.append(Class(word: word.letters, sound: [], plain: [], surface: word.text))
          spell(index, romanized, source.language, target.language)
          byStart[Array(word.letters.prefix(3)), default: []].append(index)
        }
        all[index].sentences.insert(number)
        if !bySentence[number].contains(index) { bySentence[number].append(index) }
      }
    }
    if romanized != nil { pair(target, near) }
  }

  private mutating func spell(_ index: Int, _ knowledge: NameKnowledge?, _ from: LanguageTag, _ to: LanguageTag) {
    guard let knowledge, let latin = knowledge.romanized(all[index].surface, from: from, for: to) else { return }
    all[index].plain = Array(Folding.key(latin).unicodeScalars)
    all[index].sound = WordLikeness.sound(all[index].plain)
  }

  /// Whether two words are forms of one name: all letters but an ending are the same.
  private static func isOneName(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Bool {
    let shorter = min(a.count, b.count)
    let common = WordLikeness.common(a, b)
    return common >= max(3, shorter - (shorter > 5 ? 2 : 1)) && max(a.count, b.count) - common <= 3
  }

  /// Finds the partner of each class: the word that is opposite it most often, or that sounds like it.
  private mutating func pair(_ target: NameText, _ near: [[Int]]) {
    var opposite = [[String: Int]](repeating: [:], count: all.count)
    for (sentence, words) in target.sentences.enumerated() {
      let there = Set(near[sentence].flatMap { bySentence[$0] })
      let here = Set(words.words.lazy.filter { $0.isCapital && !$0.isAddress && $0.letters.count > 2 }.map(\.key))
      for key in here { for index in there { opposite[index][key, default: 0] += 1 } }
    }
    for index in all.indices {
      var best: (key: String, score: Double)?
      for (key, count) in opposite[index].sorted(by: { $0.key < $1.key }) {
        let places = Set(target.places[key] ?? []).count
        let spelt = WordLikeness.sound(Array(key.unicodeScalars))
        let likeness = all[index].sound.isEmpty ? 0 : WordLikeness.likeness(all[index].sound, spelt)
        let share = 2 * Double(count) / Double(places + max(count, all[index].sentences.count))
        // Opposite it again and again, or sounding like it and there.
        guard (count > 1 && share >= 0.8 && likeness >= 0.35) || likeness >= 0.6 else { continue }
        let score = 2 * likeness + min(1, share) * (count > 1 ? 1 : 0.5) + 0.05 * Double(min(count, 6))
        if best.map({ $0.score < score }) ?? true { best = (key, score) }
      }
      all[index].partner = best?.key
    }
  }
}
