internal import Linguistics

/// The words of one text, numbered from 0 in the order of their first appearance.
///
/// Two spellings with one folding key ("L’Arménie", "arménie") are one word. Words written in different runs of bytes are
/// looked up by their bytes, so that each spelling is folded once.
struct Vocabulary {
  enum Kind: UInt8 { case letters, number, sign, anchor }

  /// The folding key of each word.
  private(set) var keys: [String] = []
  private(set) var kinds: [Kind] = []
  /// How often each word occurs.
  var counts: [Int32] = []
  /// How much each word speaks, 1 for a plain word.
  private(set) var weights: [Float] = []
  private var numberOfKey: [String: Int32] = [:]
  /// Numbers of spellings, and the word that each is.
  private var spellings = SpellingNumbers()
  private var wordOfSpelling: [Int32] = []

  /// Letters of a word that count: inflections mostly lie behind them.
  let stemLength: Int

  init(stemLength: Int) { self.stemLength = stemLength }

  var count: Int { keys.count }

  /// The number of the word with this key.
  mutating func number(key: String, kind: Kind, weight: Float = 1) -> Int32 {
    if let known = numberOfKey[key] { return known }
    let number = Int32(keys.count)
    numberOfKey[key] = number
    keys.append(key)
    kinds.append(kind)
    counts.append(0)
    weights.append(weight)
    return number
  }

  /// The number of the word spelt like this, in UTF-8. Spellings of different kinds have no characters in common.
  mutating func number(spelling: UnsafeBufferPointer<UInt8>, kind: Kind) -> Int32 {
    let known = spellings.number(of: spelling)
    if known < wordOfSpelling.count { return wordOfSpelling[known] }
    let number = number(key: key(String(decoding: spelling, as: UTF8.self), kind), kind: kind)
    wordOfSpelling.append(number)
    return number
  }

  /// The word with this key, if the text has it.
  func find(_ key: String) -> Int32? { numberOfKey[key] }

  private func key(_ spelling: String, _ kind: Kind) -> String {
    switch kind {
    case .letters: String(Folding.key(spelling).prefix(stemLength))
    case .number, .anchor: spelling
    case .sign: Self.signs[spelling] ?? Folding.key(spelling)
    }
  }

  /// Signs that stand for each other across house styles.
  private static let signs: [String: String] = {
    var table: [String: String] = [:]
    for mark in ["«", "»", "“", "”", "„", "\"", "‹", "›", "「", "」", "『", "』"] { table[mark] = "\"" }
    for dash in ["–", "—", "―", "‒", "‐", "‑", "-", "−"] { table[dash] = "-" }
    for quote in ["’", "‘", "'", "‚", "`", "ʼ"] { table[quote] = "'" }
    for (mark, sign) in [
      ("。", "."), ("．", "."), ("։", "."), ("،", ","), ("、", ","), ("，", ","), ("；", ";"), ("：", ":"),
    ] {
      table[mark] = sign
    }
    for (mark, sign) in [("？", "?"), ("؟", "?"), ("՞", "?"), ("！", "!"), ("՜", "!"), ("…", ".")] { table[mark] = sign }
    return table
  }()
}
