import Testing

@testable import Exchange
@testable import Markup

@Suite struct TBXNamesTests {
  @Test func theNamesAreThoseOfTheSchemas() {
    for (names, model) in [(TBXNames.v3, SchemaModel.tbx3), (.v2, .tbx2)] {
      for name in [names.root, names.header, names.concept, names.language, names.term, names.references] {
        #expect(model.elements[name] != nil, "\(name) in \(model.name)")
      }
      #expect(model.root == names.root)
    }
  }
}
