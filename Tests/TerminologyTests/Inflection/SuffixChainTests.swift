import Bitext
import Testing

@testable import Terminology

@Suite struct SuffixChainTests {
  private func admits(_ stem: String, _ ending: String) throws -> Bool {
    let chains = try Fixture.inflection.get()["tr"].chains
    return chains.contains { $0.admits(stem: Array(stem.utf8)[...], ending: Array(ending.utf8)[...]) }
  }

  @Test func endingsFollowTheVowelBefore() throws {
    #expect(try admits("mülteci", "lerin") && admits("ateşkes", "ten") && admits("barış", "lar"))
    #expect(try !admits("mülteci", "larin") && !admits("barış", "mak") && !admits("barış", ""))
    #expect(try !admits("brr", "lar"))
  }
}
