import Bitext
import Testing

@testable import Exchange
@testable import Files

@Suite struct ItemBridgeTests {
  private let unit = TranslationUnit(
    attributes: [Attribute("tuid", "a")], remarks: [.note("n"), .property(type: "x-domain", value: "press")],
    variants: [Variant(language: "fr", text: " trêve "), Variant(language: "en", text: "truce")])

  @Test func aUnitIsAConceptAndBack() throws {
    var bridge = ItemBridge(to: .entries)
    guard case .entry(let entry) = try bridge.bridge(.unit(unit)) else {
      Issue.record("no entry")
      return
    }
    #expect(entry.id == "a" && entry.languages.map { $0.terms.map(\.text) } == [["trêve"], ["truce"]])
    #expect(entry.data.map(\.category) == ["note", "domain"])
    // " trêve " has lost its blanks, and it is said.
    #expect(bridge.losses.counts.map(\.name) == ["white space at the end of a text"])
    var back = ItemBridge(to: .units)
    guard case .unit(let again) = try back.bridge(.entry(entry)) else {
      Issue.record("no unit")
      return
    }
    #expect(again.remarks == unit.remarks && again.variants.map(\.plainText) == ["trêve", "truce"])
  }

  @Test func rulesAreNoTexts() {
    var bridge = ItemBridge(to: .units)
    let error = #expect(throws: FileError.self) { try bridge.bridge(.rules(SRXRules())) }
    #expect(error?.reason == .unsupported)
  }
}
