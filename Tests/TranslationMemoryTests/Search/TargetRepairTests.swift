import Testing

@testable import TranslationMemory

@Suite struct TargetRepairTests {
  /// Marks every occurrence of the words given: (kind, words, key).
  private func marked(_ text: String, _ things: [(TransferableItem.Kind, String, String)]) -> (
    text: String, carried: [TransferableItem]
  ) {
    var found: [TransferableItem] = []
    for (kind, words, key) in things {
      for range in text.ranges(of: words) {
        let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
        found.append(TransferableItem(kind, bytes: start..<start + words.utf8.count, surface: words, key: key))
      }
    }
    return (text, found.sorted { $0.bytes.lowerBound < $1.bytes.lowerBound })
  }

  private let cities: [(TransferableItem.Kind, String, String)] = [
    (.name, "Erevan", "yerevan"), (.name, "Yerevan", "yerevan"), (.name, "Bakou", "baku"), (.name, "Baku", "baku"),
    (.name, "Karabakh", "karabakh"), (.number, "14", "14"), (.number, "90", "90"),
  ]
  private let english = ["yerevan": "Yerevan", "baku": "Baku", "karabakh": "Karabakh", "14": "14", "90": "90"]

  private func repair(_ source: String, _ query: String, _ target: String) -> TargetRepair? {
    TargetRepair(
      .init(source: marked(source, cities), query: marked(query, cities), target: marked(target, cities)),
      .init(
        rendering: { new, _ in english[new.key] },
        wordClass: { ["à": "à", "au": "à", "la": "", "le": "", "l": ""][$0] }))
  }

  @Test func whatDiffersIsExchangedWhereItStands() {
    let mended = repair(
      "Il est à Erevan avec 14 amis.", "Il est à Bakou avec 90 amis.", "He is in Yerevan with 14 friends.")
    #expect(mended?.text == "He is in Baku with 90 friends.")
    #expect(mended?.changes.map(\.cause) == ["Erevan → Bakou", "14 → 90"])
    #expect(mended?.isComplete == true)
  }

  @Test func aWordThatChangesWithTheNameIsNoOtherDifference() {
    let mended = repair("Il est à Erevan.", "Il est au Karabakh.", "He is in Yerevan.")
    #expect(mended?.text == "He is in Karabakh.")
    #expect(mended?.isComplete == true)
  }

  @Test func anotherWordIsLeftAndSaid() {
    let mended = repair(
      "Il part pour Erevan avec 14 amis.", "Il revient de Bakou avec 90 amis.", "He leaves for Yerevan with 14 friends."
    )
    #expect(mended?.text == "He leaves for Yerevan with 90 friends.")
    #expect(mended?.isComplete == false)
  }

  @Test func twoOfAKindAreToldApartByTheirOrder() {
    let mended = repair("De Erevan à Erevan.", "De Erevan à Bakou.", "From Yerevan to Yerevan.")
    #expect(mended?.text == "From Yerevan to Baku.")
  }

  @Test func whatTheTargetDoesNotHaveCannotBeExchanged() {
    #expect(repair("Il est à Erevan.", "Il est à Bakou.", "He is in the capital.") == nil)
    #expect(repair("Il est à Erevan, à Erevan.", "Il est à Bakou, à Erevan.", "He is in Yerevan.") == nil)
    #expect(repair("Il est là.", "Il est parti.", "He is there.") == nil)
  }
}
