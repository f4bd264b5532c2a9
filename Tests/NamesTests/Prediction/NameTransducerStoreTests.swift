import Testing

@testable import Names

@Suite struct NameTransducerStoreTests {
  @Test func onlyBetweenPressesIsThereOneWithoutATable() throws {
    let store = NameTransducerStore(try ShippedModel.get().tables)
    #expect(store.transducer(NameDirection(from: .press("fr"), to: .press("en")), "und") != nil)
    #expect(store.transducer(NameDirection(from: .native, to: .press("en")), "und") == nil)
    #expect(store.transducer(NameDirection(from: .press("fr"), to: .press("en")), "zu") == nil)
    #expect(store.transducer(NameDirection(from: .native, to: .press("en")), "hy-AM")?.language == "hy")
  }
}
