package import Bitext

/// Tells in which of a few languages a text is written, by script, telling letters and function words.
package struct LanguageIdentifier: Sendable {
  /// A language and the share of the text's evidence that speaks for it, 0...1.
  package struct Guess: Hashable, Sendable {
    package let language: LanguageTag
    package let share: Double
    /// How much speaks for it: 1 for a function word, 0.2 for a telling letter.
    package let evidence: Double
  }

  private let languages: [LanguageTag]
  /// Function words and telling letters to the numbers of the languages that have them.
  private let words: [String: [Int]]
  private let letters: [Character: [Int]]
  private let hasASCIILetters: Bool

  package init(_ profiles: [LanguageProfile]) {
    let sorted = profiles.sorted { $0.language < $1.language }
    languages = sorted.map(\.language)
    var words: [String: [Int]] = [:]
    var letters: [Character: [Int]] = [:]
    for (number, profile) in sorted.enumerated() {
      for word in profile.functionWords { words[word, default: []].append(number) }
      for letter in profile.letters { letters[letter, default: []].append(number) }
    }
    self.words = words
    self.letters = letters
    hasASCIILetters = letters.keys.contains { $0.isASCII }
  }

  /// The likeliest language of the first 4,000 words, or nil where nothing speaks for any (no words, or none known).
  package func guess(_ text: String) -> Guess? {
    let evidence = evidence(text)
    let total = evidence.reduce(0, +)
    // Of equals the first in alphabetical order.
    guard let best = evidence.indices.max(by: { (evidence[$0], $1) < (evidence[$1], $0) }), evidence[best] > 0 else {
      return nil
    }
    return Guess(language: languages[best], share: evidence[best] / total, evidence: evidence[best])
  }

  /// What speaks for each language.
  private func evidence(_ text: String) -> [Double] {
    let bytes = Array(text.utf8)
    var evidence = [Double](repeating: 0, count: languages.count)
    for word in WordScanner.words(in: text).prefix(4_000) where word.kind == .letters {
      let spelt = bytes[word.bytes]
      // "c. 26, s. 19": a consonant alone is a word only where the next is elided onto it.
      if spelt.count == 1, !Self.isElided(bytes, word.bytes) { continue }
      let key = Folding.caseKey(String(decoding: spelt, as: UTF8.self))
      for number in words[key] ?? [] { evidence[number] += 1 }
      // Telling letters are hardly ever ASCII.
      guard spelt.contains(where: { $0 >= 0x80 }) || hasASCIILetters else { continue }
      for letter in key { for number in letters[letter] ?? [] { evidence[number] += 0.2 } }
    }
    return evidence
  }

  private static func isElided(_ bytes: [UInt8], _ word: Range<Int>) -> Bool {
    let letter = bytes[word.lowerBound] | 0x20
    guard !"aeiouy".utf8.contains(letter) else { return true }
    guard word.upperBound < bytes.count else { return false }
    // ' or ’
    return bytes[word.upperBound] == 0x27 || bytes[word.upperBound...].starts(with: [0xE2, 0x80, 0x99])
  }
}
