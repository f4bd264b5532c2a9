internal import FoundationEssentials

/// The compiled form of a `TermIndex`: little-endian numbers of four bytes (layout, counts, odd gaps, edges), then the tables as they
/// lie in memory, from a multiple of 64 bytes on.
///
/// The rules of the language are not in it: whoever reads it has them.
extension TermIndex {
  /// Grows with the form.
  static let version = 2

  var bytes: [UInt8] {
    var out = CompiledBytesWriter()
    for number in TermTableCounts.layout + tables.counts.numbers + [termCount, oddGaps.count, edges.count] {
      out.append(number)
    }
    for (shape, marks) in oddGaps.sorted(by: { $0.key < $1.key }) {
      out.append(Int(shape))
      out.append(marks.count)
      out.append(marks)
    }
    for (entry, marks) in edges.sorted(by: { $0.key < $1.key }) {
      for number in [Int(entry), marks.before.count, marks.after.count] { out.append(number) }
      out.append(marks.before)
      out.append(marks.after)
    }
    while out.bytes.count % 64 != 0 { out.append(CollectionOfOne(0)) }
    return out.bytes + tables.bytes
  }

  /// Reads what `bytes` gave.
  /// - Parameter glossary: the one that the bytes were made of.
  /// - Returns: nil where the bytes are of another machine or damaged.
  convenience init?(_ data: Data, language: LanguageInflection, _ glossary: Glossary) {
    let bytes = CompiledBytes(data: data)
    var place = 0
    func number() -> Int {
      place += 4
      return bytes.number(place - 4)
    }
    guard TermTableCounts.layout.allSatisfy({ $0 == number() }),
      let counts = TermTableCounts((0..<10).map { _ in number() })
    else { return nil }
    let (termCount, gapCount, edgeCount) = (number(), number(), number())
    guard gapCount <= data.count / 8, edgeCount <= data.count / 12 else { return nil }
    var oddGaps: [Int32: [UInt8]] = [:]
    for _ in 0..<gapCount {
      let (shape, length) = (number(), number())
      guard shape < counts.shapes, length <= data.count - place else { return nil }
      oddGaps[Int32(shape)] = bytes.withBytes(place..<place + length) { Array($0) }
      place += length
    }
    var edges: [Int32: TermEdges] = [:]
    for _ in 0..<edgeCount {
      let (entry, before, after) = (number(), number(), number())
      guard entry < counts.entries, before <= data.count - place, after <= data.count - place - before else {
        return nil
      }
      let end = place + before + after
      edges[Int32(entry)] = TermEdges(
        before: bytes.withBytes(place..<place + before) { Array($0) },
        after: bytes.withBytes(place + before..<end) { Array($0) })
      place = end
    }
    place = (place + 63) / 64 * 64
    guard place <= data.count else { return nil }
    let tables = bytes.withBytes(place..<data.count) { TermTables($0, counts, glossary) }
    guard let tables else { return nil }
    self.init(
      language: language, letters: LetterTable(isTurkic: language.isTurkic, equivalents: language.equivalents),
      tables: tables, termCount: termCount,
      insertions: InsertionFilter(language.insertions, equivalents: language.equivalents), oddGaps: oddGaps,
      edges: edges)
  }
}
