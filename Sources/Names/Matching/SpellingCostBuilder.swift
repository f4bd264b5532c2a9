internal import Romanization

/// Gathers the pieces and costs of the tables' rows.
struct SpellingCostBuilder {
  private(set) var texts: [String] = []
  private var ids: [String: Int32] = [:]
  private(set) var entries: [SpellingCosts.Entry] = []
  private var numbers: [UInt64: Int] = [:]
  private let conventions: RomanizationConventions

  init(_ conventions: RomanizationConventions) { self.conventions = conventions }

  mutating func add(_ row: RomanizationTable.Row, number: Int32) {
    func marked(_ form: String) -> String {
      (row.when.atoms.contains(.initial) ? "^" : "") + form + (row.when.atoms.contains(.final) ? "$" : "")
    }
    func ranked(_ system: RomanizationSystem, _ step: Float) -> [(String, Float)] {
      (row.forms[system] ?? []).filter { !$0.isEmpty }.enumerated().map { (marked($1), step * Float($0)) }
    }
    let others = row.also.filter { !$0.isEmpty }.map { (marked($0), Float(0.45)) }
    let sides = conventions.presses.map { press in
      // Spellings of maps are met beside those of a press, at a greater cost.
      let maps = conventions.entries.filter { !$0.isPress && $0.metIn == press }.flatMap { ranked($0.system, 0.2) }
      return ranked(press, 0.12) + others + maps.map { ($0.0, $0.1 + 0.2) }
    }
    for (place, first) in sides.enumerated() {
      for second in sides[(place + 1)...] {
        pair(.forth, first, second, 0, number)
        pair(.back, second, first, 0, number)
      }
    }
    for side in sides { pair(.alike, side, side, 0.1, number) }
  }

  private mutating func pair(
    _ reading: SpellingCosts.Reading, _ a: [(String, Float)], _ b: [(String, Float)], _ extra: Float, _ row: Int32
  ) {
    for (x, costX) in a {
      let first = id(x)
      for (y, costY) in b where x != y {
        let second = id(y)
        let key = UInt64(UInt32(first)) << 32 | UInt64(UInt32(second))
        let number = numbers[key] ?? entries.count
        if number == entries.count {
          numbers[key] = number
          entries.append(
            SpellingCosts.Entry(first: first, second: second, costs: SIMD4(repeating: .infinity), rows: []))
        }
        let cost = costX + costY + extra
        if cost < entries[number].costs[reading.rawValue] { entries[number].costs[reading.rawValue] = cost }
        if entries[number].rows.last != row { entries[number].rows.append(row) }
      }
    }
  }

  private mutating func id(_ piece: String) -> Int32 {
    if let known = ids[piece] { return known }
    let new = Int32(texts.count)
    ids[piece] = new
    texts.append(piece)
    return new
  }

  /// The entries with what was learned in place of the rules' own costs.
  func learned(_ weights: NameWeights) -> [SpellingCosts.Entry] {
    let part = NameHash.text("match")
    let letters = texts.map { Array($0.unicodeScalars) }
    let hashes = letters.map { NameHash.mix(NameHash.seed, $0) }
    func learned(_ x: Int32, _ y: Int32) -> Float? {
      let feature = NameHash.mix(NameHash.mix(hashes[Int(x)], NameHash.arrow), letters[Int(y)])
      return weights.value(NameWeights.key(part: part, feature: feature)).map { Float($0) }
    }
    return entries.map { entry in
      var entry = entry
      let (forth, back) = (learned(entry.first, entry.second), learned(entry.second, entry.first))
      let (there, here, alike) = (
        SpellingCosts.Reading.forth.rawValue, SpellingCosts.Reading.back.rawValue, SpellingCosts.Reading.alike.rawValue
      )
      if let forth, entry.costs[there] < .infinity { entry.costs[there] = forth }
      if let back, entry.costs[here] < .infinity { entry.costs[here] = back }
      // Two spellings of one press: as far apart as the nearer way across.
      if let nearer = [forth, back].compactMap({ $0 }).min(), entry.costs[alike] < .infinity {
        entry.costs[alike] = max(entry.costs[alike], 0.15 + 0.7 * nearer)
      }
      return entry
    }
  }
}
