internal import Bitext
public import Rules

/// What was learned from pairs of names: how much a rule's choice, a context or an origin counts.
///
/// A text of rows `part TAB feature TAB weight`; lines that begin with `#` are remarks. Features are spelt out so that a
/// person can read why a choice is preferred: `fr>en  ss>s|r=i  1.20`. Source: log-linear (maximum entropy) choice
/// between the units that the rules license, Berger et al. 1996.
public struct NameWeights: Sendable {
  /// Weight by part ("fr>en", "origin fr") and hash of the feature.
  private(set) var values: [UInt64: Double] = [:]
  /// The file's remarks: what it was learned from.
  public private(set) var remarks: [String] = []

  /// Rules alone.
  public init() {}

  /// - Throws: `RulesErrors` for rows that are not three fields with a number at the end.
  public init(text: String, file: String) throws(RulesErrors) {
    var faults: [RulesError] = []
    var number = 0
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      number += 1
      if line.isEmpty { continue }
      if line.first == "#" {
        remarks.append(line.dropFirst().drop { $0 == " " }.description)
        continue
      }
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard fields.count == 3, let weight = Double(fields[2]) else {
        let place = SourcePosition(file: file, line: number, column: 1)
        faults.append(RulesError("three fields are expected: part, feature, weight; learn the file anew", at: place))
        continue
      }
      values[Self.key(fields[0], fields[1])] = weight
    }
    if !faults.isEmpty { throw RulesErrors(faults) }
  }

  static func key(_ part: some StringProtocol, _ feature: some StringProtocol) -> UInt64 {
    key(part: NameHash.text(part), feature: NameHash.text(feature))
  }

  static func key(part: UInt64, feature: UInt64) -> UInt64 { (part &* 31) ^ feature }

  subscript(key: UInt64) -> Double { values[key] ?? 0 }

  func value(_ key: UInt64) -> Double? { values[key] }

  var isEmpty: Bool { values.isEmpty }
}
