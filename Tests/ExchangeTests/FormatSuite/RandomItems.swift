import Bitext
import TestSupport

@testable import Exchange

/// Items that look random, made of what nearly every format can hold.
enum RandomItems {
  private static let letters: [Unicode.Scalar] = [
    "a", "é", "œ", "Ձ", "ə", "🙂", "&", "<", ">", "'", "\"", ",", ".", "-", "\u{A0}", "\u{202F}", "\u{301}", "\\",
  ]

  static func text(_ generator: inout SeededGenerator) -> String {
    let words = (0..<Int.random(in: 2...5, using: &generator)).map { _ in
      var word = String.UnicodeScalarView("m".unicodeScalars)
      for _ in 0..<Int.random(in: 0...8, using: &generator) {
        word.append(letters.randomElement(using: &generator) ?? "a")
      }
      word.append("n")
      return String(word)
    }
    return words.joined(separator: " ")
  }

  /// A head, and items of the kind that the format holds.
  static func plain(_ format: any ExchangeFormat, _ generator: inout SeededGenerator) -> [ExchangeItem] {
    switch format.content {
    case .units:
      let sides = format is PlainTextFormat ? ["fr"] : ["fr", "en"]
      return [head(format)]
        + (1...40).map { number in
          .unit(
            TranslationUnit(
              variants: sides.map { Variant(language: $0, content: [.text("\(number) \(text(&generator))")]) }))
        }
    case .entries:
      return [head(format)]
        + (1...40).map { number in
          .entry(
            ConceptEntry(
              id: "c\(number)",
              languages: ["fr", "en"].map { LanguageSection(language: $0, terms: [TermEntry(text(&generator))]) },
              position: SourcePosition(file: "a")))
        }
    case .rules:
      var rules = SRXRules()
      rules.languageRules = [
        SRXRules.LanguageRule(
          name: text(&generator),
          rules: (1...40).map { number in
            SegmentationRule(
              breaks: Bool.random(using: &generator), before: "\\Q\(text(&generator))\\E", after: "\\s{\(number)}",
              position: SourcePosition(file: "a"))
          })
      ]
      rules.maps = [
        SRXRules.LanguageMap(
          pattern: "fr.*", rule: rules.languageRules[0].name, position: SourcePosition(file: "a"))
      ]
      return [.rules(rules)]
    }
  }

  static func head(_ format: any ExchangeFormat) -> ExchangeItem {
    format.content == .units
      ? .header(
        BitextHeader(TMXHeader(tool: "t", version: "1", sourceLanguage: "fr"), targetLanguage: "en"))
      : .glossary(GlossaryHeader(title: "t", sourceLanguage: "fr", targetLanguage: "en"))
  }

  /// One item with more than most formats can hold.
  static func rich(_ format: any ExchangeFormat) -> ExchangeItem {
    if format.content == .units {
      return .unit(
        TranslationUnit(
          attributes: [Attribute("tuid", "a"), Attribute("changeid", "me")],
          remarks: [.note("n"), .property(type: "x-domain", value: "press")],
          variants: [
            Variant(
              language: "fr", content: [.text("un "), .code(name: "ph", attributes: [], content: [.text("<br>")])]),
            Variant(language: "en", content: [.text("one")]), Variant(language: "de", content: [.text("eins")]),
          ]))
    }
    return .entry(
      ConceptEntry(
        id: "c1", data: [TermDatum("definition", "d"), TermDatum("x-house", "h")],
        languages: [
          LanguageSection(
            language: "fr", terms: [TermEntry("trêve", data: [TermDatum("grammaticalGender", "feminine")])]),
          LanguageSection(language: "en", terms: [TermEntry("truce")]),
          LanguageSection(language: "de", terms: [TermEntry("Waffenruhe")]),
        ], position: SourcePosition(file: "a")))
  }

  /// What must come out as it went in: texts with their languages, rules with their patterns.
  static func essence(_ item: ExchangeItem) -> [String] {
    switch item {
    case .header, .glossary, .references: []
    case .unit(let unit): [unit.variants.map { "\($0.language): \($0.plainText)" }.joined(separator: " | ")]
    case .entry(let entry):
      [
        entry.languages.flatMap { section in section.terms.map { "\(section.language): \($0.text)" } }
          .joined(separator: " | ")
      ]
    case .rules(let rules):
      rules.languageRules.flatMap { group in group.rules.map { "\(group.name) \($0.breaks) \($0.before) \($0.after)" } }
        + rules.maps.map { "\($0.pattern) \($0.rule)" }
    }
  }
}
