import Testing

@testable import Files

@Suite struct ZipSourceTests {
  @Test func anArchiveCutAnywhereIsReadOrRefused() {
    let archive = ContainerFixture.zip([("a.txt", [1]), ("a.tmx", Array("abc".utf8))])
    for end in archive.indices {
      let source = ZipSource(
        PrefixedSource(MemorySource(Array(archive[..<end]), name: "a.zip")), context: ReadingContext()
      ) { $0.hasSuffix(".tmx") }
      do throws(FileError) { #expect(try source.readAll() == Array("abc".utf8)) } catch {
        #expect([.malformed, .unsupported].contains(error.reason))
      }
    }
  }

  @Test func anotherWayOfPackingIsRefused() {
    var archive = ContainerFixture.zip([("a.tmx", [1])])
    archive[8] = 12
    let source = ZipSource(PrefixedSource(MemorySource(archive, name: "a.zip")), context: ReadingContext()) { _ in true
    }
    #expect(#expect(throws: FileError.self) { try source.readAll() }?.message.contains("not read; unpack it") == true)
  }

  @Test(arguments: [true, false]) func alteredTextIsRefused(deflates: Bool) {
    let content = Array("un texte".utf8)
    var archive = ContainerFixture.zip([("a.tmx", content)], deflates: deflates)
    // The last byte of the content, before the six that end the archive.
    archive[archive.count - 7] ^= 1
    let source = ZipSource(PrefixedSource(MemorySource(archive, name: "a.zip")), context: ReadingContext()) { _ in true
    }
    let error = #expect(throws: FileError.self) { try source.readAll() }
    #expect(error?.message.hasPrefix("the zip archive is damaged: checksum or size") == true)
  }
}
