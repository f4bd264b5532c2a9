/// The compiled tables of a matcher as flat memory: what the search reads for every word of a text.
///
/// All unsafe memory of the matcher is here. SAFETY: the buffers are filled once in `init`, never written again and
/// freed in `deinit`; numbers of forms, senses, nodes and entries only come from these same tables, so none is past an
/// end. Whoever uses the pointers keeps the object alive.
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
    /// Its first reading, and in the highest bits whether a term or a link begins with it.
    let sense: UInt32

    static let free = Form(hash: 0, signature: 0, sense: 0)
    static let startsTerm: UInt32 = 0x8000_0000
    static let startsLink: UInt32 = 0x4000_0000

    @inline(__always) var startsTerm: Bool { sense & Self.startsTerm != 0 }
    @inline(__always) var startsLink: Bool { sense & Self.startsLink != 0 }
    @inline(__always) var firstSense: Int { Int(sense & 0x3FFF_FFFF) }
  }

  /// One reading of a form.
  struct Sense {
    let word: UInt32
    /// The node that the word leads to from the root, 0 where no term begins with it.
    let firstNode: UInt32
    let flags: UInt8
    /// What is at `firstNode`: `TermTrie` traits, and whether an entry ends there.
    let firstTraits: UInt8
    let isLast: Bool

    static let hasEntry: UInt8 = 0x80
  }

  struct Node {
    /// A bit for each child's word: most words that lead nowhere are told without looking for them.
    let signature: UInt32
    let step: UInt32
    let firstEntry: Int32
    let stepCount: UInt16
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

  private let mask: Int
  private let forms: UnsafeMutableBufferPointer<Form>
  /// A bit for each first node and a word that leads on from it, by hash: most pairs of words that begin no term are
  /// told here, in memory that fits a cache.
  private let pairs: UnsafeMutableBufferPointer<UInt64>
  /// While building: where each form of the table was put.
  private var formPlaces: [Int32]
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
      var signature: UInt32 = 0
      while place < allSteps.count, allSteps[place].key >> 32 == UInt64(node) {
        let word = UInt32(allSteps[place].key & 0xFFFF_FFFF)
        signature |= Self.signature(word)
        if node == 0 { firstNodes[Int(word)] = allSteps[place].child }
        place += 1
      }
      nodes.append(
        Node(
          signature: signature, step: UInt32(start), firstEntry: trie.firstEntry(node),
          stepCount: UInt16(clamping: place - start), traits: trie.traits(node)))
    }
    let isFirst = Set(firstNodes)
    var pairs = [UInt64](repeating: 0, count: Self.pairWords(firstNodes.count))
    for step in allSteps where step.key >> 32 != 0 && isFirst.contains(UInt32(step.key >> 32)) {
      let bit = Self.pairBit(UInt32(step.key >> 32), UInt32(step.key & 0xFFFF_FFFF), pairs.count)
      pairs[bit >> 6] |= 1 << UInt64(bit & 63)
    }
    self.pairs = Self.copy(pairs)
    var size = 64
    while size < table.count * 2 { size *= 2 }
    mask = size - 1
    var forms = [Form](repeating: .free, count: size)
    var senses: [Sense] = []
    formPlaces = [Int32](repeating: 0, count: table.count)
    for number in 0..<table.count {
      let first = senses.count
      var formTraits: UInt32 = 0
      var signature: UInt32 = 0
      table.forEachSense(number) { sense in
        let firstNode = firstNodes[Int(sense.word)]
        if firstNode != 0 { formTraits |= Form.startsTerm }
        if links.contains(where: { $0.words.0 == sense.word }) { formTraits |= Form.startsLink }
        signature |= Self.signature(sense.word)
        var traits = firstNode == 0 ? 0 : trie.traits(Int(firstNode))
        if firstNode != 0, trie.firstEntry(Int(firstNode)) >= 0 { traits |= Sense.hasEntry }
        senses.append(
          Sense(word: sense.word, firstNode: firstNode, flags: sense.flags, firstTraits: traits, isLast: false))
      }
      if let last = senses.popLast() {
        senses.append(
          Sense(
            word: last.word, firstNode: last.firstNode, flags: last.flags, firstTraits: last.firstTraits, isLast: true))
      }
      let hash = FormTable.mixed(table.hash(number))
      var slot = Int(truncatingIfNeeded: hash) & (size - 1)
      while forms[slot].hash != 0 { slot = (slot + 1) & (size - 1) }
      forms[slot] = Form(hash: hash, signature: signature, sense: UInt32(first) | formTraits)
      formPlaces[number] = Int32(slot)
    }
    self.forms = Self.copy(forms)
    self.senses = Self.copy(senses)
    self.nodes = Self.copy(nodes)
    steps = Self.copy(allSteps.map { Step(word: UInt32($0.key & 0xFFFF_FFFF), child: $0.child) })
    let places = formPlaces
    self.entries = Self.copy(
      entries.map { entry in
        var placed = entry
        placed.first.form = places[Int(entry.first.form)]
        return placed
      })
    self.shapes = Self.copy(
      shapes.map { shape in
        var placed = shape
        placed.form = places[Int(shape.form)]
        return placed
      })
    self.links = Self.copy(links)
    formPlaces = []
  }

  deinit {
    forms.deallocate()
    pairs.deallocate()
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

  /// A power of two, for 16 bits a word: of pairs that lead nowhere one in ten or fewer is looked for.
  private static func pairWords(_ words: Int) -> Int {
    var size = 16
    while size * 4 < words { size *= 2 }
    return size
  }

  @inline(__always)
  static func pairBit(_ node: UInt32, _ word: UInt32, _ size: Int) -> Int {
    let product = (UInt64(node) &* 0x9E37_79B9_7F4A_7C15) ^ (UInt64(word) &* 0xC2B2_AE3D_27D4_EB4F)
    return Int(truncatingIfNeeded: product >> 24) & (size * 64 - 1)
  }

  /// One of 32 bits for a word.
  @inline(__always)
  static func signature(_ word: UInt32) -> UInt32 { 1 << ((word &* 0x9E37_79B1) >> 27) }

  /// Bytes held.
  var memory: Int {
    func size<Element>(_ buffer: UnsafeMutableBufferPointer<Element>) -> Int {
      buffer.count * MemoryLayout<Element>.stride
    }
    return size(forms) + size(pairs) + size(senses) + size(nodes) + size(steps)
      + size(entries) + size(shapes)
  }

  /// The tables as bare pointers, for the time of one search.
  var view: View {
    View(
      mask: mask, pairs: UnsafeBufferPointer(pairs), forms: forms.bare, senses: senses.bare,
      nodes: nodes.bare, steps: steps.bare, entries: entries.bare, shapes: shapes.bare,
      links: UnsafeBufferPointer(links))
  }

  /// See `TermTables`: valid as long as they are.
  struct View {
    let mask: Int
    let pairs: UnsafeBufferPointer<UInt64>
    let forms: UnsafePointer<Form>
    let senses: UnsafePointer<Sense>
    let nodes: UnsafePointer<Node>
    let steps: UnsafePointer<Step>
    let entries: UnsafePointer<Entry>
    let shapes: UnsafePointer<TermIndex.Shape>
    let links: UnsafeBufferPointer<LinkVariant>

    /// Whether a word may lead on from a first node; false is certain.
    @inline(__always)
    func mayLeadOn(_ node: UInt32, _ word: UInt32) -> Bool {
      let bit = TermTables.pairBit(node, word, pairs.count)
      return pairs[bit >> 6] & (1 << UInt64(bit & 63)) != 0
    }

    /// The number of the form with this hash (mixed), or -1.
    @inline(__always)
    func form(hash: UInt64) -> Int32 {
      var slot = Int(truncatingIfNeeded: hash) & mask
      while true {
        let found = forms[slot].hash
        if found == hash { return Int32(truncatingIfNeeded: slot) }
        if found == 0 { return -1 }
        slot = (slot + 1) & mask
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
