import Corridor

/// Term candidates as rows, as a concept table, or as a page to look at.
struct TermListPage {
  private let terms: ExtractedTerms

  init(_ terms: ExtractedTerms) { self.terms = terms }

  /// `term score frequency translation translation-score context`, tabs between.
  var tsv: String {
    var rows = ""
    for candidate in terms.candidates {
      let best = candidate.translations.first
      rows +=
        [
          candidate.text, Decimals.fixed(candidate.score, digits: 1), String(candidate.frequency), best?.text ?? "",
          best.map { Decimals.fixed($0.score, digits: 2) } ?? "", context(candidate).onOneLine,
        ].joined(separator: "\t") + "\n"
    }
    return rows
  }

  /// Rows of a concept table: ids from the term, status preferred, the first context as the note.
  var csv: String {
    var rows = "concept,lang,term,status,kind,note\n"
    for (id, candidate) in zip(terms.conceptIDs, terms.candidates) {
      let note = quoted(context(candidate).onOneLine)
      rows += "\(id),\(terms.language),\(quoted(candidate.text)),preferred,term,\(note)\n"
      if let target = terms.target, let best = candidate.translations.first {
        rows += "\(id),\(target),\(quoted(best.text)),preferred,term,\n"
      }
    }
    return rows
  }

  var html: String {
    let most = terms.candidates.first?.score ?? 1
    var rows = ""
    for (i, candidate) in terms.candidates.enumerated() {
      let width = max(2, Int(90 * candidate.score / max(most, 0.001)))
      let translations = candidate.translations.enumerated().map { place, translation in
        "<span class=\"form\(place == 0 ? " best" : "")\">\(Page.escape(translation.text)) "
          + "<b>\(Decimals.fixed(translation.score, digits: 2))</b></span>"
      }.joined(separator: " ")
      rows +=
        "<tr><td class=\"rank\">\(i + 1)</td><td class=\"term\">\(Page.escape(candidate.text))</td>"
        + "<td class=\"count\"><span class=\"bar\" style=\"width:\(width)px\"></span>"
        + "\(Decimals.fixed(candidate.score, digits: 1))</td><td>\(candidate.frequency)</td>"
      if terms.target != nil { rows += "<td>\(translations)</td>" }
      rows += "<td class=\"context\">\(marked(context(candidate).onOneLine, candidate.text))</td></tr>\n"
    }
    let heads =
      ["", "term", "score", "times"] + (terms.target == nil ? [] : ["proposed \(terms.target?.description ?? "")"]) + [
        "where"
      ]
    return Page.html(
      title: "Term candidates (\(terms.language))",
      lead: "\(terms.candidates.count) candidates from \(terms.sentences.count) sentences, ranked by C-value."
        + (terms.target == nil ? "" : " Translations: Dice coefficient over units."),
      style: """
        .rank { color: #94a3b1; text-align: right } .term { font-weight: 600; white-space: nowrap } .count { white-space: nowrap }
        .bar { display: inline-block; height: 8px; margin-right: 6px; border-radius: 2px; background: #7ba7d4 }
        .form { display: inline-block; margin: 1px 4px 1px 0; padding: 1px 7px; border-radius: 9px; background: #eef2f6; color: #67788a }
        .form b { font-weight: 400; font-size: 80% } .best { background: #dcebdf; color: #1c2733 }
        .context { color: #55646f; font-size: 90%; max-width: 34em } mark { background: #fff1c2; color: inherit }
        """,
      body: "<table><tr>\(heads.map { "<th>\(Page.escape($0))</th>" }.joined())</tr>\n\(rows)</table>")
  }

  private func context(_ candidate: TermCandidate) -> String {
    candidate.sentences.first.map { terms.sentences[$0] } ?? ""
  }

  /// The sentence with the term marked; only the part around it where it is long.
  private func marked(_ sentence: String, _ term: String) -> String {
    guard let place = sentence.firstRange(ofFolded: term) else { return Page.escape(String(sentence.prefix(160))) }
    let before = String(sentence[..<place.lowerBound].suffix(70))
    let after = String(sentence[place.upperBound...].prefix(90))
    let isCut = sentence[..<place.lowerBound].count > 70
    return (isCut ? "…" : "") + Page.escape(before) + "<mark>" + Page.escape(String(sentence[place])) + "</mark>"
      + Page.escape(after) + (sentence[place.upperBound...].count > 90 ? "…" : "")
  }

  private func quoted(_ field: String) -> String {
    guard field.contains(where: { $0 == "," || $0 == "\"" }) else { return field }
    return "\"" + field.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }
}

extension String {
  /// Where a text stands in any case; nil where it does not.
  fileprivate func firstRange(ofFolded text: String) -> Range<Index>? {
    var start = startIndex
    let count = text.count
    while let end = index(start, offsetBy: count, limitedBy: endIndex) {
      if self[start..<end].lowercased() == text { return start..<end }
      guard start < endIndex else { return nil }
      start = index(after: start)
    }
    return nil
  }
}
