public import Bitext
internal import Linguistics
internal import Romanization

/// Says whether two spellings are of one name, across presses and scripts.
///
/// Gates come first: listed aliases, another first name or initial, a woman's ending against a man's, another family ending.
/// Then the cheapest reading of both words as one decides, word by word; a consonant that no rule licenses parts them.
public struct NameMatcher: Sendable {
  let model: NameModel
  private let gates: NameGates
  private let glossaryAliases: [String: [Int]]
  private let concepts: [Concept]

  /// - Parameters:
  ///   - concepts: of the glossary; the several names of one concept, and of concepts that are the same place, are aliases.
  public init(_ model: NameModel, concepts: [Concept] = []) {
    self.model = model
    gates = model.lexicon.gates
    self.concepts = concepts.filter { $0.kind != .term }
    var byForm: [String: [Int]] = [:]
    for (index, concept) in self.concepts.enumerated() {
      for term in concept.terms { byForm[Folding.key(term.text), default: []].append(index) }
    }
    glossaryAliases = byForm
  }

  /// A name made ready to be compared many times.
  public struct Prepared: Sendable {
    let name: String
    let key: String
    let words: [Word]
    struct Word: Sendable {
      /// The spellings to try: the word itself, or both press forms of a word in another script.
      let spellings: [SpelledWord]
      let folded: String
      let isInitial: Bool
      let isNative: Bool
      /// What stands before it: a hyphen joins it to the word before.
      let isJoined: Bool
      /// Numbers of the lexicon's first names that it is.
      let lexicon: [Int]
    }
  }

  public func match(_ first: String, _ second: String) -> NameMatch { match(prepare(first), prepare(second)) }

  public func prepare(_ name: String) -> Prepared {
    var words: [Prepared.Word] = []
    var joined = false
    let key = Folding.key(name)
    let pieces = NamePieces.split(name)
    for (index, piece) in pieces.enumerated() {
      guard piece.isWord else {
        joined = piece.text.contains("-") || piece.text.contains("\u{2011}") || piece.text.contains("\u{2010}")
        continue
      }
      let follows = index + 1 < pieces.count ? pieces[index + 1].text : ""
      words.append(word(piece.text, isJoined: joined, isInitial: follows.hasPrefix(".") || piece.text.count == 1))
      joined = false
    }
    return Prepared(name: name, key: key, words: words)
  }

  public func match(_ a: Prepared, _ b: Prepared) -> NameMatch {
    if a.words.isEmpty || b.words.isEmpty {
      return NameMatch(score: 0, verdict: .different, reason: "no letters to compare")
    }
    if a.key == b.key { return NameMatch(score: 1, verdict: .same, reason: "the same letters") }
    if let alias = alias(a, b) { return alias }
    return compare(a, b)
  }

  private func word(_ text: String, isJoined: Bool, isInitial: Bool) -> Prepared.Word {
    let isNative = !NameModel.isLatin(text)
    var spellings: [String] = []
    if isNative || Self.hasRareLatin(text) {
      for table in model.tables.candidates(for: text).prefix(3) {
        for system in [RomanizationSystem.englishPress, .frenchPress, .bgn] {
          if let form = table.derive(text, to: system)?.text, !spellings.contains(form) { spellings.append(form) }
        }
      }
    }
    if !isNative || spellings.isEmpty { spellings.append(text) }
    let folded = Folding.key(text)
    return Prepared.Word(
      spellings: spellings.map { SpelledWord($0, model.spelling) }, folded: folded, isInitial: isInitial,
      isNative: isNative, isJoined: isJoined, lexicon: model.lexicon.givenNames(folded))
  }

  /// Letters that Azerbaijani and Turkish have and neither press writes.
  private static func hasRareLatin(_ text: String) -> Bool {
    !text.utf8.allSatisfy { $0 < 0x80 }
      && text.unicodeScalars.contains { ["ə", "Ə", "ğ", "Ğ", "ş", "Ş", "ı", "İ", "\u{1DD}"].contains($0) }
  }

  // MARK: Aliases

  private func alias(_ a: Prepared, _ b: Prepared) -> NameMatch? {
    if let alias = model.lexicon.alias(a.name, b.name) {
      return NameMatch(score: 1, verdict: .alias, reason: alias.why)
    }
    for one in glossaryAliases[a.key] ?? [] {
      for other in glossaryAliases[b.key] ?? [] {
        if one == other {
          // Two forms of one concept: spellings of one name unless they share nothing.
          if compare(a, b).verdict == .same { return nil }
          return NameMatch(score: 1, verdict: .alias, reason: "both are forms of '\(concepts[one].id)' in the glossary")
        }
        let joined = [(one, other), (other, one)].contains { x, y in
          concepts[x].relations.contains { $0.kind == .samePlace && $0.concept == concepts[y].id }
        }
        if joined {
          let reason = "'\(concepts[one].id)' and '\(concepts[other].id)' are one place in the glossary"
          return NameMatch(score: 1, verdict: .alias, reason: reason)
        }
      }
    }
    return nil
  }

