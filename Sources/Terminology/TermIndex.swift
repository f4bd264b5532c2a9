internal import Bitext

/// The terms of one language, compiled: forms of words, paths of words, and what ends at each path.
struct TermIndex: Sendable {
  /// A term of the glossary.
  struct Entry {
    /// What it asks of its first word.
    var first: Shape
    /// Where its words' shapes begin among all shapes.
    let shape: Int32
    /// The next entry that ends at the same node, or -1.
    let next: Int32
    /// Which variants of links the glossary writes, as `TermSearch.Trail` counts them.
    let variants: UInt32
    let wordCount: UInt8
    /// 0 for kind term, 1 for names.
    let layer: UInt8
    let status: UInt8
  }

  /// Which term of the glossary an entry is.
  struct Origin {
    let concept: Int32
    let term: Int32
  }

  /// What the glossary's spelling asks of the text at one word.
  struct Shape {
    /// What stands before the word in the glossary.
    let gap: Gap
    let need: Need
    let startsUpper: Bool
    /// In letters.
    let length: UInt8
    /// Number of the glossary's own spelling: any other form of the word is inflected.
    var form: Int32
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
  let tables: TermTables
  /// By number of the entry.
  let origins: [Origin]
  /// Marks other than hyphens, apostrophes and full stops inside terms ("AT&T"), by number of the shape after them.
  let oddGaps: [Int32: [UInt8]]

  /// Bytes held, without the glossary.
  var memory: Int { tables.memory + origins.count * MemoryLayout<Origin>.stride }
}
