/// The compiled tables of a matcher as flat memory: what the search reads for every word of a text.
///
/// SAFETY: the tables are filled once in `init` and never written again; numbers of forms, senses, steps and entries
/// only come from these same tables, so none is past an end. Whoever uses the pointers keeps the object alive.
final class TermTables: @unchecked Sendable {
  /// A spelling that the text's words may have, at the place that its hash leads to. Its place is its number.
  ///
  /// Spellings are told apart by 64 bits of hash: that a word of a text is taken for one of a million forms by chance
  /// happens once in 10^13 words.
  struct Form {
    /// 0 is free.
    let hash: UInt64
    /// The signatures of all words that it can be.
    let signature: UInt32
    /// Its first reading, and in the highest bits what may begin with it.
    let sense: UInt32

    static let free = Form(hash: 0, signature: 0, sense: 0)
    static let startsTerm: UInt32 = 0x8000_0000
    static let startsLink: UInt32 = 0x4000_0000
    /// Some reading is a preposition, article or the like.
    static let isFunction: UInt32 = 0x2000_0000

    @inline(__always) var startsTerm: Bool { sense & Self.startsTerm != 0 }
    @inline(__always) var startsLink: Bool { sense & Self.startsLink != 0 }
    @inline(__always) var mayFollowInsertion: Bool { sense & (Self.startsLink | Self.isFunction) != 0 }
    @inline(__always) var firstSense: Int { Int(sense & 0x1FFF_FFFF) }
  }

  /// One reading of a form, and where it leads from the root.
  struct Sense {
    let word: UInt32
    /// An entry that the word is by itself, or -1.
    let firstEntry: Int32
    let marks: Marks
    let flags: UInt8
    /// Whether a term begins with the word.
    let starts: Bool
    var isLast: Bool
  }

  /// What is to be known of a place on the paths before going on from there.
  struct Marks {
    /// In the upper 24 bits one for each word that leads on: most words that lead nowhere are told without looking for
    /// them. In the lower 8 bits `TermTrie`'s traits.
    let bits: UInt32

    init(signature: UInt32, traits: UInt8) { bits = signature << 8 | UInt32(traits) }

    static let none = Marks(signature: 0, traits: 0)

    @inline(__always) func has(_ trait: UInt8) -> Bool { bits & UInt32(trait) != 0 }
    @inline(__always) func mayLead(_ signature: UInt32) -> Bool { bits >> 8 & signature != 0 }
  }

  /// A place on the paths.
  struct Node {
    /// 0 is none; else 1 + the place of the step that led there, or a first word's number.
    let number: UInt32
    let firstEntry: Int32
    let marks: Marks

    static let none = Node(number: 0, firstEntry: -1, marks: .none)
  }

  /// From a node by a word to another, at the place that the hash of both leads to; from a node with few children right
  /// after the step that led to it, mostly in the same line of memory. The last step is free.
  struct Step {
    /// 0 is free.
    let parent: UInt32
    let word: UInt32
    let firstEntry: Int32
    let marks: Marks

    static let free = Step(parent: 0, word: 0, firstEntry: -1, marks: .none)
  }

  /// One way to write a link: "de la". At most three words.
  struct LinkVariant {
    /// The word that stands for the link in paths.
    let link: UInt32
    /// 1 + its place among the link's variants.
    let number: UInt8
    let count: UInt8
    let words: (UInt32, UInt32, UInt32)

    init(link: UInt32, number: UInt8, words: [UInt32]) {
      self.link = link
      self.number = number
      count = UInt8(words.count)
      func word(_ i: Int) -> UInt32 { i < words.count ? words[i] : .max }
      self.words = (word(0), word(1), word(2))
    }

    func word(_ i: Int) -> UInt32 { i == 0 ? words.0 : i == 1 ? words.1 : words.2 }
  }

  private let memoryBlock: FlatMemory
  /// The tables as bare pointers, for the time of one search.
  let view: View
  /// Bytes held.
  var memory: Int { memoryBlock.size }

  init(_ tables: TermTablesBuilder) {
    func bytes<Element>(_ array: [Element]) -> Int { FlatMemory.bytes(of: array) }
    let memory = FlatMemory(
      size: bytes(tables.forms) + bytes(tables.senses) + bytes(tables.steps) + bytes(tables.pairs)
        + bytes(tables.entries) + bytes(tables.details) + bytes(tables.shapes) + bytes(tables.links))
    view = View(
      formMask: tables.forms.count - 1, stepSize: UInt64(tables.stepSize),
      pairMask: tables.pairs.count * 64 - 1, forms: memory.copy(tables.forms), senses: memory.copy(tables.senses),
      steps: memory.copy(tables.steps), pairs: memory.copy(tables.pairs), entries: memory.copy(tables.entries),
      details: memory.copy(tables.details), shapes: memory.copy(tables.shapes),
      links: UnsafeBufferPointer(start: memory.copy(tables.links), count: tables.links.count))
    memoryBlock = memory
  }

