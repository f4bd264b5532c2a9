package import Bitext
internal import Linguistics
internal import Romanization

/// Says whether two spellings are of one name, across presses and scripts.
///
/// Gates come first: listed aliases, another first name or initial, a woman's ending against a man's, another family ending.
/// Then the cheapest reading of both words as one decides, word by word; a consonant that no rule licenses parts them.
package struct NameMatcher: Sendable {
  let model: NameModel
  let gates: NameGates
  /// The glossary's names.
  package let concepts: GlossaryNames

  /// - Parameters:
  ///   - concepts: of the glossary; the several names of one concept, and of concepts that are the same place, are aliases.
  package init(_ model: NameModel, concepts: [Concept] = []) { self.init(model, names: GlossaryNames(concepts)) }

  package init(_ model: NameModel, names: GlossaryNames) {
    self.model = model
    gates = model.lexicon.gates
    concepts = names
  }

  /// A name made ready to be compared many times.
  package struct Prepared: Sendable {
    let name: String
    let key: String
    let words: [Word]
    /// Whether it is written in a script that leaves vowels out.
    let isUnvocalised: Bool
    /// Numbers of the lexicon's entries that the whole name is a form of.
    let listed: [Int]
    /// The number of a Roman numeral at its end; 0 where it has none.
    let generation: Int
    struct Word: Sendable {
      /// Case folded, as it was written.
      let native: String
      /// The number that it is where it is a Roman numeral in capitals; 0 for a word.
      let numeral: Int
      /// The spellings to try: the word itself, or both press forms of a word in another script.
      let spellings: [SpelledWord]
      let folded: String
      let isInitial: Bool
      let isNative: Bool
      /// What stands before it: a hyphen joins it to the word before.
      let isJoined: Bool
      /// Whether another spelling of the name may leave it out: al, de.
      let isParticle: Bool
      /// Numbers of the lexicon's first names that it is.
      let lexicon: [Int]
    }
  }

  package func match(_ first: String, _ second: String) -> NameMatch { match(prepare(first), prepare(second)) }

  package func prepare(_ name: String) -> Prepared {
    var words: [Prepared.Word] = []
    var joined = false
    let pieces = NamePieces.split(name)
    for (index, piece) in pieces.enumerated() {
      guard piece.isWord else {
        joined = piece.text.unicodeScalars.contains { $0 == "-" || $0 == "\u{2011}" || $0 == "\u{2010}" }
        continue
      }
      let follows = index + 1 < pieces.count ? pieces[index + 1].text.utf8.first : nil
      let isInitial = follows == UInt8(ascii: ".") || piece.text.unicodeScalars.count == 1
      words.append(word(piece.text, isJoined: joined, isInitial: isInitial))
      joined = false
    }
    let key = pieces.count == 1 && words.count == 1 ? words[0].folded : Folding.key(name)
    let isUnvocalised =
      words.contains(where: \.isNative) && name.unicodeScalars.contains(where: model.tables.unvocalised.contains)
    return Prepared(
      name: name, key: key, words: words, isUnvocalised: isUnvocalised, listed: model.lexicon.indices(forKey: key),
      generation: words.last.map { Self.numeral($0, words.count - 1) } ?? 0)
  }

  package func match(_ a: Prepared, _ b: Prepared) -> NameMatch {
    if a.words.isEmpty || b.words.isEmpty {
      return NameMatch(score: 0, verdict: .different, reason: "no letters to compare")
    }
    if a.key == b.key { return NameMatch(score: 1, verdict: .same, reason: "the same letters") }
    if let alias = alias(a, b) { return alias }
    if isListed(a, b) { return NameMatch(score: 1, verdict: .same, reason: "the lexicon has both as one name") }
    if a.generation != b.generation, a.generation > 0, b.generation > 0 {
      return NameMatch(score: 0, verdict: .different, reason: "another number: \(a.generation), \(b.generation)")
    }
    return NameComparison(self, explains: true).compare(a, b)
  }

  /// Whether both are names of one person, as a desk asks it: parts may be left out or come in another order, first names may be
  /// of several languages. Less strict than `match`, which asks for two spellings of one text's name.
  package func matchPersons(_ first: String, _ second: String) -> NameMatch {
    let (a, b) = (prepare(first), prepare(second))
    let spelling = match(a, b)
    if spelling.verdict == .alias || spelling.score == 1 || a.words.isEmpty || b.words.isEmpty { return spelling }
    if a.generation != b.generation, a.generation > 0, b.generation > 0 { return spelling }
    if spelling.verdict == .same { return otherGender(a, b) ?? particleLeftOut(a, b, spelling) }
    return person(a, b, spelling)
  }

  /// Two forms that rules turn into each other and that are a man's and a woman's first name; nil where they are not.
  private func otherGender(_ a: Prepared, _ b: Prepared) -> NameMatch? {
    guard a.words.count == b.words.count else { return nil }
    let tables = model.lexicon.persons.tables
    for (x, y) in zip(a.words, b.words) where x.folded != y.folded {
      guard let one = tables.known(x.folded), let other = tables.known(y.folded) else { continue }
      guard tables.kinship(one.classes, other.classes) == .otherGender else { continue }
      return NameMatch(
        score: 0, verdict: .different, reason: "a man's and a woman's first name: \(x.folded), \(y.folded)")
    }
    return nil
  }

  /// A particle that one of two names leaves out lowers the score a little.
  private func particleLeftOut(_ a: Prepared, _ b: Prepared, _ spelling: NameMatch) -> NameMatch {
    guard a.words.count != b.words.count,
      a.words.contains(where: \.isParticle) || b.words.contains(where: \.isParticle),
      spelling.score > 0.9
    else { return spelling }
    return NameMatch(score: 0.9, verdict: .same, reason: "a particle left out; \(spelling.reason)")
  }

  private func isReadable(_ name: PersonName) -> Bool {
    name.words.allSatisfy { !$0.isNative || !model.tables.candidates(for: $0.key).isEmpty }
  }

  /// Names that are not spelt alike word by word, as names of persons with parts left out, in another order or language.
  private func person(_ a: Prepared, _ b: Prepared, _ spelling: NameMatch) -> NameMatch {
    // "M." before a surname is a title, unless the other name begins with an initial too.
    let one = PersonName(a, self, dropsLetters: b.words.first?.isInitial != true)
    let other = PersonName(b, self, dropsLetters: a.words.first?.isInitial != true)
    let result = PersonComparison(one, other, self).result()
    // Of single words that the tables can read the rules know better than their sound.
    let isRuled = one.words.count == 1 && other.words.count == 1 && isReadable(one) && isReadable(other)
    let score = min(result.score, isRuled && one.words[0].classes.isEmpty ? 0.45 : 0.95)
    if score < 0.5 { return NameMatch(score: max(score, spelling.score), verdict: .different, reason: spelling.reason) }
    return NameMatch(score: score, verdict: .same, reason: result.reasons.joined(separator: "; "))
  }

  /// Whether both are spellings of one name; faster than `match`, which says why.
  package func isSame(_ a: Prepared, _ b: Prepared) -> Bool {
    if a.words.isEmpty || b.words.isEmpty { return false }
    if a.key == b.key { return true }
    if alias(a, b) != nil { return false }
    if isListed(a, b) { return true }
    if a.generation != b.generation, a.generation > 0, b.generation > 0 { return false }
    return NameComparison(self, explains: false).compare(a, b).verdict == .same
  }

  func word(_ text: String, isJoined: Bool, isInitial: Bool) -> Prepared.Word {
    let isNative = !NameModel.isLatin(text)
    var spellings: [String] = []
    if isNative || hasOwnLetters(text) {
      for table in model.tables.candidates(for: text).prefix(3) {
        for system in model.tables.conventions.compared {
          for form in table.derivations(text, to: system) where !spellings.contains(form) { spellings.append(form) }
        }
      }
    }
    if !isNative || spellings.isEmpty { spellings.append(text) }
    // Without accents the key is the word case folded, which its only spelling has already.
    let words = spellings.map { SpelledWord($0, model.spelling, gates: gates) }
    let isPlain = !isNative && text.utf8.allSatisfy { $0 < 0x80 }
    let folded = isPlain ? words[0].text : Folding.key(text)
    return Prepared.Word(
      native: isNative ? Folding.caseKey(text) : words[0].text, numeral: isPlain ? RomanNumeral.value(text) : 0,
      spellings: words, folded: folded, isInitial: isInitial, isNative: isNative, isJoined: isJoined,
      isParticle: model.lexicon.particles.contains(folded), lexicon: model.lexicon.givenNames(folded))
  }

  /// The number of a word that is a Roman numeral behind a name; 0 where it is none.
  static func numeral(_ word: Prepared.Word, _ place: Int) -> Int { place > 0 && !word.isJoined ? word.numeral : 0 }

  /// Whether it has Latin letters that no press writes.
  private func hasOwnLetters(_ text: String) -> Bool {
    !text.utf8.allSatisfy { $0 < 0x80 } && text.unicodeScalars.contains(where: model.tables.ownLetters.contains)
  }

  /// Whether both names, whole, are forms of one entry of the lexicon: Moscou and Moscow.
  private func isListed(_ a: Prepared, _ b: Prepared) -> Bool {
    !a.listed.isEmpty && b.listed.contains(where: a.listed.contains)
  }

  // MARK: Aliases

  private func alias(_ a: Prepared, _ b: Prepared) -> NameMatch? {
    if let alias = model.lexicon.alias(key: a.key, b.key) {
      return NameMatch(score: 1, verdict: .alias, reason: alias.why)
    }
    let ones = concepts.bySpelling[a.key]
    if ones.isEmpty { return nil }
    for one in ones.map({ Int($0) }) {
      for other in concepts.bySpelling[b.key].map({ Int($0) }) {
        if one == other {
          // Two forms of one concept: spellings of one name unless they share nothing.
          if NameComparison(self, explains: false).compare(a, b).verdict == .same { return nil }
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
}
