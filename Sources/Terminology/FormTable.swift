/// Every spelling that a word of the glossary may take in a text, with the words it can be.
///
/// Open addressing over spellings kept end to end in one buffer. Look-ups are exact: a hash only finds the place.
struct FormTable: Sendable {
  /// One reading of a spelling.
  struct Sense: Hashable, Sendable {
    /// Number of the glossary word.
    let word: UInt32
    let flags: UInt8

    /// Not the spelling that the glossary has, but another form of the word.
    static let inflected: UInt8 = 1
    /// Holds only where the text's word begins with a capital: its accent is left out.
    static let capitalOnly: UInt8 = 2
    /// Holds only where the text's word is in capitals throughout.
    static let allCapitalsOnly: UInt8 = 4
    /// Only a stem: another ending has to follow.
    static let stemOnly: UInt8 = 8
    /// A contraction that swallowed the article at the head of a name.
    static let contracted: UInt8 = 16
  }

  /// Hash's upper half and 1 + number of the form; 0 is free.
  private var slots: [UInt64]
  private var mask: Int
  private var spellings: [UInt8] = []
  /// Where form i's spelling begins; one more than there are forms.
  private var starts: [UInt32] = [0]
  /// While building: head of form i's list in `links`; once sealed: start of its senses, one more than there are forms.
  private var heads: [Int32] = []
  private var links: [(sense: Sense, next: Int32)] = []
  private var senses: [Sense] = []

  init(capacity: Int) {
    var size = 1024
    while size < capacity * 2 { size *= 2 }
    slots = [UInt64](repeating: 0, count: size)
    mask = size - 1
  }

  var count: Int { starts.count - 1 }
  /// Bytes that the table holds.
  var memory: Int { slots.count * 8 + spellings.count + starts.count * 4 + heads.count * 4 + senses.count * 8 }

  /// Adds a reading of a spelling, unless it is there.
  mutating func insert(_ spelling: some RandomAccessCollection<UInt8>, _ sense: Sense) {
    let hash = Self.mixed(TokenScan.hash(of: spelling))
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      let form = Int(slots[slot] & 0xFFFF_FFFF) - 1
      if slots[slot] >> 32 == hash >> 32, isSpelling(form, spelling) {
        add(sense, to: form)
        return
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
      let hash = Self.mixed(TokenScan.hash(of: spellings[Int(starts[form])..<Int(starts[form + 1])]))
      var slot = Int(truncatingIfNeeded: hash) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = hash & 0xFFFF_FFFF_0000_0000 | UInt64(form + 1)
    }
  }

  /// Lays the senses of each form side by side. After this nothing may be inserted.
  mutating func seal() {
    senses.reserveCapacity(links.count)
    var begins: [Int32] = []
    begins.reserveCapacity(count + 1)
    for form in 0..<count {
      begins.append(Int32(senses.count))
      var at = heads[form]
      while at >= 0 {
        senses.append(links[Int(at)].sense)
        at = links[Int(at)].next
      }
    }
    begins.append(Int32(senses.count))
    heads = begins
    links = []
  }

  /// The number of the form with this spelling, or -1.
  @inline(__always)
  func form(_ spelling: borrowing [UInt8], count length: Int, hash: UInt64) -> Int32 {
    let hash = Self.mixed(hash)
    var slot = Int(truncatingIfNeeded: hash) & mask
    while true {
      let entry = slots[slot]
      if entry == 0 { return -1 }
      if entry >> 32 == hash >> 32 {
        let form = Int(entry & 0xFFFF_FFFF) - 1
        let start = Int(starts[form])
        if Int(starts[form + 1]) - start == length {
          var i = 0
          while i < length, spellings[start + i] == spelling[i] { i += 1 }
          if i == length { return Int32(form) }
        }
      }
      slot = (slot + 1) & mask
    }
  }

  /// The readings of a form.
  @inline(__always)
  func senseRange(_ form: Int32) -> Range<Int> { Int(heads[Int(form)])..<Int(heads[Int(form) + 1]) }

  @inline(__always)
  func sense(_ i: Int) -> Sense { senses[i] }

  /// Spreads the bits of a byte-wise hash. Source: the finalizer of MurmurHash3 (Appleby 2011).
  @inline(__always)
  static func mixed(_ hash: UInt64) -> UInt64 {
    var h = hash ^ hash >> 33
    h = h &* 0xFF51_AFD7_ED55_8CCD
    return h ^ h >> 33
  }
}
