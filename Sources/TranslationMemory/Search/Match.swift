internal import Bitext
internal import Linguistics

/// A unit of the memory that is like a text.
public struct Match: Hashable, Sendable {
  /// The unit, as the memory has it.
  public let unit: StoredUnit
  /// Numbers of the variants that are like the text, and that translate it.
  public let sourceVariant: Int
  /// The number of the variant that translates the text.
  public let targetVariant: Int
  /// Their plain texts.
  public let source: String
  /// The plain text of the translation.
  public let target: String
  /// 0...100: 100 × (1 − word edit distance ÷ longer length), over case-folded words.
  public let score: Double
  /// Equal words, and at least one neighbour that is the same while none known differs.
  public let isContextMatch: Bool
  /// In alphabetical order of their blemish.
  public let penalties: [Penalty]

  /// The sum of the penalties' points.
  public var penalty: Double { penalties.reduce(0) { $0 + $1.points } }

  /// What people are shown: 101 for a match in context, else the score without decimals, never rounded up.
  public var shownScore: Int { isContextMatch ? 101 : Int(score) }

  /// How to come from the match's source to the text asked for.
  public func difference(to text: String) -> WordDifference { WordDifference(from: source, to: text) }
}

extension Match {
  /// Nil where the unit has no translation, or no longer the variant that was found.
  /// - Parameter folded: the query's text.
  init?(_ unit: StoredUnit, _ hit: IndexHit, _ query: MatchQuery, folded: FoldedText) {
    let variants = unit.record.unit.variants
    guard hit.ordinal < variants.count else { return nil }
    let candidates = variants.indices.filter {
      $0 != hit.ordinal && LanguageBase.of(variants[$0].language) == query.target.language
    }
    // Of several translations, the first in the very language asked for, else the first.
    let exact = candidates.first { variants[$0].language.lowercased() == query.target.folded }
    guard let target = exact ?? candidates.first else { return nil }
    self.unit = unit
    sourceVariant = hit.ordinal
    targetVariant = target
    source = variants[hit.ordinal].plainText
    self.target = variants[target].plainText
    score = hit.score
    isContextMatch = hit.isContextMatch
    let languages = [(variants[hit.ordinal].language, query.source), (variants[target].language, query.target)]
    penalties = Self.penalties(
      text: query.text, folded: folded, source: source,
      isOtherRegion: languages.contains { Self.isOtherRegion($0, $1) },
      isReviewed: unit.record.isReviewed, query.rules)
  }

  /// "fr" is met by "fr" and "fr-FR" alike only where one of them names no region or script.
  private static func isOtherRegion(_ spelt: String, _ asked: LanguageTag) -> Bool {
    guard let tag = LanguageTag(spelt) else { return false }
    func differ(_ a: String?, _ b: String?) -> Bool { a != nil && b != nil && a != b }
    return differ(tag.region, asked.region) || differ(tag.script, asked.script)
  }

  static func penalties(
    text: String, folded: FoldedText, source: String, isOtherRegion: Bool, isReviewed: Bool, _ rules: MatchRules
  ) -> [Penalty] {
    func points(_ blemish: Blemish) -> Double { rules.points[blemish] ?? 0 }
    var blemishes: Set<Blemish> = []
    if isOtherRegion { blemishes.insert(.otherRegion) }
    if !isReviewed { blemishes.insert(.unreviewed) }
    if points(.numbers) + points(.letterCase) + points(.punctuation) > 0, text != source {
      let other = FoldedText(source)
      if !folded.agrees(with: other, on: .digits) { blemishes.insert(.numbers) }
      if !folded.agrees(with: other, on: .other) { blemishes.insert(.punctuation) }
      if folded.differsInCase(from: other) { blemishes.insert(.letterCase) }
    }
    return blemishes.sorted().filter { points($0) > 0 }.map { Penalty($0, points: points($0)) }
  }

  /// Best first: score, then context, then fewer penalties, then the older unit.
  func precedes(_ other: Match) -> Bool {
    if score != other.score { return score > other.score }
    if isContextMatch != other.isContextMatch { return isContextMatch }
    if penalty != other.penalty { return penalty < other.penalty }
    return (unit.id, sourceVariant) < (other.unit.id, other.sourceVariant)
  }
}
