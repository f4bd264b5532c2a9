internal import Rules

extension LanguageInflection {
  /// Endings that are put one after another, each vowel in harmony with the one before: "-lar-ımız-dan".
  ///
  /// An ending is followed through the slots of the file; they are never multiplied out, which would take longer than to
  /// read all other rules.
  package struct SuffixChain: Sendable {
    package let id: String
    package let why: String
    package let examples: RuleExamples
    private let slots: [[[Unicode.Scalar]]]
    /// For each capital letter of the slots which vowel it is after which; empty where the language knows no harmony.
    private let harmony: [Unicode.Scalar: [Unicode.Scalar: Unicode.Scalar]]
    /// Final letters of a stem and what they become before a vowel: q → ğ.
    let alternations: [(from: [UInt8], to: [UInt8])]
    /// No ending has more letters.
    private let longest: Int
    /// Whether the vowel before decides which endings may follow.
    private let vowels: Set<Unicode.Scalar>

    static let keys: Set<String> = [
      "id", "why", "slots", "harmony", "alternations", "examples", "counter-examples",
    ]

    init(_ node: RuleNode, _ faults: inout [RulesError]) {
      faults += node.unknownKeys(besides: Self.keys)
      id = node.requiredText("id", &faults)
      why = node.requiredText("why", &faults)
      examples = RuleExamples(node, &faults)
      var harmony: [Unicode.Scalar: [Unicode.Scalar: Unicode.Scalar]] = [:]
      for (name, pairs) in node["harmony"]?.entries ?? [] {
        for (before, vowel) in pairs.entries ?? [] {
          for letter in (before.text ?? "").unicodeScalars where letter != " " {
            harmony[name.text?.unicodeScalars.first ?? " ", default: [:]][letter] = vowel.text?.unicodeScalars.first
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
      self.harmony = harmony
      vowels = Set(harmony.values.flatMap(\.keys))
      self.slots = slots.map { $0.map { Array($0.unicodeScalars) } }
      longest = self.slots.reduce(0) { $0 + ($1.map(\.count).max() ?? 0) }
      alternations = (node["alternations"]?.entries ?? []).map {
        (Array(($0.key.text ?? "").utf8), Array(($0.value.text ?? "").utf8))
      }
    }

    /// Whether a stem may carry an ending.
    func admits(stem: ArraySlice<UInt8>, ending: ArraySlice<UInt8>) -> Bool {
      guard !ending.isEmpty, ending.count <= longest * 4 else { return false }
      let letters = Array(String(decoding: ending, as: UTF8.self).unicodeScalars)
      guard letters.count <= longest else { return false }
      if vowels.isEmpty { return leads(letters[...], slot: 0, after: nil) }
      let last = String(decoding: stem, as: UTF8.self).unicodeScalars.last { vowels.contains($0) }
      guard let last else { return false }
      return leads(letters[...], slot: 0, after: last)
    }

    /// Whether what is left of an ending is one suffix of each slot from `slot` on, after a vowel.
    private func leads(_ rest: ArraySlice<Unicode.Scalar>, slot: Int, after vowel: Unicode.Scalar?) -> Bool {
      guard slot < slots.count else { return rest.isEmpty }
      return slots[slot].contains { suffix in
        guard suffix.count <= rest.count else { return false }
        var last = vowel
        for (letter, written) in zip(suffix, rest) {
          if let table = harmony[letter] {
            // A capital letter stands for the vowel that harmony asks for.
            guard let before = last, let chosen = table[before], chosen == written else { return false }
            last = chosen
          } else {
            guard letter == written else { return false }
            if vowels.contains(letter) { last = letter }
          }
        }
        return leads(rest.dropFirst(suffix.count), slot: slot + 1, after: last)
      }
    }
  }
}
