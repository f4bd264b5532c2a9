import Testing

@testable import Names

@Suite struct NameEditsTests {
  @Test(arguments: [
    ("", "", 0), ("abc", "", 3), ("Muradov", "Muardov", 1), ("Chobanyan", "Chobayan", 1), ("ab", "ba", 1),
    ("ca", "abc", 3),
  ])
  func counted(a: String, b: String, distance: Int) {
    #expect(NameEdits.distance(a, b) == distance)
    #expect(NameEdits.distance(b, a) == distance)
  }
}
