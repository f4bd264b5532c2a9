internal import Bitext

/// Picks the source and the target of a unit, for formats that hold two languages.
struct LanguageSides {
  private(set) var source: LanguageTag?
  private(set) var target: LanguageTag?

  init(_ options: WritingOptions) {
    source = options.source
    target = options.target
  }

  mutating func use(_ header: BitextHeader) {
    source = source ?? header.sourceLanguage.flatMap { LanguageTag($0) }
    target = target ?? header.targetLanguage.flatMap { LanguageTag($0) }
  }

  /// The two sides of a unit; where nothing says which is which, the first is the source, and the first unit with another
  /// language settles the target.
  mutating func sides(of unit: TranslationUnit, _ losses: inout Losses) -> (source: Variant?, target: Variant?) {
    let own = unit.attributes.first { $0.name == "srclang" && $0.value != "*all*" }.flatMap { LanguageTag($0.value) }
    let wanted = source ?? own
    let sourceIndex = wanted.flatMap { Self.index(of: $0, unit.variants) } ?? (wanted == nil ? 0 : nil)
    let sourceVariant = sourceIndex.flatMap { $0 < unit.variants.count ? unit.variants[$0] : nil }
    if source == nil { source = sourceVariant.flatMap { LanguageTag($0.language) } }
    var targetIndex = target.flatMap { Self.index(of: $0, unit.variants, besides: sourceIndex) }
    if target == nil {
      targetIndex = unit.variants.indices.first { $0 != sourceIndex }
      target = targetIndex.flatMap { LanguageTag(unit.variants[$0].language) }
    }
    for (index, variant) in unit.variants.enumerated() where index != sourceIndex && index != targetIndex {
      losses.add("side in \(variant.language)")
    }
    return (sourceVariant, targetIndex.map { unit.variants[$0] })
  }

  /// The side in exactly this language, else in the same language of another region.
  private static func index(of tag: LanguageTag, _ variants: [Variant], besides taken: Int? = nil) -> Int? {
    let tags = variants.indices.map { $0 == taken ? nil : LanguageTag(variants[$0].language) }
    return tags.firstIndex { $0 == tag } ?? tags.firstIndex { $0?.sameLanguage(as: tag) == true }
  }
}
