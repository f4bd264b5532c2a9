internal import Bitext

/// The tables of a glossary that write most terms with a capital at the head, as spreadsheets make them and German nouns are: there a
/// capital says nothing of the term.
struct CapitalisedTables {
  private let files: Set<String>
  /// From how many terms on, and from which share of them, it is the table's habit.
  private static let fewest = 8
  private static let share = 0.6

  init(_ glossary: Glossary, _ language: LanguageTag) {
    var counts: [String: (capitals: Int, all: Int)] = [:]
    for concept in glossary.concepts where concept.kind == .term {
      for term in concept.terms where term.language.sameLanguage(as: language) {
        guard let first = term.text.unicodeScalars.first(where: \.properties.isAlphabetic), first.properties.isCased
        else { continue }
        counts[term.position.file, default: (0, 0)].all += 1
        counts[term.position.file, default: (0, 0)].capitals += first.properties.isUppercase ? 1 : 0
      }
    }
    files = Set(
      counts.filter { $0.value.all >= Self.fewest && Double($0.value.capitals) >= Self.share * Double($0.value.all) }
        .keys)
  }

  func contains(_ term: Term) -> Bool { files.contains(term.position.file) }
}
