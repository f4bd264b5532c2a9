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
    let scalars = text.unicodeScalars
    let first = scalars.firstIndex { !Self.isSpace($0) }
    guard let first else {
      (opening, closing, endsQuotation) = (.other, .other, false)
      return
    }
    opening = Self.opening(scalars[first...])
    var closing = Closing.other
    var endsQuotation = false
    for index in scalars.indices.reversed() where !Self.isSpace(scalars[index]) {
      if Self.isQuotationMark(scalars[index]) {
        endsQuotation = endsQuotation || index > first
      } else {
        closing = Self.closing(scalars[index])
        break
      }
    }
    self.closing = closing
    self.endsQuotation = endsQuotation
  }

  /// Capitals that make a line written in capitals.
  private static let fewestCapitals = 4

  private static func opening(_ scalars: String.UnicodeScalarView.SubSequence) -> Opening {
    guard let first = scalars.first else { return .other }
    if isQuotationMark(first) { return .quotation }
    if ("a"..."z").contains(first) { return .small }
    if !("A"..."Z").contains(first) {
      if first.properties.isLowercase { return .small }
      switch first.properties.generalCategory {
      case .dashPunctuation: return .dash
      case .openPunctuation: return .bracket
      case .decimalNumber: return .digit
      default: break
      }
    }
    // Up to the first small letter: mostly the second one.
    var capitals = 0
    for scalar in scalars {
      if ("a"..."z").contains(scalar) || (scalar.value > 127 && scalar.properties.isLowercase) { return .other }
      if ("A"..."Z").contains(scalar) || (scalar.value > 127 && scalar.properties.isUppercase) { capitals += 1 }
    }
    return capitals >= fewestCapitals ? .capitals : .other
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || ((scalar.value < 32 || scalar.value > 127) && scalar.properties.isWhitespace)
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

  private static func isQuotationMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\"", "'", "`", "«", "»", "“", "”", "„", "‘", "’", "‚", "‹", "›", "「", "」", "『", "』": true
    default: false
    }
  }
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
