import Bitext
import Terminology

@testable import Quality

/// A glossary and texts made for a test: `⟦surface|concept|status⟧` marks a term.
enum Fixture {
  static let place = SourcePosition(file: "test.csv", line: 1, column: 1)

  static func concept(
    _ id: String, fr: [(String, TermStatus)], en: [(String, TermStatus)], related: [String] = [],
    importance: Concept.Importance = .normal
  ) -> Concept {
    func terms(_ language: LanguageTag, _ list: [(String, TermStatus)]) -> [Term] {
      list.map { Term(language: language, text: $0.0, status: $0.1, position: place) }
    }
    return Concept(
      id: id, kind: .term, terms: terms("fr", fr) + terms("en", en),
      relations: related.map { Relation(kind: .related, concept: $0) }, importance: importance, position: place)
  }

  static func text(_ language: LanguageTag, _ marked: [String]) -> AnnotatedText {
    var sentences: [String] = []
    var terms: [[TermOccurrence]] = []
    for sentence in marked {
      var plain = ""
      var found: [TermOccurrence] = []
      for piece in sentence.split(separator: "⟦", omittingEmptySubsequences: false) {
        let halves = piece.split(separator: "⟧", maxSplits: 1, omittingEmptySubsequences: false)
        if halves.count == 2 {
          let parts = halves[0].split(separator: "|").map(String.init)
          let start = plain.utf8.count
          plain += parts[0]
          found.append(
            TermOccurrence(
              bytes: start..<plain.utf8.count, surface: parts[0], concept: parts[1], kind: .term, term: parts[0],
              status: parts.count > 2 ? TermStatus(rawValue: parts[2]) ?? .preferred : .preferred, how: .exact))
          plain += halves[1]
        } else {
          plain += piece
        }
      }
      sentences.append(plain)
      terms.append(found)
    }
    return AnnotatedText(
      language: language, sentences: segments(sentences), terms: terms,
      concepts: terms.map { Set($0.map(\.concept)) })
  }

  /// Sentences that follow each other in one paragraph.
  static func segments(_ sentences: [String]) -> [Segment] {
    var start = 0
    return sentences.map { sentence in
      defer { start += sentence.utf8.count + 1 }
      return Segment(text: sentence, bytes: start..<start + sentence.utf8.count, paragraph: 0)
    }
  }
}
