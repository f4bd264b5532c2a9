package import Bitext
package import FoundationEssentials
package import Linguistics

/// A glossary as bytes that are looked up where they lie: a mapped file of a million concepts answers at once, because
/// only the pages that a query touches are read.
///
/// Format (version 6, little-endian 32-bit numbers): a head of 20 numbers; the concepts (8 numbers each), the terms (12),
/// the relations (2); texts, each with its length before it; then the folded keys of all terms, and of persons'
/// surnames, in byte order: their end to end spellings, where each begins, the term of each, and the first eight bytes of
/// every so many, and the runs of keys with the same first four; then their numbers in the order of their bytes from the
/// last to the first, and samples and runs in that order.
package struct CompiledGlossary: Sendable {
  /// Grows with the format.
  package static let version = 6
  static let magic = 0x3647_4C43  // "CLG6"
  static let headLength = 80
  static let conceptWidth = 32
  static let termWidth = 48

  let bytes: CompiledBytes
  package let conceptCount: Int
  package let termCount: Int
  /// Spellings under which terms are found.
  let keyCount: Int
  private let concepts: Int
  private let terms: Int
  private let relations: Int
  private let texts: Int
  let keySpellings: Int
  let keyStarts: Int
  let keyTerms: Int
  private let languageNames: Int
  private let keySamples: Int
  private let keyRuns: Int
  private let keyTails: Int
  private let tailSamples: Int
  private let tailRuns: Int

  /// The bytes, to be written to a cache.
  package var data: Data { bytes.data }

  /// Compiles a glossary.
  package init(_ glossary: Glossary) { self.init(unchecked: CompiledGlossaryWriter.data(glossary)) }

  /// Opens compiled bytes.
  /// - Returns: nil where they are no compiled glossary of this version or are cut short; compile again then.
  package init?(_ data: Data) {
    self.init(unchecked: data)
    guard data.count >= Self.headLength, bytes.number(0) == Self.magic, bytes.number(4) == data.count,
      concepts == Self.headLength, terms == concepts + conceptCount * Self.conceptWidth,
      relations == terms + termCount * Self.termWidth, texts >= relations, keySpellings >= texts,
      keyStarts >= keySpellings, keyTerms == keyStarts + (keyCount + 1) * 4, keySamples == keyTerms + keyCount * 4,
      keyRuns == keySamples + sampleLength, keyTails >= keyRuns, tailSamples == keyTails + keyCount * 4,
      tailRuns == tailSamples + sampleLength, data.count >= tailRuns
    else { return nil }
  }

  private init(unchecked data: Data) {
    bytes = CompiledBytes(data: data)
    conceptCount = bytes.number(8)
    termCount = bytes.number(12)
    concepts = bytes.number(16)
    terms = bytes.number(20)
    relations = bytes.number(24)
    texts = bytes.number(28)
    keySpellings = bytes.number(32)
    keyStarts = bytes.number(36)
    keyTerms = bytes.number(40)
    keyCount = bytes.number(44)
    languageNames = bytes.number(48)
    keySamples = bytes.number(52)
    keyRuns = bytes.number(56)
    keyTails = bytes.number(60)
    tailSamples = bytes.number(64)
    tailRuns = bytes.number(68)
  }

  private var sampleLength: Int { (keyCount + KeyOrder.sampleDistance - 1) / KeyOrder.sampleDistance * 8 }

  /// The languages that the glossary has terms in, without regions and scripts, in the order they were met.
  package var languages: [LanguageTag] {
    text(languageNames).split(separator: " ").compactMap { LanguageTag(String($0)) }
  }

  /// The languages of the glossary whose script a query is written in; those whose script is not known are among them.
  package func languages(for query: String, writing: WritingSystems) -> [LanguageTag] {
    let written = TermScripts(query).scripts
    return languages.filter { language in
      guard let own = writing.scripts(of: language) else { return true }
      return written.isSubset(of: own)
    }
  }

  // MARK: Concepts

  /// The concept of a number, 0..<conceptCount, in the order of the glossary.
  package func concept(_ number: Int) -> Concept {
    var tags: [Int: LanguageTag] = [:]
    return concept(number, &tags)
  }

  func termCount(ofConcept number: Int) -> Int { bytes.number(concepts + number * Self.conceptWidth + 8) & 0x3FFF }

  func id(ofConcept number: Int) -> String { text(bytes.number(concepts + number * Self.conceptWidth)) }

  /// - Parameter tags: tags met so far, by where their texts lie.
  func concept(_ number: Int, _ tags: inout [Int: LanguageTag]) -> Concept {
    let at = concepts + number * Self.conceptWidth
    func field(_ i: Int) -> Int { bytes.number(at + i * 4) }
    let position = SourcePosition(file: text(field(5)), line: field(6), column: field(7))
    let counts = field(2)
    let kinds = Concept.Kind.allCases
    let importances = Concept.Importance.allCases
    return Concept(
      id: text(field(0)), kind: kinds[min(counts >> 28, kinds.count - 1)],
      terms: (0..<(counts & 0x3FFF)).map { term(field(1) + $0, file: position.file, &tags) },
      relations: (0..<(counts >> 14 & 0x3FFF)).map { relation(field(3) + $0) },
      importance: importances[min(field(4), importances.count - 1)], position: position)
  }

  private func term(_ number: Int, file: String, _ tags: inout [Int: LanguageTag]) -> Term {
    let at = terms + number * Self.termWidth
    func field(_ i: Int) -> Int { bytes.number(at + i * 4) }
    let statuses = TermStatus.allCases
    let tag = field(1)
    let language = tags[tag] ?? LanguageTag(text(tag)) ?? "und"
    tags[tag] = language
    return Term(
      language: language, text: text(field(2)),
      status: statuses[min(field(11) & 7, statuses.count - 1)], note: text(field(3)), partOfSpeech: text(field(4)),
      number: text(field(5)), source: text(field(6)), from: text(field(7)), until: text(field(8)),
      letterCase: Self.letterCase(field(11)),
      position: SourcePosition(file: file, line: field(9), column: field(10)))
  }

  /// From the bits above the status: 0 is none.
  private static func letterCase(_ field: Int) -> Term.LetterCase? {
    let number = field >> 3 & 3
    return number == 0 || number > Term.LetterCase.allCases.count ? nil : Term.LetterCase.allCases[number - 1]
  }

  private func relation(_ number: Int) -> Relation {
    let at = relations + number * 8
    let kinds = Relation.Kind.allCases
    return Relation(kind: kinds[min(bytes.number(at), kinds.count - 1)], concept: text(bytes.number(at + 4)))
  }

  private func text(_ reference: Int) -> String {
    // The first of the texts is the empty one.
    if reference == 0 { return "" }
    let at = texts + reference
    let length = bytes.number(at)
    return length == 0 ? "" : bytes.text(at + 4..<at + 4 + length)
  }

  func firstTerm(ofConcept number: Int) -> Int { bytes.number(concepts + number * Self.conceptWidth + 4) }

  /// Concept and language of a term, without reading the rest.
  func owner(ofTerm number: Int) -> (concept: Int, language: String) {
    let at = terms + number * Self.termWidth
    return (bytes.number(at), text(bytes.number(at + 4)))
  }

  // MARK: Keys

  /// The key under which a spelling is found: folded, its words one space apart.
  static func key(_ text: String) -> String {
    var folded = Folding.key(text)
    if let key = folded.withUTF8(asciiKey) { return key }
    var key = ""
    var pending = false
    for scalar in folded.unicodeScalars {
      if LetterTable.isWordScalar(scalar) {
        if pending, !key.isEmpty { key.append(" ") }
        pending = false
        key.unicodeScalars.append(scalar)
      } else {
        pending = true
      }
    }
    return key
  }

  /// The key of a folded text that is ASCII throughout, by the same rule; nil otherwise.
  private static func asciiKey(_ folded: UnsafeBufferPointer<UInt8>) -> String? {
    guard folded.allSatisfy({ $0 < 0x80 }) else { return nil }
    return String(unsafeUninitializedCapacity: folded.count) { key in
      var count = 0
      var pending = false
      for byte in folded {
        guard (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte) else {
          pending = true
          continue
        }
        // The gap before it is at least as long as the one space.
        if pending, count > 0 {
          key[count] = 0x20
          count += 1
        }
        pending = false
        key[count] = byte
        count += 1
      }
      return count
    }
  }

  /// Calls `body` with the keys where they lie.
  func withKeys<Result>(_ body: (CompiledKeys) -> Result) -> Result {
    bytes.withBytes(keySpellings..<keyStarts) { spellings in
      bytes.withBytes(keyStarts..<keyTerms) { starts in
        body(CompiledKeys(spellings: spellings, starts: starts))
      }
    }
  }

  /// Calls `body` with the keys from their heads or their tails.
  func withKeyOrder<Result>(backward: Bool, _ body: (KeyOrder) -> Result) -> Result {
    withKeys { keys in
      bytes.withBytes(backward ? tailSamples..<tailRuns : keySamples..<keyRuns) { samples in
        bytes.withBytes(backward ? tailRuns..<bytes.count : keyRuns..<keyTails) { runs in
          guard backward else { return body(KeyOrder(keys, numbers: nil, samples: samples, runs: runs)) }
          return bytes.withBytes(keyTails..<tailSamples) {
            body(KeyOrder(keys, numbers: $0, samples: samples, runs: runs))
          }
        }
      }
    }
  }

  func term(ofKey number: Int) -> Int { bytes.number(keyTerms + number * 4) }

  /// Numbers of the terms with exactly this key, in the order of the glossary.
  func terms(key: String) -> [Int] {
    guard !key.isEmpty else { return [] }
    var key = key
    return key.withUTF8 { wanted in
      withKeyOrder(backward: false) { keys in
        let wanted = KeyOrder.Key(bytes: UnsafeRawBufferPointer(wanted), backward: false)
        var number = keys.lowerBound(wanted)
        var found: [Int] = []
        while number < keys.count, keys[number].bytes.elementsEqual(wanted.bytes) {
          found.append(term(ofKey: number))
          number += 1
        }
        return found
      }
    }
  }
}
