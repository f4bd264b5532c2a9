import Testing

@testable import Linguistics

@Suite struct ScriptTests {
  @Test(arguments: [("Latn", "Latin"), ("cyrl", "Cyrillic"), ("Geor", "Georgian"), ("Armn", "Armenian")])
  func aScriptIsNamedByItsCode(code: String, name: String) { #expect(Script(code: code)?.rawValue == name) }

  @Test func whatNoLetterHasIsNoScript() {
    for code in ["Jpan", "Zyyy", "Zinh", "Xxxx", "", "Latn, Cyrl"] { #expect(Script(code: code) == nil, "\(code)") }
  }

  @Test func aLetterTellsItsScript() {
    #expect(Script(of: "é") == .latin)
    #expect(Script(of: "ə") == .latin)
    #expect(Script(of: "Ж") == Script(code: "Cyrl"))
    #expect(Script(of: "ქ") == Script(code: "Geor"))
    #expect(Script(of: "7") == nil && Script(of: " ") == nil && Script(of: "\u{301}") == nil)
  }

  @Test func onlySomeScriptsHaveNoSpaces() {
    #expect(Script(of: "国")?.hasNoSpaces == true)
    #expect(Script.latin.hasNoSpaces == false)
  }
}
