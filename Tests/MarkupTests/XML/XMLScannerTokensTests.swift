import Testing

@testable import Files
@testable import Markup

@Suite struct XMLScannerTokensTests {
  private func attributes(_ tag: String, limits: ReadingLimits = ReadingLimits()) throws -> [String] {
    var xml = XMLScanner(MemorySource(Array(tag.utf8), name: "a", chunk: 3), limits: limits)
    _ = try xml.next()
    return xml.attributeList().map { "\($0.name)=\($0.value)" }
  }

  @Test func valuesAreNormalisedAsXMLSays() throws {
    #expect(try attributes("<a b='x\ty\r\nz' c=\"&lt;&#9;&#xE9;\"/>") == ["b=x y z", "c=<\té"])
  }

  @Test(arguments: [
    "<a b=c/>", "<a b/>", "<a b='<'/>", "<a b='&x;'/>", "<a b='1' b='2'/>", "<a b='&#0;'/>", "<a b='1'c='2'/>",
  ])
  func whatIsNoAttributeIsRefusedWithItsPlace(tag: String) {
    let error = #expect(throws: FileError.self) { try attributes(tag) }
    #expect(error?.position.line == 1 && (error?.position.column ?? 0) > 3)
  }

  @Test func limitsAreHeld() {
    var limits = ReadingLimits()
    limits.attributeBytes = 10
    limits.attributes = 2
    #expect(
      #expect(throws: FileError.self) { try attributes("<a b='01234567890'/>", limits: limits) }?.reason
        == .limit(.attributeBytes))
    #expect(
      #expect(throws: FileError.self) { try attributes("<a b='' c='' d=''/>", limits: limits) }?.reason
        == .limit(.attributes))
  }
}
