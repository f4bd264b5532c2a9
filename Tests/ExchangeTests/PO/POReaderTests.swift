import Testing

@testable import Exchange
@testable import Files

@Suite struct POReaderTests {
  private let po = #"""
    # Head
    msgid ""
    msgstr ""
    "Language: en\n"
    "Content-Type: text/plain; charset=UTF-8\n"

    # by hand
    #. from the code
    #: a.c:1
    #, c-format
    #| msgid "ancien"
    msgctxt "menu"
    msgid "Ouvrir \"%s\"\t\\"
    msgstr "Open \"%s\"\t\\"

    msgid "un mot"
    msgid_plural "des mots"
    msgstr[0] "a word"
    msgstr[1] "words"

    #~ msgid "vieux"
    #~ msgstr "old"

    """#

  @Test func aFileComesBackWhole() throws {
    let result = try ConversionTests.convert(po, named: "a.po", to: "po")
    #expect(result.text == po && result.losses == [] && result.findings == [])
  }

  @Test func messagesBecomeUnitsAndComeBackFromTMX() throws {
    let tmx = try ConversionTests.convert(po, named: "a.po", to: "tmx")
    #expect(
      tmx.text.contains("<prop type=\"x-po-context\">menu</prop>") && tmx.text.contains("<seg>Open \"%s\"\t\\</seg>"))
    #expect(try ConversionTests.convert(tmx.text, named: "a.tmx", to: "po").text == po)
  }

  @Test(arguments: ["msgid \"a", "msgid a", "\"a\"", "msgfoo \"a\"", "msgid \"a\" b"]) func brokenLinesAreRefused(
    line: String
  ) {
    let error = #expect(throws: FileError.self) {
      try ConversionTests.convert("msgid \"\"\nmsgstr \"\"\n\n\(line)\n", named: "a.po", to: "po")
    }
    #expect(error?.position.line == 4)
  }
}