  // MARK: Spelling

  private func compare(_ a: Prepared, _ b: Prepared) -> NameMatch {
    var (x, y) = (a.words, b.words)
    if x.count != y.count {
      x = withoutParticles(x)
      y = withoutParticles(y)
    }
    guard let lastX = x.last, let lastY = y.last else {
      return NameMatch(score: 0, verdict: .different, reason: "no words to compare")
    }
    if x.count == y.count { return compare(x, y) }
    // A surname alone against a full name: only where the longer one's last word stands for itself.
    let shorter = x.count < y.count ? x : y
    guard shorter.count == 1, !lastX.isJoined, !lastY.isJoined else {
      return NameMatch(score: 0, verdict: .different, reason: "they do not have the same words")
    }
    let last = compare([lastX], [lastY])
    guard last.verdict == .same else { return last }
    return NameMatch(score: max(0.5, last.score * 0.7), verdict: .same, reason: "the surname alone; \(last.reason)")
  }

  private func compare(_ x: [Prepared.Word], _ y: [Prepared.Word]) -> NameMatch {
    var score = 1.0
    var reasons: [String] = []
    for index in x.indices.reversed() {
      let isLast = index == x.count - 1
      let (p, q) = (x[index], y[index])
      if p.folded == q.folded { continue }
      if p.isInitial || q.isInitial, !isLast {
        guard initialsAgree(p, q) else {
          return NameMatch(score: 0, verdict: .different, reason: "another initial: \(p.folded), \(q.folded)")
        }
        reasons.append("initial")
        continue
      }
      if p.lexicon.contains(where: q.lexicon.contains) {
        reasons.append("\(p.folded) and \(q.folded) are one first name")
        continue
      }
      for s in p.spellings {
        for t in q.spellings {
          if let gate = gates.closed(s.text, t.text) {
            return NameMatch(score: 0, verdict: .different, reason: "\(gate.why) [\(gate.id)]")
          }
        }
      }
      let (cost, forbidden) = distance(p, q)
      if !isLast, cost > 0.3, !p.lexicon.isEmpty, !q.lexicon.isEmpty {
        // Both are known first names, and not of one entry: Arman is not Armen.
        return NameMatch(score: 0, verdict: .different, reason: "another first name: \(p.folded), \(q.folded)")
      }
      let wordScore = Self.score(cost, min(p.folded.count, q.folded.count))
      let part = isLast ? (x.count > 1 ? "surname" : "name") : "first name"
      if forbidden {
        let reason = "another \(part): no rule turns \(p.folded) into \(q.folded)"
        return NameMatch(score: min(wordScore, 0.2), verdict: .different, reason: reason)
      }
      if wordScore < 0.5 {
        return NameMatch(score: wordScore, verdict: .different, reason: "another \(part): \(p.folded), \(q.folded)")
      }
      score = min(score, wordScore)
      reasons.append("\(p.folded) = \(q.folded) at cost \(Self.rounded(cost))")
    }
    return NameMatch(score: score, verdict: .same, reason: reasons.reversed().joined(separator: "; "))
  }

  private func distance(_ p: Prepared.Word, _ q: Prepared.Word) -> (Float, Bool) {
    var best: (cost: Float, forbidden: Bool) = (.infinity, true)
    for s in p.spellings {
      for t in q.spellings {
        let found = s.distance(to: t, model.spelling)
        if found.cost < best.cost { best = found }
      }
    }
    return best
  }

  /// Short names have less room for doubt.
  static func score(_ cost: Float, _ length: Int) -> Double {
    let bearable = 0.75 + 0.09 * Double(min(length, 12))
    return Exponent.logistic(4 * (bearable - Double(cost)))
  }

  private static func rounded(_ cost: Float) -> String { "\((Double(cost) * 100).rounded() / 100)" }

  /// Whether an initial can be that of a name: the same letter, or letters that begin one sound in both presses.
  private func initialsAgree(_ p: Prepared.Word, _ q: Prepared.Word) -> Bool {
    let pairs = p.spellings.flatMap { s in q.spellings.map { (s.text, $0.text) } }
    return pairs.contains { a, b in
      guard let x = a.unicodeScalars.first, let y = b.unicodeScalars.first else { return false }
      if LatinLetters.plain(x) == LatinLetters.plain(y) { return true }
      let xs = NameKey.keys(forWord: a).first?.first
      let ys = NameKey.keys(forWord: b).first?.first
      let bothVowels = LatinLetters.vowels.contains(x) && LatinLetters.vowels.contains(y)
      return bothVowels
        ? "eyiéj".unicodeScalars.contains(x) && "eyiéj".unicodeScalars.contains(y) : xs == ys && xs != nil
    }
  }

  private func withoutParticles(_ words: [Prepared.Word]) -> [Prepared.Word] {
    let particles: Set<String> = ["al", "el", "ben", "bin", "ibn", "de", "du", "von", "van"]
    let kept = words.filter { !particles.contains($0.folded) }
    return kept.isEmpty ? words : kept
  }
}
