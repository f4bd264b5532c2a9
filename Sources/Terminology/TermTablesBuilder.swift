/// Turns what was gathered of the terms of a language into the arrays that `TermTables` keeps.
struct TermTablesBuilder {
  private(set) var forms: [TermTables.Form] = []
  private(set) var senses: [TermTables.Sense] = []
  private(set) var steps: [TermTables.Step] = []
  private(set) var stepSize = 0
  private(set) var pairs: [UInt64] = []
  private(set) var entries: [TermIndex.Entry] = []
  let details: [TermIndex.Detail]
  private(set) var shapes: [TermIndex.Shape] = []
  let links: [TermTables.LinkVariant]

  /// - Parameter wordCount: words are numbered below it.
  init(
    _ table: FormTable, _ trie: TermTrie, _ entries: [TermIndex.Entry], _ details: [TermIndex.Detail],
    _ shapes: [TermIndex.Shape], _ links: [TermTables.LinkVariant], wordCount: Int
  ) {
    self.details = details
    self.links = links
    var firstNodes = [UInt32](repeating: 0, count: wordCount)
    var firstWords = [UInt32](repeating: 0, count: trie.nodeCount)
    trie.forEachStep { node, word, child in
      guard node == TermTrie.root else { return }
      firstNodes[Int(word)] = child
      firstWords[Int(child)] = word + 1
    }
    let marks = Self.marks(trie, firstWords)
    layPairs(trie, firstWords, wordCount: wordCount)
    laySteps(trie, marks, firstWords)
    let places = layForms(table, trie, marks, firstNodes)
    self.shapes = shapes.map { shape in
      var placed = shape
      placed.form = places[Int(shape.form)]
      return placed
    }
    self.entries = zip(entries, details).map { entry, detail in
      var placed = entry
      let start = Int(detail.shape)
      placed.spell(self.shapes[start..<start + Int(entry.wordCount)], variants: detail.variants)
      return placed
    }
  }

  /// More children than these are spread, so that none is looked for in a long row.
  private static let mostNarrow = 3

  private static func marks(_ trie: TermTrie, _ firstWords: [UInt32]) -> [TermTables.Marks] {
    var signatures = [UInt32](repeating: 0, count: trie.nodeCount)
    var counts = [Int32](repeating: 0, count: trie.nodeCount)
    trie.forEachStep { node, word, _ in
      signatures[Int(node)] |= TermTables.signature(word)
      counts[Int(node)] += 1
    }
    return signatures.indices.map { node in
      let isNarrow = node != 0 && firstWords[node] == 0 && counts[node] <= mostNarrow
      return TermTables.Marks(
        signature: signatures[node], traits: trie.traits(node) | (isNarrow ? TermTrie.isNarrow : 0))
    }
  }

  /// A power of two, for 16 bits a word: of pairs that lead nowhere one in ten or fewer is looked for.
  private mutating func layPairs(_ trie: TermTrie, _ firstWords: [UInt32], wordCount: Int) {
    var size = 16
    while size * 4 < wordCount { size *= 2 }
    pairs = [UInt64](repeating: 0, count: size)
    trie.forEachStep { node, word, _ in
      guard firstWords[Int(node)] != 0 else { return }
      let bit = TermTables.pairBit(firstWords[Int(node)] - 1, word, size * 64 - 1)
      pairs[bit >> 6] |= 1 << UInt64(bit & 63)
    }
  }

  /// Three places of five are taken. A node is known by the place of the step that leads to it, so steps are laid level
  /// by level.
  private mutating func laySteps(_ trie: TermTrie, _ marks: [TermTables.Marks], _ firstWords: [UInt32]) {
    let size = trie.stepCount * 5 / 3 + 8
    stepSize = size
    steps = [TermTables.Step](repeating: .free, count: size)
    // Children are numbered after their parents.
    var above = [(parent: UInt32, word: UInt32)](repeating: (0, 0), count: trie.nodeCount)
    trie.forEachStep { above[Int($2)] = ($0, $1) }
    var numbers = [UInt32](repeating: 0, count: trie.nodeCount)
    for node in 1..<max(trie.nodeCount, 1) {
      let (over, word) = above[node]
      if over == TermTrie.root {
        numbers[node] = TermTables.firstNumber(word)
        continue
      }
      let parent = numbers[Int(over)]
      let isNarrow = marks[Int(over)].has(TermTrie.isNarrow)
      var slot = isNarrow ? Int(parent) : TermTables.stepPlace(parent, word, UInt64(size))
      while slot < steps.count, steps[slot].parent != 0 { slot += 1 }
      while slot >= steps.count { steps.append(.free) }
      steps[slot] = TermTables.Step(
        parent: parent, word: word, firstEntry: trie.firstEntry(node), marks: marks[node])
      numbers[node] = UInt32(slot) + 1
    }
    steps.append(.free)
  }

  /// Gives the place of each form of the table.
  private mutating func layForms(
    _ table: FormTable, _ trie: TermTrie, _ marks: [TermTables.Marks], _ firstNodes: [UInt32]
  ) -> [Int32] {
    var size = 64
    while size < table.count * 2 { size *= 2 }
    forms = [TermTables.Form](repeating: .free, count: size)
    senses.reserveCapacity(table.count * 2)
    var places = [Int32](repeating: 0, count: table.count)
    let linkWords = Set(links.map(\.words.0))
    for number in 0..<table.count {
      let first = senses.count
      var traits: UInt32 = 0
      var signature: UInt32 = 0
      table.forEachSense(number) { sense in
        let node = Int(firstNodes[Int(sense.word)])
        if node != 0 { traits |= TermTables.Form.startsTerm }
        if linkWords.contains(sense.word) { traits |= TermTables.Form.startsLink }
        if sense.flags & FormTable.Sense.function != 0 { traits |= TermTables.Form.isFunction }
        signature |= TermTables.signature(sense.word)
        senses.append(
          TermTables.Sense(
            word: sense.word, firstEntry: node == 0 ? -1 : trie.firstEntry(node),
            marks: node == 0 ? .none : marks[node], flags: sense.flags, starts: node != 0, isLast: false))
      }
      if !senses.isEmpty { senses[senses.count - 1].isLast = true }
      let hash = FormTable.mixed(table.hash(number))
      var slot = Int(truncatingIfNeeded: hash) & (size - 1)
      while forms[slot].hash != 0 { slot = (slot + 1) & (size - 1) }
      forms[slot] = TermTables.Form(hash: hash, signature: signature, sense: UInt32(first) | traits)
      places[number] = Int32(slot)
    }
    return places
  }
}
