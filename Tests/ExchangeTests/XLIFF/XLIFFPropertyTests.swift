import Bitext
import Testing

@testable import Exchange

@Suite struct XLIFFPropertyTests {
  @Test func anAttributeComesBackFromItsProperty() {
    let remark = XLIFFProperty.remark("approved", "yes")
    #expect(remark == .property(type: "x-xliff-approved", value: "yes"))
    #expect(XLIFFProperty.attribute(of: "x-xliff-approved") == "approved" && XLIFFProperty.isOne(remark))
    #expect(XLIFFProperty.attribute(of: "x-domain") == nil && !XLIFFProperty.isOne(.note("x-xliff-approved")))
    #expect(XLIFFProperty.isFile(XLIFFProperty.remark("file", "a")) && !XLIFFProperty.isFile(remark))
  }
}
