package import Bitext

extension HouseStyle {
  /// The id of the findings: a form that the house does not write is as one that the glossary forbids.
  package static let checkID = "term-forbidden"

  /// What the house would not write in a sentence.
  ///
  /// - Parameters:
  ///   - side, number: which text, and the 0-based number of the sentence in it.
  ///   - occurrences: terms and names of the glossary found in it.
  ///   - quotations: its quoted parts (`Quotations`), UTF-8 bytes.
  ///   - date: of the text, ISO 8601, where known.
  package func findings(
    in sentence: String, side: Anchor.Side = .target, number: Int = 0, language: LanguageTag,
    occurrences: [TermOccurrence], quotations: [Range<Int>],
    glossary: Glossary, cues: AttributionCues = .none, date: String = ""
  ) -> [Finding] {
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
      return Finding(
        check: Self.checkID, severity: verdict == .forbidden ? .error : .warning,
        message: message(hit, verdict, suggestion), place: .words(side: side, sentence: number, bytes: hit.bytes),
        surface: hit.surface, suggestions: suggestion.flatMap { $0 == hit.term ? nil : [$0] } ?? [],
        evidence: ["\(id): \(rule.id)", rule.why, rule.source])
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
