internal import Bitext
internal import Linguistics
package import Names
internal import Synchronization
package import Terminology

/// What the name checks ask: which forms are right, whether two spellings are one name, what a name becomes elsewhere.
package struct NameKnowledge: Sendable {
  package let matcher: NameMatcher
  private let predictions: PredictionCache
  private let prepared = PreparedNames()
  package let glossary: Glossary
  private let model: NameModel
  private let worldNames: WorldNames
  private let worlds = Worlds()
  /// How languages write one word otherwise.
  let cognates: Cognates

  /// - Parameters:
  ///   - matcher: one of the same model and glossary that is there already.
  ///   - world: places and bodies under their names in many languages.
  package init(
    model: NameModel, glossary: Glossary, matcher: NameMatcher? = nil, world: WorldNames = WorldNames(),
    cognates: Cognates = Cognates()
  ) {
    self.model = model
    worldNames = world
    self.cognates = cognates
    self.matcher = matcher ?? NameMatcher(model, concepts: glossary.concepts)
    predictions = PredictionCache(NamePredictor(model))
    self.glossary = glossary
  }

  /// The names of the world in two languages, and what kind of thing each number is.
  final class World: Sendable {
    let first: WorldLexicon
    let second: WorldLexicon
    let kinds: [WorldNames.Kind]

    init(_ names: WorldNames, _ first: LanguageTag, _ second: LanguageTag) {
      let joined = names.joined(with: first, second)
      self.first = WorldLexicon(joined, language: first)
      self.second = WorldLexicon(joined, language: second)
      kinds = joined.kinds
    }
  }

  /// Made once for each pair of languages.
  func world(_ first: LanguageTag, _ second: LanguageTag) -> World {
    worlds.known.withLock { known in
      if let world = known[[first, second]] { return world }
      let world = World(worldNames, first, second)
      known[[first, second]] = world
      return world
    }
  }

  private final class Worlds: Sendable {
    let known = Mutex<[[LanguageTag]: World]>([:])
  }

  /// A word of one language in the letters that another's press writes it with; nil where no table says how.
  func romanized(_ word: String, from language: LanguageTag, for other: LanguageTag) -> String? {
    model.romanized(word, from: language, for: other)
  }

  func isCommonWord(_ key: String, in language: LanguageTag) -> Bool { model.isCommonWord(key, in: language) }

  /// Whether a name surely comes from a language whose names are romanized.
  func comesFromTables(_ name: String, in language: LanguageTag) -> Bool {
    let origins = model.origins(of: name, in: language)
    let certain = origins.filter { $0.language != "und" }.reduce(0) { $0 + $1.probability }
    return certain >= 0.9
  }

  func isFirstName(_ key: String) -> Bool { model.isFirstName(key) }

  /// Whether two spellings are of one name; a spelling is made ready once, however often it is compared.
  package func match(_ first: String, _ second: String) -> NameMatch {
    matcher.match(prepared.name(first, by: matcher), prepared.name(second, by: matcher))
  }

  /// The person whose surname alone, in a form that `language` does not have, a word is; nil where several come into
  /// question that would be written differently, or where the word is right for one of them.
  func foreignBearer(of surname: String, in language: LanguageTag) -> (concept: Concept, form: Term)? {
    let bearers = matcher.concepts.persons(surname: surname)
    let own = bearers.compactMap { $0.preferred(in: language).map { Spelling.key(Spelling.surname($0.text)) } }
    guard let bearer = bearers.first, own.count == bearers.count, Set(own).count == 1,
      !bearers.contains(where: { $0.terms(in: language).contains { Spelling.isTail(surname, of: $0.text) } })
    else { return nil }
    return bearer.terms.first { Spelling.isTail(surname, of: $0.text) }.map { (bearer, $0) }
  }

  /// Below this confidence a predicted form is no ground for a finding.
  static let surePrediction = 0.8

  /// The form that a name of one language is predicted to have in another; nil where that would be a guess.
  func prediction(_ name: String, from: LanguageTag, to: LanguageTag) -> String? {
    let candidates = predictions.candidates(name, from: from, to: to)
    guard let first = candidates.first else { return nil }
    let unchanged = candidates.first { Folding.key($0.text) == Folding.key(name) }?.confidence ?? 0
    let isSure = first.confidence >= Self.surePrediction && unchanged < 0.05
    return isSure ? first.text : nil
  }

  /// The forms that a name of one language may have in another, none of them unlikely.
  func likelyForms(of name: String, from: LanguageTag, to: LanguageTag) -> [String] {
    predictions.candidates(name, from: from, to: to).filter { $0.confidence >= 0.15 }.map(\.text)
  }

  /// Whether a spelling is among the likely forms of a name in another language.
  func isLikely(_ spelling: String, for name: String, from: LanguageTag, to: LanguageTag) -> Bool {
    predictions.candidates(name, from: from, to: to).contains { Spelling.same($0.text, spelling) }
  }
}

