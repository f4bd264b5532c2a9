/// The conditions of a rule as masks: what is asked at every candidate place, of every rule that might decide it.
struct RuleTest: Sendable {
  /// Of each of these something must hold; there is one for each key of features that a rule names.
  private var wanted = InlineArray<10, BreakFeatures>(repeating: [])
  private let count: Int
  private let barred: BreakFeatures
  /// All bits where any word will do.
  private let word: UInt64, next: UInt64
  private let barredWord: UInt64, barredNext: UInt64

  /// - Parameters:
  ///   - wanted: groups of features, at most ten; of each group one must hold.
  ///   - word: classes of the word before the mark, of which one must hold; nil where any word will do.
  ///   - next: likewise for the word after the place.
  ///   - barred: features and classes of which none may hold.
  init(
    wanted: [BreakFeatures], word: UInt64?, next: UInt64?, barred: BreakFeatures, barredWord: UInt64,
    barredNext: UInt64
  ) {
    count = min(wanted.count, self.wanted.count)
    for index in 0..<count { self.wanted[index] = wanted[index] }
    self.barred = barred
    self.word = word ?? .max
    self.next = next ?? .max
    self.barredWord = barredWord
    self.barredNext = barredNext
  }

  /// Whether a place may match that has `feature`, and no other of the features in `key`.
  func mayMatch(_ feature: BreakFeatures, of key: BreakFeatures) -> Bool {
    if feature.isSubset(of: barred) { return false }
    for index in 0..<count where wanted[index].isSubset(of: key) && wanted[index].isDisjoint(with: feature) {
      return false
    }
    return true
  }

  @inline(__always)
  func matches(_ context: BreakContext) -> Bool {
    if !context.features.isDisjoint(with: barred) { return false }
    if context.word & barredWord | context.next & barredNext != 0 { return false }
    if word != .max, context.word & word == 0 { return false }
    if next != .max, context.next & next == 0 { return false }
    for index in 0..<count where context.features.isDisjoint(with: wanted[index]) { return false }
    return true
  }
}
