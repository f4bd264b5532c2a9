internal import Bitext
internal import Linguistics
internal import Romanization

/// Compares two names word by word.
struct NameComparison {
  private let matcher: NameMatcher
  private let explains: Bool

  init(_ matcher: NameMatcher, explains: Bool) {
    self.matcher = matcher
    self.explains = explains
  }

  typealias Word = NameMatcher.Prepared.Word

  func compare(_ a: NameMatcher.Prepared, _ b: NameMatcher.Prepared) -> NameMatch {
    if let found = consonants(a, b) { return found }
    var (x, y) = (a.words, b.words)
    if x.count != y.count {
      x = Self.withoutParticles(x)
      y = Self.withoutParticles(y)
    }
    guard let lastX = x.last, let lastY = y.last else { return different("no words to compare") }
    if x.count == y.count { return compare(x, y) }
    if let found = runTogether(x, y) { return found }
    // A surname alone against a full name: only where the longer one's last word stands for itself.
    let shorter = x.count < y.count ? x : y
    guard shorter.count == 1, !lastX.isJoined, !lastY.isJoined else {
      return different("they do not have the same words")
    }
    let last = compare([lastX], [lastY])
    guard last.verdict == .same else { return last }
    return NameMatch(score: max(0.5, last.score * 0.7), verdict: .same, reason: "the surname alone; \(last.reason)")
  }

  // MARK: Scripts without vowels

  /// A name in Arabic script beside one in Latin letters; nil where they are not that.
  private func consonants(_ a: NameMatcher.Prepared, _ b: NameMatcher.Prepared) -> NameMatch? {
    let (native, latin) = a.isUnvocalised ? (a, b) : (b, a)
    guard native.isUnvocalised, !latin.words.contains(where: \.isNative) else { return nil }
    let (x, y) = (Self.withoutParticles(native.words), Self.withoutParticles(latin.words))
    if x.count == y.count {
      for (p, q) in zip(x, y)
      where !p.lexicon.isEmpty && !q.lexicon.isEmpty && !p.lexicon.contains(where: q.lexicon.contains) {
        return different("another first name: \(p.folded), \(q.folded)")
      }
    }
    let readings = matcher.model.tables.candidates(for: native.name).filter(\.isUnvocalised).map {
      ConsonantReading($0)
    }
    func judged(_ native: String, _ latin: String, _ share: Double, _ note: String) -> NameMatch? {
      let cost = readings.map { $0.cost(native, latin) }.min() ?? .infinity
      let bearable = 0.6 + 0.09 * Float(latin.unicodeScalars.count)
      let score = cost == .infinity ? 0 : Exponent.logistic(4 * Double(bearable - cost)) * share
      guard cost < bearable else { return nil }
      return NameMatch(
        score: max(0.5, score), verdict: .same,
        reason: explains
          ? "\(note)the consonants of \(native) are those of \(latin), at cost \(Self.hundredths(cost))" : "")
    }
    if let whole = judged(native.name, latin.name, 0.95, "") { return whole }
    if x.count == 1, y.count > 1, let last = y.last, !last.isJoined || Self.endsWithArticle(latin.words),
      let found = judged(native.name, last.folded, 0.7, "the surname alone; ")
    {
      return found
    }
    if y.count == 1, x.count > 1, let last = x.last,
      let found = judged(last.folded, latin.name, 0.7, "the surname alone; ")
    {
      return found
    }
    return different("the consonants of \(native.name) are not those of \(latin.name)")
  }

