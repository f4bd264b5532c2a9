internal import Rules

extension LanguageInflection {
  /// Endings that are put one after another, each vowel in harmony with the one before: "-lar-ımız-dan".
  ///
  /// The slots of the file are multiplied out once, for each vowel that a stem can end on: a word of the text is then
  /// a stem and one of these endings.
  public struct SuffixChain: Sendable {
    public let id: String
    public let why: String
    public let examples: RuleExamples
    /// Endings by the last vowel of the stem; under "" where the language knows no harmony.
    let endings: [String: Set<[UInt8]>]
    /// Final letters of a stem and what they become before a vowel: q → ğ.
    let alternations: [(from: [UInt8], to: [UInt8])]
    let longest: Int
    /// Whether the vowel before decides which endings may follow.
    private let harmonicVowels: Set<Unicode.Scalar>

    static let keys: Set<String> = [
      "id", "why", "slots", "harmony", "alternations", "examples", "counter-examples",
    ]

    init(_ node: RuleNode, _ faults: inout [RulesError]) {
      faults += node.unknownKeys(besides: Self.keys)
      id = node.requiredText("id", &faults)
      why = node.requiredText("why", &faults)
      examples = RuleExamples(node, &faults)
      var harmony: [Character: [Character: Character]] = [:]
      for (name, pairs) in node["harmony"]?.entries ?? [] {
        for (before, vowel) in pairs.entries ?? [] {
          for letter in before.text ?? "" where letter != " " {
            harmony[name.text?.first ?? " ", default: [:]][letter] = vowel.text?.first
          }
        }
      }
      var slots: [[String]] = []
      for slot in node["slots"]?.items ?? [] { slots.append(slot.texts(&faults)) }
      let combinations = slots.reduce(1) { $0 * max($1.count, 1) }
      if combinations > 20_000 {
        faults.append(
          RulesError("'\(id)' multiplies out to \(combinations) endings; 20000 are allowed", at: node.position))
        slots = []
      }
      let vowels = Set(harmony.values.flatMap(\.keys))
      harmonicVowels = Set(vowels.flatMap(\.unicodeScalars))
      var endings: [String: Set<[UInt8]>] = [:]
      for start in vowels.isEmpty ? [""] : vowels.map(String.init) {
        var chains: [(text: String, vowel: Character?)] = [("", start.first)]
        for slot in slots {
          chains = chains.flatMap { chain in slot.compactMap { Self.append($0, to: chain, harmony, vowels) } }
        }
        endings[start] = Set(chains.map { Array($0.text.utf8) }).subtracting([[]])
      }
      self.endings = endings
      longest = endings.values.flatMap { $0.map(\.count) }.max() ?? 0
      alternations = (node["alternations"]?.entries ?? []).map {
        (Array(($0.key.text ?? "").utf8), Array(($0.value.text ?? "").utf8))
      }
    }

    /// One suffix after a chain. Capital letters in it stand for the vowel that harmony asks for; a suffix that begins
    /// with a hyphen in brackets is put only after a consonant "(-C)" or a vowel "(-V)".
    private static func append(
      _ suffix: String, to chain: (text: String, vowel: Character?), _ harmony: [Character: [Character: Character]],
      _ vowels: Set<Character>
    ) -> (text: String, vowel: Character?)? {
      var text = chain.text
      var vowel = chain.vowel
      for letter in suffix {
        if let table = harmony[letter] {
          guard let before = vowel, let chosen = table[before] else { return nil }
          text.append(chosen)
          vowel = chosen
        } else {
          text.append(letter)
          if vowels.contains(letter) { vowel = letter }
        }
      }
      return (text, vowel)
    }

    /// Whether a stem may carry an ending.
    func admits(stem: ArraySlice<UInt8>, ending: ArraySlice<UInt8>) -> Bool {
      guard ending.count <= longest else { return false }
      if let plain = endings[""] { return plain.contains(Array(ending)) }
      let last = String(decoding: stem, as: UTF8.self).unicodeScalars.last { harmonicVowels.contains($0) }
      guard let last, let possible = endings[String(last)] else { return false }
      return possible.contains(Array(ending))
    }
  }
}
