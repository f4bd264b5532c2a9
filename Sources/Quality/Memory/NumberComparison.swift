internal import Bitext
internal import Linguistics

/// Whether two texts of different languages have the same numbers.
enum NumberComparison {
  /// "1,960 is not in the translation"; nil where every number in figures is met on the other side, in figures or words.
  ///
  /// A date is its day and month, and its year by itself: "le 10 novembre" beside "10 November 2020" lacks only the year, and
  /// a year by itself is met as a number.
  static func difference(
    _ source: String, _ from: LanguageProfile, _ target: String, _ to: LanguageProfile
  ) -> String? {
    // Most units have no figure on either side.
    guard hasFigures(source) || hasFigures(target) else { return nil }
    let (a, b) = (parts(source, from), parts(target, to))
    if let lost = a.first(where: { $0.isInFigures && !isMet($0, in: b) }) {
      return "'\(lost.surface)' of the source is not in the translation"
    }
    if let added = b.first(where: { $0.isInFigures && !isMet($0, in: a) }) {
      return "'\(added.surface)' of the translation is not in the source"
    }
    return nil
  }

  private struct Part {
    let values: [String]
    let surface: String
    let isInFigures: Bool
    /// The figures with what joins them, as they stand: "53.7" is read as two numbers in French, and is one all the same.
    let run: String
  }

  private static func isMet(_ part: Part, in others: [Part]) -> Bool {
    let found = Set(others.flatMap(\.values))
    return part.values.allSatisfy(found.contains) || others.contains { $0.run == part.run }
  }

  private static func parts(_ text: String, _ profile: LanguageProfile) -> [Part] {
    let bytes = Array(text.utf8)
    return QuantityReader(profile).quantities(in: text).map { quantity in
      let surface = String(decoding: bytes[quantity.bytes], as: UTF8.self)
      let values: [String]
      switch quantity.value {
      case .number(let digits): values = [digits]
      case .date(let day, let month, let year): values = ["\(month)-\(day)"] + (year.map { [String($0)] } ?? [])
      }
      return Part(
        values: values, surface: surface, isInFigures: surface.contains(where: \.isNumber),
        run: run(around: quantity.bytes, in: bytes))
    }
  }

  private static func hasFigures(_ text: String) -> Bool {
    text.utf8.contains { $0 >= 0x30 && $0 <= 0x39 }
      || text.unicodeScalars.contains { $0.value > 0x7F && $0.properties.numericType == .decimal }
  }

  /// Figures on either side that a point or comma joins to these.
  private static func run(around place: Range<Int>, in bytes: [UInt8]) -> String {
    func isFigure(_ i: Int) -> Bool { bytes.indices.contains(i) && (0x30...0x39).contains(bytes[i]) }
    func isJoint(_ i: Int) -> Bool {
      bytes.indices.contains(i) && (bytes[i] == UInt8(ascii: ".") || bytes[i] == UInt8(ascii: ",")) && isFigure(i - 1)
        && isFigure(i + 1)
    }
    var (start, end) = (place.lowerBound, place.upperBound)
    while isFigure(start - 1) || isJoint(start - 1) { start -= 1 }
    while isFigure(end) || isJoint(end) { end += 1 }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }
}
