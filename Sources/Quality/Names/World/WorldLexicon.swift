internal import Bitext
internal import Linguistics

/// The names that one language has for places, peoples and bodies, ready to be found in its texts.
struct WorldLexicon: Sendable {
  /// A name of the world in a sentence.
  struct Mention: Sendable {
    /// Numbers of the sentence's words.
    let words: Range<Int>
    /// All that the words may mean.
    let things: Set<Int>
    /// Whether the words are the name itself, not a people or an inflected form.
    let isName: Bool
    /// Whether they are a people or an adjective.
    let isPeople: Bool
  }

  private struct Entry: Sendable {
    let words: [[Unicode.Scalar]]
    let thing: Int
    let isBeginning: Bool
    let isPeople: Bool
    /// Whether it is written in capitals throughout, and means something else in small letters.
    let isUpper: Bool
  }

  /// By the first three letters of the first word; shorter words by all they have.
  private var entries: [[Unicode.Scalar]: [Entry]] = [:]
  /// The usual form of each thing, as it is written.
  private(set) var usual: [Int: String] = [:]
  /// Whether names take endings that no table lists.
  private let inflects: Bool

  init(_ world: WorldNames, language: LanguageTag) {
    let forms = world.forms[language.language] ?? []
    // Some names keep their Latin letters in texts of other scripts.
    let isLatin = 2 * forms.count { $0.text.unicodeScalars.contains { ("a"..."z").contains($0) } } > forms.count
    inflects = !isLatin || !world.languagesWithPeoples.contains(language.language)
    for form in forms {
      let words = NameText.words(of: form.text)
      guard let first = words.first else { continue }
      let letters = form.text.unicodeScalars.filter(\.properties.isAlphabetic)
      entries[Self.bucket(first.letters), default: []].append(
        Entry(
          words: words.map(\.letters), thing: form.thing, isBeginning: form.isBeginning, isPeople: form.isPeople,
          isUpper: letters.count > 1 && letters.allSatisfy { $0.properties.isUppercase }))
      if usual[form.thing] == nil, !form.isPeople { usual[form.thing] = form.text }
    }
  }

  private static func bucket(_ letters: [Unicode.Scalar]) -> [Unicode.Scalar] { Array(letters.prefix(inflectedStart)) }

  private static let inflectedStart = 3

  /// The names in a sentence, the longest at each place; exact forms before inflected ones.
  func mentions(in words: [NameText.Word]) -> [Mention] {
    var found: [Mention] = []
    var index = 0
    while index < words.count {
      if let mention = mention(in: words, at: index) {
        found.append(mention)
        index = mention.words.upperBound
      } else {
        index += 1
      }
    }
    return found
  }

  /// How well a form fits the words at a place.
  private enum Fit: Int, Comparable {
    /// A people, by the beginning of the word.
    case beginning
    /// The name with another ending.
    case inflected
    case exact

    static func < (a: Fit, b: Fit) -> Bool { a.rawValue < b.rawValue }
  }

  private func mention(in words: [NameText.Word], at index: Int) -> Mention? {
    guard words[index].isCapital, !words[index].isAddress else { return nil }
    var best: (length: Int, fit: Fit, isPeople: Bool, things: Set<Int>)?
    for entry in entries[Self.bucket(words[index].letters)] ?? [] {
      guard let fit = fit(entry, words, at: index) else { continue }
      if let known = best, (known.length, known.fit) == (entry.words.count, fit) {
        best = (known.length, fit, known.isPeople && entry.isPeople, known.things.union([entry.thing]))
      } else if best.map({ ($0.length, $0.fit) < (entry.words.count, fit) }) ?? true {
        best = (entry.words.count, fit, entry.isPeople, [entry.thing])
      }
    }
    return best.map {
      Mention(
        words: index..<index + $0.length, things: $0.things, isName: $0.fit == .exact && !$0.isPeople,
        isPeople: $0.isPeople)
    }
  }

  private func fit(_ entry: Entry, _ words: [NameText.Word], at index: Int) -> Fit? {
    guard index + entry.words.count <= words.count else { return nil }
    var worst = Fit.exact
    for (offset, form) in entry.words.enumerated() {
      let word = words[index + offset]
      if entry.isUpper, !word.isUpper, word.letters.count > 1 { return nil }
      if word.letters == form { continue }
      if entry.isBeginning {
        guard offset == entry.words.count - 1, word.letters.starts(with: form) else { return nil }
        worst = .beginning
        continue
      }
      guard inflects, !entry.isUpper, Self.isInflected(word.letters, of: form) else { return nil }
      worst = min(worst, .inflected)
    }
    return worst
  }

  /// Whether a word is a form with another ending: a few letters are added, or the last are others.
  private static func isInflected(_ word: [Unicode.Scalar], of form: [Unicode.Scalar]) -> Bool {
    guard form.count >= 3 else { return false }
    if word.starts(with: form) { return word.count <= form.count + 4 }
    return form.count > 4 && word.starts(with: form.dropLast(form.count > 6 ? 2 : 1)) && word.count <= form.count + 1
  }
}
