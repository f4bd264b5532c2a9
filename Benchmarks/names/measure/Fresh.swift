import Bitext
import Foundation
import Names

/// Measures the checkout's rules and weights on names that nothing was learned from.
struct Fresh {
  private struct Row {
    let french: [String]
    let english: [String]
    let native: String
    let language: LanguageTag
  }

  private let predictor: NamePredictor
  private let matcher: NameMatcher
  private let rows: [Row]

  init(_ model: NameModel, _ file: URL, set: String?) throws {
    predictor = NamePredictor(model)
    matcher = NameMatcher(model)
    rows = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst().compactMap { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map { String($0) }
      guard fields.count == 5, set == nil || set == fields[4] || set == fields[3] || set == "-v" else { return nil }
      return Row(
        french: fields[0].split(separator: ";").map { String($0) },
        english: fields[1].split(separator: ";").map { String($0) }, native: fields[2],
        language: LanguageTag(fields[3]) ?? "und")
    }
  }

  func report(verbose: Bool) {
    direction("fr > en", verbose, { ($0.french[0], "fr") }, "en", { $0.english })
    direction("en > fr", verbose, { ($0.english[0], "en") }, "fr", { $0.french })
    direction("native > fr", verbose, { ($0.native, $0.language) }, "fr", { $0.french })
    direction("native > en", verbose, { ($0.native, $0.language) }, "en", { $0.english })
    matching("fr = en", verbose) { ($0.french[0], $0.english[0]) }
    matching("native = fr", verbose) { ($0.native, $0.french[0]) }
    matching("native = en", verbose) { ($0.native, $0.english[0]) }
  }

  private func direction(
    _ name: String, _ verbose: Bool, _ source: (Row) -> (String, LanguageTag), _ to: LanguageTag,
    _ accepted: (Row) -> [String]
  ) {
    var languages: [String: (count: Int, right: Int)] = [:]
    var (exact, right, three, errors, letters) = (0, 0, 0, 0, 0)
    var sure: [(confidence: Double, right: Bool)] = []
    var (answered, answeredRight) = (0, 0)
    for row in rows {
      let (text, from) = source(row)
      let prediction = predictor.predict(text, from: from, to: to)
      let texts = prediction.candidates.map(\.text)
      let forms = accepted(row)
      let isRight = texts.first.map(forms.contains) ?? false
      exact += texts.first == forms[0] ? 1 : 0
      right += isRight ? 1 : 0
      three += texts.contains(where: forms.contains) ? 1 : 0
      sure.append((prediction.candidates.first?.confidence ?? 0, isRight))
      if prediction.best != nil {
        answered += 1
        answeredRight += isRight ? 1 : 0
      }
      let nearest = forms.map { (NameEdits.distance(texts.first ?? text, $0), $0.count) }.min { $0.0 < $1.0 } ?? (0, 0)
      errors += nearest.0
      letters += nearest.1
      let old = languages[row.language.language] ?? (0, 0)
      languages[row.language.language] = (old.count + 1, old.right + (isRight ? 1 : 0))
      if verbose, !isRight {
        let found = prediction.candidates.map { "\($0.text) \(share($0.confidence))" }.joined(separator: ", ")
        let origin = prediction.origins.first.map { "\($0.language) \(share($0.probability))" } ?? ""
        print("  \(name) [\(row.language)] \(text) > \(forms[0]): \(found) [\(origin)]")
      }
    }
    let surest = sure.sorted { $0.confidence > $1.confidence }.prefix(rows.count * 7 / 10)
    print(
      "\(name) (\(rows.count)): exact \(share(exact)), with alternates \(share(right)), top three \(share(three)), "
        + "CER \(share(Double(errors) / Double(max(letters, 1)))), "
        + "P at 70 % \(share(Double(surest.count(where: \.right)) / Double(max(surest.count, 1)))), "
        + "answered \(share(answered)), P of answers \(share(Double(answeredRight) / Double(max(answered, 1))))")
    print(
      "  "
        + languages.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.right)/\($0.value.count)" }
        .joined(separator: ", "))
  }

  private func matching(_ name: String, _ verbose: Bool, _ pair: (Row) -> (String, String)) {
    var found = 0
    for row in rows {
      let (a, b) = pair(row)
      let match = matcher.match(a, b)
      if match.verdict == .same { found += 1 } else if verbose { print("  missed: \(a), \(b): \(match.reason)") }
    }
    print("\(name): \(share(found)) of \(rows.count) found")
  }

  private func share(_ count: Int) -> String { share(Double(count) / Double(max(rows.count, 1))) }

  private func share(_ share: Double) -> String { String(format: "%.1f %%", share * 100) }
}
