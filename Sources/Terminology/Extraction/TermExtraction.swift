internal import Bitext
internal import Linguistics

/// A phrase that may be a term of the field a corpus is about.
public struct TermCandidate: Hashable, Sendable {
  /// The commonest spelling.
  public let text: String
  /// How often its spellings occur.
  public let frequency: Int
  /// C-value, weighed by how much commoner the phrase is than in the reference where there is one; higher is better.
  public let score: Double
  /// How many times commoner it is than in the reference; nil without one.
  public let timesCommoner: Double?
  /// Numbers of the first sentences that hold it, at most `TermExtraction.mostContexts`.
  public let sentences: [Int]
  /// UTF-8 bytes of those sentences where it stands.
  package let places: [Range<Int>]
  /// What the target side has in the same units, best first; empty without a target.
  public let translations: [Translation]

  func translated(_ translations: [Translation]) -> TermCandidate {
    TermCandidate(
      text: text, frequency: frequency, score: score, timesCommoner: timesCommoner, sentences: sentences,
      places: places, translations: translations)
  }

  /// A phrase of the target side.
  public struct Translation: Hashable, Sendable {
    /// Its commonest spelling.
    public let text: String
    /// Dice coefficient over units, 0...1.
    public let score: Double
  }
}

/// Finds candidates for terms in texts: phrases between stop words, ranked by C-value.
///
/// C-value gives a phrase its frequency, times the logarithm of its length, less what longer phrases around it explain.
/// Source: Frantzi, Ananiadou, Mima 2000, Automatic recognition of multi-word terms (Int. J. on Digital Libraries 3);
/// one word counts as log2(1.05), so that single words are ranked too (Barrón-Cedeño et al. 2009), but after phrases that
/// say more. Against a reference
/// the value is multiplied by log2(1 + ratio of the relative frequencies): Ahmad, Gillam, Tostevin 1999, weirdness.
/// Translations: Dice coefficient (Dice 1945) of the units that hold both; phrases of as many words are preferred, and
/// where none agrees well enough none is proposed.
package struct TermExtraction: Sendable {
  package static let mostContexts = 3
  private static let mostWords = 5

  private let patterns: ExtractionPatterns
  private let minimum: Int

  /// - Parameters:
  ///   - patterns: of the language of the sentences.
  ///   - minimum: how often a phrase must occur.
  package init(_ patterns: ExtractionPatterns, minimum: Int = 3) {
    self.patterns = patterns
    self.minimum = max(1, minimum)
  }

  /// Candidates, best first; equal scores in order of the alphabet.
  /// - Parameters:
  ///   - reference: sentences of general language; what is common there too is worth less.
  ///   - targets: the translation of each sentence, and the patterns of its language.
  ///   - most: how many to give.
  ///   - wanted: whether a candidate is to be given; asked in their order, before translations are looked for.
  package func candidates(
    in sentences: [String], against reference: [String] = [],
    targets: (sentences: [String], patterns: ExtractionPatterns)? = nil, most: Int = 500,
    wanted: (TermCandidate) -> Bool = { _ in true }
  ) -> [TermCandidate] {
    let found = PhraseCount(sentences, patterns, longest: Self.mostWords)
    let general = reference.isEmpty ? nil : PhraseCount(reference, patterns, longest: Self.mostWords)
    var ranked = found.values(minimum: minimum).map { key, value in
      (key: key, score: value * weight(key, found, general))
    }
    ranked.sort { ($1.score, $0.key) < ($0.score, $1.key) }
    let proposals = targets.map { PhraseTranslations($0.sentences, $0.patterns, longest: Self.mostWords) }
    var given: [TermCandidate] = []
    for (key, score) in ranked {
      guard given.count < most else { break }
      let phrase = found.phrases[key, default: .init()]
      let candidate = TermCandidate(
        text: phrase.spelling, frequency: phrase.count, score: score,
        timesCommoner: general.map { ratio(key, found, $0) },
        sentences: Array(phrase.sentences.prefix(Self.mostContexts)), places: phrase.places, translations: [])
      guard wanted(candidate) else { continue }
      given.append(
        candidate.translated(proposals?.best(for: phrase.sentences, words: phrase.words, count: 3) ?? []))
    }
    return given
  }

  private func weight(_ key: String, _ found: PhraseCount, _ general: PhraseCount?) -> Double {
    guard let general, general.words > 0, found.words > 0 else { return 1 }
    return Logarithm.base2(1 + ratio(key, found, general))
  }

  /// How many times commoner a phrase is than in the reference.
  private func ratio(_ key: String, _ found: PhraseCount, _ general: PhraseCount) -> Double {
    guard general.words > 0, found.words > 0 else { return 1 }
    let here = Double(found.phrases[key, default: .init()].count) / Double(found.words)
    let there = Double(general.phrases[key, default: .init()].count + 1) / Double(general.words)
    return here / there
  }
}

/// Base-2 logarithms without the C library.
enum Logarithm {
  /// To about twelve digits, for positive finite numbers; 0 for others.
  static func base2(_ value: Double) -> Double {
    guard value > 0, value.isFinite else { return 0 }
    // value = s * 2^e with s in 1..<2; ln s by the series of the inverse hyperbolic tangent.
    let significand = value.significand
    let y = (significand - 1) / (significand + 1)
    var power = y
    var sum = 0.0
    for i in stride(from: 1, to: 60, by: 2) {
      sum += power / Double(i)
      power *= y * y
    }
    return Double(value.exponent) + 2 * sum / 0.693_147_180_559_945_3
  }
}
