internal import Bitext

/// The arrays of a `NameGlossary`.
struct NameGlossaryParts: Sendable {
  /// Folded words, each once.
  let texts: NameTexts
  /// Numbers of entries by folded first word, the longest name first.
  let byFirst: NameIndex
  /// Numbers of persons among the concepts by folded last word.
  let surnames: NameIndex
  /// Numbers of surnames of six letters or more, among the texts, by phonetic key.
  let surnamesByKey: NameIndex
  /// Folded names of countries.
  let countries: NameIndex
  /// Where the words of each entry begin in `words`, and where those of the last end.
  private let starts: [UInt32]
  /// Numbers of words among the texts, and what is asked of them above.
  private let words: [UInt32]
  /// Concept (all bits for none) and kind of each entry, and the letters of its case ending.
  private let concepts: [UInt32]
  private let kinds: [UInt8]
  private let endings: [UInt8]
  /// The form that a cache keeps.
  let bytes: [UInt8]

  /// The word must begin with a capital.
  static let capital: UInt32 = 1 << 30
  /// It must stand in capitals throughout: "WHO" is not "Who".
  static let acronym: UInt32 = 1 << 31
  private static let wordMask: UInt32 = 1 << 30 - 1
  static let noConcept = UInt32.max

  /// Whether the text has an entry at a token.
  func isThere(_ number: Int, _ tokens: [NameToken], at index: Int) -> Bool {
    let (start, end) = (Int(starts[number]), Int(starts[number + 1]))
    guard index + end - start <= tokens.count else { return false }
    for place in start..<end {
      let token = tokens[index + place - start]
      let word = words[place]
      guard texts.isText(Int(word & Self.wordMask), token.key) else { return false }
      if word & Self.capital != 0, !token.isCapital { return false }
      if word & Self.acronym != 0, !token.isUpper { return false }
      if place > start, token.gap == .other || token.gap == .opening { return false }
    }
    return true
  }

  func entry(_ number: Int) -> NameGlossary.Entry {
    let words = words[Int(starts[number])..<Int(starts[number + 1])]
    return NameGlossary.Entry(
      words: words.map { texts[Int($0 & Self.wordMask)] }, kind: Concept.Kind.allCases[Int(kinds[number])],
      concept: concepts[number] == Self.noConcept ? nil : Int(concepts[number]), ending: Int(endings[number]))
  }

  /// Reads what `NameGlossaryBuilder` wrote.
  /// - Parameter concepts: how many there are.
  /// - Returns: nil where the bytes are damaged.
  init?(_ bytes: [UInt8], concepts count: Int) {
    self.bytes = bytes
    do throws(NameBytesReader.Damaged) {
      var reader = try NameBytesReader(bytes, from: 0)
      texts = reader.table
      starts = try reader.block()
      words = try reader.block()
      concepts = try reader.block()
      kinds = try reader.block()
      endings = try reader.block()
      byFirst = try NameIndex(&reader, below: kinds.count)
      surnames = try NameIndex(&reader, below: count)
      surnamesByKey = try NameIndex(&reader, below: texts.count)
      countries = try NameIndex(&reader, below: 1)
    } catch { return nil }
    guard starts.count == kinds.count + 1, concepts.count == kinds.count, endings.count == kinds.count,
      starts.first == 0, starts.last.map({ Int($0) }) == words.count,
      zip(starts, starts.dropFirst()).allSatisfy({ $0 <= $1 }),
      words.allSatisfy({ Int($0 & Self.wordMask) < texts.count }),
      concepts.allSatisfy({ $0 == Self.noConcept || Int($0) < count }),
      kinds.allSatisfy({ Int($0) < Concept.Kind.allCases.count })
    else { return nil }
  }
}
