/// Turns what was gathered of the terms of a language into the arrays that `TermTables` keeps.
struct TermTablesBuilder {
  private(set) var forms: [TermTables.Form] = []
  private(set) var starts: [TermTables.Node] = [.free]
  private(set) var readings: [TermTables.Reading] = [.none]
  private(set) var steps: [TermTables.Node] = []
  private(set) var formSize = 0
  private(set) var pairs: [UInt64] = []
  private(set) var entries: [TermIndex.Entry] = []
  let details: [TermIndex.Detail]
  private(set) var shapes: [TermIndex.Shape] = []
  /// Group by group.
  private(set) var links: [TermTables.LinkVariant] = []
  private(set) var linkGroups = [TermTables.LinkGroup(start: 0, end: 0)]
  /// Where a single reading at the head of a term was laid, by word and flags.
  private var laid: [UInt32: UInt32] = [:]

  init(
    _ table: FormTable, _ trie: TermTrie, _ entries: [TermIndex.Entry], _ details: [TermIndex.Detail],
    _ shapes: [TermIndex.Shape], _ links: [TermTables.LinkVariant]
  ) {
    self.details = details
    let marks = Self.marks(trie)
    let rows = laySteps(trie, marks)
    let groups = layLinks(links)
    let places = layForms(table, trie, marks, rows, groups)
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

  /// Puts the variants of links that begin with the same word into a group; gives the group of each such word. What has
  /// no number of its own is in a group with all others.
  private mutating func layLinks(_ variants: [TermTables.LinkVariant]) -> [UInt32: Int] {
    var groups: [UInt32: Int] = [:]
    for first in variants.map(\.words.0) where groups[first] == nil {
      guard linkGroups.count < TermTables.Form.everyLink else {
        groups[first] = TermTables.Form.everyLink
        continue
      }
      groups[first] = linkGroups.count
      let own = variants.filter { $0.words.0 == first }
      append(own)
    }
    while linkGroups.count < TermTables.Form.everyLink { append([]) }
    append(variants)
    return groups
  }

  private mutating func append(_ group: [TermTables.LinkVariant]) {
    linkGroups.append(.init(start: UInt32(links.count), end: UInt32(links.count + group.count)))
    links += group
  }

  /// Gives the place of each form of the table.
  private mutating func layForms(
    _ table: FormTable, _ trie: TermTrie, _ marks: [TermTables.Marks], _ rows: [TermTables.Row],
    _ groups: [UInt32: Int]
  ) -> [Int32] {
    formSize = table.count * 5 / 3 + 8
    forms = [TermTables.Form](repeating: .free, count: formSize + 1)
    starts.reserveCapacity(table.count)
    var places = [Int32](repeating: 0, count: table.count)
    var heads: [TermTables.Node] = []
    var inside: [TermTables.Reading] = []
    for number in 0..<table.count {
      heads.removeAll(keepingCapacity: true)
      inside.removeAll(keepingCapacity: true)
      var traits: UInt32 = 0
      var group = 0
      table.forEachSense(number) { sense in
        let node = Int(trie.child(of: TermTrie.root, word: sense.word) ?? 0)
        if node != 0 {
          heads.append(
            TermTables.Node(
              word: sense.word, flags: sense.flags, firstEntry: trie.firstEntry(node), marks: marks[node],
              row: rows[node]))
        }
        if let own = groups[sense.word] {
          group = group == 0 || group == own ? own : TermTables.Form.everyLink
        }
        // A contraction has swallowed the head of a name: it is nothing inside a term.
        guard sense.flags & FormTable.Sense.contracted == 0 else { return }
        if sense.flags & FormTable.Sense.function != 0 { traits |= TermTables.Form.mayFollowInsertion }
        traits |= TermTables.signature(sense.word)
        inside.append(TermTables.Reading(word: sense.word, flags: sense.flags))
      }
      guard !heads.isEmpty || !inside.isEmpty else { continue }
      if group != 0 { traits |= TermTables.Form.mayFollowInsertion | UInt32(group) << TermTables.Form.groupShift }
      if !heads.isEmpty { traits |= TermTables.Form.startsTerm }
      let hash = table.hash(number)
      var slot = TermTables.formPlace(hash, UInt64(formSize))
      while slot < forms.count, forms[slot].hash != 0 { slot += 1 }
      while slot >= forms.count { forms.append(.free) }
      forms[slot] = TermTables.Form(
        hash: hash, marks: traits, start: laidStarts(heads),
        readings: (
          inside.first ?? .none, inside.count > 1 ? inside[1] : .none, inside.count > 2 ? inside[2] : .none
        ),
        more: inside.count > 3 ? UInt32(readings.count) : 0)
      if inside.count > 3 { readings += inside.dropFirst(3) + [.none] }
      places[number] = Int32(slot)
    }
    forms.append(.free)
    return places
  }

  /// Where the readings at the head of a term lie.
  private mutating func laidStarts(_ heads: [TermTables.Node]) -> UInt32 {
    guard var last = heads.last else { return 0 }
    last.isLast = true
    let key = TermTables.Reading(word: last.word, flags: last.flags).bits
    if heads.count == 1, let known = laid[key] { return known }
    let place = UInt32(starts.count)
    if heads.count == 1 { laid[key] = place }
    starts += heads.dropLast()
    starts.append(last)
    return place
  }
}
