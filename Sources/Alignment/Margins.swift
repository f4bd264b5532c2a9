/// How a sentence begins and ends, whatever the language: the kind of its first sign and of its last ones.
///
/// Translators keep a speaker's turn, a heading or an item of a list apart; dashes, quotation marks and missing stops show
/// where one begins or ends.
struct Margins: Hashable, Sendable {
  enum Opening: UInt8, CaseIterable { case other, small, digit, quotation, dash, bracket, capitals }
  enum Closing: UInt8, CaseIterable { case other, stop, question, exclamation, comma, colon, bracket, dash }

  let opening: Opening
  /// The last sign before closing quotation marks.
  let closing: Closing
  /// Whether quotation marks end it.
  let endsQuotation: Bool

  init(_ text: String) {
    var opening: Opening?
    var closing = Closing.other
    var endsQuotation = false
    var isFirst = true
    var capitals = 0
    var smalls = 0
    for scalar in text.unicodeScalars {
      if scalar.value == 32 || scalar.properties.isWhitespace { continue }
      let isSmall = scalar.properties.isLowercase
      if isSmall { smalls += 1 } else if scalar.properties.isUppercase { capitals += 1 }
      let isQuotation = Self.quotationMarks.contains(scalar)
      if opening == nil {
        opening = isQuotation ? .quotation : isSmall ? .small : Self.opening(scalar)
      }
      endsQuotation = isQuotation && !isFirst
      if !isQuotation { closing = Self.closing(scalar) }
      isFirst = false
    }
    let isCapitals = smalls == 0 && capitals >= Self.fewestCapitals && opening == .other
    self.opening = isCapitals ? .capitals : opening ?? .other
    self.closing = closing
    self.endsQuotation = endsQuotation
  }

  /// Capitals that make a line written in capitals.
  private static let fewestCapitals = 4

  private static func opening(_ scalar: Unicode.Scalar) -> Opening {
    switch scalar.properties.generalCategory {
    case .dashPunctuation: .dash
    case .openPunctuation: .bracket
    case .decimalNumber: .digit
    default: .other
    }
  }

  private static func closing(_ scalar: Unicode.Scalar) -> Closing {
    switch scalar {
    case ".", "…", "。", "．", "։", "।", "۔": .stop
    case "?", "？", "՞", "؟": .question
    case "!", "！", "՜": .exclamation
    case ",", "،", "，", "、": .comma
    case ":", ";", "：", "；", "؛": .colon
    case ")", "]", "）": .bracket
    case "-", "–", "—", "―": .dash
    default: .other
    }
  }

  private static let quotationMarks: Set<Unicode.Scalar> = [
    "\"", "'", "«", "»", "“", "”", "„", "‘", "’", "‚", "‹", "›", "「", "」", "『", "』", "`",
  ]
}

extension Margins {
  static let openings = Opening.allCases.count
  /// Kinds of what stands between two sentences.
  static let seams = 2 * Closing.allCases.count * openings

  /// What stands between this sentence and the one after it, as a number below `seams`.
  func seam(before next: Margins) -> Int {
    (Int(closing.rawValue) * 2 + (endsQuotation ? 1 : 0)) * Self.openings + Int(next.opening.rawValue)
  }
}
