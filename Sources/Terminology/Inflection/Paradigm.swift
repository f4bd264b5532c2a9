internal import Rules

/// Endings that the forms of one word share: "-al, -ale, -aux, -ales".
///
/// A word belongs to the paradigm if it ends in one of the endings and what is left of it meets the conditions. All its
/// forms are then that rest with each ending.
package struct Paradigm: Sendable {
  /// What a word does in its term: that decides which paradigms it may follow.
  package enum Role: String, Sendable, CaseIterable {
    /// The word that carries the term's number: the first noun in French, the last in English.
    case head
    /// Any other word with meaning.
    case modifier
    /// A word of a name.
    case name
    /// A verb, where the glossary says so.
    case verb
    /// A word in capitals throughout.
    case acronym
  }

  package let id: String
  package let why: String
  package let roles: Set<Role>
  /// Lower case, composed; the empty ending among them where there is one.
  var endings: [[UInt8]]
  /// The rest must end in one of these, where any is given.
  var after: [[UInt8]]
  var notAfter: [[UInt8]]
  /// Words that look as if they belonged here.
  var except: Set<[UInt8]>
  /// In letters.
  let shortestStem: Int
  package let examples: RuleExamples

  static let keys: Set<String> = [
    "id", "why", "roles", "endings", "after", "not-after", "except", "shortest-stem", "examples", "counter-examples",
  ]

  init(_ node: RuleNode, _ faults: inout [RulesError]) {
    faults += node.unknownKeys(besides: Self.keys)
    id = node.requiredText("id", &faults)
    why = node.requiredText("why", &faults)
    func spellings(_ key: String) -> [[UInt8]] { (node[key]?.texts(&faults) ?? []).map { Array($0.utf8) } }
    var roles: Set<Role> = []
    for item in node["roles"]?.items ?? [] {
      if let role = item.text.flatMap(Role.init) {
        roles.insert(role)
      } else {
        let known = Role.allCases.map(\.rawValue).joined(separator: ", ")
        faults.append(RulesError("unknown role; known are \(known)", at: item.position))
      }
    }
    self.roles = roles.isEmpty ? [.head, .modifier] : roles
    endings = spellings("endings")
    if endings.count < 2 {
      faults.append(RulesError("'\(id)' has fewer than two endings; give every form", at: node.position))
    }
    after = spellings("after")
    notAfter = spellings("not-after")
    except = Set(spellings("except"))
    shortestStem = node["shortest-stem"]?.text.flatMap(Int.init) ?? 2
    examples = RuleExamples(node, &faults)
  }

  /// Whether a word with this ending can follow the paradigm.
  func admits(stem: ArraySlice<UInt8>, of word: [UInt8]) -> Bool {
    // UTF-8: bytes that begin a letter.
    var letters = 0
    for byte in stem where byte & 0xC0 != 0x80 { letters += 1 }
    guard letters >= shortestStem else { return false }
    if !after.isEmpty, !after.contains(where: { stem.ends(with: $0) }) { return false }
    if notAfter.contains(where: { stem.ends(with: $0) }) { return false }
    return except.isEmpty || !except.contains(word)
  }
}

/// What an entry of a rule file must and must not do: "couloir > couloirs".
package struct RuleExamples: Sendable {
  /// A glossary term and a text it is found in (or, in `counter`, not found in).
  package struct Pair: Sendable {
    package let term: String
    package let text: String
  }

  private let positiveTexts: [String]
  private let counterTexts: [String]

  /// Taken apart when asked for: only tests and reports want them, and a look-up reads its rules in a few milliseconds.
  package var positive: [Pair] { positiveTexts.compactMap(Self.pair) }
  package var counter: [Pair] { counterTexts.compactMap(Self.pair) }

  init(_ node: RuleNode, _ faults: inout [RulesError]) {
    positiveTexts = Self.texts(node["examples"], &faults)
    counterTexts = Self.texts(node["counter-examples"], &faults)
    if positiveTexts.isEmpty {
      faults.append(RulesError("an entry needs an example: 'term > text'; add one", at: node.position))
    }
  }

  private static func texts(_ node: RuleNode?, _ faults: inout [RulesError]) -> [String] {
    (node?.items ?? []).compactMap { item in
      let text = item.text ?? ""
      if let mark = text.utf8.firstIndex(of: UInt8(ascii: ">")), mark > text.startIndex,
        text.utf8.index(after: mark) < text.endIndex
      {
        return text
      }
      faults.append(RulesError("write an example as 'term > text'", at: item.position))
      return nil
    }
  }

  private static func pair(_ text: String) -> Pair? {
    let parts = text.split(separator: ">", maxSplits: 1)
    return parts.count == 2 ? Pair(term: trimmed(parts[0]), text: trimmed(parts[1])) : nil
  }

  private static func trimmed(_ text: Substring) -> String {
    String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}

extension Collection where Element == UInt8, Self: BidirectionalCollection {
  func ends(with ending: [UInt8]) -> Bool {
    guard count >= ending.count else { return false }
    return suffix(ending.count).elementsEqual(ending)
  }
}