  // MARK: Hashes

  /// The bit of a pair of first node and word, below `mask`.
  @inline(__always)
  static func pairBit(_ node: UInt32, _ word: UInt32, _ mask: Int) -> Int {
    let product = (UInt64(node) &* 0x9E37_79B9_7F4A_7C15) ^ (UInt64(word) &* 0xC2B2_AE3D_27D4_EB4F)
    return Int(truncatingIfNeeded: product >> 24) & mask
  }

  /// The number of the node that a word leads to from the root.
  @inline(__always)
  static func firstNumber(_ word: UInt32) -> UInt32 { word | 0x8000_0000 }

  /// Where a step is looked for first, 0..<size. Source: Lemire 2019, Fast random integer generation in an interval.
  @inline(__always)
  static func stepPlace(_ parent: UInt32, _ word: UInt32, _ size: UInt64) -> Int {
    let key = UInt64(parent) << 32 | UInt64(word)
    let mixed = (key ^ key >> 29) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: ((mixed >> 32) &* size) >> 32)
  }

  /// One of 24 bits for a word.
  @inline(__always)
  static func signature(_ word: UInt32) -> UInt32 { 1 << (((word &* 0x9E37_79B1) >> 16) &* 24 >> 16) }

  // MARK: Searching

  /// See `TermTables`: valid as long as they are.
  struct View {
    let formMask: Int
    /// Steps are spread below this; there are more where a row ran over.
    let stepSize: UInt64
    let pairMask: Int
    let forms: UnsafePointer<Form>
    let senses: UnsafePointer<Sense>
    let steps: UnsafePointer<Step>
    /// A bit for each first node and a word that leads on from it, by hash: most pairs of words that begin no term are
    /// told here, in memory that fits a cache.
    let pairs: UnsafePointer<UInt64>
    let entries: UnsafePointer<TermIndex.Entry>
    let details: UnsafePointer<TermIndex.Detail>
    let shapes: UnsafePointer<TermIndex.Shape>
    let links: UnsafeBufferPointer<LinkVariant>

    /// The number of the form with this hash (mixed), or -1.
    @inline(__always)
    func form(hash: UInt64) -> Int32 {
      var slot = Int(truncatingIfNeeded: hash) & formMask
      while true {
        let found = forms[slot].hash
        if found == hash { return Int32(truncatingIfNeeded: slot) }
        if found == 0 { return -1 }
        slot = (slot + 1) & formMask
      }
    }

    /// Whether a word may lead on from a first word; false is certain.
    @inline(__always)
    func mayLeadOn(_ first: UInt32, _ word: UInt32) -> Bool {
      let bit = TermTables.pairBit(first, word, pairMask)
      return pairs[bit >> 6] & (1 << UInt64(bit & 63)) != 0
    }

    /// The node that a sense leads to from the root.
    @inline(__always)
    func first(_ sense: Sense) -> Node {
      Node(number: firstNumber(sense.word), firstEntry: sense.firstEntry, marks: sense.marks)
    }

    @inline(__always)
    func firstNumber(_ word: UInt32) -> UInt32 { TermTables.firstNumber(word) }

    /// Where a word leads from a node.
    @inline(__always)
    func child(of node: Node, word: UInt32) -> Node {
      guard node.marks.mayLead(TermTables.signature(word)) else { return .none }
      var slot =
        node.marks.has(TermTrie.isNarrow)
        ? Int(truncatingIfNeeded: node.number) : TermTables.stepPlace(node.number, word, stepSize)
      while true {
        let step = steps[slot]
        if step.parent == node.number, step.word == word {
          return Node(number: UInt32(truncatingIfNeeded: slot &+ 1), firstEntry: step.firstEntry, marks: step.marks)
        }
        if step.parent == 0 { return .none }
        slot &+= 1
      }
    }

    /// Whether a form has a reading as a word.
    @inline(__always)
    func isWord(_ form: Int32, _ word: UInt32) -> Bool {
      var sense = forms[Int(form)].firstSense
      while true {
        if senses[sense].word == word { return true }
        if senses[sense].isLast { return false }
        sense += 1
      }
    }
  }
}
