package import Bitext

/// How a file is read, and where the reader reports what it finds.
package final class ReadingContext {
  package let limits: ReadingLimits
  /// Whether complete units are kept where the file is damaged. Otherwise the first error ends the reading.
  package let salvages: Bool
  /// Whether the structure and the meaning are checked too; without, only what the reader does not use as it stands is
  /// told.
  package let validates: Bool
  /// The languages of formats that do not say theirs (glossaries in two columns, pairs, plain text).
  package let source: LanguageTag
  package let target: LanguageTag
  /// Whether the user named the two; else they are what the house usually translates, which is no reason to label the
  /// text of a format that could have said it.
  package let namesLanguages: Bool
  private let report: (Finding, Finding.Level) -> Void
  /// Units or entries that were left out.
  package private(set) var dropped = 0
  /// Characters that were replaced.
  package private(set) var repaired = 0

  package init(
    limits: ReadingLimits = ReadingLimits(), salvages: Bool = false, validates: Bool = false,
    source: LanguageTag = "x-source", target: LanguageTag = "x-target", namesLanguages: Bool = false,
    report: @escaping (Finding, Finding.Level) -> Void = { _, _ in }
  ) {
    self.limits = limits
    self.salvages = salvages
    self.validates = validates
    self.source = source
    self.target = target
    self.namesLanguages = namesLanguages
    self.report = report
  }

  /// Reports something that other tools, or this one, may stumble over; never a reason to refuse the file.
  package func tell(
    _ check: String, _ level: Finding.Level, _ message: String, at position: SourcePosition,
    effect: Finding.Effect = .kept
  ) {
    switch effect {
    case .dropped: dropped += 1
    case .repaired: repaired += 1
    case .kept: break
    }
    report(
      Finding(check: check, severity: .warning, message: message.bounded, place: .file(position), effect: effect), level
    )
  }
}
