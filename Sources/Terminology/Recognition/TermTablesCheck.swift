/// Whether tables that were read from a compiled form keep what `TermTables` says of them: that no number leads out of them,
/// and that every row ends. A search looks at none of this again.
struct TermTablesCheck {
  private let view: TermTables.View
  private let counts: TermTableCounts
  private let glossary: Glossary

  init(_ view: TermTables.View, _ counts: TermTableCounts, _ glossary: Glossary) {
    self.view = view
    self.counts = counts
    self.glossary = glossary
  }

  var isSound: Bool { hasSoundForms && hasSoundNodes && hasSoundEntries && hasSoundLinks }

  /// The last node of an array that ends a row; -1 where none does.
  private func lastEnd(_ nodes: UnsafePointer<TermTables.Node>, _ count: Int) -> Int {
    (0..<count).last { nodes[$0].isLast } ?? -1
  }

  private var hasSoundForms: Bool {
    guard view.forms[counts.forms - 1].hash == 0, counts.starts > 0, counts.readings > 0,
      view.readings[counts.readings - 1].isNone
    else {
      return false
    }
    let end = lastEnd(view.starts, counts.starts)
    // Free ones too: what a word leads to is fetched before it is looked at.
    for number in 0..<counts.forms {
      let form = view.forms[number]
      if Int(form.start) >= counts.starts || (form.startsTerm && Int(form.start) > end) { return false }
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
      guard entry.next >= -1, Int(entry.next) < number, entry.concept >= 0, Int(entry.concept) < glossary.count,
        entry.term >= 0, Int(entry.term) < glossary.termCount(ofConcept: Int(entry.concept)), entry.wordCount > 0,
        entry.layer <= 1, entry.status <= 4
      else { return false }
      let shape = Int(view.details[number].shape)
      if shape < 0 || shape + Int(entry.wordCount) > counts.shapes { return false }
    }
    return hasSoundChoices
  }

  /// Whether what is one of a few values is none else, looked at as bytes: any other must not be read as such.
  private var hasSoundChoices: Bool {
    func all<Element>(_ elements: UnsafePointer<Element>, _ count: Int, _ field: Int?, atMost limit: UInt8) -> Bool {
      guard let field else { return false }
      let bytes = UnsafeRawPointer(elements)
      return (0..<count).allSatisfy {
        bytes.load(fromByteOffset: $0 * MemoryLayout<Element>.stride + field, as: UInt8.self) <= limit
      }
    }
    return all(view.shapes, counts.shapes, MemoryLayout<TermIndex.Shape>.offset(of: \.need), atMost: 2)
      && all(view.shapes, counts.shapes, MemoryLayout<TermIndex.Shape>.offset(of: \.startsUpper), atMost: 1)
      && all(view.entries, counts.entries, MemoryLayout<TermIndex.Entry>.offset(of: \.isOdd), atMost: 1)
  }

  private var hasSoundLinks: Bool {
    (0..<counts.linkGroups).allSatisfy { number in
      let group = view.linkGroups[number]
      return group.start <= group.end && Int(group.end) <= counts.links
    } && (0..<counts.links).allSatisfy { (1...3).contains(view.links[$0].count) }
  }
}
