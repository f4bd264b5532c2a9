package import Bitext

/// A term that the house does not write so, or not here.
package struct HouseStyleFinding: Hashable, Sendable {
  package let occurrence: TermOccurrence
  package let verdict: HouseStyleRule.Verdict
  /// Id of the style and of its rule, "un.turkiye".
  package let style: String
  package let rule: String
  /// What to write instead; nil where only a quotation or an attribution would do.
  package let suggestion: String?
  /// One sentence for a person.
  package let message: String
  /// Why the house wants it, and on whose word.
  package let evidence: [String]
}

extension HouseStyle {
  /// What the house would not write in a sentence.
  ///
  /// - Parameters:
  ///   - occurrences: terms and names of the glossary found in it.
  ///   - quotations: its quoted parts (`Quotations`), UTF-8 bytes.
  ///   - date: of the text, ISO 8601, where known.
  package func findings(
    in sentence: String, language: LanguageTag, occurrences: [TermOccurrence], quotations: [Range<Int>],
    glossary: Glossary, cues: AttributionCues = .none, date: String = ""
  ) -> [HouseStyleFinding] {
    occurrences.compactMap { hit in
      guard let concept = glossary[hit.concept],
        let term = concept.terms(in: language).first(where: { $0.text == hit.term }),
        let (verdict, rule) = verdict(on: term, of: concept, date: date)
      else { return nil }
      let isQuoted = quotations.contains {
        $0.lowerBound <= hit.bytes.lowerBound && hit.bytes.upperBound <= $0.upperBound
      }
      switch verdict {
      case .preferred, .allowed: return nil
      case .quotation: if isQuoted { return nil }
      case .attribution: if isQuoted || cues.cue(in: sentence, language: language) != nil { return nil }
      // A form that is only not the preferred one stays as spoken.
      case .forbidden: if isQuoted, rule.verdict == .preferred { return nil }
      }
      let suggestion = suggestion(for: rule, concept, in: language, glossary, date: date)
      return HouseStyleFinding(
        occurrence: hit, verdict: verdict, style: id, rule: rule.id,
        suggestion: suggestion == hit.term ? nil : suggestion, message: message(hit, verdict, suggestion),
        evidence: [rule.why, rule.source])
    }
  }

  private func message(_ hit: TermOccurrence, _ verdict: HouseStyleRule.Verdict, _ suggestion: String?) -> String {
    let instead = suggestion.map { $0 == hit.term ? "" : "; write '\($0)'" } ?? ""
    return switch verdict {
    case .quotation: "\(name) has '\(hit.surface)' only in quotations\(instead)"
    case .attribution: "\(name) has '\(hit.surface)' only in quotations or with its source\(instead)"
    default: "\(name) does not write '\(hit.surface)'\(instead)"
    }
  }
}
