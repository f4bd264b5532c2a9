/// The compiled tables of a matcher as flat memory: what the search reads for every word of a text.
///
/// SAFETY: the tables are filled once in `init` and never written again; numbers of forms, senses, steps and entries
/// only come from these same tables, so none is past an end. Whoever uses the pointers keeps the object alive.
final class TermTables: @unchecked Sendable {
  /// A spelling that the text's words may have, at the place that its hash leads to. Its place is its number; 0 is none.
  ///
  /// Spellings are told apart by 64 bits of hash: that a word of a text is taken for one of a million forms by chance
  /// happens once in 10^13 words.
  struct Form {
    /// 0 is free.
    let hash: UInt64
    /// In the upper 24 bits the signatures of all words that it can be inside a term, in the lower 8 what it can do.
    let marks: UInt32
    /// Where its readings at the head of a term begin, in `View.starts`.
    let start: UInt32
    /// Its first readings inside a term, mostly all of them; `Reading.none` follows the last.
    let readings: (Reading, Reading, Reading)
    /// Where the further ones begin, in `View.readings`; 0 where there are none.
    let more: UInt32

    static let free = Form(hash: 0, marks: 0, start: 0, readings: (.none, .none, .none), more: 0)
    static let startsTerm: UInt32 = 1
    /// Some reading is a preposition, article or the like, or a link.
    static let mayFollowInsertion: UInt32 = 2
    /// Which group of links it may begin, above the traits; 0 is none.
    static let groupShift: UInt32 = 2
    /// The group of all links, where there are more groups than numbers.
    static let everyLink = 63

    @inline(__always) var startsTerm: Bool { marks & Self.startsTerm != 0 }
    @inline(__always) var mayFollowInsertion: Bool { marks & Self.mayFollowInsertion != 0 }
    @inline(__always) var linkGroup: Int { Int(marks >> Self.groupShift & 63) }
  }

  /// A word that a form can be inside a term: its number in the lower 26 bits, the flags of `FormTable.Sense` above.
  struct Reading {
    let bits: UInt32

    init(word: UInt32, flags: UInt8) { bits = word | UInt32(flags) << 26 }
    private init(bits: UInt32) { self.bits = bits }

    static let none = Reading(bits: .max)

    @inline(__always) var isNone: Bool { bits == .max }
    @inline(__always) var word: UInt32 { bits & 0x3FF_FFFF }
    @inline(__always) var flags: UInt8 { UInt8(truncatingIfNeeded: bits >> 26) }
  }

  /// A place on the paths of terms and the word that leads there: from the root, as a reading of a form, or from another
  /// place, as a step. Packed into 16 bytes, four to a line of memory.
  struct Node {
    /// The word's number in the lower 26 bits, a reading's flags above.
    private let wordAndFlags: UInt32
    /// The entry that ends here, or -1.
    let firstEntry: Int32
    let marks: Marks
    /// Of the steps that lead on from here, and above it whether this is the last of its own row.
    private var rowAndLast: UInt32

    init(word: UInt32, flags: UInt8 = 0, firstEntry: Int32, marks: Marks, row: Row, isLast: Bool = false) {
      wordAndFlags = word | UInt32(flags) << 26
      self.firstEntry = firstEntry
      self.marks = marks
      rowAndLast = row.bits | (isLast ? 0x8000_0000 : 0)
    }

    /// Where no step is.
    static let free = Node(word: 0x3FF_FFFF, flags: 0x3F, firstEntry: -1, marks: .none, row: .none)

    @inline(__always) var word: UInt32 { wordAndFlags & 0x3FF_FFFF }
    @inline(__always) var flags: UInt8 { UInt8(truncatingIfNeeded: wordAndFlags >> 26) }
    @inline(__always) var isFree: Bool { wordAndFlags == .max }
    @inline(__always) var row: Row { Row(bits: rowAndLast & 0x7FFF_FFFF) }
    var isLast: Bool {
      @inline(__always) get { rowAndLast & 0x8000_0000 != 0 }
      set { rowAndLast = rowAndLast & 0x7FFF_FFFF | (newValue ? 0x8000_0000 : 0) }
    }

    @inline(__always)
    func leads(by word: UInt32) -> Bool { wordAndFlags == word }
  }

