internal import Bitext

/// The phrases of some sentences that have the shape of a term, and how often each occurs.
struct PhraseCount {
  struct Phrase {
    /// By spelling.
    private var spellings: [String: Int] = [:]
    /// The same at the head of a sentence, where a capital says nothing.
    private var heads: [String: Int] = [:]
    private(set) var count = 0
    private(set) var words = 0
    /// Numbers of sentences, rising, each once.
    private(set) var sentences: [Int] = []
    /// UTF-8 bytes where it stands in the first of them.
    private(set) var places: [Range<Int>] = []

    /// The commonest spelling; of equals the first in the alphabet. One that is only met at the head of sentences begins with a
    /// small letter, but for acronyms.
    var spelling: String {
      func commonest(_ counts: [String: Int]) -> String? {
        counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
      }
      if let inside = commonest(spellings) { return inside }
      let head = commonest(heads) ?? ""
      let first = head.prefix { !$0.isWhitespace }
      guard first.dropFirst().allSatisfy({ !$0.isUppercase }) else { return head }
      return head.prefix(1).lowercased() + head.dropFirst()
    }

    mutating func add(_ spelling: String, at bytes: Range<Int>, words: Int, sentence: Int, isHead: Bool) {
      if isHead { heads[spelling, default: 0] += 1 } else { spellings[spelling, default: 0] += 1 }
      count += 1
      self.words = words
      guard sentences.last != sentence else { return }
      sentences.append(sentence)
      if places.count < TermExtraction.mostContexts { places.append(bytes) }
    }
  }

  /// By folded spelling.
  private(set) var phrases: [String: Phrase] = [:]
  /// Words of the text.
  private(set) var words = 0
  private let patterns: ExtractionPatterns
  private let longest: Int
  private let letters = LetterTable()

  /// - Parameter longest: in words with meaning.
  init(_ sentences: [String], _ patterns: ExtractionPatterns, longest: Int) {
    self.patterns = patterns
    self.longest = longest
    for (number, sentence) in sentences.enumerated() { count(sentence, number) }
  }

  private struct Word {
    let text: String
    let bytes: Range<Int>
    let isContent: Bool
    let isLink: Bool
    /// Whether only white space, a hyphen or an apostrophe parts it from the word before.
    let isJoined: Bool
  }

  private mutating func count(_ sentence: String, _ number: Int) {
    let bytes = Array(sentence.utf8)
    let tokens = TokenScan.words(of: sentence, letters: letters, isTurkic: false)
    words += tokens.count
    let read = tokens.map { token, folded in
      let text = String(decoding: folded, as: UTF8.self)
      return Word(
        text: text, bytes: token.start..<token.end, isContent: patterns.isContent(text),
        isLink: patterns.links.contains(text), isJoined: token.gap.isSpaceLike || token.gap == .apostrophe)
    }
    for first in read.indices where read[first].isContent && !patterns.notFirst.contains(read[first].text) {
      // A hyphen ties a word to the one before: no phrase begins inside a compound.
      if first > 0, tokens[first].token.gap == .hyphen { continue }
      var contents = 0
      var key = ""
      var next = first
      while next < read.count, next == first || read[next].isJoined {
        let word = read[next]
        guard word.isContent || (word.isLink && next > first) else { break }
        key += (key.isEmpty ? "" : " ") + (word.isContent ? patterns.folded(word.text) : "+")
        contents += word.isContent ? 1 : 0
        if contents > longest { break }
        let isTied = next + 1 < read.count && tokens[next + 1].token.gap == .hyphen
        if word.isContent, !isTied, !patterns.notLast.contains(word.text) {
          let place = read[first].bytes.lowerBound..<word.bytes.upperBound
          phrases[key, default: .init()].add(
            String(decoding: bytes[place], as: UTF8.self), at: place, words: contents, sentence: number,
            isHead: first == 0)
        }
        next += 1
      }
    }
  }

  /// The C-value of each phrase that occurs often enough: see `TermExtraction`.
  func values(minimum: Int) -> [String: Double] {
    let common = phrases.filter { $0.value.count >= minimum }
    // What longer phrases say of those inside them: sum of their counts, and how many there are.
    var outer: [String: (sum: Int, kinds: Int)] = [:]
    for (key, phrase) in common where phrase.words > 1 {
      let parts = key.split(separator: " ").map(String.init)
      for start in parts.indices where parts[start] != "+" {
        for end in start..<parts.count where parts[end] != "+" && end - start + 1 < parts.count {
          let inner = parts[start...end].joined(separator: " ")
          guard common[inner] != nil else { continue }
          outer[inner, default: (0, 0)].sum += phrase.count
          outer[inner, default: (0, 0)].kinds += 1
        }
      }
    }
    return common.reduce(into: [:]) { values, item in
      let (key, phrase) = item
      var frequency = Double(phrase.count)
      if let (sum, kinds) = outer[key] { frequency -= Double(sum) / Double(kinds) }
      let length = phrase.words > 1 ? Double(phrase.words) : 1.05
      values[key] = Logarithm.base2(length) * max(frequency, 0)
    }
  }
}

/// Which phrases of the target go with the units that hold a phrase of the source.
struct PhraseTranslations {
  private let targets: PhraseCount
  /// Keys of the target's phrases by unit.
  private var keys: [[String]]

  init(_ sentences: [String], _ patterns: ExtractionPatterns, longest: Int) {
    targets = PhraseCount(sentences, patterns, longest: longest)
    keys = [[String]](repeating: [], count: sentences.count)
    for (key, phrase) in targets.phrases {
      for sentence in phrase.sentences { keys[sentence].append(key) }
    }
  }

  /// A phrase below this Dice coefficient is no translation: by reading, most of those that came first with less were wrong
  /// (27 of 31 among 400), most above were right.
  private static let leastScore = 0.35
  /// What each word of difference in length takes off when phrases are compared: "child" is in more units than "child
  /// process", and so agrees better with "processus enfant", of which it is only half.
  private static let lengthCost = 0.12

  /// The phrases with the highest Dice coefficient, less a little where one has more words than the other; of equals the
  /// longer one, then the first in the alphabet.
  /// - Parameter words: how many words with meaning the source's phrase has.
  func best(for units: [Int], words: Int, count: Int) -> [TermCandidate.Translation] {
    var together: [String: Int] = [:]
    for unit in units where keys.indices.contains(unit) {
      for key in keys[unit] { together[key, default: 0] += 1 }
    }
    let scored = together.filter { $0.value > 1 || units.count < 2 }.map { key, both in
      let there = targets.phrases[key]?.sentences.count ?? 0
      let length = targets.phrases[key]?.words ?? 0
      let score = 2 * Double(both) / Double(units.count + there)
      return (key: key, score: score, rank: score * (1 - Self.lengthCost * Double(min(3, abs(length - words)))), length)
    }
    let best = scored.filter { $0.score >= Self.leastScore }
      .sorted { ($1.rank, $1.3, $0.key) < ($0.rank, $0.3, $1.key) }.prefix(count)
    return best.map { .init(text: targets.phrases[$0.key]?.spelling ?? "", score: $0.score) }
  }
}
