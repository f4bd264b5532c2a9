internal import Bitext
internal import Files
internal import Romanization

/// The units of one language in one direction, by first letter.
struct NameUnits: Sendable {
  let table: RomanizationTable?
  let direction: NameDirection
  /// Whether letters that no row changes lose their marks.
  private let dropsMarks: Bool
  private let byFirst: [Unicode.Scalar: [NameUnit]]
  private let vowels: Set<Unicode.Scalar>
  private let front: Set<Unicode.Scalar>

  /// The units of a table, or the letters as they are without one.
  init(table: RomanizationTable?, direction: NameDirection, _ conventions: RomanizationConventions) {
    self.table = table
    self.direction = direction
    if case .press(let system) = direction.to {
      dropsMarks = conventions.entry(system)?.dropsMarks ?? false
    } else {
      dropsMarks = false
    }
    var byFirst: [Unicode.Scalar: [NameUnit]] = [:]
    for (number, row) in (table?.rows ?? []).enumerated() {
      for unit in Self.units(of: row, number: number, direction: direction, table: table) {
        Self.add(unit, to: &byFirst[unit.source[0], default: []])
      }
    }
    self.byFirst = byFirst.mapValues { $0.sorted(by: Self.inOrder) }
    if direction.from == .native, let table {
      vowels = table.vowels
      front = table.front
    } else {
      vowels = LatinLetters.vowels
      front = LatinLetters.front
    }
  }

  /// The units that can stand at one place of a word, with the letter itself as the last resort.
  func units(in word: [Unicode.Scalar], at index: Int) -> [NameUnit] {
    var found = (byFirst[word[index]] ?? []).filter { unit in
      let end = index + unit.source.count
      return end <= word.count && word[index..<end].elementsEqual(unit.source)
        && unit.when.holds(
          in: word, at: index..<end, vowels: vowels, front: front, named: direction.from == .native)
    }
    if direction.from != .native || found.isEmpty { found.append(asItIs(word[index])) }
    return found
  }

  /// Adds a unit, or takes it for one of the same pieces that the rules prefer less. Few units begin with one letter.
  private static func add(_ unit: NameUnit, to units: inout [NameUnit]) {
    let known = units.firstIndex {
      $0.key == unit.key && $0.when == unit.when && $0.source == unit.source && $0.target == unit.target
    }
    guard let known else { return units.append(unit) }
    if units[known].prior < unit.prior { units[known] = unit }
  }

  /// Longer pieces first, then what the rules prefer, then the order of the rows. Texts are made only where all these are
  /// equal: to make them for every comparison took most of the time.
  private static func inOrder(_ a: NameUnit, _ b: NameUnit) -> Bool {
    if a.source.count != b.source.count { return a.source.count > b.source.count }
    if a.prior != b.prior { return a.prior > b.prior }
    if a.row != b.row { return a.row < b.row }
    return String(String.UnicodeScalarView(a.target)) < String(String.UnicodeScalarView(b.target))
  }

  private static func units(
    of row: RomanizationTable.Row, number: Int, direction: NameDirection, table: RomanizationTable?
  ) -> [NameUnit] {
    let sources: [(String, Double)] =
      switch direction.from {
      case .native: [(table?.lowercased(row.from) ?? row.from, 0)]
      case .press(let system):
        (row.forms[system] ?? []).enumerated().map { ($1, -0.8 * Double($0)) } + row.also.map { ($0, -2.5) }
      }
    guard case .press(let system) = direction.to else { return [] }
    let conditions = Double(row.when.atoms.count)
    var units: [NameUnit] = []
    for (source, cost) in sources where !source.isEmpty {
      for (choice, target) in (row.forms[system] ?? []).enumerated() {
        let from = Array(source.unicodeScalars)
        let to = Array(target.unicodeScalars)
        // A longer piece says more than its letters one by one; a row with conditions more than one without.
        let prior = cost - 1.6 * Double(choice) + 2.2 * Double(from.count - 1) + 0.9 * conditions
        units.append(
          NameUnit(
            source: from, target: to, when: row.when, prior: prior, row: number, key: NameHash.pair(from, to)))
      }
    }
    return units
  }

  private func asItIs(_ letter: Unicode.Scalar) -> NameUnit {
    let alone = table == nil
    let plain = alone || !dropsMarks ? [letter] : LatinLetters.plain(letter)
    return NameUnit(
      source: [letter], target: plain, when: .anywhere, prior: alone ? 0 : -2, row: -1,
      key: NameHash.pair([letter], plain))
  }
}
