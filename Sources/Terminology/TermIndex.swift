internal import Bitext

/// The terms of one language, compiled: forms of words, paths of words, and what ends at each path.
struct TermIndex: Sendable {
  /// A term of the glossary.
  struct Entry {
    let concept: Int32
    let term: Int32
    /// Where its words' shapes begin in `shapes`.
    let shape: Int32
    let wordCount: Int16
    /// 0 for kind term, 1 for names.
    let layer: UInt8
    let status: UInt8
    /// Which variants of links the glossary writes, as `TermSearch.Trail` counts them.
    let variants: UInt64
  }

  /// What the glossary's spelling asks of the text at one word.
  struct Shape {
    /// What stands before the word in the glossary.
    let gap: Gap
    let need: Need
    let startsUpper: Bool
  }

  enum Need: UInt8 {
    /// Capitals are free.
    case free
    /// A name: begins with a capital.
    case capital
    /// In capitals throughout, but for an ending.
    case acronym
  }

  let language: LanguageInflection
  let letters: LetterTable
  var forms: FormTable
  var trie: TermTrie
  /// The child of the root by word, 0 where no term begins with it.
  var firstNodes: [UInt32] = []
  var entries: [Entry] = []
  var shapes: [Shape] = []
  /// Words that stand for a link, and the variants of each as word numbers.
  var links: [(word: UInt32, variants: [[UInt32]])] = []
  /// Whether some term holds marks other than hyphens, apostrophes and full stops.
  var hasOddGaps = false

  /// Bytes held, without the glossary.
  var memory: Int {
    forms.memory + trie.memory + firstNodes.count * 4 + entries.count * 24 + shapes.count * 3
  }

  /// Order among readings: more words, then closer to the glossary's spelling, then the better status, then its order.
  func isBetter(_ a: TermHit, _ b: TermHit) -> Bool {
    if a.tokens.count != b.tokens.count { return a.tokens.count > b.tokens.count }
    if a.tokens.lowerBound != b.tokens.lowerBound { return a.tokens.lowerBound < b.tokens.lowerBound }
    if a.penalty != b.penalty { return a.penalty < b.penalty }
    let (one, other) = (entries[a.entry].status, entries[b.entry].status)
    return one != other ? one < other : a.entry < b.entry
  }
}
