/// A convention by which a name of another script is spelt with Latin letters.
package enum RomanizationSystem: String, Hashable, Sendable, CaseIterable {
  /// As French-language newspapers write: Pachinian, Choïgou.
  case frenchPress = "fr"
  /// As English-language newspapers write: Pashinyan, Shoigu.
  case englishPress = "en"
  /// BGN/PCGN, the system of British and American maps.
  case bgn
  /// The national system or the ISO standard, as the table's head says.
  case national
}