  private func compare(_ x: [Word], _ y: [Word]) -> NameMatch {
    var score = 1.0
    var reasons: [String] = []
    for index in x.indices.reversed() {
      let isLast = index == x.count - 1
      let (p, q) = (x[index], y[index])
      if p.folded == q.folded { continue }
      if p.isInitial || q.isInitial, !isLast {
        guard Self.initialsAgree(p, q) else { return different("another initial: \(p.folded), \(q.folded)") }
        if explains { reasons.append("initial") }
        continue
      }
      if p.lexicon.contains(where: q.lexicon.contains) {
        if explains { reasons.append("\(p.folded) and \(q.folded) are one first name") }
        continue
      }
      if let gate = closedGate(p, q) { return different("\(gate.why) [\(gate.id)]") }
      let reading = reading(p, q)
      var cost = reading.cost
      if cost > 0.15, cost < SpellingCosts.forbidden { cost += doubt(reading) }
      if !isLast, cost > 0.3, !p.lexicon.isEmpty, !q.lexicon.isEmpty {
        // Both are known first names, and not of one entry: Arman is not Armen.
        return different("another first name: \(p.folded), \(q.folded)")
      }
      let wordScore = Self.score(cost, min(p.folded.utf8.count, q.folded.utf8.count))
      var part: String { isLast ? (x.count > 1 ? "surname" : "name") : "first name" }
      if cost >= SpellingCosts.forbidden {
        return different("another \(part): no rule turns \(p.folded) into \(q.folded)", min(wordScore, 0.2))
      }
      if wordScore < 0.5 { return different("another \(part): \(p.folded), \(q.folded)", wordScore) }
      score = min(score, wordScore)
      if explains { reasons.append(explanation(reading)) }
    }
    return NameMatch(score: score, verdict: .same, reason: reasons.reversed().joined(separator: "; "))
  }

  /// One word that the other name writes as two: "Abdelhamid Dbeibah", "Abdul Hamid Dbeibah". nil where that is not so.
  private func runTogether(_ x: [Word], _ y: [Word]) -> NameMatch? {
    let (longer, shorter) = x.count > y.count ? (x, y) : (y, x)
    guard longer.count == shorter.count + 1, shorter.count > 1 else { return nil }
    for place in 0..<(longer.count - 1) where !longer[place].isInitial && !longer[place + 1].isInitial {
      guard let first = longer[place].spellings.first?.text, let second = longer[place + 1].spellings.first?.text else {
        continue
      }
      var joined = longer
      joined.replaceSubrange(
        place...(place + 1), with: [matcher.word(first + second, isJoined: false, isInitial: false)])
      let found = x.count > y.count ? compare(joined, shorter) : compare(shorter, joined)
      if found.verdict == .same { return found }
    }
    return nil
  }

  private func different(_ reason: @autoclosure () -> String, _ score: Double = 0) -> NameMatch {
    NameMatch(score: score, verdict: .different, reason: explains ? reason() : "")
  }

  private func closedGate(_ p: Word, _ q: Word) -> (id: String, why: String)? {
    for s in p.spellings {
      for t in q.spellings {
        if let gate = matcher.gates.closed(s.ending, t.ending) { return gate }
      }
    }
    return nil
  }

  /// How two words are read as one.
  private struct Reading {
    var cost: Float
    var s: SpelledWord
    var t: SpelledWord
    /// Where it must be explained; else they are worked out by whoever needs them.
    var steps: [SpellingTable.Step]?
  }

  /// The cheapest reading over the spellings of both.
  private func reading(_ p: Word, _ q: Word) -> Reading {
    var best = Reading(cost: .infinity, s: p.spellings[0], t: q.spellings[0])
    let costs = matcher.model.spelling
    let ceiling = explains ? SpellingCosts.forbidden : Self.bearable(min(p.folded.utf8.count, q.folded.utf8.count))
    for s in p.spellings {
      for t in q.spellings {
        let limit = min(best.cost, ceiling)
        if explains {
          let (cost, steps) = s.reading(of: t, costs, limit: limit)
          if cost < best.cost { best = Reading(cost: cost, s: s, t: t, steps: steps) }
        } else {
          let cost = s.cost(to: t, costs, limit: limit)
          if cost < best.cost { best = Reading(cost: cost, s: s, t: t) }
        }
      }
    }
    return best
  }

  /// What must be added where the rules that are needed belong to no one language, or to one that the name is not of: each
  /// may turn k into gh or d into t, but not beside the others, and not in every name.
  private func doubt(_ reading: Reading) -> Float {
    let costs = matcher.model.spelling
    let (s, t) = (reading.s, reading.t)
    var languages = UInt32.max
    var licensed = false
    for step in reading.steps ?? s.reading(of: t, costs).steps where step.entry > 0 {
      languages &= costs.languages[step.entry]
      licensed = true
    }
    guard licensed else { return 0 }
    if languages == 0 { return 0.8 }
    guard reading.cost > 0.35 else { return 0 }
    // The ending says of which language the name is, where it says anything.
    let spoken = matcher.model.languages(ofEndings: s.letters) | matcher.model.languages(ofEndings: t.letters)
    guard spoken != 0, spoken & languages == 0 else { return 0 }
    return 0.8
  }