  /// Where the steps from one node lie: a few one after another, the last of them marked; or many, each at the place that
  /// its word's hash leads to, or the next free one.
  struct Row: Equatable {
    /// In the lower 26 bits where it begins, enough for twenty million terms; above, for many, the binary logarithm of the places of the hash.
    let bits: UInt32

    static let none = Row(bits: 0)
    /// More steps than these are spread.
    static let few = 4

    init(bits: UInt32) { self.bits = bits }
    init(start: Int, logarithm: Int) { bits = UInt32(start) | UInt32(logarithm) << 26 }

    @inline(__always) var start: Int { Int(bits & 0x3FF_FFFF) }
    @inline(__always) var isSpread: Bool { bits >> 26 != 0 }

    /// Where a word is looked for first.
    @inline(__always)
    func place(_ word: UInt32) -> Int {
      // As many of the hash's upper bits as the logarithm says.
      start + Int(truncatingIfNeeded: (UInt64(word &* 0x9E37_79B1) &<< UInt64(bits >> 26)) &>> 32)
    }
  }

  /// What is to be known of a place on the paths before going on from there.
  struct Marks {
    /// In the upper 24 bits one for each word that leads on: most words that lead nowhere are told without looking for
    /// them. In the lower 8 bits `TermTrie`'s traits.
    let bits: UInt32

    init(signature: UInt32, traits: UInt8) { bits = signature | UInt32(traits) }

    static let none = Marks(signature: 0, traits: 0)

    @inline(__always) func has(_ trait: UInt8) -> Bool { bits & UInt32(trait) != 0 }
    /// - Parameter signatures: in the upper 24 bits; the rest does not count.
    @inline(__always) func mayLead(_ signatures: UInt32) -> Bool { bits & signatures >= 0x100 }
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

    @inline(__always) func word(_ i: Int) -> UInt32 { i == 0 ? words.0 : i == 1 ? words.1 : words.2 }
  }

  /// Where the variants of links lie that begin with one word.
  struct LinkGroup {
    let start: UInt32
    /// Excluded.
    let end: UInt32
  }

  private let memoryBlock: FlatMemory
  /// How many elements each array has.
  let counts: TermTableCounts
  /// The tables as bare pointers, for the time of one search.
  let view: View
  /// Bytes held.
  var memory: Int { memoryBlock.size }

  init(_ tables: TermTablesBuilder) {
    func bytes<Element>(_ array: [Element]) -> Int { FlatMemory.bytes(of: array) }
    counts = TermTableCounts(tables)
    let memory = FlatMemory(
      size: bytes(tables.forms) + bytes(tables.starts) + bytes(tables.readings) + bytes(tables.steps)
        + bytes(tables.pairs)
        + bytes(tables.entries) + bytes(tables.details) + bytes(tables.shapes) + bytes(tables.links)
        + bytes(tables.linkGroups))
    view = View(
      formSize: UInt64(tables.formSize), pairMask: tables.pairs.count * 64 - 1, forms: memory.copy(tables.forms),
      starts: memory.copy(tables.starts), readings: memory.copy(tables.readings),
      steps: memory.copy(tables.steps), pairs: memory.copy(tables.pairs), entries: memory.copy(tables.entries),
      details: memory.copy(tables.details), shapes: memory.copy(tables.shapes),
      links: memory.copy(tables.links), linkGroups: memory.copy(tables.linkGroups))
    memoryBlock = memory
  }

  /// Reads what `bytes` gave.
  /// - Parameter glossary: the one that the bytes were made of.
  /// - Returns: nil where the bytes do not fit the counts, or a number leads out of the tables.
  init?(_ bytes: UnsafeRawBufferPointer, _ counts: TermTableCounts, _ glossary: Glossary) {
    let memory = FlatMemory(copying: bytes)
    guard counts.formSize > 0, counts.forms > counts.formSize, counts.pairs > 0,
      counts.pairs & (counts.pairs - 1) == 0,
      let forms = memory.array(of: counts.forms, Form.self), let starts = memory.array(of: counts.starts, Node.self),
      let readings = memory.array(of: counts.readings, Reading.self),
      let steps = memory.array(of: counts.steps, Node.self), let pairs = memory.array(of: counts.pairs, UInt64.self),
      let entries = memory.array(of: counts.entries, TermIndex.Entry.self),
      let details = memory.array(of: counts.entries, TermIndex.Detail.self),
      let shapes = memory.array(of: counts.shapes, TermIndex.Shape.self),
      let links = memory.array(of: counts.links, LinkVariant.self),
      let linkGroups = memory.array(of: counts.linkGroups, LinkGroup.self)
    else { return nil }
    view = View(
      formSize: UInt64(counts.formSize), pairMask: counts.pairs * 64 - 1, forms: forms, starts: starts,
      readings: readings, steps: steps, pairs: pairs, entries: entries, details: details, shapes: shapes, links: links,
      linkGroups: linkGroups)
    memoryBlock = memory
    self.counts = counts
    guard TermTablesCheck(view, counts, glossary).isSound else { return nil }
  }

