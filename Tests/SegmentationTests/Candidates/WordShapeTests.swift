import Testing

@testable import Segmentation

@Suite struct WordShapeTests {
  private func shape(_ word: String) -> BreakFeatures {
    var word = word
    return word.withUTF8 { WordShape.features(of: 0..<$0.count, in: TextBytes($0)) }
  }

  private static let shapes: [(String, BreakFeatures)] = [
    ("", .shapeNone), ("M", [.shapeInitial, .shapeShort, .shapeRoman]), ("J.-C", [.shapeInitials, .shapeShort]),
    ("J-P", [.shapeInitials, .shapeShort]), ("p.ex", [.shapeDotted, .shapeShort]),
    ("12", [.shapeNumber, .shapeSmallNumber]), ("2020", .shapeNumber), ("1er", [.shapeMixed, .shapeShort]),
    ("OTAN", .shapeAllCaps), ("ville", .shapeLower), ("Bakou", .shapeCapitalised), ("iPhone", .shapeMixed),
    ("XIV", [.shapeAllCaps, .shapeShort, .shapeRoman]), ("www.un.org", .shapeURL), ("a@b.am", .shapeURL),
    ("თბილისი", .shapeCaseless), ("ბ", [.shapeOneLetter, .shapeCaseless, .shapeShort]),
  ]

  @Test(arguments: shapes)
  func aWordHasAShape(word: String, expected: BreakFeatures) {
    #expect(shape(word).subtracting(.shapeConsonants) == expected, "\(word)")
  }

  @Test func aShortWordWithoutAVowelIsTold() {
    for word in ["Dr", "км", "бр"] { #expect(shape(word).contains(.shapeConsonants), "\(word)") }
    for word in ["mtre", "été", "ООН", "art", "bldgs"] { #expect(!shape(word).contains(.shapeConsonants), "\(word)") }
  }
}
