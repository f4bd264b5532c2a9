/// Every spelling that a word of the glossary may take in a text, with the words it can be.
///
/// Open addressing over spellings kept end to end in one buffer. For building; `TermTables` holds what is searched.
struct FormTable: Sendable {
  /// One reading of a spelling.
  struct Sense: Hashable, Sendable {
    /// Number of the glossary word.
    let word: UInt32
    let flags: UInt8

    /// Without its accents, in a word long enough to be told without.
    static let accentless: UInt8 = 1
    /// Holds only where the text's word begins with a capital: its accent is left out.
    static let capitalOnly: UInt8 = 2
    /// Holds only where the text's word is in capitals throughout.
    static let allCapitalsOnly: UInt8 = 4
    /// Only a stem: another ending has to follow.
    static let stemOnly: UInt8 = 8
    /// A contraction that swallowed the article at the head of a name.
    static let contracted: UInt8 = 16
    /// A preposition, article or the like.
    static let function: UInt8 = 32
    /// What leaves accents out.
    static let accents: UInt8 = 7
    /// What makes a reading conditional or other than the glossary's spelling.
    static let conditions: UInt8 = 31
  }

  /// Hash's upper half and 1 + number of the form; 0 is free.
  private var slots: [UInt64]
  private var mask: Int
  private var spellings: [UInt8] = []
  /// Where form i's spelling begins; one more than there are forms.
  private var starts: [UInt32] = [0]
  /// Head of form i's list in `links`.
  private var heads: [Int32] = []
  private var links: [(sense: Sense, next: Int32)] = []

  init(capacity: Int) {
    var size = 1024
    while size < capacity * 2 { size *= 2 }
    slots = [UInt64](repeating: 0, count: size)
    mask = size - 1
  }

  var count: Int { starts.count - 1 }

  /// Adds a reading of a spelling, unless it is there; gives the number of the spelling.
  @discardableResult
  mutating func insert(_ spelling: some RandomAccessCollection<UInt8>, _ sense: Sense) -> Int {
    let hash = SpellingHash.hash(of: spelling)
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      let form = Int(slots[slot] & 0xFFFF_FFFF) - 1
      if slots[slot] >> 32 == hash >> 32, isSpelling(form, spelling) {
        add(sense, to: form)
        return form
      }
      slot = (slot + 1) & mask
    }
    let form = count
    spellings.append(contentsOf: spelling)
    starts.append(UInt32(spellings.count))
    heads.append(-1)
    slots[slot] = hash & 0xFFFF_FFFF_0000_0000 | UInt64(form + 1)
    add(sense, to: form)
    if count * 2 > slots.count { grow() }
    return form
  }

  private mutating func add(_ sense: Sense, to form: Int) {
    var at = heads[form]
    while at >= 0 {
      let link = links[Int(at)]
      if link.sense.word == sense.word {
        // The freest reading of a word wins: fewer conditions.
        if sense.flags.nonzeroBitCount < link.sense.flags.nonzeroBitCount { links[Int(at)].sense = sense }
        return
      }
      at = link.next
    }
    links.append((sense, heads[form]))
    heads[form] = Int32(links.count - 1)
  }

  private func isSpelling(_ form: Int, _ spelling: some RandomAccessCollection<UInt8>) -> Bool {
    let start = Int(starts[form])
    guard Int(starts[form + 1]) - start == spelling.count else { return false }
    return spellings[start..<start + spelling.count].elementsEqual(spelling)
  }

  private mutating func grow() {
    let old = slots
    slots = [UInt64](repeating: 0, count: old.count * 2)
    mask = slots.count - 1
    for form in 0..<count {
      let hash = self.hash(form)
      var slot = Int(truncatingIfNeeded: hash) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = hash & 0xFFFF_FFFF_0000_0000 | UInt64(form + 1)
    }
  }

  /// The hash of a form's spelling.
  func hash(_ form: Int) -> UInt64 { SpellingHash.hash(of: spellings[Int(starts[form])..<Int(starts[form + 1])]) }

  /// Calls `body` with each reading of a form.
  func forEachSense(_ form: Int, _ body: (Sense) -> Void) {
    var at = heads[form]
    while at >= 0 {
      body(links[Int(at)].sense)
      at = links[Int(at)].next
    }
  }

  /// Spreads the bits of a byte-wise hash. Source: the finalizer of MurmurHash3 (Appleby 2011).
  @inline(__always)
  static func mixed(_ hash: UInt64) -> UInt64 {
    var h = hash ^ hash >> 33
    h = h &* 0xFF51_AFD7_ED55_8CCD
    return h ^ h >> 33
  }
}
