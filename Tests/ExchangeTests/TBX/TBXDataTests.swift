import Bitext
import Testing

@testable import Exchange

@Suite struct TBXDataTests {
  private func data(_ name: String, _ type: String?, _ text: String) -> [TermDatum] {
    TBXData.data(name, type.map { [Attribute("type", $0)] } ?? [], [.text(text)])
  }

  @Test func theSameCategoryInEveryStyle() {
    let dca = data("termNote", "partOfSpeech", " noun ")
    #expect(dca == [TermDatum("partOfSpeech", "noun")] && data("partOfSpeech", nil, "noun") == dca)
    #expect(data("termStatus", nil, "preferred").map(\.category) == ["administrativeStatus"])
  }

  @Test func aGroupIsItsFirstElementWithDetails() {
    let group = TBXData.data(
      "descripGrp", [],
      [
        .code(name: "descrip", attributes: [Attribute("type", "definition")], content: [.text("d")]),
        .code(name: "admin", attributes: [Attribute("type", "source")], content: [.text("s")]),
      ])
    #expect(group.map(\.category) == ["definition"] && group[0].details.map(\.value) == ["s"])
    #expect(TBXData.data("adminGrp", [], []) == [])
  }

  @Test func aNoteOfOursIsTheDatumThatItHolds() {
    #expect(data("note", nil, "corridor:pos=noun") == [TermDatum("pos", "noun")])
    #expect(data("note", nil, "corridor: a note").map(\.category) == ["note"])
  }

  @Test func theTitleIsTheFirstParagraphWithText() {
    let paragraph = Inline.code(name: "p", attributes: [], content: [.text(" t ")])
    #expect(TBXData.title([.text("x"), .code(name: "sourceDesc", attributes: [], content: [paragraph])]) == "t")
    #expect(TBXData.title([]) == "")
  }
}
