package import Bitext
internal import CICU

/// The rules of an SRX file: rules by name, and which languages they are for.
///
/// Source: SRX 2.0 (LISA OSCAR, 2008).
package struct SRXRules: Hashable, Sendable {
  package struct LanguageRule: Hashable, Sendable {
    package let name: String
    package let rules: [SegmentationRule]

    package init(name: String, rules: [SegmentationRule]) {
      self.name = name
      self.rules = rules
    }
  }

  package struct LanguageMap: Hashable, Sendable {
    /// A regular expression over language tags.
    package let pattern: String
    /// The name of a `LanguageRule`.
    package let rule: String
    package let position: SourcePosition

    package init(pattern: String, rule: String, position: SourcePosition) {
      self.pattern = pattern
      self.rule = rule
      self.position = position
    }
  }

  /// What happens to the codes at a boundary: "start", "end", "isolated", and whether they belong to the segment before.
  package struct FormatHandling: Hashable, Sendable {
    package let type: String
    package let isIncluded: Bool
  }

  package var segmentsSubflows = true
  /// Whether all matching maps count, or the first alone.
  package var cascades = true
  package var formatHandling: [FormatHandling] = []
  package var languageRules: [LanguageRule] = []
  package var maps: [LanguageMap] = []

  package init() {}

  /// The rules for a language, in the order in which they decide.
  ///
  /// Patterns must match the whole tag; case does not count, since files have both `FR.*` and `fr.*`.
  package func rules(for language: LanguageTag) -> [SegmentationRule] {
    var found: [SegmentationRule] = []
    for map in maps where Self.matches(map.pattern, language.description) {
      found += languageRules.filter { $0.name == map.rule }.flatMap(\.rules)
      if !cascades { break }
    }
    return found
  }

  static func matches(_ pattern: String, _ tag: String) -> Bool {
    var line: Int32 = 0
    var offset: Int32 = 0
    var status: Int32 = 0
    var whole = "(?i:\(pattern))"
    let opened = whole.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        cicu_regex_open($0.baseAddress, Int32($0.count), &line, &offset, &status)
      }
    }
    guard let regex = opened else { return false }
    defer { cicu_regex_close(regex) }
    cicu_regex_set_time_limit(regex, 200, &status)
    var tag = tag
    return tag.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        var end: Int64 = 0
        cicu_regex_set_text(regex, $0.baseAddress, Int64($0.count), &status)
        return cicu_regex_looking_at(regex, 0, &end, &status) && end == Int64($0.count)
      }
    }
  }
}
