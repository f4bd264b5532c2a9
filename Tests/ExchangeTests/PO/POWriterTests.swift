import Bitext
import Testing

@testable import Exchange

@Suite struct POWriterTests {
  private static let catalogue = """
    # of the project
    msgid ""
    msgstr ""
    "Language: en\\n"
    "Content-Type: text/plain; charset=UTF-8\\n"

    # a remark
    #. from the code
    #: main.c:12
    #, fuzzy, c-format
    #| msgid "Ancien"
    msgctxt "menu"
    msgid "Ouvrir « %s »\\n"
    msgstr "Open \\"%s\\"\\n"

    msgid "un col"
    msgid_plural "%d cols"
    msgstr[0] "one pass"
    msgstr[1] "%d passes"

    #~ msgid "vieux"
    #~ msgstr "old"

    """

  @Test func everyPartOfACatalogueComesBack() throws {
    let once = try ConversionTests.convert(Self.catalogue, named: "a.po", to: "po")
    for piece in [
      "# a remark", "#. from the code", "#: main.c:12", "#, fuzzy, c-format", "msgctxt \"menu\"",
      "msgstr \"Open \\\"%s\\\"\\n\"", "msgid_plural \"%d cols\"", "msgstr[1] \"%d passes\"", "#~ msgid \"vieux\"",
      "#~ msgstr \"old\"", "\"Language: en\\n\"",
    ] {
      #expect(once.text.contains(piece), "\(piece)")
    }
    #expect(once.losses == [])
    #expect(try ConversionTests.convert(once.text, named: "a.po", to: "po").text == once.text)
  }

  @Test func aCatalogueComesBackFromAMemory() throws {
    let memory = try ConversionTests.convert(Self.catalogue, named: "a.po", to: "tmx")
    #expect(memory.text.contains("<seg>Ouvrir « %s »\n</seg>"))
    let back = try ConversionTests.convert(memory.text, named: "a.tmx", to: "po")
    #expect(back.text.contains("msgctxt \"menu\"") && back.text.contains("#: main.c:12"))
    #expect(back.text.contains("msgstr \"Open \\\"%s\\\"\\n\""))
  }

  @Test func whatAMessageCannotHoldIsCounted() throws {
    let tmx = """
      <tmx version="1.4"><header srclang="fr"/><body><tu tuid="1"><prop type="x-d">e</prop><tuv xml:lang="fr"><seg>a<ph x="1"/></seg></tuv>\
      <tuv xml:lang="en"><seg>b</seg></tuv></tu></body></tmx>
      """
    let result = try ConversionTests.convert(tmx, named: "a.tmx", to: "po")
    #expect(result.text.contains("msgid \"a\"\nmsgstr \"b\"\n"))
    #expect(result.losses.contains("boundary of inline code ph: 1"))
  }
}
