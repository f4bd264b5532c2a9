import Bitext
import Foundation
import Names

/// Prints the scores.
struct Accuracy {
  let base: NameModel
  let learned: NameModel
  let pairs: [NamePair]
  let extra: [NamePair]
  let gold: URL

  func report(_ lookAlikes: [(String, String)], verbose: Bool) throws {
    let accuracy = NameAccuracy(base)
    let models = accuracy.models(pairs, extra: extra)
    print("Names: \(pairs.count) pairs, \(lookAlikes.count) look-alikes, five folds by native form")
    row("", ["exact", "with alternates", "top three", "CER", "P at 70 %", "answered", "P of answers"])
    let english = accuracy.predict(
      pairs, models: models, from: { ($0.french, "fr") }, to: "en", accepted: { [$0.english] + $0.alternates })
    figures("fr > en", english.figures)
    figures(
      "en > fr",
      accuracy.predict(
        pairs, models: models, from: { ($0.english, "en") }, to: "fr",
        accepted: { pair in [pair.french] + pairs.filter { $0.english == pair.english }.map(\.french) }
      ).figures)
    for language in ["hy", "ru", "uk", "az", "ka"] {
      let own = pairs.filter { $0.language.language == language }
      let french = accuracy.predict(
        own, models: models, from: { ($0.native, $0.language) }, to: "fr",
        accepted: { pair in [pair.french] + own.filter { $0.native == pair.native }.map(\.french) })
      figures("\(language) > fr", french.figures)
      for outcome in french.outcomes where verbose && !outcome.isRight {
        let candidates = outcome.prediction.candidates.map { "\($0.text) \(percent($0.confidence))" }
        print("  \(outcome.pair.native) > \(outcome.pair.french): \(candidates.joined(separator: ", "))")
      }
      figures(
        "\(language) > en",
        accuracy.predict(
          own, models: models, from: { ($0.native, $0.language) }, to: "en", accepted: { [$0.english] + $0.alternates }
        ).figures)
    }
    let matching = accuracy.match(pairs, lookAlikes: lookAlikes, models: models)
    let m = matching.figures
    print("")
    row("same name?", ["P", "R", "F1", "false alarms", "R at 1 %", "share a key"])
    row("", [m.precision, m.recall, m.f1, m.falseAlarms, m.recallAt1Percent, accuracy.keyRecall(pairs)].map(percent))
    let of = NameAccuracy(learned)
    print(
      "blocking keys: \(percent(of.keyRecall(pairs, ofMatched: true))) of the hand-written pairs told the same share one, "
        + "\(percent(of.keyRecall(extra, ofMatched: true))) of those of data sets")
    let aliases = try String(contentsOf: gold.appending(path: "names/aliases.tsv"), encoding: .utf8)
      .split(separator: "\n").map { $0.split(separator: "\t").map { String($0) } }.filter { $0.count == 2 }
      .map { NameMatcher(learned).match($0[0], $0[1]).verdict }
    let listed = aliases.count { $0 == .alias }
    print("aliases: \(listed) of \(aliases.count) told as such, \(aliases.count { $0 == .same }) taken for spellings")
    print("\nErrors that remain:")
    for outcome in english.outcomes.filter({ !$0.isRight }).prefix(verbose ? .max : 12) {
      let candidates = outcome.prediction.candidates.map(\.text).joined(separator: ", ")
      print("  \(outcome.pair.french) > \(outcome.pair.english): \(candidates)")
    }
    for error in matching.missed.prefix(verbose ? .max : 6) {
      print("  missed: \(error.0), \(error.1): \(error.2.reason)")
    }
    for error in matching.alarms.prefix(verbose ? .max : 6) {
      print("  false alarm: \(error.0), \(error.1): \(error.2.reason)")
    }
    print("")
    try news()
  }

  /// Names found in the annotated dispatches, without a glossary.
  private func news() throws {
    var found = 0
    var right = 0
    var expected = 0
    var kinds = 0
    for article in 1...6 {
      for language in ["fr", "en"] {
        let text = try String(contentsOf: gold.appending(path: "news/0\(article).\(language).sents"), encoding: .utf8)
        let sentences = text.split(separator: "\n").map { String($0) }
        var names: [String: String] = [:]
        for row in try Data.rows(gold, "news/0\(article).names.tsv") where row["lang"] == language {
          names["\(row["sent"] ?? ""):\(row["offset"] ?? ""):\(row["length"] ?? "")"] = row["kind"]
        }
        expected += names.count
        let finder = NameFinder(language: LanguageTag(language) ?? "und", model: learned)
        for name in finder.find(in: sentences) {
          found += 1
          let before = String(decoding: Array(sentences[name.sentence].utf8)[..<name.bytes.lowerBound], as: UTF8.self)
          let place = "\(name.sentence):\(before.unicodeScalars.count):\(name.surface.unicodeScalars.count)"
          guard let kind = names[place] else { continue }
          right += 1
          if kind == name.kind.rawValue { kinds += 1 }
        }
      }
    }
    let precision = Double(right) / Double(found)
    let recall = Double(right) / Double(expected)
    print(
      "names in the dispatches, without a glossary: span F1 \(percent(2 * precision * recall / (precision + recall)))"
        + ", kind right in \(percent(Double(kinds) / Double(right)))")
  }

  private func figures(_ name: String, _ f: NameAccuracy.Prediction) {
    row(
      "\(name) (\(f.count))",
      [
        f.exact, f.withAlternates, f.topThree, f.characterErrors, f.precisionAt70, f.answered, f.precisionOfAnswers,
      ].map(percent))
  }

  private func row(_ name: String, _ cells: [String]) {
    print(
      name.padding(toLength: 14, withPad: " ", startingAt: 0)
        + cells.map { String(repeating: " ", count: max(1, 16 - $0.count)) + $0 }.joined())
  }

  private func percent(_ share: Double) -> String { String(format: "%.1f %%", share * 100) }
}
