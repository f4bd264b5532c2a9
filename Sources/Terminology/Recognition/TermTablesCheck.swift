/// Whether tables that were read from a compiled form keep what `TermTables` says of them: that no number leads out of them,
/// and that every row ends. A search looks at none of this again.
struct TermTablesCheck {
  private let view: TermTables.View
  private let counts: TermTableCounts
  private let concepts: Int

  init(_ view: TermTables.View, _ counts: TermTableCounts, concepts: Int) {
    self.view = view
    self.counts = counts
    self.concepts = concepts
  }

  var isSound: Bool { hasSoundForms && hasSoundNodes && hasSoundEntries && hasSoundLinks }

  /// The last node of an array that ends a row; -1 where none does.
  private func lastEnd(_ nodes: UnsafePointer<TermTables.Node>, _ count: Int) -> Int {
    (0..<count).last { nodes[$0].isLast } ?? -1
  }

  private var hasSoundForms: Bool {
    guard view.forms[counts.forms - 1].hash == 0, counts.readings > 0, view.readings[counts.readings - 1].isNone else {
      return false
    }
    let end = lastEnd(view.starts, counts.starts)
    for number in 0..<counts.forms where view.forms[number].hash != 0 {
      let form = view.forms[number]
      if form.startsTerm, Int(form.start) > end { return false }
      if Int(form.more) >= counts.readings || form.linkGroup >= counts.linkGroups { return false }
    }
    return true
  }

  private var hasSoundNodes: Bool {
    guard counts.steps > 0, view.steps[counts.steps - 1].isFree else { return false }
    let end = lastEnd(view.steps, counts.steps)
    func isSound(_ node: TermTables.Node) -> Bool {
      guard node.firstEntry >= -1, Int(node.firstEntry) < counts.entries else { return false }
      let row = node.row
      if row.bits == 0 { return node.marks.bits >> 8 == 0 }
      return row.isSpread ? row.start + 1 << Int(row.bits >> 26) < counts.steps : row.start <= end
    }
    for number in 0..<counts.steps where !view.steps[number].isFree && !isSound(view.steps[number]) { return false }
    for number in 0..<counts.starts where !view.starts[number].isFree && !isSound(view.starts[number]) { return false }
    return true
  }

  private var hasSoundEntries: Bool {
    for number in 0..<counts.entries {
      let entry = view.entries[number]
      // Entries that end at one place lead to earlier ones.
      guard entry.next >= -1, Int(entry.next) < number, entry.concept >= 0, Int(entry.concept) < concepts,
        entry.term >= 0
      else { return false }
      let shape = Int(view.details[number].shape)
      if shape < 0 || shape + Int(entry.wordCount) > counts.shapes { return false }
    }
    return true
  }

  private var hasSoundLinks: Bool {
    (0..<counts.linkGroups).allSatisfy { number in
      let group = view.linkGroups[number]
      return group.start <= group.end && Int(group.end) <= counts.links
    } && (0..<counts.links).allSatisfy { view.links[$0].count <= 3 }
  }
}
