internal import Bitext

/// The terms of one language, compiled: forms of words, paths of words, and what ends at each path.
final class TermIndex: Sendable {
  /// A term of the glossary: what its spelling asks of the text, put so that the usual case is told by comparing numbers.
  struct Entry {
    /// Its words' forms in one number, as `PathSpelling` counts them.
    private(set) var forms: UInt32 = 0
    /// What stands between its words, and its links.
    private(set) var joints: UInt32 = 0
    /// The next entry that ends at the same node, or -1.
    let next: Int32
    /// Which term of the glossary it is: numbers of the concept, and of the term in the concept.
    let concept: Int32
    let term: Int32
    /// Of the term's own bytes.
    let bytes: UInt32
    /// Words that begin with a capital, and those of a name that need it.
    private(set) var capitals: UInt16 = 0
    private(set) var needed: UInt16 = 0
    let wordCount: UInt8
    /// 0 for kind term, 1 for names.
    let layer: UInt8
    let status: UInt8
    /// Whether it has to be compared word by word: acronyms, odd marks, very long terms.
    private(set) var isOdd: Bool

    /// - Parameter hasEdges: whether marks belong to it before or after its words.
    init(
      next: Int32, concept: Int, term: Int, bytes: UInt32, wordCount: Int, layer: UInt8, status: UInt8, hasEdges: Bool
    ) {
      isOdd = hasEdges
      self.next = next
      self.concept = Int32(concept)
      self.term = Int32(term)
      self.bytes = bytes
      self.wordCount = UInt8(wordCount)
      self.layer = layer
      self.status = status
    }

    /// Takes in what its words ask.
    mutating func spell(_ shapes: ArraySlice<Shape>, variants: UInt32) {
      guard shapes.count <= PathSpelling.mostWords else {
        isOdd = true
        return
      }
      var spelling = PathSpelling()
      for (i, shape) in zip(0..., shapes) {
        spelling.add(form: shape.form, startsUpper: shape.startsUpper, gap: i == 0 ? .space : shape.gap)
        needed = needed << 1 | (shape.need == .capital ? 1 : 0)
        if shape.need == .acronym || shape.need == .small || (i > 0 && shape.gap == .other) { isOdd = true }
      }
      (forms, capitals) = (spelling.forms, UInt16(truncatingIfNeeded: spelling.capitals))
      joints = spelling.joints(variants)
    }
  }

  /// What is asked of an entry only where the text is not quite its spelling.
  struct Detail {
    /// Where its words' shapes begin among all shapes.
    let shape: Int32
    /// Which variants of links the glossary writes, as `TermSearch.Trail` counts them.
    let variants: UInt32
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
    /// Begins with a small letter, unless a sentence begins with it.
    case small
  }

  let language: LanguageInflection
  let letters: LetterTable
  let tables: TermTables
  /// Terms that can be found.
  let termCount: Int
  let insertions: InsertionFilter
  let neighbours: HyphenNeighbours
  /// Marks other than hyphens, apostrophes and full stops inside terms ("AT&T"), by number of the shape after them.
  let oddGaps: [Int32: [UInt8]]
  /// Marks that belong to a term before its first word or after its last ("C++", ".NET"), by number of the entry.
  let edges: [Int32: TermEdges]

  init(
    language: LanguageInflection, letters: LetterTable, tables: TermTables, termCount: Int,
    insertions: InsertionFilter, oddGaps: [Int32: [UInt8]], edges: [Int32: TermEdges]
  ) {
    self.language = language
    self.letters = letters
    self.tables = tables
    self.termCount = termCount
    self.insertions = insertions
    neighbours = HyphenNeighbours(language)
    self.oddGaps = oddGaps
    self.edges = edges
  }

  /// Bytes held, without the glossary.
  var memory: Int { tables.memory }
}

/// How the words along a path are spelt, in three numbers that are the same where the spellings are.
struct PathSpelling {
  /// Longer paths do not fit.
  static let mostWords = 10

  /// A hash of the words' forms in order.
  private(set) var forms: UInt32 = 0
  /// A bit a word, the last word lowest: whether it begins with a capital.
  private(set) var capitals: UInt32 = 0
  /// Three bits a word: what stands before it; 0 is a space, as for the first word.
  private var gaps: UInt32 = 0

  /// What stands between the words and the variants of links, in one number.
  @inline(__always)
  func joints(_ variants: UInt32) -> UInt32 { gaps ^ (variants &* 0x85EB_CA6B) }

  @inline(__always)
  mutating func add(form: Int32, startsUpper: Bool, gap: Gap) {
    forms = (forms ^ UInt32(bitPattern: form)) &* 0x9E37_79B1
    capitals = capitals << 1 | (startsUpper ? 1 : 0)
    gaps = gaps << 3 | UInt32(gap.number)
  }
}
