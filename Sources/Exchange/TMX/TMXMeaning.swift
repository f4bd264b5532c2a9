internal import Bitext
internal import Files

/// What a well-structured memory may still get wrong, each with what a tool makes of it.
///
/// Source: TMX 1.4b, the prose of sections 3 and 4, and what importing tools were seen to do.
struct TMXMeaning {
  private let context: ReadingContext
  private var sourceLanguage: LanguageTag?
  private var tuids: Set<Int> = []
  private static let maximumIDs = 1 << 20
  /// Tags by their spelling: a memory has few, and says them in every unit.
  private var tags: [String: LanguageTag?] = [:]

  init(context: ReadingContext) { self.context = context }

  private func tell(_ id: String, _ message: String, _ position: SourcePosition) {
    context.tell(id, .meaning, message, at: position)
  }

  mutating func header(_ header: TMXHeader, at position: SourcePosition) {
    if let source = header["srclang"], source.lowercased() != "*all*" {
      sourceLanguage = checkLanguage(source, "srclang", position)
    }
    if let language = header["adminlang"] { _ = checkLanguage(language, "adminlang", position) }
    checkDates(header.attributes, position)
  }

  /// - Parameter variantPositions: where each variant starts.
  mutating func unit(
    _ unit: TranslationUnit, at position: SourcePosition, variantPositions: [SourcePosition]
  ) {
    checkDates(unit.attributes, position)
    checkNumbers(unit.attributes, position)
    if let id = unit.attributes.value("tuid"), tuids.count < Self.maximumIDs,
      !tuids.insert(id.hashValue).inserted
    {
      tell(
        "tmx-id-twice", "tuid '\(id)' is used before: tools that update by id overwrite one with the other", position)
    }
    let source = unit.attributes.value("srclang")
    let own = source == "*all*" ? nil : source.flatMap { LanguageTag($0) } ?? sourceLanguage
    let languages = unit.variants.map { tag($0.language) }
    if source != "*all*", let own, !unit.variants.contains(where: { $0.language == own.description }),
      !languages.contains(where: { $0?.sameLanguage(as: own) == true })
    {
      tell("tmx-source-missing", "no side in the source language '\(own)': many tools pass the unit over", position)
    }
    for (index, variant) in unit.variants.enumerated() {
      let place = index < variantPositions.count ? variantPositions[index] : position
      if languages[index] == nil, checkLanguage(variant.language, "the language", place) == nil {
        continue
      }
      if languages[..<index].contains(languages[index]) {
        tell("tmx-language-twice", "a second side in '\(variant.language)': most tools keep one of the two", place)
      }
      checkDates(variant.attributes, place)
      checkNumbers(variant.attributes, place)
      checkCodes(variant.content, place)
    }
    checkAcross(unit, position)
  }

  private mutating func tag(_ spelt: String) -> LanguageTag? {
    if let known = tags[spelt] { return known }
    let tag = LanguageTag(spelt)
    if tags.count < 1_000 { tags[spelt] = .some(tag) }
    return tag
  }

  private func checkLanguage(_ spelt: String, _ what: String, _ position: SourcePosition) -> LanguageTag? {
    guard let tag = LanguageTag(spelt) else {
      let hint = spelt.contains("_") ? "; write it with '-'" : ""
      tell(
        "tmx-language", "\(what) '\(spelt)' is no BCP 47 tag\(hint): tools that compare tags do not find it", position)
      return nil
    }
    return tag
  }

  private func checkDates(_ attributes: [Attribute], _ position: SourcePosition) {
    for item in attributes where ["creationdate", "changedate", "lastusagedate"].contains(item.name) {
      if !TimeStamp.isStrict(item.value) {
        tell(
          "tmx-date", "\(item.name) '\(item.value)' is not YYYYMMDDThhmmssZ: tools drop the date, or refuse the file",
          position)
      }
    }
  }

  private func checkNumbers(_ attributes: [Attribute], _ position: SourcePosition) {
    for item in attributes where item.name == "usagecount" && Int(item.value) == nil {
      tell("tmx-count", "usagecount '\(item.value)' is no number: tools take it for 0", position)
    }
  }

  private static func hasCodes(_ content: [Inline]) -> Bool {
    for case .code in content { return true }
    return false
  }

  /// `bpt` and `ept` of a segment must pair by `i`, and no `i` may open twice.
  private func checkCodes(_ content: [Inline], _ position: SourcePosition) {
    guard Self.hasCodes(content) else { return }
    var opened: Set<String> = []
    var closed: Set<String> = []
    func visit(_ pieces: [Inline]) {
      for case .code(let name, let attributes, let content) in pieces {
        let i = attributes.value("i")
        if name == "bpt" {
          if let i, !opened.insert(i).inserted {
            tell("tmx-code-twice", "two <bpt> with i=\"\(i)\": their ends cannot be told apart", position)
          }
        } else if name == "ept", let i {
          if !closed.insert(i).inserted {
            tell("tmx-code-twice", "two <ept> with i=\"\(i)\": their starts cannot be told apart", position)
          } else if !opened.contains(i) {
            tell("tmx-code-pair", "<ept i=\"\(i)\"> without a <bpt> before it: tools drop the code", position)
          }
        }
        visit(content)
      }
    }
    visit(content)
    for i in opened.subtracting(closed).sorted() {
      tell("tmx-code-pair", "<bpt i=\"\(i)\"> without its <ept>: tools drop the code; use <it>", position)
    }
  }

  /// The `x` of codes says which belong together across languages.
  private func checkAcross(_ unit: TranslationUnit, _ position: SourcePosition) {
    guard unit.variants.count == 2, unit.variants.allSatisfy({ Self.hasCodes($0.content) }) else { return }
    let sides = unit.variants.map { variant in
      Set(
        variant.content.compactMap { piece -> String? in
          guard case .code(_, let attributes, _) = piece else { return nil }
          return attributes.value("x")
        })
    }
    if !sides[0].isEmpty, !sides[1].isEmpty, sides[0] != sides[1] {
      let odd = sides[0].symmetricDifference(sides[1]).sorted().joined(separator: ", ")
      tell("tmx-code-match", "codes x=\(odd) stand on one side only: a tool cannot place them", position)
    }
  }
}
