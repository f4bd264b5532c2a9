/// How many elements the arrays of `TermTables` have.
struct TermTableCounts {
  let formSize: Int
  let forms: Int
  let starts: Int
  let readings: Int
  let steps: Int
  let pairs: Int
  let entries: Int
  let shapes: Int
  let links: Int
  let linkGroups: Int

  init(_ tables: TermTablesBuilder) {
    formSize = tables.formSize
    forms = tables.forms.count
    starts = tables.starts.count
    readings = tables.readings.count
    steps = tables.steps.count
    pairs = tables.pairs.count
    entries = tables.entries.count
    shapes = tables.shapes.count
    links = tables.links.count
    linkGroups = tables.linkGroups.count
  }

  /// In this order they are kept.
  var numbers: [Int] { [formSize, forms, starts, readings, steps, pairs, entries, shapes, links, linkGroups] }

  /// - Returns: nil unless there are as many numbers as `numbers` gives.
  init?(_ numbers: [Int]) {
    guard numbers.count == 10 else { return nil }
    formSize = numbers[0]
    forms = numbers[1]
    starts = numbers[2]
    readings = numbers[3]
    steps = numbers[4]
    pairs = numbers[5]
    entries = numbers[6]
    shapes = numbers[7]
    links = numbers[8]
    linkGroups = numbers[9]
  }

  /// What tells one layout of the elements from another: their sizes, and the order of a number's bytes.
  static let layout: [Int] = [
    MemoryLayout<TermTables.Form>.stride, MemoryLayout<TermTables.Node>.stride, MemoryLayout<TermTables.Reading>.stride,
    MemoryLayout<TermIndex.Entry>.stride, MemoryLayout<TermIndex.Detail>.stride, MemoryLayout<TermIndex.Shape>.stride,
    MemoryLayout<TermTables.LinkVariant>.stride, MemoryLayout<TermTables.LinkGroup>.stride,
    UInt32(1).littleEndian == 1 ? 1 : 2,
  ]
}