  /// All arrays as they lie in memory: for this kind of machine only.
  var bytes: UnsafeRawBufferPointer { memoryBlock.bytes }

  // MARK: Hashes

  /// The bit of a pair of row and word, below `mask`.
  @inline(__always)
  static func pairBit(_ row: Row, _ word: UInt32, _ mask: Int) -> Int {
    let product = (UInt64(row.bits) &* 0x9E37_79B9_7F4A_7C15) ^ (UInt64(word) &* 0xC2B2_AE3D_27D4_EB4F)
    return Int(truncatingIfNeeded: product >> 24) & mask
  }

  /// Where a form is looked for first, 1...size; no form is at 0.
  @inline(__always)
  static func formPlace(_ hash: UInt64, _ size: UInt64) -> Int {
    Int(truncatingIfNeeded: ((hash >> 32) &* size) >> 32) &+ 1
  }

  /// One of the upper 24 bits for a word.
  @inline(__always)
  static func signature(_ word: UInt32) -> UInt32 { 0x100 &<< ((((word &* 0x9E37_79B1) >> 16) &* 24) >> 16) }

  // MARK: Searching

  /// See `TermTables`: valid as long as they are.
  struct View {
    /// Forms are spread below this; there are more where a row ran over.
    let formSize: UInt64
    let pairMask: Int
    let forms: UnsafePointer<Form>
    /// The places that forms lead to from the root; the last of a form is marked.
    let starts: UnsafePointer<Node>
    let readings: UnsafePointer<Reading>
    let steps: UnsafePointer<Node>
    /// A bit for each step of rows that are spread, by hash: most words that lead nowhere are told here, in memory that
    /// fits a cache.
    let pairs: UnsafePointer<UInt64>
    let entries: UnsafePointer<TermIndex.Entry>
    let details: UnsafePointer<TermIndex.Detail>
    let shapes: UnsafePointer<TermIndex.Shape>
    /// The variants of links, group by group.
    let links: UnsafePointer<LinkVariant>
    let linkGroups: UnsafePointer<LinkGroup>

    /// The number of the form with this hash, or 0.
    @inline(__always)
    func form(hash: UInt64) -> Int32 { form(hash: hash, from: TermTables.formPlace(hash, formSize)) }

    /// The same, from the place on where it is looked for first.
    @inline(__always)
    func form(hash: UInt64, from place: Int) -> Int32 {
      var slot = place
      while true {
        let found = forms[slot].hash
        if found == hash { return Int32(truncatingIfNeeded: slot) }
        if found == 0 { return 0 }
        slot += 1
      }
    }

    /// Whether a word may lead on from a node; false is certain.
    @inline(__always)
    func mayLead(_ node: Node, _ word: UInt32) -> Bool {
      guard node.marks.mayLead(TermTables.signature(word)) else { return false }
      guard node.row.isSpread else { return true }
      let bit = TermTables.pairBit(node.row, word, pairMask)
      return pairs[bit >> 6] & (1 << UInt64(bit & 63)) != 0
    }

    /// The place of a step in its row, from a place on; nil where there is none.
    @inline(__always)
    func step(_ word: UInt32, in row: Row, from place: Int) -> Int? {
      var slot = place
      while true {
        let step = steps[slot]
        if step.leads(by: word) { return slot }
        if row.isSpread ? step.isFree : step.isLast { return nil }
        slot &+= 1
      }
    }

    /// Whether a form has a reading as a word.
    @inline(__always)
    func isWord(_ form: Int32, _ word: UInt32) -> Bool {
      let (first, second, third) = forms[Int(form)].readings
      if first.word == word || second.word == word || third.word == word { return true }
      var place = Int(forms[Int(form)].more)
      guard place > 0 else { return false }
      while !readings[place].isNone {
        if readings[place].word == word { return true }
        place += 1
      }
      return false
    }
  }
}
