import Testing

@testable import Markup

@Suite struct SchemaModelTests {
  private let model = SchemaModel(
    "M 1", id: "m", takesForeign: false,
    """
    root | head? item/other+ | version!=1.0,1.1 id
    head,item | #text b* | kind=x,y
    other | #any | *
    b | |
    """)

  @Test func aLineIsAnElement() throws {
    let root = try #require(model.elements["root"])
    #expect(model.root == "root" && root.required == ["version"] && root.attributes["version"] == ["1.0", "1.1"])
    #expect(root.steps.map(\.spelt) == ["head", "item/other"])
    #expect(root.steps.map(\.minimum) == [0, 1] && root.steps.map(\.maximum) == [1, Int.max])
    #expect(model.elements["head"]?.holdsText == true && model.elements["item"]?.attributes["kind"] == ["x", "y"])
    #expect(model.elements["other"]?.holdsAnything == true && model.elements["other"]?.takesAnyAttribute == true)
  }

  @Test(arguments: [("1.0", true), ("2.0", false), (nil, true)]) func versions(version: String?, isOne: Bool) {
    #expect(model.version(version) == isOne)
  }
}
