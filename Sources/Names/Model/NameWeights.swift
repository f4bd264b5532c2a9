internal import Bitext
package import Rules

/// What was learned from pairs of names: how much a rule's choice, a context or an origin counts.
///
/// A text of rows `part TAB feature TAB weight`; lines that begin with `#` are remarks. Features are spelt out so that a
/// person can read why a choice is preferred: `fr>en  ss>s|r=i  1.20`. Source: log-linear (maximum entropy) choice
/// between the units that the rules license, Berger et al. 1996.
package struct NameWeights: Sendable {
  /// Keys by part ("fr>en", "origin fr") and feature, at their hash's place or the next free one; 0 is a free place. The
  /// number of places is a power of two, or none.
  let keys: [UInt64]
  /// Weights at the places of their keys, as the bits of floating-point numbers.
  let bits: [UInt32]
  /// The file's remarks: what it was learned from.
  package let remarks: [String]

  /// Rules alone.
  package init() {
    self.init([:], remarks: [])
  }

  private init(_ weights: [UInt64: Double], remarks: [String]) {
    var places = weights.isEmpty ? 0 : 16
    while places < weights.count * 2 { places *= 2 }
    var keys = [UInt64](repeating: 0, count: places)
    var bits = [UInt32](repeating: 0, count: places)
    for (key, weight) in weights.sorted(by: { $0.key < $1.key }) where key != 0 {
      var place = Int(truncatingIfNeeded: key) & (places - 1)
      while keys[place] != 0 { place = (place + 1) & (places - 1) }
      keys[place] = key
      bits[place] = Float(weight).bitPattern
    }
    self.keys = keys
    self.bits = bits
    self.remarks = remarks
  }

  /// From what a compiled form keeps; nil where that cannot be a table of weights.
  init?(keys: [UInt64], bits: [UInt32], remarks: [String]) {
    guard keys.count == bits.count, keys.count & (keys.count - 1) == 0, keys.isEmpty || keys.contains(0) else {
      return nil
    }
    self.keys = keys
    self.bits = bits
    self.remarks = remarks
  }

  /// - Throws: `RulesErrors` for rows that are not three fields with a number at the end.
  package init(text: String, file: String) throws(RulesErrors) {
    var faults: [RulesError] = []
    var remarks: [String] = []
    var values: [UInt64: Double] = [:]
    values.reserveCapacity(text.utf8.count / 22)
    var number = 0
    // The parts are few and follow each other: each is hashed once.
    var part: (text: Substring, hash: UInt64) = ("", NameHash.seed)
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      number += 1
      if line.isEmpty { continue }
      if line.utf8.first == UInt8(ascii: "#") {
        remarks.append(String(line.dropFirst().drop { $0 == " " }))
        continue
      }
      let fields = line.utf8.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
      guard fields.count == 3, let weight = Double(Substring(fields[2])) else {
        let place = SourcePosition(file: file, line: number, column: 1)
        faults.append(RulesError("three fields are expected: part, feature, weight; learn the file anew", at: place))
        continue
      }
      let name = Substring(fields[0])
      if name != part.text { part = (name, NameHash.text(name)) }
      values[Self.key(part: part.hash, feature: NameHash.text(Substring(fields[1])))] = weight
    }
    if !faults.isEmpty { throw RulesErrors(faults) }
    self.init(values, remarks: remarks)
  }

  static func key(_ part: some StringProtocol, _ feature: some StringProtocol) -> UInt64 {
    key(part: NameHash.text(part), feature: NameHash.text(feature))
  }

  static func key(part: UInt64, feature: UInt64) -> UInt64 { (part &* 31) ^ feature }

  subscript(key: UInt64) -> Double { value(key) ?? 0 }

  func value(_ key: UInt64) -> Double? {
    if keys.isEmpty { return nil }
    var place = Int(truncatingIfNeeded: key) & (keys.count - 1)
    while keys[place] != 0 {
      if keys[place] == key { return Double(Float(bitPattern: bits[place])) }
      place = (place + 1) & (keys.count - 1)
    }
    return nil
  }

  var isEmpty: Bool { keys.isEmpty }
}
