package import Bitext
internal import Linguistics
internal import Names

/// Names that are spelt in two ways across the texts of a run.
///
/// What a text says against itself is the other checks' matter. Here a spelling is reported that the rest of the run writes
/// otherwise, in a text that does not have the other spelling: another spelling of the same name (`name-variant`), the form of
/// another language whose texts are in the run too (`name-untransliterated`), or, for a name with a first name that stands
/// once against three times or more, a slip (`name-misspelt`). Names of the glossary are judged by the glossary alone. A memory
/// may stand beside the texts: it speaks against their spellings, and is not reported on itself.
///
/// Time grows with the number of names: spellings are compared under their phonetic keys only (`NameClusters`), slips by
/// their deletions of one letter.
package struct NameRun {
  /// The names of one text of the run.
  package struct Text: Sendable {
    package let language: LanguageTag
    package let names: [NameOccurrence]
    /// How often each name stands; nil for once each.
    let counts: [Int]?
    /// Whether these are names of the memory, which nothing is reported on.
    package let isMemory: Bool

    /// Where the name of a number is, for a person: "at a.fr.txt:3:1", "in unit 12 of memory.sqlite".
    let place: @Sendable (Int) -> String

    package init(language: LanguageTag, names: [NameOccurrence], place: @escaping @Sendable (Int) -> String) {
      (self.language, self.names, self.place) = (language, names, place)
      (counts, isMemory) = (nil, false)
    }

    /// The names that a memory has in one language, each once with how often it stands there.
    package init(
      memory names: [(name: NameOccurrence, count: Int)], language: LanguageTag,
      place: @escaping @Sendable (Int) -> String
    ) {
      (self.language, self.names, self.place) = (language, names.map(\.name), place)
      (counts, isMemory) = (names.map(\.count), true)
    }
  }

  /// A finding and the 0-based number of the text that it is in.
  private typealias Found = (text: Int, finding: Finding)

  /// The checks whose findings these are.
  package static let checks: Set<String> = [NameVariant.id, NameUntransliterated.id, NameMisspelt.id]

  /// One spelling of a name in one language, in the whole run.
  private struct Entry {
    let spelling: String
    /// Folded words before the last; none for a surname or a place alone.
    let before: [String]
    let kind: Concept.Kind
    var count = 0
    var places: [(text: Int, name: Int)] = []
  }

  private let texts: [Text]
  private let knowledge: NameKnowledge
  private let languageName: (LanguageTag) -> String

  package init(_ texts: [Text], knowledge: NameKnowledge, languageNames: [String: String] = [:]) {
    self.texts = texts
    self.knowledge = knowledge
    languageName = { languageNames[$0.language] ?? $0.description }
  }

  /// What looks wrong in each of the texts, by place; nothing for those of a memory.
  package func findings() -> [[Finding]] {
    var found: [Found] = []
    let languages = Set(texts.map(\.language.language)).sorted()
    let entries = languages.map { self.entries($0) }
    for (number, own) in entries.enumerated() {
      found += variants(own)
      for (other, theirs) in entries.enumerated() where other != number { found += foreign(own, theirs) }
    }
    func place(_ found: Found) -> [Int] {
      found.finding.words.map { [found.text, $0.sentence, $0.bytes.lowerBound] } ?? [found.text]
    }
    var seen: Set<[Int]> = []
    let kept = found.filter { seen.insert(place($0)).inserted }
      .sorted { place($0).lexicographicallyPrecedes(place($1)) }
    var findings = [[Finding]](repeating: [], count: texts.count)
    for one in kept { findings[one.text].append(one.finding) }
    return findings
  }

  /// The spellings of persons' surnames and of places that the glossary lacks, in the texts of one language.
  private func entries(_ language: String) -> [Entry] {
    var numbers: [String: Int] = [:]
    var entries: [Entry] = []
    for (text, content) in texts.enumerated() where content.language.language == language {
      for (number, name) in content.names.enumerated() where !name.isConcept && name.kind != .org {
        let full = Spelling.withoutPossessive(name.name).split(separator: " ").map(String.init)
        let surface = Spelling.withoutPossessive(name.surface).split(separator: " ").map(String.init)
        let isPerson = name.kind == .person
        guard let last = surface.last, !isPerson || last.count > 2 else { continue }
        let spelling = isPerson ? last : surface.joined(separator: " ")
        let before = isPerson ? full.dropLast().map { Folding.key($0) } : []
        let key = "\(name.kind.rawValue)\t\(before.joined(separator: " "))\t\(Folding.key(spelling))"
        let index = numbers[key] ?? entries.count
        if index == entries.count {
          numbers[key] = index
          entries.append(Entry(spelling: spelling, before: before, kind: name.kind))
        }
        entries[index].count += content.counts?[number] ?? 1
        entries[index].places.append((text, number))
      }
    }
    return entries
  }

  // MARK: Two spellings in one language

  private func variants(_ entries: [Entry]) -> [Found] {
    var found: [Found] = []
    let clusters = NameClusters(knowledge.matcher).clusters(
      of: entries.enumerated().map { (text: $0.element.spelling, place: $0.offset) })
    for cluster in clusters where cluster.spellings.count > 1 {
      let members = cluster.spellings.flatMap(\.places)
      for one in members {
        let rival = members.filter { speaks(entries[$0], against: entries[one]) }
          .max { (entries[$0].count, -$0) < (entries[$1].count, -$1) }
        if let rival { found += report(entries[one], for: entries[rival], NameVariant.id, .warning) }
      }
    }
    return found + slips(entries)
  }

  /// Whether a spelling is another one of the same name that stands more firmly.
  private func speaks(_ rival: Entry, against entry: Entry) -> Bool {
    guard rival.kind == entry.kind, Folding.key(rival.spelling) != Folding.key(entry.spelling) else { return false }
    guard
      rival.count > entry.count
        || (rival.count == entry.count && first(rival) < first(entry))
    else { return false }
    return isSamePerson(rival.before, entry.before)
  }

  /// The memory was there before the texts.
  private func first(_ entry: Entry) -> Int {
    entry.places.lazy.map { texts[$0.text].isMemory ? -1 : $0.text }.min() ?? .max
  }

  /// First names that do not part two people.
  private func isSamePerson(_ a: [String], _ b: [String]) -> Bool {
    if a.isEmpty || b.isEmpty || a == b { return true }
    return knowledge.match(a.joined(separator: " "), b.joined(separator: " ")).verdict == .same
  }

  /// A spelling that stands once, one slip away from one that stands three times or more with the same first name.
  private func slips(_ entries: [Entry]) -> [Found] {
    var firm: [String: [Int]] = [:]
    for (index, entry) in entries.enumerated() where entry.count >= 3 && !entry.before.isEmpty {
      for key in Self.deletions(entry) { firm[key, default: []].append(index) }
    }
    var found: [Found] = []
    for entry in entries where entry.count == 1 && !entry.before.isEmpty {
      let near = Set(Self.deletions(entry).flatMap { firm[$0] ?? [] }).sorted()
      if let rival = near.first(where: { Spelling.isSlip(entry.spelling, for: entries[$0].spelling) }),
        knowledge.match(entry.spelling, entries[rival].spelling).verdict == .different
      {
        found += report(entry, for: entries[rival], NameMisspelt.id, .warning)
      }
    }
    return found
  }

  /// The first names with the surname as it is and without each of its letters.
  private static func deletions(_ entry: Entry) -> Set<String> {
    let letters = Array(Folding.key(entry.spelling).unicodeScalars)
    let head = entry.before.joined(separator: " ") + "\t"
    var keys: Set<String> = [head + String(String.UnicodeScalarView(letters))]
    for index in letters.indices {
      keys.insert(head + String(String.UnicodeScalarView(letters[..<index] + letters[(index + 1)...])))
    }
    return keys
  }

  // MARK: The form of another language

  private func foreign(_ own: [Entry], _ theirs: [Entry]) -> [Found] {
    guard let language = own.first.map({ texts[$0.places[0].text].language }),
      let other = theirs.first.map({ texts[$0.places[0].text].language })
    else { return [] }
    var known: [String: Int] = [:]
    for (index, entry) in theirs.enumerated() {
      known[Spelling.key(entry.spelling)] = known[Spelling.key(entry.spelling)] ?? index
    }
    var found: [Found] = []
    for entry in own {
      guard let index = known[Spelling.key(entry.spelling)], theirs[index].kind == entry.kind,
        let form = knowledge.prediction(entry.spelling, from: other, to: language),
        Folding.key(form) != Folding.key(entry.spelling)
      else { continue }
      found += report(
        entry, for: Entry(spelling: form, before: [], kind: entry.kind, count: 0, places: theirs[index].places),
        NameUntransliterated.id, .error, language: other)
    }
    return found
  }

  // MARK: Findings

  /// One finding for each place of a spelling whose text does not have the other.
  private func report(
    _ entry: Entry, for rival: Entry, _ check: String, _ severity: Finding.Severity, language: LanguageTag? = nil
  ) -> [Found] {
    guard let otherPlace = rival.places.first else { return [] }
    let withRival = language == nil ? Set(rival.places.map(\.text)) : []
    let other = texts[otherPlace.text].names[otherPlace.name]
    let there = "'\(other.surface)' \(texts[otherPlace.text].place(otherPlace.name))"
    let evidence = [
      language == nil
        ? said(rival.spelling, rival.count, isMemory: texts[otherPlace.text].isMemory)
        : "predicted: \(rival.spelling)", there,
    ]
    return entry.places.filter { !withRival.contains($0.text) && !texts[$0.text].isMemory }.map { place in
      let occurrence = texts[place.text].names[place.name]
      let head = Spelling.withoutPossessive(occurrence.surface).dropLast(entry.spelling.count)
      let expected = String(head) + rival.spelling
      let message =
        if let language {
          untransliterated(occurrence.surface, language, texts[place.text].language, expected)
        } else {
          check == NameMisspelt.id
            ? misspelt(occurrence.surface, expected) : variant(occurrence.surface, expected)
        }
      let finding = Finding(
        check: check, severity: severity, message: message,
        place: .words(side: .target, sentence: occurrence.sentence, bytes: occurrence.bytes),
        surface: occurrence.surface, suggestions: [expected], evidence: evidence)
      return (place.text, finding)
    }
  }

  // MARK: Messages

  private func untransliterated(_ surface: String, _ other: LanguageTag, _ own: LanguageTag, _ expected: String)
    -> String
  {
    "'\(surface)' is the \(languageName(other)) form; \(languageName(own)) texts use '\(expected)'"
  }

  private func misspelt(_ surface: String, _ expected: String) -> String {
    "'\(surface)' looks like a slip for '\(expected)'"
  }

  private func variant(_ surface: String, _ expected: String) -> String {
    "'\(surface)' is another spelling of '\(expected)'"
  }

  private func said(_ spelling: String, _ count: Int, isMemory: Bool) -> String {
    "the \(isMemory ? "memory" : "run") writes '\(spelling)' \(count == 1 ? "once" : "\(count) times")"
  }
}
