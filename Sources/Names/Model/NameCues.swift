package import Bitext
internal import Linguistics
package import Rules

/// The words by which names are recognised in texts of one language: `glossary/names/cues-*.yml`. All are compared folded.
package struct NameCues: Sendable {
  package let language: LanguageTag
  /// Before a person: M., Mme, Dr.
  let titles: Set<String>
  /// Words of offices and callings before a person: président, ministre, prime.
  let offices: Set<String>
  /// Inside a person's name, lower case: de, bin.
  let particles: Set<String>
  /// Before a place: à, in.
  let placePrepositions: Set<String>
  /// Words that a place follows, alone or with "of": ville, region.
  let placeNouns: Set<String>
  /// Words that belong to the name of a place: avenue, lac, Mount.
  let siteNouns: Set<String>
  /// Words that begin or end an organisation's name: Conseil, Committee.
  let orgHeads: Set<String>
  /// The same, but lower case before a name ("groupe de Minsk").
  let orgNouns: Set<String>
  /// Words before the name of a party: parti, alliance.
  let partyNouns: Set<String>
  /// Endings of adjectives that may stand inside an organisation's name.
  let adjectiveEndings: [String]
  /// Words that may stand between the words of an organisation's name: de, of, and.
  let connectors: Set<String>
  /// Capitalised words that are no names: days, months, peoples, languages; and words that begin sentences.
  let common: Set<String>
  /// Names of peoples: no names here, and adjectives before an office.
  let peoples: Set<String>
  /// Verbs of which a person is the subject: said, a déclaré.
  let speech: Set<String>
  /// Acronyms that are places: URSS, UK.
  let placeAcronyms: Set<String>
  /// Acronyms that are no names: TV.
  let commonAcronyms: Set<String>
  /// Adjectives that part a country: Western, Soviet. Others before a country make the name of a party.
  let placeAdjectives: Set<String>
  /// Short words with an apostrophe that stand before a word: l, d, qu.
  let elisions: Set<String>

  private let sets: [String: Set<String>]

  /// The words of a key of the file.
  func words(_ key: String) -> Set<String> { sets[key] ?? [] }

  static let keys: [String] = [
    "titles", "offices", "particles", "place-prepositions", "place-nouns", "site-nouns", "org-heads", "org-nouns",
    "party-nouns", "connectors", "common", "peoples", "speech", "place-acronyms", "common-acronyms", "elisions",
    "place-adjectives",
  ]

  /// - Throws: `RulesErrors` with every fault of the file.
  package init(_ file: RuleNode) throws(RulesErrors) {
    var faults = file.unknownKeys(besides: Set(Self.keys + ["language", "adjective-endings"]))
    let tag = file.requiredText("language", &faults)
    if LanguageTag(tag) == nil {
      faults.append(RulesError("'\(tag)' is no language tag; write one as BCP 47 has it", at: file.position))
    }
    var sets: [String: Set<String>] = [:]
    for key in Self.keys {
      let texts = file[key]?.texts(&faults) ?? []
      sets[key] = Set(texts.flatMap { $0.split(separator: " ") }.map { Folding.key(String($0)) })
    }
    let endings = (file["adjective-endings"]?.texts(&faults) ?? []).flatMap { $0.split(separator: " ") }
      .map { Folding.key(String($0)) }
    if !faults.isEmpty { throw RulesErrors(faults) }
    self.init(language: LanguageTag(tag) ?? "und", words: sets, adjectiveEndings: endings)
  }

  /// - Parameter sets: folded words by key.
  init(language: LanguageTag, words sets: [String: Set<String>], adjectiveEndings: [String]) {
    self.language = language
    self.adjectiveEndings = adjectiveEndings
    self.sets = sets
    func words(_ key: String) -> Set<String> { sets[key] ?? [] }
    titles = words("titles")
    offices = words("offices")
    particles = words("particles")
    placePrepositions = words("place-prepositions")
    placeNouns = words("place-nouns")
    siteNouns = words("site-nouns")
    orgHeads = words("org-heads")
    orgNouns = words("org-nouns")
    partyNouns = words("party-nouns")
    connectors = words("connectors")
    common = words("common")
    peoples = words("peoples")
    speech = words("speech")
    placeAcronyms = words("place-acronyms")
    commonAcronyms = words("common-acronyms")
    elisions = words("elisions")
    placeAdjectives = words("place-adjectives")
  }

  /// Whether a folded word is a people's name or its adjective, in any number and gender.
  func isPeople(_ word: String) -> Bool {
    if peoples.contains(word) { return true }
    for ending in ["s", "e", "es", "ne", "nes"] where word.hasSuffix(ending) {
      if peoples.contains(String(word.dropLast(ending.count))) { return true }
    }
    return false
  }
}
