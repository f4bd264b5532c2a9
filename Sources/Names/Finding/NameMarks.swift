/// What a folded word is: the kinds of its groups in the cue files, and what the lexicon and the glossary say of it.
struct NameMarks: OptionSet, Sendable {
  let rawValue: UInt64

  // Words about persons.

  /// Before a person: M., Mme, Dr.
  static let title = NameMarks(rawValue: 1 << 0)
  /// Words of offices and callings before a person: président, ministre, prime.
  static let office = NameMarks(rawValue: 1 << 1)
  /// Inside a person's name, in small letters: de, bin.
  static let particle = NameMarks(rawValue: 1 << 2)
  /// The same, but also an everyday word, so that it belongs to a name only after a first name.
  static let particleAfterFirstName = NameMarks(rawValue: 1 << 3)
  /// An article of several persons, before a family: "les Sarkissian".
  static let pluralArticle = NameMarks(rawValue: 1 << 4)
  /// Verbs of which a person is the subject: said, a déclaré.
  static let speech = NameMarks(rawValue: 1 << 5)

  // Words about places.

  /// Before a place: à, in.
  static let placePreposition = NameMarks(rawValue: 1 << 6)
  /// Words that a place follows, alone or after a genitive: ville, region.
  static let placeNoun = NameMarks(rawValue: 1 << 7)
  /// Words that belong to the name of a place: avenue, lac, Mount.
  static let siteNoun = NameMarks(rawValue: 1 << 8)
  /// What a country has before it in running text, a party named after it has not.
  static let countryArticle = NameMarks(rawValue: 1 << 9)
  /// Adjectives that part a country: Western, Soviet. Others before a country make the name of a party.
  static let placeAdjective = NameMarks(rawValue: 1 << 10)

  // Words about organisations.

  /// Words that begin or end an organisation's name: Conseil, Committee.
  static let orgHead = NameMarks(rawValue: 1 << 11)
  /// The same, but in small letters before a name: groupe de Minsk.
  static let orgNoun = NameMarks(rawValue: 1 << 12)
  /// Words before the name of a party or a journal: parti, alliance.
  static let partyNoun = NameMarks(rawValue: 1 << 13)
  /// Ends like an adjective.
  static let adjective = NameMarks(rawValue: 1 << 14)
  /// Words that may come between the words of an organisation's name: de, of, and.
  static let connector = NameMarks(rawValue: 1 << 15)
  /// Connectors that open a group after the head: "de sécurité", "for Human Rights".
  static let opensGroup = NameMarks(rawValue: 1 << 16)
  /// Connectors that are articles after another connector: "de la".
  static let groupArticle = NameMarks(rawValue: 1 << 17)
  /// Connectors that continue a group: "and Cooperation".
  static let continuesGroup = NameMarks(rawValue: 1 << 18)
  /// Connectors of place that continue a group of purpose: "for Security … in Europe".
  static let continuesPurpose = NameMarks(rawValue: 1 << 19)
  /// Connectors of purpose: for, on.
  static let purpose = NameMarks(rawValue: 1 << 20)
  /// Connectors that join a capitalised name to the head: "Conseil de l'Europe".
  static let joinsName = NameMarks(rawValue: 1 << 21)
  /// The same, but only in a long name: "la sécurité et la coopération en Europe".
  static let joinsNameLate = NameMarks(rawValue: 1 << 22)

  // Grammar that all share.

  /// Says whose: de, of.
  static let genitive = NameMarks(rawValue: 1 << 23)
  /// The same with an article in it: du, des.
  static let genitiveWithArticle = NameMarks(rawValue: 1 << 24)
  /// Joins the last of a list: et, or.
  static let conjunction = NameMarks(rawValue: 1 << 25)
  /// Articles and other words that a noun follows.
  static let determiner = NameMarks(rawValue: 1 << 26)
  static let elision = NameMarks(rawValue: 1 << 27)
  static let joinedByApostrophe = NameMarks(rawValue: 1 << 28)

  // Words that are no names.

  /// Capitalised words that are no names: days, months, languages; and words that begin sentences.
  static let common = NameMarks(rawValue: 1 << 29)
  /// A people's name or its adjective, in any number and gender.
  static let people = NameMarks(rawValue: 1 << 30)
  /// Acronyms that are places: URSS, UK; and those that are no names: TV.
  static let placeAcronym = NameMarks(rawValue: 1 << 31)
  static let commonAcronym = NameMarks(rawValue: 1 << 32)
  /// Endings of ordinal numbers after Roman figures: "XXe".
  static let ordinal = NameMarks(rawValue: 1 << 33)

  // What the lexicon and the glossary say.

  /// A first name of the lexicon.
  static let given = NameMarks(rawValue: 1 << 40)
  /// A form of the lexicon, of whatever kind.
  static let listed = NameMarks(rawValue: 1 << 41)
  /// Names of the glossary or the lexicon begin with it.
  static let begins = NameMarks(rawValue: 1 << 42)
  static let country = NameMarks(rawValue: 1 << 43)
  /// A surname of a person of the glossary.
  static let surname = NameMarks(rawValue: 1 << 44)

  /// The kinds of groups in the cue files.
  static let kinds: [(name: String, mark: NameMarks)] = [
    ("title", .title), ("office", .office), ("particle", .particle),
    ("particle-after-first-name", .particleAfterFirstName), ("plural-article", .pluralArticle), ("speech", .speech),
    ("place-preposition", .placePreposition), ("place-noun", .placeNoun), ("site-noun", .siteNoun),
    ("country-article", .countryArticle), ("place-adjective", .placeAdjective), ("organisation-head", .orgHead),
    ("organisation-noun", .orgNoun), ("party-noun", .partyNoun), ("adjective", .adjective), ("connector", .connector),
    ("opens-group", .opensGroup), ("group-article", .groupArticle), ("continues-group", .continuesGroup),
    ("continues-purpose", .continuesPurpose), ("purpose", .purpose), ("joins-name", .joinsName),
    ("joins-name-late", .joinsNameLate), ("genitive", .genitive), ("genitive-with-article", .genitiveWithArticle),
    ("conjunction", .conjunction), ("determiner", .determiner), (NameCues.elision, .elision),
    (NameCues.joinedByApostrophe, .joinedByApostrophe), ("common", .common), ("people", .people),
    ("place-acronym", .placeAcronym), ("common-acronym", .commonAcronym), ("ordinal", .ordinal),
  ]
}
