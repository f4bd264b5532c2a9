internal import Linguistics
internal import Rules

/// What speaks for a name of one language that writes Latin letters and has no romanization table: it stays as it is. Rows of
/// `latin` in `glossary/names/origins.yml`.
struct LatinOrigin: Sendable {
  let language: String
  /// First names, endings and groups of letters, without accents.
  private let given: Set<String>
  private let endings: [[UInt8]]
  private let groups: [[UInt8]]
  /// Letters that no romanization has.
  private let letters: Set<Unicode.Scalar>

  init(_ node: RuleNode, _ faults: inout [RulesError]) {
    faults += node.unknownKeys(
      besides: ["id", "language", "why", "examples", "given", "endings", "groups", "letters"])
    for key in ["id", "why"] { _ = node.requiredText(key, &faults) }
    language = node.requiredText("language", &faults)
    func words(_ key: String) -> [Substring] { (node[key]?.text ?? "").split(separator: " ") }
    given = Set(words("given").map { Folding.key(String($0)) })
    endings = words("endings").map { Array(Folding.key(String($0)).utf8) }
    groups = words("groups").map { Array($0.utf8) }
    letters = Set((node["letters"]?.text ?? "").unicodeScalars)
  }

  /// How much a word speaks for the language, as a logarithm.
  /// - Parameters:
  ///   - word: case folded.
  ///   - key: folded, without accents.
  ///   - isFirst: whether it is the first of several words.
  func evidence(_ word: String, _ key: String, isFirst: Bool) -> Double {
    if isFirst, given.contains(key) { return Self.firstName }
    if !letters.isEmpty, word.unicodeScalars.contains(where: letters.contains) { return Self.ownLetter }
    let bytes = Array(key.utf8)
    let longest = endings.reduce(0) { bytes.count > $1.count + 1 && bytes.ends(with: $1) ? max($0, $1.count) : $0 }
    let hits = groups.reduce(0) { $0 + (bytes.contains($1) ? 1 : 0) }
    return min(Self.most, Double(min(longest, 4)) * Self.ofEnding + Double(min(hits, 2)) * Self.ofGroup)
  }

  private static let firstName = 3.5
  private static let ownLetter = 4.0
  private static let ofEnding = 0.45
  private static let ofGroup = 0.6
  private static let most = 2.4
}

extension [UInt8] {
  fileprivate func ends(with ending: [UInt8]) -> Bool { suffix(ending.count).elementsEqual(ending) }

  fileprivate func contains(_ group: [UInt8]) -> Bool {
    guard count >= group.count, let first = group.first else { return false }
    return indices.prefix(count - group.count + 1).contains { start in
      self[start] == first && self[start..<(start + group.count)].elementsEqual(group)
    }
  }
}
