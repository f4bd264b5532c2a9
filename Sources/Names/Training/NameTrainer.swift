internal import Bitext
internal import Romanization

/// Learns the weights of the rules' choices and of origins from pairs of names.
///
/// Every pair is cut into the units that the rules license (the likeliest way under what is known so far); the local
/// log-linear models then learn by AdaGrad with an L2 penalty to prefer these units over the others that were licensed at
/// the same place. The rules' own preferences stay in as fixed offsets, so that few pairs suffice and nothing unlicensed is
/// ever learned. The same input gives the same weights.
package struct NameTrainer: Sendable {
  private let model: NameModel
  /// Passes over the pairs.
  package var epochs = 12
  /// Strength of the L2 penalty; larger stays nearer to the rules.
  package var penalty = 0.02
  /// Weights smaller than this are left out of the file.
  package var smallest = 0.15
  /// How much a name of the lexicon counts beside a pair written by hand.
  package var listedWeight = 0.6

  /// What the parts of a weights file are, for its head.
  package static let parts = [
    "Parts: \"fr>en\" and the like, how much a choice of the rules is preferred, with the letters before (l, ll) and "
      + "behind (r, rr), both (lr) or the language (in); \"match\", what it costs to read one piece as the other; "
      + "\"origin\", how much a group of letters speaks for a language."
  ]

  private var presses: [RomanizationSystem] { model.tables.conventions.presses }

  /// - Parameter model: tables and lexicon; its weights are where learning starts from and usually none.
  package init(_ model: NameModel) { self.model = model }

  /// The learned weights as the text of a weights file.
  /// - Parameter remarks: what the pairs are and whose, for the head of the file.
  package func train(_ pairs: [NamePair], remarks: [String] = []) -> String {
    var names: [UInt64: (part: String, feature: String)] = [:]
    var learner = LogLinearLearner(penalty: penalty)
    let useful = pairs.filter { isPressForm($0) }
    let known = useful + listed()
    for direction in NameDirection.all(presses) {
      let examples = known.flatMap { self.examples($0, direction, &names) }
      learner.learn(examples, epochs: epochs, support: 3)
    }
    for press in presses {
      learner.learn(originExamples(useful, .press(press), &names), epochs: epochs, support: 5)
    }
    var learned = learner.weights.compactMap { key, weight -> String? in
      guard let name = names[key], weight.magnitude >= (name.part.hasPrefix("origin") ? 2 * smallest : smallest) else {
        return nil
      }
      return "\(name.part)\t\(name.feature)\t\((weight * 100).rounded() / 100)"
    }
    learned += matchingRows(useful)
    return (remarks.map { "# \($0)" } + learned.sorted()).joined(separator: "\n") + "\n"
  }

  /// The first names and families of the lexicon as pairs: what is usual in a language shows in the names that all know.
  private func listed() -> [NamePair] {
    model.lexicon.entries.compactMap { entry in
      guard entry.kind == .given || entry.kind == .family, let native = entry.forms[NameSide.nativeLabel]?.first
      else { return nil }
      var forms: [RomanizationSystem: [String]] = [:]
      for press in presses { forms[press] = entry.forms[press.label] }
      guard forms.count == presses.count else { return nil }
      return NamePair(forms, native: native, language: entry.origin, weight: listedWeight)
    }
  }

  /// Whether a pair follows the presses: where the name's own script is known, the form of the first press must be among
  /// those that the rules give. Many French labels of places are English or native ones and would teach that nothing
  /// changes.
  func isPressForm(_ pair: NamePair) -> Bool {
    guard pair.weight < 1, !pair.native.isEmpty, let press = presses.first else { return true }
    let words = wordPairs(pair.native, pair.form(.press(press)))
    guard !words.isEmpty,
      let transducer = model.transducer(NameDirection(from: .native, to: .press(press)), pair.language)
    else { return false }
    let table = model.tables[pair.language]
    return words.allSatisfy { native, form in
      let letters = Array((table?.lowercased(native) ?? native).unicodeScalars)
      let target = Array(form.lowercased().unicodeScalars)
      return transducer.results(for: letters, weights: NameWeights(), beam: 24).contains { $0.text == target }
    }
  }

  private func wordPairs(_ a: String, _ b: String) -> [(String, String)] {
    let first = NamePieces.words(a)
    let second = NamePieces.words(b)
    return first.count == second.count ? Array(zip(first, second)) : []
  }

  /// The language whose table serves a pair: its own; for other languages the commonest of those with tables that are
  /// written in the same script, Latin letters excepted; else none.
  private func table(of pair: NamePair) -> LanguageTag {
    if model.tables[pair.language] != nil { return pair.language }
    let none = LanguageTag(stringLiteral: NameOriginPriors.unknown)
    guard let first = pair.native.unicodeScalars.first(where: \.properties.isAlphabetic) else { return none }
    let letter = String(first)
    guard !NameModel.isLatin(letter),
      let script = model.tables.tables.first(where: { !$0.isLatin && $0.reads(letter) })?.script
    else { return none }
    let alike = model.tables.tables.filter { $0.script == script }
    func prior(_ table: RomanizationTable) -> Double { model.lexicon.origins.prior(of: table.language.language) }
    // Of two that are equally common the first.
    return alike.reversed().max { prior($0) < prior($1) }?.language ?? none
  }

  // MARK: Units

  private func examples(
    _ pair: NamePair, _ direction: NameDirection, _ names: inout [UInt64: (part: String, feature: String)]
  ) -> [LogLinearLearner.Example] {
    let language = table(of: pair)
    guard let transducer = model.transducer(direction, language), !pair.form(direction.from).isEmpty,
      direction.from != .native || model.tables[language]?.isUnvocalised == false
    else { return [] }
    let table = model.tables[language]
    return wordPairs(pair.form(direction.from), pair.form(direction.to)).flatMap {
      source, target -> [LogLinearLearner.Example] in
      let lower = direction.from == .native ? table?.lowercased(source) ?? source : source.lowercased()
      // A name that one press took over as the other spells it is a fact of that name, not of the rules.
      if lower == target.lowercased(),
        let best = transducer.results(for: Array(lower.unicodeScalars), weights: NameWeights()).first,
        best.probability > 0.3, String(String.UnicodeScalarView(best.text)) != lower
      {
        return []
      }
      return transducer.aligned(
        Array(lower.unicodeScalars), Array(target.lowercased().unicodeScalars), weight: pair.weight, names: &names)
    }
  }

  // MARK: Matching

  /// What it costs to read a piece of one press as one of a later press: how much rarer that is than the piece's commonest
  /// reading.
  private func matchingRows(_ pairs: [NamePair]) -> [String] {
    var counts: [String: [String: Double]] = [:]
    for pair in pairs {
      for (one, other) in spellings(pair) {
        let a = SpelledWord(one, model.spelling)
        let b = SpelledWord(other, model.spelling)
        guard let path = a.path(to: b, model.spelling, .forth) else { continue }
        for (x, y) in path { counts[x, default: [:]][y, default: 0] += pair.weight }
      }
    }
    var rows: [String] = []
    for (x, defaults) in model.spelling.licensed(.forth) {
      guard let seen = counts[x], seen.values.reduce(0, +) >= 3 else { continue }
      // The rules' own preference stands for a few pairs; a piece that stays as it is costs nothing by them.
      var mass: [String: Double] = [x: (seen[x] ?? 0) + 0.5]
      for (y, cost) in defaults { mass[y] = (seen[y] ?? 0) + 3 * Exponent.of(-3 * Double(cost)) }
      let top = mass.values.max() ?? 1
      for y in defaults.keys {
        let cost = min(0.4 * Exponent.log(top / (mass[y] ?? 1)), 2.5)
        rows.append("match\t\(x)>\(y)\t\((cost * 100).rounded() / 100)")
      }
    }
    return rows
  }

  /// The words of a pair in every press with those in every later one.
  private func spellings(_ pair: NamePair) -> [(String, String)] {
    presses.enumerated().flatMap { place, press in
      presses[(place + 1)...].flatMap { wordPairs(pair.form(.press(press)), pair.form(.press($0))) }
    }
  }

  // MARK: Origins

  private func originExamples(
    _ pairs: [NamePair], _ side: NameSide, _ names: inout [UInt64: (part: String, feature: String)]
  ) -> [LogLinearLearner.Example] {
    var labelled: [(word: String, language: String, weight: Double)] = []
    for pair in pairs {
      let language = table(of: pair).language
      for word in NamePieces.words(pair.form(side)) { labelled.append((word, language, pair.weight)) }
    }
    for entry in model.lexicon.entries where entry.kind != .country && entry.kind != .region {
      for form in (entry.forms[side.label] ?? []).prefix(1) {
        for word in NamePieces.words(form) { labelled.append((word, entry.origin.language, 0.7)) }
      }
    }
    return labelled.compactMap { model.origins.example($0.word, $0.language, side, $0.weight, &names) }
  }
}
