/// Turns what was gathered of the terms of a language into the arrays that `TermTables` keeps.
struct TermTablesBuilder {
  private(set) var forms: [TermTables.Form] = []
  private(set) var senses: [TermTables.Node] = []
  private(set) var steps: [TermTables.Node] = []
  private(set) var formSize = 0
  private(set) var pairs: [UInt64] = []
  private(set) var entries: [TermIndex.Entry] = []
  let details: [TermIndex.Detail]
  private(set) var shapes: [TermIndex.Shape] = []
  let links: [TermTables.LinkVariant]

  init(
    _ table: FormTable, _ trie: TermTrie, _ entries: [TermIndex.Entry], _ details: [TermIndex.Detail],
    _ shapes: [TermIndex.Shape], _ links: [TermTables.LinkVariant]
  ) {
    self.details = details
    self.links = links
    let marks = Self.marks(trie)
    let rows = laySteps(trie, marks)
    let places = layForms(table, trie, marks, rows)
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

  private static func marks(_ trie: TermTrie) -> [TermTables.Marks] {
    var signatures = [UInt32](repeating: 0, count: trie.nodeCount)
    trie.forEachStep { node, word, _ in signatures[Int(node)] |= TermTables.signature(word) }
    return signatures.indices.map { TermTables.Marks(signature: signatures[$0], traits: trie.traits($0)) }
  }

  /// Lays the steps from each node but the root into rows, and gives the rows.
  private mutating func laySteps(_ trie: TermTrie, _ marks: [TermTables.Marks]) -> [TermTables.Row] {
    // Steps in order of their node.
    var ends = [Int32](repeating: 0, count: trie.nodeCount + 1)
    trie.forEachStep { node, _, _ in ends[Int(node) + 1] += 1 }
    for node in 0..<trie.nodeCount { ends[node + 1] += ends[node] }
    var starts = ends
    var ordered = [(word: UInt32, child: UInt32)](repeating: (0, 0), count: trie.stepCount)
    trie.forEachStep { node, word, child in
      ordered[Int(starts[Int(node)])] = (word, child)
      starts[Int(node)] += 1
    }
    let children = { (node: Int) in ordered[Int(ends[node])..<Int(ends[node + 1])] }
    var rows = [TermTables.Row](repeating: .none, count: trie.nodeCount)
    var end = 1
    var spread = 0
    for node in 1..<max(trie.nodeCount, 1) where !children(node).isEmpty {
      let count = children(node).count
      guard count > TermTables.Row.few else {
        // Within one line of memory, four to a line.
        if end % 4 + count > 4 { end += 4 - end % 4 }
        rows[node] = .init(start: end, logarithm: 0)
        end += count
        continue
      }
      spread += count
      var logarithm = 3
      while 1 << logarithm < count + count / 2 { logarithm += 1 }
      rows[node] = .init(start: end, logarithm: logarithm)
      // The row may run over, and ends with a free place.
      var taken = [Bool](repeating: false, count: 1 << logarithm + count + 1)
      for (word, _) in children(node) {
        var place = rows[node].place(word) - end
        while taken[place] { place += 1 }
        taken[place] = true
      }
      end += max(1 << logarithm, (taken.lastIndex(of: true) ?? 0) + 1) + 1
    }
    layPairs(spread)
    steps = [TermTables.Node](repeating: .free, count: end + 1)
    for node in 1..<max(trie.nodeCount, 1) {
      let row = rows[node]
      for (number, (word, child)) in zip(0..., children(node)) {
        var slot = row.start + number
        if row.isSpread {
          slot = row.place(word)
          while !steps[slot].isFree { slot += 1 }
          let bit = TermTables.pairBit(row, word, pairs.count * 64 - 1)
          pairs[bit >> 6] |= 1 << UInt64(bit & 63)
        }
        steps[slot] = TermTables.Node(
          word: word, firstEntry: trie.firstEntry(Int(child)), marks: marks[Int(child)], row: rows[Int(child)],
          isLast: number == children(node).count - 1)
      }
    }
    return rows
  }

  /// A power of two, for 8 bits or more a step: of pairs that lead nowhere one in eight or fewer is looked for.
  private mutating func layPairs(_ count: Int) {
    var size = 16
    while size * 8 < count { size *= 2 }
    pairs = [UInt64](repeating: 0, count: size)
  }

  /// Gives the place of each form of the table.
  private mutating func layForms(
    _ table: FormTable, _ trie: TermTrie, _ marks: [TermTables.Marks], _ rows: [TermTables.Row]
  ) -> [Int32] {
    formSize = table.count * 5 / 3 + 8
    forms = [TermTables.Form](repeating: .free, count: formSize)
    senses.reserveCapacity(table.count)
    var places = [Int32](repeating: 0, count: table.count)
    let linkWords = Set(links.map(\.words.0))
    var readings: [TermTables.Node] = []
    for number in 0..<table.count {
      readings.removeAll(keepingCapacity: true)
      var traits: UInt32 = 0
      var signature: UInt32 = 0
      table.forEachSense(number) { sense in
        let node = Int(trie.child(of: TermTrie.root, word: sense.word) ?? 0)
        if node != 0 { traits |= TermTables.Form.startsTerm }
        if linkWords.contains(sense.word) { traits |= TermTables.Form.startsLink }
        if sense.flags & FormTable.Sense.function != 0 { traits |= TermTables.Form.isFunction }
        signature |= TermTables.signature(sense.word)
        readings.append(
          TermTables.Node(
            word: sense.word, flags: sense.flags, firstEntry: node == 0 ? -1 : trie.firstEntry(node),
            marks: node == 0 ? .none : marks[node], row: node == 0 ? .none : rows[node]))
      }
      guard !readings.isEmpty else { continue }
      readings[readings.count - 1].isLast = true
      let hash = table.hash(number)
      var slot = TermTables.formPlace(hash, UInt64(formSize))
      while slot < forms.count, forms[slot].hash != 0 { slot += 1 }
      while slot >= forms.count { forms.append(.free) }
      forms[slot] = TermTables.Form(
        hash: hash, signature: signature, sense: UInt32(senses.count) | traits, first: readings[0])
      senses += readings.dropFirst()
      places[number] = Int32(slot)
    }
    forms.append(.free)
    // Forms of one reading point here.
    senses.append(.free)
    return places
  }
}
