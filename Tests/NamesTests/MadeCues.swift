@testable import Names

extension NameCues {
  /// Cues of a language that tests make up.
  static func made(
    words: [String: Set<String>] = [:], endings: [String: Set<String>] = [:], inflections: [String: Set<String>] = [:]
  ) -> NameCues {
    NameCues(
      language: "fr", capitalisesNouns: false, nameEndings: [], words: words, endings: endings,
      inflections: inflections)
  }
}
