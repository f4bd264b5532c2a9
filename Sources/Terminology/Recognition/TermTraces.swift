package import Bitext
internal import Linguistics

/// Whether a text says what a term says by a word of the same family: "negotiated" for "negotiation", "the corridor" for "Lachin
/// corridor".
///
/// A translation that keeps the head of a term, or a derivative of it, has not missed the term. Two words are of one family where
/// their stems are the same, where one stem begins as the other for most of its length, or where a long stem is inside the
/// other word ("prison" in "imprisoned"). Not to be shared between threads.
package final class TermTraces {
  private let rules: LanguageInflection
  private let letters: LetterTable
  private let functionWords: Set<[UInt8]>
  private let stemmer: Stemmer?
  private var stems: [String: String] = [:]

  /// Stems shorter than this are compared whole.
  private static let shortest = 4
  /// The part of the shorter stem that has to be the same.
  private static let sharedPart = 0.75
  /// From how many letters on a stem may be inside another word.
  private static let longEnough = 5

  init(_ rules: LanguageInflection, _ letters: LetterTable) {
    self.rules = rules
    self.letters = letters
    functionWords = Set(rules.functionWords.map { Array($0.utf8) })
    stemmer = Stemmer(rules.language)
  }

  /// The share of words with a capital from which on a text is a headline, or of a language that writes nouns so.
  private static let capitalised = 0.4

  /// The stems of a sentence's words, names left out: "Electoral Commission" says nothing of an election.
  package func stems(of sentence: String) -> Set<String> {
    let found = words(of: sentence)
    let inside = found.dropFirst()
    let capitals = inside.count { $0.token.startsUpper }
    let keepsCapitals = Double(capitals) >= Self.capitalised * Double(max(1, inside.count))
    return Set(
      found.enumerated().filter { keepsCapitals || $0.offset == 0 || !$0.element.token.startsUpper }
        .map { stem(String(decoding: $0.element.folded, as: UTF8.self)) })
  }

  /// Whether stems of a text hold one of the head of a term's family.
  package func hints(_ term: Term, in stems: Set<String>) -> Bool {
    let heads = heads(of: term).map(stem)
    return heads.contains { head in stems.contains { Self.areKin(head, $0) } }
  }

  /// The folded words that say most in a term: its head; every word with meaning where the language does not tell which that is.
  private func heads(of term: Term) -> [String] {
    let found = words(of: term.text)
    let isFunction = found.map { functionWords.contains($0.folded) }
    guard found.count > 1, let first = isFunction.firstIndex(of: false) else {
      return found.map { String(decoding: $0.folded, as: UTF8.self) }
    }
    let places: [Int]
    switch rules.head {
    case .first: places = [first]
    case .last where term.partOfSpeech == "verb": places = [first]
    case .last: places = [(isFunction[first...].firstIndex(of: true) ?? found.count) - 1]
    // A name in a term is there whatever becomes of the term.
    case .all:
      let words = found.indices.filter { !isFunction[$0] && !found[$0].token.startsUpper }
      places = words.isEmpty ? found.indices.filter { !isFunction[$0] } : words
    }
    return places.map { String(decoding: found[$0].folded, as: UTF8.self) }
  }

  private func words(of text: String) -> [(token: Token, folded: [UInt8])] {
    TokenScan.words(of: text, letters: letters, isTurkic: rules.isTurkic)
  }

  private func stem(_ word: String) -> String {
    if let known = stems[word] { return known }
    let stem = stemmer?.stem(word) ?? word
    stems[word] = stem
    return stem
  }

  /// Whether two stems are of one family of words.
  static func areKin(_ a: String, _ b: String) -> Bool {
    if a == b { return true }
    let (short, long) = a.utf8.count <= b.utf8.count ? (a, b) : (b, a)
    let letters = short.unicodeScalars.count
    guard letters >= shortest else { return false }
    let shared = zip(short.unicodeScalars, long.unicodeScalars).prefix { $0 == $1 }.count
    if shared >= shortest, Double(shared) >= sharedPart * Double(letters) { return true }
    return letters >= longEnough && long.contains(short)
  }
}

extension TermMatcher {
  /// Traces of terms in texts of the matcher's language.
  package var traces: TermTraces { TermTraces(index.language, index.letters) }
}
