/// The compiled tables of a matcher as flat memory: what the search reads for every word of a text.
///
/// All unsafe memory of the matcher is here. SAFETY: the buffers are filled once in `init`, never written again and
/// freed in `deinit`; numbers of forms, senses, nodes and entries only come from these same tables, so none is past an
/// end. Whoever uses the pointers keeps the object alive.
final class TermTables: @unchecked Sendable {
  /// A spelling of the text's words.
  struct Form {
    /// The signatures of all words that it can be.
    let signature: UInt64
    let spelling: UInt32
    let sense: UInt32
    let length: UInt16
    let senseCount: UInt16
    /// Whether some term begins with it.
    let startsTerm: Bool
    /// Whether some link begins with it.
    let startsLink: Bool
  }

  /// One reading of a form.
  struct Sense {
    let word: UInt32
    /// The node that the word leads to from the root, 0 where no term begins with it.
    let firstNode: UInt32
    let flags: UInt8
  }

  struct Node {
    /// A bit for each child's word: most words that lead nowhere are told without looking for them.
    let signature: UInt64
    let step: UInt32
    let stepCount: UInt32
    let firstEntry: Int32
    let traits: UInt8
  }

  /// From a node by a word to a child; those of one node stand together in order of words.
  struct Step {
    let word: UInt32
    let child: UInt32
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

  /// What an entry's own spelling asks, and where it ranks.
  typealias Entry = TermIndex.Entry

  private let slots: UnsafeMutableBufferPointer<UInt64>
  private let mask: Int
  private let spellings: UnsafeMutableBufferPointer<UInt8>
  private let forms: UnsafeMutableBufferPointer<Form>
  private let senses: UnsafeMutableBufferPointer<Sense>
  private let nodes: UnsafeMutableBufferPointer<Node>
  private let steps: UnsafeMutableBufferPointer<Step>
  private let entries: UnsafeMutableBufferPointer<Entry>
  private let shapes: UnsafeMutableBufferPointer<TermIndex.Shape>
  private let links: UnsafeMutableBufferPointer<LinkVariant>

  init(
    _ table: FormTable, _ trie: TermTrie, _ entries: [Entry], _ shapes: [TermIndex.Shape], _ links: [LinkVariant],
    wordCount: Int
  ) {
    let allSteps = trie.steps
    var firstNodes = [UInt32](repeating: 0, count: wordCount)
    var nodes: [Node] = []
    nodes.reserveCapacity(trie.nodeCount)
    var place = 0
    for node in 0..<trie.nodeCount {
      let start = place
      var signature: UInt64 = 0
      while place < allSteps.count, allSteps[place].key >> 32 == UInt64(node) {
        signature |= Self.signature(UInt32(allSteps[place].key & 0xFFFF_FFFF))
        place += 1
      }
      nodes.append(
        Node(
          signature: signature, step: UInt32(start), stepCount: UInt32(place - start),
          firstEntry: trie.firstEntry(node),
          traits: trie.traits(node)))
    }
    for step in allSteps.prefix(Int(nodes.first?.stepCount ?? 0)) {
      firstNodes[Int(step.key & 0xFFFF_FFFF)] = step.child
    }
    var forms: [Form] = []
    forms.reserveCapacity(table.count)
    var senses: [Sense] = []
    for form in 0..<table.count {
      let start = senses.count
      var starts = false
      var signature: UInt64 = 0
      table.forEachSense(form) { sense in
        let firstNode = firstNodes[Int(sense.word)]
        starts = starts || firstNode != 0
        signature |= Self.signature(sense.word)
        senses.append(Sense(word: sense.word, firstNode: firstNode, flags: sense.flags))
      }
      let spelling = table.spellingRange(form)
      forms.append(
        Form(
          signature: signature, spelling: UInt32(spelling.lowerBound), sense: UInt32(start),
          length: UInt16(clamping: spelling.count),
          senseCount: UInt16(clamping: senses.count - start), startsTerm: starts,
          startsLink: links.contains { link in senses[start...].contains { $0.word == link.words.0 } }))
    }
    slots = Self.copy(table.allSlots)
    mask = slots.count - 1
    spellings = Self.copy(table.allSpellings)
    self.forms = Self.copy(forms)
    self.senses = Self.copy(senses)
    self.nodes = Self.copy(nodes)
    steps = Self.copy(allSteps.map { Step(word: UInt32($0.key & 0xFFFF_FFFF), child: $0.child) })
    self.entries = Self.copy(entries)
    self.shapes = Self.copy(shapes)
    self.links = Self.copy(links)
  }

