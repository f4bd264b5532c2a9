package import Bitext

/// How far the translation of a segment is, as XLIFF says it.
///
/// The raw values are the words of version 1.2; version 2 knows four steps, and its words are `version2`.
package enum SegmentState: String, Hashable, Sendable, CaseIterable {
  case new
  case needsTranslation = "needs-translation"
  case needsAdaptation = "needs-adaptation"
  case needsLocalization = "needs-l10n"
  case needsReview = "needs-review-translation"
  case needsReviewOfAdaptation = "needs-review-adaptation"
  case needsReviewOfLocalization = "needs-review-l10n"
  case translated
  case reviewed = "signed-off"
  case final

  /// Why a translation has its state: `state-qualifier` of version 1.2, as far as Corridor says it itself.
  package enum Qualifier: String, Hashable, Sendable {
    case exactMatch = "exact-match"
    case fuzzyMatch = "fuzzy-match"
  }

  /// The words of version 2, in rising order.
  static let words2 = ["initial", "translated", "reviewed", "final"]

  /// The step of version 2 that comes nearest.
  var version2: String {
    switch self {
    case .new, .needsTranslation, .needsAdaptation, .needsLocalization: "initial"
    case .needsReview, .needsReviewOfAdaptation, .needsReviewOfLocalization, .translated: "translated"
    case .reviewed: "reviewed"
    case .final: "final"
    }
  }

  /// The state that a word of version 2 means; nil for another word.
  init?(version2 word: String) {
    switch word {
    case "initial": self = .new
    case "translated": self = .translated
    case "reviewed": self = .reviewed
    case "final": self = .final
    default: return nil
    }
  }

  /// What a variant says of itself so that it is written with this state.
  package func remarks(_ qualifier: Qualifier? = nil) -> [Remark] {
    var remarks = [XLIFFProperty.remark("state", rawValue)]
    if let qualifier { remarks.append(XLIFFProperty.remark("state-qualifier", qualifier.rawValue)) }
    return remarks
  }
}
