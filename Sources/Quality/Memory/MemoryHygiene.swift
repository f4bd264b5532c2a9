package import Bitext
package import Linguistics

/// Looks at the units of a memory, one after the other, for what makes matches useless or wrong.
///
/// Each unit's first variant is compared with each of the others. Memory grows by 40 bytes a unit.
package struct MemoryHygiene {
  private let profiles: [String: LanguageProfile]
  private let identifier: LanguageIdentifier
  private var seen: Set<Int> = []
  private var lengths: [String: [(unit: Int64, ratio: Double)]] = [:]
  private var findings: [Finding] = []

  package init(profiles: [LanguageProfile]) {
    self.profiles = Dictionary(profiles.map { ($0.language.language, $0) }, uniquingKeysWith: { first, _ in first })
    identifier = LanguageIdentifier(profiles)
  }

  package mutating func take(_ unit: TranslationUnit, id: Int64) {
    let texts = unit.variants.map(\.plainText)
    if isKnown(unit, texts) {
      add(id, .duplicate, Self.duplicate)
      return
    }
    for (variant, text) in zip(unit.variants, texts) where text.allSatisfy(\.isWhitespace) {
      add(id, .emptySide, Self.nothing(in: variant.language))
    }
    for (variant, text) in zip(unit.variants, texts) { checkLanguage(variant.language, text, id) }
    guard let first = unit.variants.first, let source = texts.first else { return }
    for (variant, text) in zip(unit.variants, texts).dropFirst() where !text.isEmpty && !source.isEmpty {
      compare(source, first.language, text, variant.language, id)
    }
  }

  /// All findings, in the order of the units. What needs the whole memory is found now: lengths.
  package mutating func finish() -> [Finding] {
    for (pair, ratios) in lengths { findings += Self.outliers(ratios, pair) }
    lengths = [:]
    return findings.sorted { ($0.unit ?? 0, $0.check) < ($1.unit ?? 0, $1.check) }
  }

  private mutating func add(_ unit: Int64, _ check: UnitCheck, _ message: String) {
    findings.append(Self.finding(unit, check, message))
  }

  /// By a 64-bit hash of languages and texts: of a million units, two different ones meet with a probability of 3e-8.
  private mutating func isKnown(_ unit: TranslationUnit, _ texts: [String]) -> Bool {
    var hasher = Hasher()
    for (variant, text) in zip(unit.variants, texts) {
      hasher.combine(variant.language.lowercased())
      hasher.combine(text)
    }
    return !seen.insert(hasher.finalize()).inserted
  }

  /// A language that is sure, over enough words: short texts of names and numbers tell nothing.
  private mutating func checkLanguage(_ tag: String, _ text: String, _ id: Int64) {
    guard let language = LanguageTag(tag), profiles[language.language] != nil,
      let guess = identifier.guess(text), guess.share >= 0.8, guess.evidence >= Self.leastEvidence,
      !guess.language.sameLanguage(as: language)
    else { return }
    let name = profiles[guess.language.language]?.name ?? guess.language.description
    add(id, .language, Self.looks(like: name, tag))
  }

  /// So many function words at least.
  private static let leastEvidence = 3.0

  private mutating func compare(
    _ source: String, _ from: String, _ target: String, _ to: String, _ id: Int64
  ) {
    let base = { (tag: String) in LanguageTag(tag)?.language ?? tag.lowercased() }
    guard base(from) != base(to) else { return }
    if source == target {
      // Names, numbers and codes stay as they are: several small words do not.
      let words = source.split { !$0.isLetter }.filter { $0.count > 1 }
      if words.count(where: { $0.first?.isLowercase == true }) >= 2 {
        add(id, .untranslated, Self.untranslated)
      }
      return
    }
    if let a = profiles[base(from)], let b = profiles[base(to)],
      let message = NumberComparison.difference(source, a, target, b)
    {
      add(id, .numbers, message)
    }
    let (m, n) = (source.unicodeScalars.count, target.unicodeScalars.count)
    if m > 0, n > 0 {
      // The spread of a ratio shrinks with the length as that of a sum of words does (Gale and Church, 1993).
      let scale = Double(m + n).squareRoot()
      lengths["\(base(from)) \(base(to))", default: []].append((id, Double(n - m) / scale))
    }
  }

  /// Units further than six spreads from the middle; the spread is that of the middle half, so that outliers do not hide
  /// themselves. Fewer than fifty units show no usual.
  private static func outliers(_ ratios: [(unit: Int64, ratio: Double)], _ pair: String) -> [Finding] {
    guard ratios.count >= 50 else { return [] }
    let sorted = ratios.map(\.ratio).sorted()
    let (low, middle, high) = (sorted[sorted.count / 4], sorted[sorted.count / 2], sorted[sorted.count * 3 / 4])
    let spread = max((high - low) / 1.349, 0.5)
    return ratios.compactMap { unit, ratio in
      guard abs(ratio - middle) > 6 * spread else { return nil }
      return finding(unit, .length, length(isLonger: ratio > middle, pair))
    }
  }

  private static func finding(_ unit: Int64, _ check: UnitCheck, _ message: String) -> Finding {
    Finding(check: check.rawValue, severity: .warning, message: message, place: .unit(unit))
  }

  // MARK: Messages

  private static let duplicate = "the same texts as an earlier unit"
  private static let untranslated = "source and target are the same text"
  private static func nothing(in language: String) -> String { "nothing in '\(language)'" }
  private static func looks(like name: String, _ tag: String) -> String { "the '\(tag)' text looks like \(name)" }
  private static func length(isLonger: Bool, _ pair: String) -> String {
    "the translation is much \(isLonger ? "longer" : "shorter") than usual (\(pair))"
  }
}
