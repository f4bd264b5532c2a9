internal import Bitext

/// The steps of paths from word to word.
extension TermSearch {
  /// Notes the entries that end where a path stands, and every step that the next words of the text may lead to.
  @inline(__always)
  mutating func add(_ path: TermPath) {
    if path.node.firstEntry >= 0 {
      ends.append(.init(entry: path.node.firstEntry, first: path.first, next: path.next, trail: path.trail))
    }
    let next = Int(path.next)
    guard path.node.marks.has(TermTrie.goesOn), next < tokens.count, path.next - path.first < Self.longestTerm
    else { return }
    guard tokens[next].gap != .other || hasOddGaps else { return }
    let before = further.count
    propose(paths.count, path.node, at: next, isInserted: false)
    if path.node.marks.has(TermTrie.takesInsertion), !path.trail.hasInsertion, next + 1 < tokens.count,
      tokens[next].gap == .space, tokens[next + 1].gap == .space,
      index.insertions.mayAdmit(text, tokens[next])
    {
      // Only a preposition or link may follow what was inserted.
      propose(paths.count, path.node, at: next + 1, isInserted: true)
    }
    if further.count > before { paths.append(path) }
  }

  @inline(__always)
  private mutating func propose(_ i: Int, _ node: TermTables.Node, at next: Int, isInserted: Bool) {
    let form = tables.forms + Int(tokens[next].form)
    if isInserted, !form.pointee.mayFollowInsertion { return }
    if node.marks.mayLead(form.pointee.marks) {
      let (first, second, third) = form.pointee.readings
      offer(i, node, first, next, isInserted)
      if !second.isNone {
        offer(i, node, second, next, isInserted)
        if !third.isNone {
          offer(i, node, third, next, isInserted)
          if form.pointee.more > 0 { offerMore(i, node, Int(form.pointee.more), next, isInserted) }
        }
      }
    }
    let group = form.pointee.linkGroup
    if group > 0, node.marks.has(TermTrie.takesLink) { proposeLinks(i, node, group, at: next, isInserted: isInserted) }
  }

  /// Notes the step by a reading of word `next`, if it may lead on.
  @inline(__always)
  private mutating func offer(
    _ i: Int, _ node: TermTables.Node, _ reading: TermTables.Reading, _ next: Int, _ isInserted: Bool
  ) {
    if isInserted, reading.flags & FormTable.Sense.function == 0 { return }
    guard tables.mayLead(node, reading.word) else { return }
    further.append(
      Probe(
        path: Int32(truncatingIfNeeded: i), word: reading.word,
        slot: Int32(truncatingIfNeeded: node.row.place(reading.word)), next: Int32(truncatingIfNeeded: next + 1),
        variant: -1, flags: reading.flags, isInserted: isInserted))
  }

  @inline(never)
  private mutating func offerMore(
    _ i: Int, _ node: TermTables.Node, _ start: Int, _ next: Int, _ isInserted: Bool
  ) {
    var place = start
    while !tables.readings[place].isNone {
      offer(i, node, tables.readings[place], next, isInserted)
      place += 1
    }
  }

  /// Notes each link of a group that is written at word `next` and may lead on.
  @inline(__always)
  private mutating func proposeLinks(
    _ i: Int, _ node: TermTables.Node, _ group: Int, at next: Int, isInserted: Bool
  ) {
    let range = tables.linkGroups[group]
    var word = UInt32.max
    var mayLead = false
    for number in range.start..<range.end {
      let variant = tables.links + Int(number)
      if variant.pointee.link != word {
        word = variant.pointee.link
        mayLead = tables.mayLead(node, word)
      }
      // The first word of a link is that of its group.
      guard mayLead, has(variant.pointee, at: next, from: group == TermTables.Form.everyLink ? 0 : 1) else { continue }
      further.append(
        Probe(
          path: Int32(truncatingIfNeeded: i), word: word, slot: Int32(truncatingIfNeeded: node.row.place(word)),
          next: Int32(truncatingIfNeeded: next + Int(variant.pointee.count)),
          variant: Int16(truncatingIfNeeded: number), flags: 0, isInserted: isInserted))
    }
  }

  /// Reads the places of all steps, without any decision; then goes on from those that are there.
  @inline(__always)
  mutating func takeSteps() {
    for i in 0..<probes.count { probes[i].step = tables.steps[Int(probes[i].slot)] }
    for i in 0..<probes.count {
      let word = probes[i].word
      let row = paths[Int(probes[i].path)].node.row
      var step = probes[i].step
      if !step.leads(by: word) {
        if row.isSpread ? step.isFree : step.isLast { continue }
        guard let slot = tables.step(word, in: row, from: Int(probes[i].slot) + 1) else { continue }
        step = tables.steps[slot]
      }
      go(paths[Int(probes[i].path)], probes[i], to: step)
    }
    probes.removeAll()
  }

  @inline(__always)
  private mutating func go(_ path: TermPath, _ probe: Probe, to node: TermTables.Node) {
    var trail = path.trail
    if probe.isInserted {
      guard Self.mayInsert(index, text, tokens[Int(path.next)], insertions) else { return }
      trail.setInsertion()
    }
    if probe.variant >= 0 {
      let variant = tables.links[Int(probe.variant)]
      trail.variants = trail.variants << 4 | UInt32(variant.number)
      for place in Int(probe.next) - Int(variant.count)..<Int(probe.next) { trail.add(tokens[place], isFirst: false) }
    } else {
      let token = tokens[Int(probe.next) - 1]
      guard accept(probe.flags, token, &trail) else { return }
      trail.add(token, isFirst: false)
    }
    add(TermPath(node: node, first: path.first, next: probe.next, trail: trail))
  }

  /// Whether the text's word may be read so, and what that adds to the trail.
  @inline(__always)
  func accept(_ flags: UInt8, _ token: Token, _ trail: inout TermPath.Trail) -> Bool {
    let isChained = token.flags & Token.chained != 0
    if flags & FormTable.Sense.conditions == 0, !isChained { return true }
    if flags & FormTable.Sense.stemOnly != 0, !isChained { return false }
    if flags & FormTable.Sense.capitalOnly != 0, !token.startsUpper { return false }
    if flags & FormTable.Sense.allCapitalsOnly != 0, !token.isAllUpper { return false }
    if flags & FormTable.Sense.accents != 0 { trail.setAccentless() }
    if flags & FormTable.Sense.contracted != 0 { trail.setContracted() }
    if isChained { trail.setChained() }
    return true
  }

  /// Whether a link is written so at a place of the text, with a word after it; its words before `from` are known to be.
  @inline(__always)
  private func has(_ variant: TermTables.LinkVariant, at place: Int, from: Int) -> Bool {
    let count = Int(variant.count)
    guard place + count < tokens.count else { return false }
    var i = from
    while i < count {
      let token = tokens[place + i]
      guard token.form > 0, i == 0 || token.gap != .other, tables.isWord(token.form, variant.word(i)) else {
        return false
      }
      i += 1
    }
    return true
  }
}
