import Testing

@testable import Exchange

@Suite struct TMXHeaderTests {
  @Test func aHeadOfOursHasWhatTheSchemaAsksFor() {
    let header = TMXHeader(tool: "t", version: "1", sourceLanguage: "fr", date: "20201110T120000Z")
    for name in ["creationtool", "creationtoolversion", "segtype", "o-tmf", "adminlang", "srclang", "datatype"] {
      #expect(header[name] != nil, "\(name)")
    }
    #expect(header["creationdate"] == "20201110T120000Z" && header.sourceLanguage == "fr")
  }

  @Test func anySideMayBeTheSource() {
    #expect(TMXHeader(tool: "t", version: "1", sourceLanguage: "*all*").sourceLanguage == nil)
  }
}
