import Testing

@testable import Names

@Suite struct CompiledNamesTests {
  @Test func theCompiledFormSaysTheSame() throws {
    let model = try ShippedModel.get()
    let bytes = CompiledNames.bytes(of: model)
    let again = try #require(CompiledNames.model(bytes))
    let names = ["Nikol Pachinian", "Choïgou", "Serge Sarkissian", "Goubadly", "Bachar al-Assad", "Пашинян"]
    for name in names {
      #expect(
        NamePredictor(again).predict(name, from: "fr", to: "en")
          == NamePredictor(model).predict(name, from: "fr", to: "en"))
      for other in names {
        #expect(NameMatcher(again).match(name, other) == NameMatcher(model).match(name, other))
      }
    }
    #expect(again.lexicon.entries.elementsEqual(model.lexicon.entries))
    #expect(again.lexicon.aliases == model.lexicon.aliases)
    #expect(CompiledNames.bytes(of: again) == bytes)
    let text = ["M. Pachinian a rencontré Vladimir Poutine à Moscou."]
    let found = NameFinder(language: "fr", model: model).find(in: text)
    #expect(NameFinder(language: "fr", model: again).find(in: text) == found)
    #expect(found.count == 3)
  }

  @Test func damagedBytesAreRefused() throws {
    let bytes = CompiledNames.bytes(of: try ShippedModel.get())
    #expect(CompiledNames.model([]) == nil)
    #expect(CompiledNames.model(Array("CORRIDOR-NAMES-99\n".utf8) + bytes.dropFirst(18)) == nil)
    for length in stride(from: 0, to: bytes.count, by: bytes.count / 40) {
      #expect(CompiledNames.model(Array(bytes.prefix(length))) == nil)
    }
    // A changed byte may change a name, but never ends the program.
    for place in stride(from: 18, to: bytes.count, by: bytes.count / 200) {
      var changed = bytes
      changed[place] ^= 0x5A
      _ = CompiledNames.model(changed)
    }
  }
}
