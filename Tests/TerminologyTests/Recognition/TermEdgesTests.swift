import Bitext
import Testing

@testable import Terminology

@Suite struct TermEdgesTests {
  @Test func aTermsOwnMarksCount() throws {
    let matcher = try Fixture.matcher("en", "cpp: en=C++", "net: en=.NET", "tag: en=#metoo")
    let text = "C and C++, the net, NET and .NET; metoo and #metoo."
    let found = matcher.occurrences(in: text).map { "\($0.surface)/\($0.concept)/\($0.how)" }
    #expect(found == ["C++/cpp/exact", ".NET/net/exact", "#metoo/tag/exact"])
  }

  @Test func bracketsQuotesAndStopsBelongToTheText() {
    #expect(TermEdges("Yahoo!", words: 0..<5) == nil)
    #expect(TermEdges("Treaty Organization (CSTO)", words: 0..<25) == nil)
    #expect(TermEdges("U.N.", words: 0..<3) == nil)
    #expect(TermEdges("«Aravot»", words: 2..<8) == nil)
    #expect(TermEdges("C#", words: 0..<1)?.after == Array("#".utf8))
  }

  @Test func namesInMarksAreFoundAsWritten() throws {
    let matcher = try Fixture.matcher("en", "att org: en=AT&T", "lci org: en=TF1/LCI", "eon org: en=E.ON")
    let found = matcher.occurrences(in: "Sold to (AT&T), \"TF1/LCI\" and E.ON.").map(\.concept)
    #expect(found == ["att", "lci", "eon"])
    #expect(matcher.occurrences(in: "TF1 and LCI, AT and T.").isEmpty)
  }
}
