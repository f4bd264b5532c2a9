import Bitext
import Testing

@testable import Files
@testable import Markup

@Suite struct XMLOutputTests {
  private func written(
    _ characters: UnwritableCharacters = .refuse, _ body: (inout XMLOutput) throws(FileError) -> Void
  ) throws(FileError) -> String {
    let sink = MemorySink()
    var output = XMLOutput(sink, characters: characters)
    try body(&output)
    try output.flush()
    return sink.text
  }

  @Test func textAndAttributesAreEscapedSoThatTheyComeBack() throws {
    let text = try written { output throws(FileError) in
      try output.element("a", [Attribute("b", "\"<\t\n")], text: "é & <\r> \"")
    }
    #expect(text == "<a b=\"&quot;&lt;&#9;&#10;\">é &amp; &lt;&#13;&gt; \"</a>")
  }

  @Test func inlineContentIsNestedAsItIs() throws {
    let code = Inline.code(name: "bpt", attributes: [Attribute("i", "1")], content: [.text("<b>")])
    let text = try written { output throws(FileError) in
      try output.inline([.text("a"), code, .code(name: "ph", attributes: [], content: [])])
    }
    #expect(text == "a<bpt i=\"1\">&lt;b&gt;</bpt><ph/>")
  }

  @Test func whatXMLCannotHoldIsRefusedOrReplaced() throws {
    let error = #expect(throws: FileError.self) {
      try written { output throws(FileError) in
        output.subject = "unit 7"
        try output.text("a\u{1}")
      }
    }
    #expect(error?.reason == .unwritable)
    #expect(error?.message == "unit 7: U+0001 cannot stand in XML; remove it, or have it replaced by U+FFFD")
    #expect(
      try written(.replace) { output throws(FileError) in try output.text("a\u{1}\u{FFFE}") } == "a\u{FFFD}\u{FFFD}")
  }

  @Test func aNameThatIsNoneIsRefused() {
    let error = #expect(throws: FileError.self) {
      try written { output throws(FileError) in try output.start("a b") }
    }
    #expect(error?.message.contains("'a b' is no XML name") == true)
  }

  @Test func aUnitThatWasBegunIsWithdrawn() throws {
    let text = try written { output throws(FileError) in
      output.raw("<a>")
      let mark = output.position
      output.raw("<b>")
      output.withdraw(to: mark)
      output.raw("</a>")
    }
    #expect(text == "<a></a>")
  }
}
