/// Compares two persons' names part by part: the best assignment of the words of one to those of the other in any order, then
/// a score by what is left over. An omitted part lowers it a little; parts that contradict each other make two persons.
struct PersonComparison {
  private let a: PersonName
  private let b: PersonName
  private let tables: PersonTables
  private let gates: NameGates

  /// Words of one name from `first`, read as words of the other from `second`.
  private struct Link {
    let first: Range<Int>
    let second: Range<Int>
    /// How likely they are one, 0...1.
    let likeness: Double
    let weight: Double
  }

  /// What the comparison gave.
  struct Result {
    var score: Double
    var reasons: [String]
  }

  init(_ a: PersonName, _ b: PersonName, _ matcher: NameMatcher) {
    self.a = a
    self.b = b
    tables = matcher.model.lexicon.persons.tables
    gates = matcher.gates
  }

  func result() -> Result {
    if a.words.isEmpty || b.words.isEmpty { return Result(score: 0, reasons: ["no words to compare"]) }
    let links = assignment()
    guard links.contains(where: { $0.weight > 0.4 }) else { return Result(score: 0.02, reasons: ["no word in common"]) }
    var reasons: [String] = []
    let weights = links.reduce(0) { $0 + $1.weight }
    let mean = links.reduce(0) { $0 + $1.weight * $1.likeness } / weights
    let least = links.filter { $0.weight > 0.4 }.map(\.likeness).min() ?? mean
    var score = mean * (0.4 + 0.6 * least)
    for link in links { if let reason = reason(link) { reasons.append(reason) } }
    let left = Self.left(a, links.map(\.first))
    let right = Self.left(b, links.map(\.second))
    score *= contradicted(left, right, &reasons) * omitted(left, right, links, &reasons)
    score *= ordered(links, &reasons)
    if a.generation > 0, b.generation > 0, a.generation != b.generation {
      return Result(score: 0, reasons: ["another generation"])
    }
    if a.generation != b.generation {
      score *= 0.88
      reasons.append("one has a generation")
    }
    return Result(score: score, reasons: reasons)
  }

  // MARK: What is left over

  private static func left(_ name: PersonName, _ taken: [Range<Int>]) -> [Int] {
    name.words.indices.filter { word in !taken.contains { $0.contains(word) } }
  }

  /// Words of both names that have no counterpart: two persons, but for parts of two kinds.
  private func contradicted(_ left: [Int], _ right: [Int], _ reasons: inout [String]) -> Double {
    guard let one = left.first, let other = right.first else { return 1 }
    let (x, y) = (a.words[one], b.words[other])
    reasons.append("\(x.key) is not \(y.key)")
    if left.count == 1, right.count == 1, x.isPatronymic != y.isPatronymic, a.words.count > 2, b.words.count > 2 {
      return 0.75
    }
    return left.count > 1 && right.count > 1 ? 0.12 : 0.3
  }

  /// Words that one name has and the other leaves out.
  private func omitted(_ left: [Int], _ right: [Int], _ links: [Link], _ reasons: inout [String]) -> Double {
    guard left.isEmpty != right.isEmpty else { return 1 }
    let (name, other, lost) = right.isEmpty ? (a, b, left) : (b, a, right)
    let isSingle = other.words.count == 1
    var factor = 1.0
    if !isSingle { for place in lost { factor *= Self.share(of: place, name, tables) } }
    reasons.append("without \(lost.map { name.words[$0].key }.joined(separator: " "))")
    guard isSingle else { return factor }
    // A surname of two halves is not the one that is its second half.
    if name.words.dropFirst().contains(where: \.isJoined) { return 0.4 }
    let places = links.flatMap { right.isEmpty ? Array($0.first) : Array($0.second) }
    let isSurname = places.contains { $0 == name.words.count - 1 || name.words[$0].isSurname }
    return isSurname ? 0.7 : 0.45
  }

  /// What is left of the score where one name leaves a word of the other out.
  private static func share(of place: Int, _ name: PersonName, _ tables: PersonTables) -> Double {
    let word = name.words[place]
    if word.isPatronymic || word.isInitial || word.isCommon { return 0.92 }
    if tables.known(word.key)?.generation ?? 0 > 0 { return 0.5 }
    if name.showsSurname { return word.isSurname ? 0.88 : 0.87 }
    if name.hasSyllables { return 0.75 }
    guard place == 0 else { return 0.9 }
    // The second name may be the father's.
    if tables.beginsChain(word.classes) { return 0.45 }
    return word.classes.isEmpty ? 0.55 : 0.75
  }

  /// Words in another order: little where it is shown which is the surname.
  private func ordered(_ links: [Link], _ reasons: inout [String]) -> Double {
    let sorted = links.sorted { $0.first.lowerBound < $1.first.lowerBound }
    guard zip(sorted, sorted.dropFirst()).contains(where: { $0.second.lowerBound > $1.second.lowerBound }) else {
      return 1
    }
    reasons.append("in another order")
    if a.showsSurname || b.showsSurname || a.hasSyllables { return 0.97 }
    let isGiven = a.words.allSatisfy { !$0.lexicon.isEmpty || !$0.classes.isEmpty || $0.isInitial }
    return isGiven ? 0.75 : 0.92
  }

  // MARK: Assignment

