import Testing

@testable import Names

@Suite struct NameClustersTests {
  @Test func spellingsOfOneNameAreOneCluster() throws {
    let clusters = NameClusters(NameMatcher(try ShippedModel.get()))
    let names = ["Pachinian", "Pashinyan", "Aliev", "Pachinian", "Alieva", "Aliyev", "Պաշինյան"]
    let found = clusters.clusters(of: names.enumerated().map { ($0.element, $0.offset) })
    #expect(
      found.map { Set($0.spellings.map(\.text)) } == [
        ["Pachinian", "Pashinyan", "Պաշինյան"], ["Aliev", "Aliyev"], ["Alieva"],
      ])
    #expect(found[0].count == 4)
    #expect(found[0].spellings[0].text == "Pachinian")
    #expect(found[0].spellings[0].places == [0, 3])
    #expect(clusters.clusters(of: [(text: String, place: Int)]()).isEmpty)
  }

  @Test func groupingDoesNotDependOnTheOrder() throws {
    let clusters = NameClusters(NameMatcher(try ShippedModel.get()))
    let names = ["Choïgou", "Shoigu", "Lavrov", "Kotcharian", "Kocharyan", "Serge Sarkissian", "Serzh Sargsyan"]
    let forth = clusters.clusters(of: names.map { ($0, 0) }).map { Set($0.spellings.map(\.text)) }
    let back = clusters.clusters(of: names.reversed().map { ($0, 0) }).map { Set($0.spellings.map(\.text)) }
    #expect(Set(forth) == Set(back))
    #expect(forth.count == 4)
  }
}
