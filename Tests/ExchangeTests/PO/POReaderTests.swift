import Bitext
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

  @Test(
    "a combining mark behind a delimiter hides nothing",
    arguments: ["\u{0651} a", "\"\u{301}\"", "#\u{301}", "\\\u{301}", "a \u{301}", "\r\n\u{301}", "\u{301}\u{B}\u{8}"])
  func combiningMarks(text: String) throws {
    let unit = TranslationUnit(
      remarks: [.note(text.contains("\r") ? "n" : text)],
      variants: [Variant(language: "fr", text: text), Variant(language: "en", text: text)])
    let sink = MemorySink()
    let writer = POFormat().writer(sink, options: WritingOptions())
    try writer.write(.header(.plain(ReadingContext(source: "fr", target: "en"), format: "po")))
    try writer.write(.unit(unit))
    try writer.finish()
    let reader = try POFormat().reader(
      PrefixedSource(MemorySource(sink.bytes, name: "a.po")), context: ReadingContext(source: "fr", target: "en"))
    var units: [TranslationUnit] = []
    while let item = try reader.nextItem() { if case .unit(let unit) = item { units.append(unit) } }
    #expect(units.map { $0.variants.map(\.plainText) } == [[text, text]])
    #expect(units.first.map { Array($0.remarks) } == unit.remarks)
  }
}
