public import Bitext
internal import Linguistics
internal import Terminology

extension Workspace {
  /// One source-only unit a sentence, with the glossary's terms in it as properties (`x-term`: term, concept, status).
  public func units(of document: Document) throws(CorridorError) -> [TranslationUnit] {
    let matcher = try termMatcher(document.language)
    return document.segments.filter { !$0.text.isEmpty }.map { segment in
      let remarks = [Remark.property(type: "x-file", value: document.file)] + Self.termProperties(matcher, segment.text)
      return TranslationUnit(
        remarks: remarks, variants: [Variant(language: document.language, text: segment.text)])
    }
  }

  static func termProperties(_ matcher: TermMatcher, _ text: String) -> [Remark] {
    var seen: Set<String> = []
    return matcher.occurrences(in: text).compactMap { hit in
      let value = "\(hit.term) [\(hit.concept), \(hit.status.rawValue)]"
      return seen.insert(value).inserted ? .property(type: "x-term", value: value) : nil
    }
  }
}