  /// The links that are worth most together.
  private func assignment() -> [Link] {
    let (n, m) = (a.words.count, b.words.count)
    var moves: [[Link]] = Array(repeating: [], count: n)
    for i in 0..<n {
      for j in 0..<m {
        add(i..<(i + 1), j..<(j + 1), &moves[i])
        if j + 1 < m { add(i..<(i + 1), j..<(j + 2), &moves[i]) }
        if i + 1 < n { add(i..<(i + 2), j..<(j + 1), &moves[i]) }
      }
    }
    // best[i][mask]: worth of the words from i on, those of the other name in mask being taken.
    let masks = 1 << m
    var best = [Double](repeating: 0, count: (n + 2) * masks)
    var choice = [Int](repeating: -1, count: (n + 2) * masks)
    for i in stride(from: n - 1, through: 0, by: -1) {
      for mask in 0..<masks {
        var (worth, chosen) = (best[(i + 1) * masks + mask], -1)
        for (number, link) in moves[i].enumerated() {
          let bits = Self.bits(link.second)
          guard mask & bits == 0 else { continue }
          let total = best[link.first.upperBound * masks + (mask | bits)] + Self.worth(link)
          if total > worth { (worth, chosen) = (total, number) }
        }
        best[i * masks + mask] = worth
        choice[i * masks + mask] = chosen
      }
    }
    var links: [Link] = []
    var (i, mask) = (0, 0)
    while i < n {
      let chosen = choice[i * masks + mask]
      guard chosen >= 0 else {
        i += 1
        continue
      }
      let link = moves[i][chosen]
      links.append(link)
      (i, mask) = (link.first.upperBound, mask | Self.bits(link.second))
    }
    return links
  }

  private static func bits(_ range: Range<Int>) -> Int { ((1 << range.count) - 1) << range.lowerBound }

  /// Two words taken together are worth two; a word far from its place a little less.
  private static func worth(_ link: Link) -> Double {
    link.weight * (link.likeness - 0.3) - 0.001 * Double(abs(link.first.lowerBound - link.second.lowerBound))
  }

  private func add(_ first: Range<Int>, _ second: Range<Int>, _ links: inout [Link]) {
    let likeness = likeness(first, second)
    guard likeness > 0.35 else { return }
    let weights = [first.reduce(0) { $0 + a.words[$1].weight }, second.reduce(0) { $0 + b.words[$1].weight }]
    let isInitial =
      first.count == 1 && second.count == 1
      && (a.words[first.lowerBound].isInitial || b.words[second.lowerBound].isInitial)
    links.append(
      Link(first: first, second: second, likeness: likeness, weight: isInitial ? 0.35 : (weights[0] + weights[1]) / 2))
  }

  // MARK: Words

  private func likeness(_ first: Range<Int>, _ second: Range<Int>) -> Double {
    let (x, y) = (a.words[first.lowerBound], b.words[second.lowerBound])
    guard first.count == 1, second.count == 1 else {
      guard !a.words[first].contains(where: \.isInitial), !b.words[second].contains(where: \.isInitial) else {
        return 0
      }
      let (p, q) = (a.words[first].map(\.key).joined(), b.words[second].map(\.key).joined())
      if p == q { return 1 }
      if let one = tables.known(p), let other = tables.known(q), tables.kinship(one.classes, other.classes) == .one {
        return 0.96
      }
      let (s, t) = (a.words[first].flatMap(\.sounds), b.words[second].flatMap(\.sounds))
      guard min(s.count, t.count) > 3 else { return 0 }
      return Self.probability(
        tables.sounds.likeness(s, t, isUnvocalised: x.isUnvocalised != y.isUnvocalised), s.count, t.count) * 0.98
    }
    if x.isInitial || y.isInitial {
      if x.isInitial, y.isInitial { return x.key == y.key || tables.sounds.beginAlike(x.sounds, y.sounds) ? 0.95 : 0 }
      return x.key.first == y.key.first || tables.sounds.beginAlike(x.sounds, y.sounds) ? 0.8 : 0
    }
    if x.key == y.key { return 1 }
    let kinship = tables.kinship(x.classes, y.classes)
    if kinship == .one { return 0.96 }
    if kinship == .otherGender { return 0 }
    if x.endings.contains(where: { s in y.endings.contains { gates.closed(s, $0) != nil && Self.sexes(s, $0) } }) {
      return 0
    }
    var sound = Self.probability(
      tables.sounds.likeness(x.sounds, y.sounds, isUnvocalised: x.isUnvocalised != y.isUnvocalised), x.sounds.count,
      y.sounds.count)
    // Without vowels a word of one consonant is like too many.
    if x.isUnvocalised != y.isUnvocalised,
      min(tables.sounds.consonants(x.sounds), tables.sounds.consonants(y.sounds)) < 2
    {
      sound *= 0.5
    }
    if kinship == .other { return sound * 0.5 }
    // Both are known first names, and not of one entry: Arman is not Armen.
    if !x.lexicon.isEmpty, !y.lexicon.isEmpty, !x.lexicon.contains(where: y.lexicon.contains), sound < 0.98 {
      return sound * 0.45
    }
    return sound
  }

  private static func sexes(_ a: NameGates.Ending, _ b: NameGates.Ending) -> Bool {
    (a.masculine & b.feminine) | (a.feminine & b.masculine) != 0
  }

  /// How likely two words that sound so alike are one name: short ones have less room for doubt.
  private static func probability(_ likeness: Float, _ first: Int, _ second: Int) -> Double {
    let middle = min(first, second) < 4 ? 0.9 : min(first, second) < 6 ? 0.865 : 0.85
    return Exponent.logistic(32 * (Double(likeness) - middle))
  }

  private func reason(_ link: Link) -> String? {
    let x = link.first.map { a.words[$0].key }.joined()
    let y = link.second.map { b.words[$0].key }.joined()
    if x == y { return nil }
    let (p, q) = (a.words[link.first.lowerBound], b.words[link.second.lowerBound])
    if p.isInitial || q.isInitial { return "initial" }
    if tables.kinship(p.classes, q.classes) == .one { return "\(x) and \(y) are one name in two languages" }
    return "\(x) sounds like \(y)"
  }
}
