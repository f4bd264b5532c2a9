import Testing

@testable import Names

@Suite struct NameBlocksTests {
  private func meet(_ a: String, _ b: String) throws -> Bool {
    let matcher = NameMatcher(try ShippedModel.get())
    return NameBlocks.keys(of: matcher.prepare(a)).meet(NameBlocks.keys(of: matcher.prepare(b)))
  }

  @Test(arguments: [
    ("Serge Sarkissian", "Serzh Sargsyan"), ("N. Pachinian", "Nikol Pashinyan"), ("Gousseïnov", "Huseynov"),
    ("Bachar el-Assad", "Bashar al-Assad"), ("Alexandre Loukachenko", "Alexander Lukashenko"), ("Пашинян", "Pachinian"),
    ("Djeyhoun Baïramov", "Jeyhun Bayramov"), ("Iouri Ouchakov", "Yuri Ushakov"),
  ])
  func spellingsOfOneNameMeet(pair: (String, String)) throws { #expect(try meet(pair.0, pair.1)) }

  @Test(arguments: [
    ("Pachinian", "Kotcharian"), ("Nikol Pachinian", "Serge Sarkissian"), ("Armen Sarkissian", "Vazgen Sargsyan"),
  ])
  func otherNamesAreKeptApart(pair: (String, String)) throws { #expect(try !meet(pair.0, pair.1)) }

  /// What is compared grows with the names, not with their square: every name here has a surname of its own.
  @Test func timeIsNearLinear() throws {
    let matcher = NameMatcher(try ShippedModel.get())
    func compared(_ count: Int) -> Int {
      var blocks = NameBlocks()
      var compared = 0
      for number in 0..<count {
        let name = "Armen " + Self.surname(number)
        let keys = NameBlocks.keys(of: matcher.prepare(name))
        _ = blocks.first(keys) { _ in
          compared += 1
          return false
        }
        blocks.add(number, keys)
      }
      return compared
    }
    let (small, large) = (compared(1000), compared(4000))
    #expect(large < 24 * max(small, 500), "\(small) comparisons for 1000 names, \(large) for 4000")
  }

  private static func surname(_ number: Int) -> String {
    let heads = ["Ba", "Da", "Gu", "Ka", "La", "Mu", "Na", "Ro", "Sa", "Va", "Za", "Ar", "Khi", "Cho", "Jo"]
    let rest = ["ba", "du", "ga", "ko", "lo", "ma", "ni", "ru", "sa", "ta", "va", "za", "chi", "kha", "sha", "ja"]
    return heads[number % 15] + rest[number / 15 % 16] + rest[number / 240 % 16] + rest[number / 3840 % 16] + "nyan"
  }
}