  /// Short names have less room for doubt.
  static func bearable(_ length: Int) -> Float { 0.75 + 0.09 * Float(min(length, 12)) }

  static func score(_ cost: Float, _ length: Int) -> Double {
    cost == .infinity ? 0 : Exponent.logistic(4 * Double(bearable(length) - cost))
  }

  /// Which pieces were read as each other, by which rules: "pachinian = pashinyan (ch = sh [hy.sh], ian = yan [hy.yan])".
  private func explanation(_ reading: Reading) -> String {
    let costs = matcher.model.spelling
    let rows = matcher.model.rows
    let (s, t) = (reading.s, reading.t)
    let changed = (reading.steps ?? s.reading(of: t, costs).steps).filter { step in
      step.entry >= 0
        || !s.letters[step.first].elementsEqual(t.letters[step.second]) { $0.scalar == $1.scalar }
    }
    // Bytes: this is written for every pair that is compared.
    var text: [UInt8] = []
    text.reserveCapacity(128)
    text += s.text.utf8
    text += " = ".utf8
    text += t.text.utf8
    let table = changed.isEmpty ? 0 : likeliestTable(s, changed)
    for (number, step) in changed.enumerated() {
      text += (number == 0 ? " (" : ", ").utf8
      Self.write(s, step.first, &text)
      text += " = ".utf8
      Self.write(t, step.second, &text)
      guard step.entry >= 0 else { continue }
      let numbers = costs.rows[step.entry]
      guard let row = numbers.first(where: { rows[Int($0)].table == table }) ?? numbers.first else { continue }
      text += " [".utf8
      text += rows[Int(row)].id.utf8
      text.append(UInt8(ascii: "]"))
    }
    text += (changed.isEmpty ? " at cost " : ") at cost ").utf8
    text += Self.hundredths(reading.cost).utf8
    return String(decoding: text, as: UTF8.self)
  }

  /// The language whose rules are named: a piece may be licensed by several, so the one that licenses most of the word's
  /// pieces, that its ending speaks for, and that is commonest in the texts.
  private func likeliestTable(_ word: SpelledWord, _ steps: [SpellingTable.Step]) -> Int {
    let costs = matcher.model.spelling
    let spoken = matcher.model.languages(ofEndings: word.letters)
    var best = (table: 0, score: -1.0)
    for (table, prior) in matcher.model.priors.enumerated() {
      let bit = UInt32(1) << UInt32(table & 31)
      let votes = steps.count { $0.entry >= 0 && costs.languages[$0.entry] & bit != 0 }
      let score = Double(votes) + (spoken & bit != 0 ? 0.5 : 0) + prior / 100
      if score > best.score { best = (table, score) }
    }
    return best.table
  }

  /// The letters of a step; what is left out is shown as "-".
  private static func write(_ word: SpelledWord, _ range: Range<Int>, _ text: inout [UInt8]) {
    let before = text.count
    for letter in word.letters[range] where letter.kind != .edge {
      if letter.scalar < 0x80 {
        text.append(UInt8(truncatingIfNeeded: letter.scalar))
      } else if let bytes = Unicode.Scalar(letter.scalar).flatMap(UTF8.encode) {
        text += bytes
      }
    }
    if text.count == before { text.append(UInt8(ascii: "-")) }
  }

  private static func hundredths(_ cost: Float) -> String {
    let value = Int((cost * 100).rounded())
    return "\(value / 100).\(value % 100 < 10 ? "0" : "")\(value % 100)"
  }

  /// Whether an initial can be that of a name: the same letter, or letters that begin one sound in both presses.
  private static func initialsAgree(_ p: Word, _ q: Word) -> Bool {
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

  /// Whether the last word is joined to an article: "al-Sissi".
  private static func endsWithArticle(_ words: [Word]) -> Bool {
    words.count > 1 && words[words.count - 2].isParticle
  }

  static func withoutParticles(_ words: [Word]) -> [Word] {
    let kept = words.filter { !$0.isParticle }
    return kept.isEmpty ? words : kept
  }
}
