import Bitext
import TestSupport
import Testing

@testable import Alignment

@Suite struct AlignerTests {
  static let french = [
    "Les soldats russes se déploient le long de la ligne de contact",
    "Le contingent du général Mouradov comptera 1.960 militaires et 90 véhicules blindés.",
    "Il est prévu pour cinq ans.",
    "La mairie de Chouchi n'a donné aucun détail.",
    "«Nous attendons depuis le 12 novembre», a expliqué Armen Petrossian, instituteur à Martouni.",
    "Le ministre de la Défense a promis une réponse, et il a confirmé que les prisonniers seraient échangés mardi.",
    "Quelque 2 500 personnes ont quitté la région, selon le Comité international de la Croix-Rouge.",
  ]
  static let english = [
    "Russian soldiers deploy along the line of contact",
    "The contingent of General Muradov will number 1,960 troops and 90 armoured vehicles.",
    "It is planned for five years.",
    "\"We have been waiting since November 12,\" explained Armen Petrosyan, a teacher in Martuni.",
    "The Defence minister promised a response.",
    "He confirmed that the prisoners would be exchanged on Tuesday.",
    "Some 2,500 people have left the region, according to the International Committee of the Red Cross.",
  ]

  static func align(_ source: [String], _ target: [String], anchors: [Anchor] = []) -> AlignmentResult {
    Aligner(source: "fr", target: "en").align(
      source: source.map { AlignmentInput(text: $0) }, target: target.map { AlignmentInput(text: $0) },
      anchors: anchors)
  }

  static func ladder(_ alignment: AlignmentResult) -> [String] {
    alignment.beads.map {
      $0.source.map(String.init).joined(separator: ",") + ":" + $0.target.map(String.init).joined(separator: ",")
    }
  }

  @Test func anOmissionAndACutSentenceAreFound() {
    let alignment = Self.align(Self.french, Self.english)
    #expect(Self.ladder(alignment) == ["0:0", "1:1", "2:2", "3:", "4:3", "5:4,5", "6:6"])
  }

  @Test func sidesCanBeExchanged() {
    let alignment = Self.align(Self.english, Self.french)
    #expect(Self.ladder(alignment) == ["0:0", "1:1", "2:2", ":3", "3:4", "4,5:5", "6:6"])
  }

  @Test func emptySidesGiveOneSidedBeads() {
    #expect(Self.ladder(Self.align(["Un.", "Deux."], [])) == ["0:", "1:"])
    #expect(Self.ladder(Self.align([], ["One."])) == [":0"])
    #expect(Self.align([], []).beads.isEmpty)
  }

  @Test func everySentenceIsCoveredOnceInOrder() {
    var random = SeededGenerator(for: "AlignerTests")
    for _ in 0..<40 {
      let source = (0..<Int.random(in: 1...30, using: &random)).map { _ in
        Self.french.randomElement(using: &random) ?? ""
      }
      let target = (0..<Int.random(in: 1...30, using: &random)).map { _ in
        Bool.random(using: &random) ? "" : Self.english.randomElement(using: &random) ?? ""
      }
      let beads = Self.align(source, target).beads
      #expect(beads.flatMap(\.source) == Array(source.indices))
      #expect(beads.flatMap(\.target) == Array(target.indices))
      #expect(beads.allSatisfy { (0...1).contains($0.confidence) })
    }
  }

  @Test func anotherTextIsRefusedWithItsFigures() {
    let cooking = [
      "Peel the potatoes and cut them into thin slices.", "Bring a large pot of salted water to the boil.",
      "Leave the dough to rest for an hour under a damp cloth.", "Serve the soup hot, with a slice of lemon.",
      "My grandmother always added a pinch of nutmeg.", "The secret lies in the butter, and in patience.",
      "Children love it, even those who hate vegetables.",
    ]
    guard case .refused(let reason) = Self.align(Self.french, cooking).verdict else {
      Issue.record("a recipe was taken for the translation of a dispatch")
      return
    }
    #expect(reason.contains("of 7 sentences"))
    #expect(Self.align(Self.french, Self.english).verdict == .accepted)
  }

  @Test func anchorsThatMeetAreListedWithTheirBead() {
    let anchors = [
      Anchor(side: .source, sentence: 2, key: "number:5"), Anchor(side: .target, sentence: 2, key: "number:5"),
      Anchor(side: .source, sentence: 3, key: "place:shushi"), Anchor(side: .target, sentence: 99, key: "number:5"),
    ]
    let alignment = Self.align(Self.french, Self.english, anchors: anchors)
    #expect(alignment.anchors.count == alignment.beads.count)
    #expect(alignment.anchors[2] == ["number:5"])
    #expect(alignment.anchors.joined().count == 1)
  }

  @Test func headingsAndParagraphsGuide() {
    // Without structure nothing tells which of the two short sentences the heading translates.
    let source = [
      AlignmentInput(text: "Une journée calme", paragraph: 0, isHeading: true),
      AlignmentInput(text: "Rien ne bougeait.", paragraph: 1), AlignmentInput(text: "Il faisait beau.", paragraph: 1),
    ]
    let target = [
      AlignmentInput(text: "Quiet at last", paragraph: 0, isHeading: true),
      AlignmentInput(text: "It was a fine day.", paragraph: 1),
    ]
    let beads = Aligner(source: "fr", target: "en").align(source: source, target: target).beads
    #expect(beads.first?.source == [0])
    #expect(beads.first?.target == [0])
  }
}
