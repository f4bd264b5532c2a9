public import Bitext

/// Tells in which of a few languages a text is written, by script, telling letters and function words.
public struct LanguageIdentifier: Sendable {
  /// A language and the share of the text's evidence that speaks for it, 0...1.
  public struct Guess: Hashable, Sendable {
    public let language: LanguageTag
    public let share: Double
  }

  private let profiles: [LanguageProfile]

  public init(_ profiles: [LanguageProfile]) {
    self.profiles = profiles.sorted { $0.language < $1.language }
  }

  /// The likeliest language of the first 4,000 words, or nil where nothing speaks for any (no words, or none known).
  public func guess(_ text: String) -> Guess? {
    let ranked = ranking(text)
    let total = ranked.reduce(0) { $0 + $1.share }
    guard let best = ranked.first, best.share > 0 else { return nil }
    return Guess(language: best.language, share: best.share / total)
  }

  /// Every language with its evidence, most first: hits of function words, and telling letters at a fifth of one.
  private func ranking(_ text: String) -> [Guess] {
    let words = WordScanner.words(in: text).prefix(4_000).filter { $0.kind == .letters }
    let bytes = Array(text.utf8)
    var evidence = [Double](repeating: 0, count: profiles.count)
    for word in words {
      let key = Folding.caseKey(String(decoding: bytes[word.bytes], as: UTF8.self))
      for (i, profile) in profiles.enumerated() {
        if profile.functionWords.contains(key) { evidence[i] += 1 }
        if !profile.letters.isEmpty {
          evidence[i] += 0.2 * Double(key.reduce(0) { $0 + (profile.letters.contains($1) ? 1 : 0) })
        }
      }
    }
    return zip(profiles, evidence).map { Guess(language: $0.language, share: $1) }
      .sorted { ($1.share, $0.language) < ($0.share, $1.language) }
  }
}
