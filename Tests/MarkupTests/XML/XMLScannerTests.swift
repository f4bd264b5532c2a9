import Bitext
import Testing

@testable import Files
@testable import Markup

@Suite struct XMLScannerTests {
  /// The events of a document as text, in a notation that shows every detail.
  private func events(_ document: String, chunk: Int = 1 << 16) throws -> [String] {
    try events(bytes: Array(document.utf8), chunk: chunk)
  }

  private func events(bytes: [UInt8], chunk: Int = 1 << 16, limits: ReadingLimits = .init()) throws -> [String] {
    var xml = XMLScanner(MemorySource(bytes, name: "a.xml", chunk: chunk), limits: limits)
    var all: [String] = []
    var text = ""
    while true {
      let event = try xml.next()
      if event != .text, !text.isEmpty {
        all.append("'\(text)'")
        text = ""
      }
      switch event {
      case .start:
        all.append(
          "<" + ([xml.elementName] + xml.attributeList().map { "\($0.name)=\($0.value)" }).joined(separator: "|"))
      case .end: all.append(">\(xml.elementName)")
      case .text: text += try xml.text()
      case .finish: return all
      }
    }
  }

  private func fault(_ document: String) -> String? { fault(bytes: Array(document.utf8)) }

  private func fault(bytes: [UInt8], limits: ReadingLimits = .init()) -> String? {
    let error = #expect(throws: FileError.self) { try events(bytes: bytes, limits: limits) }
    return error?.description
  }