/// Names made ready to be compared once for all comparisons of a run: a name of one text is held against many of the other.
private final class PreparedNames: Sendable {
  /// More are not kept: the cache begins anew.
  private static let limit = 50_000

  private let known = Mutex<[String: NameMatcher.Prepared]>([:])

  func name(_ name: String, by matcher: NameMatcher) -> NameMatcher.Prepared {
    if let found = known.withLock({ $0[name] }) { return found }
    let prepared = matcher.prepare(name)
    known.withLock { known in
      if known.count >= Self.limit { known.removeAll() }
      known[name] = prepared
    }
    return prepared
  }
}

/// Predictions made once for every name of a run: texts say the same names again and again.
private final class PredictionCache: Sendable {
  private struct Key: Hashable {
    let name: String
    let from: LanguageTag
    let to: LanguageTag
  }

  /// More are not kept: the cache begins anew.
  private static let limit = 50_000

  private let predictor: NamePredictor
  private let known = Mutex<[Key: [NamePrediction.Candidate]]>([:])

  init(_ predictor: NamePredictor) { self.predictor = predictor }

  func candidates(_ name: String, from: LanguageTag, to: LanguageTag) -> [NamePrediction.Candidate] {
    let key = Key(name: name, from: from, to: to)
    if let found = known.withLock({ $0[key] }) { return found }
    let candidates = predictor.predict(name, from: from, to: to).candidates
    known.withLock { known in
      if known.count >= Self.limit { known.removeAll() }
      known[key] = candidates
    }
    return candidates
  }
}

/// Comparing names letter by letter.
enum Spelling {
  /// Without case and the kind of apostrophe, but with accents.
  static func key(_ name: String) -> String {
    GlossaryNames.spellingKey(name)
  }

  static func same(_ left: String, _ right: String) -> Bool { key(left) == key(right) }

  /// Whether `part` is `whole`, or its last words: a surname alone.
  static func isTail(_ part: String, of whole: String) -> Bool {
    let (part, whole) = (key(part), key(whole))
    return part == whole || (whole.hasSuffix(part) && whole.dropLast(part.count).last.map { $0 == " " } ?? false)
  }

  /// The words of a name that stand for it when it is said again: the last ones, as many as `part` has.
  static func tail(of whole: String, asLongAs part: String) -> String {
    let words = whole.split(separator: " ")
    return words.suffix(max(1, part.split(separator: " ").count)).joined(separator: " ")
  }

  /// Without a possessive ending, which is no part of the name.
  static func withoutPossessive(_ surface: String) -> String {
    for ending in ["'s", "\u{2019}s", "'", "\u{2019}"] where surface.hasSuffix(ending) {
      return String(surface.dropLast(ending.count))
    }
    return surface
  }

  /// The last word, where a name is of several.
  static func surname(_ name: String) -> String { GlossaryNames.surname(of: name) }

  /// Whether one spelling is likely a slip of the fingers for the other: one letter wrong, missing, added or two swapped
  /// (two such slips in names of ten letters or more), accents not counted. Never for names under five letters.
  static func isSlip(_ spelling: String, for name: String) -> Bool {
    let (a, b) = (Array(Folding.key(spelling).unicodeScalars), Array(Folding.key(name).unicodeScalars))
    guard a != b, min(a.count, b.count) >= 5 else { return false }
    return distance(a, b) <= (min(a.count, b.count) >= 10 ? 2 : 1)
  }

  /// Whether two neighbouring letters changed places and nothing else: never a way to romanize.
  static func isSwap(_ spelling: String, for name: String) -> Bool {
    let (a, b) = (Array(Folding.key(spelling).unicodeScalars), Array(Folding.key(name).unicodeScalars))
    guard a.count == b.count, a.count >= 4, let first = a.indices.first(where: { a[$0] != b[$0] }) else { return false }
    let next = first + 1
    return next < a.count && a[first] == b[next] && a[next] == b[first] && a[(next + 1)...] == b[(next + 1)...]
  }

  /// A surface without leading initials that are those of a form: "S. Choïgou" of "Sergueï Choïgou" is "Choïgou".
  static func withoutInitials(_ surface: String, of form: String) -> String {
    var words = surface.split(whereSeparator: \.isWhitespace)[...]
    let initials = Set(form.split(separator: " ").compactMap { Folding.key(String($0)).first })
    while words.count > 1, let first = words.first, first.hasSuffix("."), first.count == 2,
      let letter = Folding.key(String(first)).first, initials.contains(letter)
    {
      words.removeFirst()
    }
    return words.joined(separator: " ")
  }

  /// Optimal string alignment distance: insertions, deletions, substitutions, swaps of neighbours.
  static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
    var before = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in 1...a.count {
      var row = [i] + [Int](repeating: 0, count: b.count)
      for j in 1...b.count {
        let change = a[i - 1] == b[j - 1] ? 0 : 1
        row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + change)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { row[j] = min(row[j], before[j - 2] + 1) }
      }
      (before, last) = (last, row)
    }
    return last[b.count]
  }
}
