import Testing

@testable import Romanization

@Suite struct NamePiecesTests {
  @Test(arguments: [
    "Levon Ter-Petrossian", "N. Pachinian", "", " d’Estaing ", "Kassym-Jomart", "M’hamed", "12 rue", "Ծառ-ուկ",
  ])
  func thePiecesGiveTheNameBack(name: String) {
    #expect(NamePieces.split(name).map(\.text).joined() == name)
  }

  @Test func capitalsFollowTheModel() {
    #expect(NamePieces.recased("shoigu", like: "Choïgou") == "Shoigu")
    #expect(NamePieces.recased("shoigu", like: "CHOÏGOU") == "SHOIGU")
    #expect(NamePieces.recased("bin", like: "ben") == "bin")
    #expect(NamePieces.recased("giorgi", like: "გიორგი", caseless: true) == "Giorgi")
    #expect(NamePieces.recased("", like: "A") == "")
  }
}
