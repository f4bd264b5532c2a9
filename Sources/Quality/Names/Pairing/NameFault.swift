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

  var finding: Finding {
    Finding(
      check: check, severity: severity, message: message,
      place: .words(side: side, sentence: sentence, bytes: bytes), surface: surface, suggestions: expected,
      evidence: evidence)
  }
}
