import Testing

@testable import Files
@testable import Markup

@Suite struct XMLDocumentTypeTests {
  /// What is said of a document with this subset; nil if it is read.
  private func fault(_ subset: String, chunk: Int = 1 << 16) -> String? {
    let document = "<!DOCTYPE a [\(subset)]><a/>"
    var xml = XMLScanner(MemorySource(Array(document.utf8), name: "a", chunk: chunk), limits: .init())
    do throws(FileError) {
      while try xml.next() != .finish {}
      return nil
    } catch { return error.message }
  }

  @Test(
    arguments: [
      "<!ELEMENT a EMPTY><!ELEMENT b ANY >", "<!ELEMENT a (#PCDATA)><!ELEMENT a ( #PCDATA | b|c )*>",
      "<!ELEMENT a (b,(c|d+)*,e?)>", "<!ATTLIST a>", "<!ATTLIST a x CDATA #IMPLIED y (p|1q) 'p' z ID #REQUIRED>",
      "<!ATTLIST a n NOTATION (g|h) #FIXED \"g\">", "<!ENTITY e 'x&#65;&f;'><!ENTITY % p SYSTEM 'u'>%p;",
      "<!ENTITY e PUBLIC '-//x' 'u' NDATA gif>", "<!NOTATION g PUBLIC 'x'>",
      "<!-- ' ]> -- -->".replacing("-- -->", with: "-->"),
      "<?p ]>'?>", "<?\u{C62} x?>",
    ])
  func whatTheGrammarAllowsIsRead(subset: String) {
    #expect(fault(subset) == nil)
    #expect(fault(subset, chunk: 1) == nil)
  }

  @Test(
    "what it does not allow is refused",
    arguments: [
      "<!ELEMENT a>", "<!ELEMENT a (b,c|d)>", "<!ELEMENT a (#PCDATA|b)>", "<!ELEMENT a ()>", "<!ELEMENT a (b",
      "<!ATTLIST a x CDATA>", "<!ATTLIST a x FOO #IMPLIED>", "<!ATTLIST a x (p,q) 'p'>", "<!ATTLIST a x CDATA '<'>",
      "<!ENTITY e>", "<!ENTITY e 'a>", "<!ENTITY e '%p;'>", "<!ENTITY e 'a&b'>", "<!ENTITY e PUBLIC '{' 'u'>",
      "<!ENTITY e SYSTEM 'u'NDATA g>", "<!NOTATION g>", "<![INCLUDE[]]>", "<!-- -- -->", "<?xml version='1.0'?>", "x",
      "<b/>", "%p", "<!FOO>",
    ])
  func whatItDoesNotAllowIsRefused(subset: String) {
    #expect(fault(subset) != nil)
    #expect(fault(subset, chunk: 1) == fault(subset))
  }

  @Test func aSecondOneIsRefused() throws {
    var xml = XMLScanner(MemorySource(Array("<!DOCTYPE a><!DOCTYPE a><a/>".utf8), name: "a"), limits: .init())
    let error = #expect(throws: FileError.self) { while try xml.next() != .finish {} }
    #expect(error?.description == "a:1:13: error: a second document type; keep one")
  }
}
