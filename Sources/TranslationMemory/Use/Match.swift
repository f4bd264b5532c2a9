internal import Bitext
internal import Linguistics

/// A unit of the memory that is like a text.
public struct Match: Hashable, Sendable {
  public let unit: StoredUnit
  /// Numbers of the variants that are like the text, and that translate it.
  public let sourceVariant: Int
  public let targetVariant: Int
  /// Their plain texts.
  public let source: String
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
  init?(_ unit: StoredUnit, _ hit: IndexHit, _ query: MatchQuery) {
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
      text: query.text, source: source, isOtherRegion: languages.contains { Self.isOtherRegion($0, $1) },
      isReviewed: unit.record.isReviewed, query.rules)
  }

  /// "fr" is met by "fr" and "fr-FR" alike only where one of them names no region or script.
  private static func isOtherRegion(_ spelt: String, _ asked: LanguageTag) -> Bool {
    guard let tag = LanguageTag(spelt) else { return false }
    func differ(_ a: String?, _ b: String?) -> Bool { a != nil && b != nil && a != b }
    return differ(tag.region, asked.region) || differ(tag.script, asked.script)
  }

  static func penalties(
    text: String, source: String, isOtherRegion: Bool, isReviewed: Bool, _ rules: MatchRules
  ) -> [Penalty] {
    func points(_ blemish: Blemish) -> Double { rules.points[blemish] ?? 0 }
    var blemishes: Set<Blemish> = []
    if isOtherRegion { blemishes.insert(.otherRegion) }
    if !isReviewed { blemishes.insert(.unreviewed) }
    if points(.numbers) + points(.letterCase) + points(.punctuation) > 0, text != source {
      let a = FoldedText(text)
      let b = FoldedText(source)
      if a.surfaces(.digits) != b.surfaces(.digits) { blemishes.insert(.numbers) }
      if a.surfaces(.other) != b.surfaces(.other) { blemishes.insert(.punctuation) }
      if differInCase(a, b) { blemishes.insert(.letterCase) }
    }
    return blemishes.sorted().filter { points($0) > 0 }.map { Penalty($0, points: points($0)) }
  }

  /// Whether a word that both texts have is never written alike in both.
  private static func differInCase(_ a: FoldedText, _ b: FoldedText) -> Bool {
    func spellings(_ text: FoldedText) -> [String: Set<String>] {
      var spellings: [String: Set<String>] = [:]
      for i in text.words.indices where text.words[i].kind == .letters {
        spellings[text.keys[i], default: []].insert(text.surface(i))
      }
      return spellings
    }
    let others = spellings(b)
    return spellings(a).contains { key, forms in others[key].map { $0.isDisjoint(with: forms) } ?? false }
  }

  /// Best first: score, then context, then fewer penalties, then the older unit.
  func precedes(_ other: Match) -> Bool {
    if score != other.score { return score > other.score }
    if isContextMatch != other.isContextMatch { return isContextMatch }
    if penalty != other.penalty { return penalty < other.penalty }
    return (unit.id, sourceVariant) < (other.unit.id, other.sourceVariant)
  }
}

extension FoldedText {
  /// The words of one kind as they are written, in order.
  fileprivate func surfaces(_ kind: Word.Kind) -> [String] {
    words.indices.filter { words[$0].kind == kind }.map(surface)
  }
}
