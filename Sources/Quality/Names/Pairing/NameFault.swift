internal import Bitext

/// Something wrong with a name of a translation, found beside its source.
struct NameFault {
  let check: String
  let severity: Finding.Severity
  let side: Anchor.Side
  let sentence: Int
  let bytes: Range<Int>
  let surface: String
  let expected: [String]
  let evidence: [String]
  let message: String

  /// The same with the form of the target's language for a name that the source spells otherwise.
  func expecting(_ form: String, of spelt: String) -> NameFault {
    NameFault(
      check: check, severity: severity, side: side, sentence: sentence, bytes: bytes, surface: surface,
      expected: [form], evidence: evidence,
      message: "'\(surface)' looks like a slip for '\(form)', '\(spelt)' in the source")
  }

  var finding: Finding {
    Finding(
      check: check, severity: severity, message: message,
      place: .words(side: side, sentence: sentence, bytes: bytes), surface: surface, suggestions: expected,
      evidence: evidence)
  }
}
