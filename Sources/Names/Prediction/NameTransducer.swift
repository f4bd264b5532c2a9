internal import Bitext
internal import Romanization

/// Rewrites one word from one spelling into another by the units of one language, with learned weights.
///
/// At each place the units that the rules license there share the probability 1 (a local log-linear model); a derivation's
/// probability is their product; derivations that give one text are added up.
struct NameTransducer: Sendable {
  let units: NameUnits
  /// "hy", or "und" for the letters as they are.
  let language: String
  private let part: UInt64

  init(units: NameUnits, language: String) {
    self.units = units
    self.language = language
    part = NameHash.text(units.direction.label)
  }

  /// One result: the text, its probability, and the rows of its likeliest derivation.
  struct Result: Sendable {
    var text: [Unicode.Scalar]
    var probability: Double
    var rows: [Int]
  }

  /// The likeliest results for a lower-case word, best first.
  func results(for word: [Unicode.Scalar], weights: NameWeights, beam: Int = 12) -> [Result] {
    var states: [[Result]] = Array(repeating: [], count: word.count + 1)
    states[0] = [Result(text: [], probability: 1, rows: [])]
    for index in word.indices where !states[index].isEmpty {
      let choices = choices(in: word, at: index, weights: weights)
      for state in merged(states[index], beam) {
        for (unit, probability) in choices where probability > 1e-4 {
          states[index + unit.source.count].append(
            Result(
              text: state.text + unit.target, probability: state.probability * probability,
              rows: unit.row >= 0 ? state.rows + [unit.row] : state.rows))
        }
      }
    }
    return merged(states[word.count], beam)
  }

  /// The units at a place with their probabilities.
  func choices(
    in word: [Unicode.Scalar], at index: Int, weights: NameWeights
  ) -> [(unit: NameUnit, probability: Double)] {
    let units = units.units(in: word, at: index)
    guard units.count > 1 else { return units.map { ($0, 1) } }
    let scores = units.map { unit in
      weights.isEmpty
        ? unit.prior : unit.prior + features(of: unit, in: word, at: index).reduce(0) { $0 + weights[$1] }
    }
    let top = scores.max() ?? 0
    let powers = scores.map { Exponent.of($0 - top) }
    let total = powers.reduce(0, +)
    return zip(units, powers).map { ($0, $1 / total) }
  }

  /// Keys of the features of a unit at a place: itself, with the language, with one and two letters on each side.
  func features(of unit: NameUnit, in word: [Unicode.Scalar], at index: Int) -> [UInt64] {
    let end = index + unit.source.count
    func letter(_ i: Int) -> UInt32 { i < 0 || i >= word.count ? NameHash.edge : word[i].value }
    let l1 = letter(index - 1)
    let l2 = index > 0 ? letter(index - 2) : NameHash.edge
    let r1 = letter(end)
    let r2 = end < word.count ? letter(end + 1) : NameHash.edge
    func key0(_ name: StaticString) -> UInt64 {
      name.withUTF8Buffer { $0.reduce(unit.key) { NameHash.mix($0, UInt32($1)) } }
    }
    func key(_ name: StaticString, _ values: UInt32...) -> UInt64 {
      var hash = key0(name)
      for value in values { hash = NameHash.mix(hash, value) }
      return NameWeights.key(part: part, feature: hash)
    }
    let tongue = NameHash.mix(key0("|in="), language.unicodeScalars)
    return [
      NameWeights.key(part: part, feature: unit.key), NameWeights.key(part: part, feature: tongue),
      key("|l=", l1), key("|r=", r1), key("|ll=", l2, l1), key("|rr=", r1, r2), key("|lr=", l1, r1),
    ]
  }

  /// The same features as a person reads them, in the same order.
  func featureNames(of unit: NameUnit, in word: [Unicode.Scalar], at index: Int) -> [String] {
    let end = index + unit.source.count
    func letter(_ i: Int) -> String { i < 0 || i >= word.count ? "#" : String(Character(word[i])) }
    let l1 = letter(index - 1)
    let l2 = index > 0 ? letter(index - 2) : "#"
    let r1 = letter(end)
    let r2 = end < word.count ? letter(end + 1) : "#"
    let name = "\(String(String.UnicodeScalarView(unit.source)))>\(String(String.UnicodeScalarView(unit.target)))"
    return [
      name, "\(name)|in=\(language)", "\(name)|l=\(l1)", "\(name)|r=\(r1)", "\(name)|ll=\(l2)\(l1)",
      "\(name)|rr=\(r1)\(r2)", "\(name)|lr=\(l1)\(r1)",
    ]
  }

  private func merged(_ results: [Result], _ beam: Int) -> [Result] {
    guard results.count > 1 else { return results }
    var out: [Result] = []
    for result in results.sorted(by: { $0.probability > $1.probability }) {
      // Looked through one by one: there are few, and to hash their texts takes longer.
      if let index = out.firstIndex(where: { $0.text == result.text }) {
        out[index].probability += result.probability
      } else if out.count < beam {
        out.append(result)
      }
    }
    return out.sorted { $0.probability > $1.probability }
  }
}
