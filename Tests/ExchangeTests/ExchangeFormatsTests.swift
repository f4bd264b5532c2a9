import Testing

@testable import Exchange
@testable import Files

@Suite struct ExchangeFormatsTests {
  @Test(arguments: [
    ("a.TMX", "tmx"), ("a.tmx.gz", "tmx"), ("a.sdlxliff", "xliff"), ("a.pot.zip", "po"), ("a.csv", "omegat"),
  ])
  func aFormatIsKnownByItsExtension(file: String, name: String) {
    #expect(ExchangeFormats.named(after: file)?.name == name)
  }

  @Test func anUnknownFileNamesWhatIsKnown() {
    let error = #expect(throws: FileError.self) { try ExchangeFormats.detect(MemorySource([0x3F], name: "a.xyz")) }
    #expect(error?.reason == .unknownFormat(known: ExchangeFormats.all.map(\.name)))
    #expect(error?.message.hasPrefix("its format is not known; name one of tmx, ") == true)
  }

  @Test(arguments: [
    ("<tmx>", "tmx"), ("<?xml version='1.0'?><!-- <a> -->\n<x:tbx a='b'>", "tbx"),
    ("<!DOCTYPE tmx [<!ENTITY a '<b>'>]><tmx/>", "tmx"), ("<!DOCTYPE martif SYSTEM", "martif"),
  ])
  func theRootIsFound(text: String, root: String) { #expect(ExchangeFormats.root(of: text) == root) }

  @Test(arguments: ["", "a", "<?xml", "<!-- "]) func otherTextHasNone(text: String) {
    #expect(ExchangeFormats.root(of: text) == nil)
  }

  @Test func utf16IsLookedAtToo() throws {
    let bytes: [UInt8] = [0xFF, 0xFE] + "<tmx/>".utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    #expect(try ExchangeFormats.detect(MemorySource(bytes, name: "a")).format.name == "tmx")
  }

  @Test func namesAndExtensionsAreNotGivenTwice() {
    let names = ExchangeFormats.all.map(\.name)
    let extensions = ExchangeFormats.all.flatMap(\.extensions)
    #expect(Set(names).count == names.count && Set(extensions).count == extensions.count)
  }
}
