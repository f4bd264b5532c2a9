import Testing

@testable import Files
@testable import Markup

@Suite struct XMLNamespacesTests {
  private final class Log { var remarks: [String] = [] }

  private func read(_ document: String) throws -> [String] {
    let log = Log()
    var xml = XMLScanner(MemorySource(Array(document.utf8), name: "a"), limits: .init())
    xml.remark = { message, place in log.remarks.append("\(place): \(message)") }
    while try xml.next() != .finish {}
    return log.remarks
  }

  @Test func aPrefixIsInForceWhereItIsDeclared() throws {
    #expect(try read("<a xmlns:p='u'><p:b xmlns:p='v'/><p:c p:x=''/></a>").isEmpty)
    #expect(
      try read("<a>\n<b xmlns:p='u'/><p:c/></a>") == ["a:2:17: 'p:c': its prefix is declared nowhere; add xmlns:p"])
  }

  @Test(arguments: [
    "<a xmlns:p=''/>", "<a xmlns:xmlns='u'/>", "<a xmlns:xml='u'/>", "<a xmlns:p='\(XMLNamespaces.xmlName)'/>",
    "<a xmlns='\(XMLNamespaces.xmlnsName)'/>", "<a xmlns:p='u' xmlns:q='u' p:x='' q:x=''/>", "<a:b:c xmlns:a='u'/>",
    "<:a/>", "<a: xmlns:a='u'/>",
  ])
  func theseAreRefused(document: String) { #expect(throws: FileError.self) { try read(document) } }

  @Test func manyDeclarationsCostNoMoreForEachTag() throws {
    let declared = (0..<900).map { "xmlns:p\($0)='u\($0)'" }.joined(separator: " ")
    let document = "<a \(declared)>" + String(repeating: "<p899:b/>", count: 50_000) + "</a>"
    #expect(try read(document).isEmpty)
  }
}
