import Foundation
import Testing

@Suite struct NamesCommandTests {
  @Test func predictionsHaveFiveColumns() throws {
    let run = try Tool.run("names", "predict", input: "Sergueï Choïgou\nTbilissi\n")
    #expect(run.status == 0)
    let rows = run.output.split(separator: "\n").map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
    #expect(rows.map(\.count) == [5, 5])
    #expect(rows[0][0] == "Sergueï Choïgou")
    #expect(Double(rows[1][2]) ?? -1 >= 0)
  }

  @Test(arguments: [
    ("Choïgou", "Shoigu", "same"), ("Пашинян", "Pashinyan", "same"), ("Poutine", "Poutina", "different"),
    ("Serge Sarkissian", "Armen Sarkissian", "different"),
  ])
  func pairsGetAVerdictAndAReason(first: String, second: String, verdict: String) throws {
    let run = try Tool.run("names", "match", input: "\(first)\t\(second)\n")
    let fields = run.output.split(separator: "\t", omittingEmptySubsequences: false)
    #expect(fields.count == 3)
    #expect(fields[1] == verdict)
  }

  @Test func aRowThatIsNoPairIsPlaced() throws {
    let run = try Tool.run("names", "match", input: "a\tb\nc\n")
    #expect(run.status == 3)
    #expect(run.messages.hasPrefix("-:2:1: error: "))
  }

  @Test func namesAreListedWithTheirPlaces() throws {
    let list = try Tool.run("names", "list", "seeds", "--format", "json").list()
    let yerevan = try #require(list.first { $0["name"] as? String == "yerevan" })
    let forms = try #require(yerevan["forms"] as? [[String: Any]])
    #expect(Set(forms.compactMap { $0["text"] as? String }).isSuperset(of: ["Erevan", "Yerevan"]))
    let page = try Tool.run("names", "list", "seeds", "--format", "html").output
    #expect(page.hasPrefix("<!DOCTYPE html>") && page.contains("Yerevan"))
    #expect(!page.contains("<script") && !page.contains("http"))
  }
}
