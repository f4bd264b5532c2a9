import Testing

@testable import Exchange

@Suite struct XLIFF2FragmentTests {
  @Test(arguments: [
    "#s1", "#/f=f1/u=1/s1", "#n=n1", "#u=1/d=d1", "#/f=f1/g=g1/n=n", "#gls=g1", "http://x/y", "other.xlf#a",
  ])
  func theseAreReferences(text: String) { #expect(XLIFF2Fragment.fault(text) == nil) }

  @Test(arguments: ["#", "#/u=u1/f=f1/gls=g1", "#c1/c2", "#f=f1/d=d1/u=1", "#u=1/u=2", "#x=1", "#=1", "#u="])
  func theseAreNone(text: String) { #expect(XLIFF2Fragment.fault(text) != nil) }
}