  deinit {
    slots.deallocate()
    spellings.deallocate()
    forms.deallocate()
    senses.deallocate()
    nodes.deallocate()
    steps.deallocate()
    entries.deallocate()
    shapes.deallocate()
    links.deallocate()
  }

  private static func copy<Element: BitwiseCopyable>(_ array: [Element]) -> UnsafeMutableBufferPointer<Element> {
    let buffer = UnsafeMutableBufferPointer<Element>.allocate(capacity: array.count)
    _ = buffer.initialize(from: array)
    return buffer
  }

  /// One of 64 bits for a word.
  @inline(__always)
  static func signature(_ word: UInt32) -> UInt64 { 1 << (UInt64(word &* 0x9E37_79B1) >> 26) }

  /// Bytes held.
  var memory: Int {
    func size<Element>(_ buffer: UnsafeMutableBufferPointer<Element>) -> Int {
      buffer.count * MemoryLayout<Element>.stride
    }
    return size(slots) + size(spellings) + size(forms) + size(senses) + size(nodes) + size(steps)
      + size(entries) + size(shapes)
  }

  /// The tables as bare pointers, for the time of one search.
  var view: View {
    View(
      slots: slots.bare, mask: mask, spellings: spellings.bare, forms: forms.bare, senses: senses.bare,
      nodes: nodes.bare, steps: steps.bare, entries: entries.bare, shapes: shapes.bare,
      links: UnsafeBufferPointer(links))
  }

  /// See `TermTables`: valid as long as they are.
  struct View {
    let slots: UnsafePointer<UInt64>
    let mask: Int
    let spellings: UnsafePointer<UInt8>
    let forms: UnsafePointer<Form>
    let senses: UnsafePointer<Sense>
    let nodes: UnsafePointer<Node>
    let steps: UnsafePointer<Step>
    let entries: UnsafePointer<Entry>
    let shapes: UnsafePointer<TermIndex.Shape>
    let links: UnsafeBufferPointer<LinkVariant>

    /// The number of the form with this spelling, or -1.
    @inline(__always)
    func form(_ spelling: UnsafePointer<UInt8>, count length: Int, hash: UInt64) -> Int32 {
      let hash = FormTable.mixed(hash)
      var slot = Int(truncatingIfNeeded: hash) & mask
      while true {
        let entry = slots[slot]
        if entry == 0 { return -1 }
        if entry >> 32 == hash >> 32 {
          let number = Int(entry & 0xFFFF_FFFF) - 1
          let form = forms[number]
          if Int(form.length) == length {
            let own = spellings + Int(form.spelling)
            var i = 0
            while i < length, own[i] == spelling[i] { i += 1 }
            if i == length { return Int32(truncatingIfNeeded: number) }
          }
        }
        slot = (slot + 1) & mask
      }
    }

    /// The readings of a form.
    @inline(__always)
    func senses(of form: Int32) -> UnsafeBufferPointer<Sense> {
      let form = forms[Int(form)]
      return UnsafeBufferPointer(start: senses + Int(form.sense), count: Int(form.senseCount))
    }

    /// The child of a node by a word, or 0: nothing leads back to the root.
    @inline(__always)
    func child(of node: Node, word: UInt32) -> UInt32 {
      guard node.signature & TermTables.signature(word) != 0 else { return 0 }
      var low = Int(node.step)
      var high = low + Int(node.stepCount)
      while high - low > 8 {
        let middle = (low + high) / 2
        if steps[middle].word <= word { low = middle } else { high = middle }
      }
      while low < high {
        if steps[low].word == word { return steps[low].child }
        low += 1
      }
      return 0
    }
  }
}

extension UnsafeMutableBufferPointer {
  /// The start, for reading. A buffer that was allocated has one, an empty one too.
  fileprivate var bare: UnsafePointer<Element> {
    guard let baseAddress else { preconditionFailure("an allocated buffer has an address") }
    return UnsafePointer(baseAddress)
  }
}
