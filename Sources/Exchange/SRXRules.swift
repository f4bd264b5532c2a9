public import Bitext
internal import CICU

/// The rules of an SRX file: rules by name, and which languages they are for.
///
/// Source: SRX 2.0 (LISA OSCAR, 2008).
public struct SRXRules: Hashable, Sendable {
  public struct LanguageRule: Hashable, Sendable {
    public let name: String
    public let rules: [SegmentationRule]

    public init(name: String, rules: [SegmentationRule]) {
      self.name = name
      self.rules = rules
    }
  }

  public struct LanguageMap: Hashable, Sendable {
    /// A regular expression over language tags.
    public let pattern: String
    /// The name of a `LanguageRule`.
    public let rule: String
    public let position: SourcePosition

    public init(pattern: String, rule: String, position: SourcePosition) {
      self.pattern = pattern
      self.rule = rule
      self.position = position
    }
  }

  /// What happens to the codes at a boundary: "start", "end", "isolated", and whether they belong to the segment before.
  public struct FormatHandling: Hashable, Sendable {
    public let type: String
    public let isIncluded: Bool
  }

  public var segmentsSubflows = true
  /// Whether all matching maps count, or the first alone.
  public var cascades = true
  public var formatHandling: [FormatHandling] = []
  public var languageRules: [LanguageRule] = []
  public var maps: [LanguageMap] = []

  public init() {}

  /// The rules for a language, in the order in which they decide.
  ///
  /// Patterns must match the whole tag; case does not count, since files have both `FR.*` and `fr.*`.
  public func rules(for language: LanguageTag) -> [SegmentationRule] {
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