  @Test func tagsTextAndReferences() throws {
    let document = """
      <?xml version="1.0" encoding="UTF-8"?>
      <!DOCTYPE a SYSTEM "http://127.0.0.1/a.dtd" [<!ELEMENT a ANY><!-- ]> --> <?p ]?> <!ENTITY e "x>">]>
      <a x='1 "&amp;"' y="a\tb\r\nc&#10;&lt;"><!-- - --><b/>té&#x1F600;&gt;<![CDATA[<&]]]>z\r\n\r<?pi ?></a>
      <!-- end -->
      """
    #expect(
      try events(document) == [
        "<a|x=1 \"&\"|y=a b c\n<", "<b", ">b", "'té😀><&]z\n\n'", ">a",
      ])
  }

  @Test("however the bytes arrive, the events are the same", arguments: [1, 2, 3, 5, 7, 64])
  func chunks(size: Int) throws {
    let document =
      "\u{20}".dropFirst()
      + "<?xml version='1.0'?><!-- é\u{FFFD}é --><r a='é&#233;é' bé=\"\u{FEFF}\">\u{FEFF}x]]&gt;y&amp;&quot;z]\r\n\r"
      + "<![CDATA[é]\r\n]]>\n<p:q xmlns:p='u' p:a='1'/>\u{2028}€𝔸<!-- ]]> --></r>\n\n"
    #expect(try events(String(document), chunk: size) == events(String(document)))
  }

  @Test func faultsStandWhereTheirConstructStarts() {
    #expect(fault("<a>\n  é & b</a>") == "a.xml:2:5: error: '&' that starts no reference; write '&amp;'")
    #expect(fault("<a>\n1 < 2</a>") == "a.xml:2:3: error: '<' that starts no tag; write '&lt;'")
    #expect(fault("<a>\n<b></a>") == "a.xml:2:4: error: end tag </a> where </b> is due; close <b> first")
    #expect(fault("<a x='1' x='2'/>") == "a.xml:1:10: error: attribute 'x' stands twice; keep one")
    #expect(fault("<a>\n<b>x") == "a.xml:2:5: error: unexpected end of file inside <b>; get the whole file")
    #expect(fault("x<a/>")?.hasPrefix("a.xml:1:1: error: text before the first element") == true)
    #expect(fault("<a/>\n<a/>") == "a.xml:2:1: error: a second root element: two files were joined; split them")
    #expect(fault("<a/>\n<?xml version='1.0'?>")?.hasPrefix("a.xml:2:1: error: an XML declaration inside") == true)
    #expect(fault("") == "a.xml:1:1: error: no element in the file; it is empty or was cut off")
  }

  @Test(
    "what is not well-formed is refused",
    arguments: [
      "<a", "<a>", "<a b>", "<a b=c/>", "<a b='<'/>", "<a b='1'c='2'/>", "<a/ >", "</a>", "<a></a", "<a></b>",
      "<a>]]></a>",
      "<a>&#0;</a>", "<a>&#x1;</a>", "<a>&#xD800;</a>", "<a>&#x110000;</a>", "<a>&#x;</a>", "<a>&#X41;</a>",
      "<a>&nbsp;</a>",
      "<a>&;</a>", "<a>\u{1}</a>", "<a>\u{FFFF}</a>", "<a b='\u{FFFE}'/>", "<a><!-- -- --></a>",
      "<a><!-- \u{2} --></a>",
      "<a><![CDATA[x</a>", "<![CDATA[x]]><a/>", "<a/>x", "<1/>",
      "<?xml encoding='UTF-8'?><a/>",
      "<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>", "<!DOCTYPE a [<a/>]>", "<!DOCTYPE a", "<a/><!DOCTYPE a>",
      "\u{FEFF}<a/>",
      "<a><!x></a>", "<a>&#4294967338;</a>",
    ]) func illFormed(document: String)
  {
    #expect(throws: FileError.self) { try events(document) }
  }

  @Test func malformedUTF8IsRefusedEverywhere() {
    for bad: [UInt8] in [[0xFF], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF0, 0x9F, 0x98], [0xF4, 0x90, 0x80, 0x80]] {
      for (head, tail) in [
        ("<a>", "</a>"), ("<a b='", "'/>"), ("<!-- ", " --><a/>"), ("<a", "/>"), ("<a><![CDATA[", "]]></a>"),
      ] {
        #expect(fault(bytes: Array(head.utf8) + bad + Array(tail.utf8)) != nil)
      }
    }
    #expect(
      fault(bytes: Array("<a>\né".utf8) + [0xE9] + Array("</a>".utf8))?.hasPrefix(
        "a.xml:2:2: error: invalid UTF-8: byte 0xE9") == true)
  }

  @Test func everyLimitIsNamed() {
    var limits = ReadingLimits()
    limits.depth = 3
    limits.attributes = 2
    limits.attributeBytes = 5
    limits.names = 30
    limits.segmentBytes = 10
    limits.declarationBytes = 20
    let cases: [(String, ReadingLimits.Name)] = [
      ("<a><a><a><a/></a></a></a>", .depth), ("<a b='' c='' d=''/>", .attributes), ("<a b='123456'/>", .attributeBytes),
      ("<a b='12&amp;456'/>", .attributeBytes), ("<a>12345678901</a>", .segmentBytes),
      ("<a>1234567890&amp;</a>", .segmentBytes), ("<a><![CDATA[12345678901]]></a>", .segmentBytes),
      ("<a>" + (0..<40).map { "<n\($0)/>" }.joined() + "</a>", .names),
      ("<!DOCTYPE a [<!-- " + String(repeating: "x", count: 9_000_000) + " -->]><a/>", .declarationBytes),
    ]
    for (document, name) in cases {
      let error = #expect(throws: FileError.self) { try events(bytes: Array(document.utf8), limits: limits) }
      #expect(error?.reason == .limit(name))
    }
  }

  @Test func linesOfEveryKindAreCounted() {
    #expect(fault("<a>\r\n\r\n&x;</a>")?.hasPrefix("a.xml:3:1:") == true)
    #expect(fault("<a>\r\r&x;</a>")?.hasPrefix("a.xml:3:1:") == true)
    #expect(fault("<a>\u{2028}\u{85}&x;</a>")?.hasPrefix("a.xml:1:6:") == true)
  }
}
