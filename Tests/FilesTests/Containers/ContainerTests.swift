import Bitext
import Testing

@testable import Files

/// Packed files: told by their first bytes, whatever they are called.
@Suite struct ContainerTests {
  private static let tmx =
    "<tmx version=\"1.4\"><header srclang=\"fr\"/><body><tu><tuv xml:lang=\"fr\"><seg>a</seg></tuv></tu></body></tmx>"

  private final class Log { var findings: [String] = [] }

  private func read(
    _ bytes: [UInt8], name: String = "a.tmx", limits: ReadingLimits = ReadingLimits()
  ) throws -> (text: String, findings: [String]) {
    let log = Log()
    let context = ReadingContext(limits: limits) { finding, _ in log.findings.append(finding.check) }
    let content = try Container.open(MemorySource(bytes, name: name, chunk: 13), context: context) {
      $0.hasSuffix(".tmx")
    }
    return (String(decoding: try content.readAll(), as: UTF8.self), log.findings)
  }

  @Test(arguments: ["a.tmx", "a.tmx.gz", "a"]) func gzipIsToldByItsContent(name: String) throws {
    #expect(try read(ContainerFixture.gzip(Array(Self.tmx.utf8)), name: name).text == Self.tmx)
  }

  @Test func membersInARowAreOneFile() throws {
    let halves = (Array(Self.tmx.utf8.prefix(40)), Array(Self.tmx.utf8.dropFirst(40)))
    #expect(try read(ContainerFixture.gzip(halves.0) + ContainerFixture.gzip(halves.1)).text == Self.tmx)
  }

  @Test func whatFollowsTheStreamIsPassedOverAloud() throws {
    let packed = ContainerFixture.gzip(Array(Self.tmx.utf8))
    #expect(try read(packed + [0, 0, 0]).findings == [])
    #expect(try read(packed + Array("garbage".utf8)).findings == ["gzip-trailing"])
  }

  @Test func aCutStreamIsRefused() {
    let packed = ContainerFixture.gzip(Array(Self.tmx.utf8))
    let error = #expect(throws: FileError.self) { try read(Array(packed.prefix(60))) }
    #expect(error?.message.contains("cut off") == true)
  }

  @Test(arguments: [true, false]) func theMemoryInAnArchiveIsRead(deflates: Bool) throws {
    let members = [("readme.md", Array("# x".utf8)), ("memory/a.tmx", Array(Self.tmx.utf8))]
    #expect(try read(ContainerFixture.zip(members, deflates: deflates), name: "a.zip").text == Self.tmx)
  }

  @Test func anArchiveThatLeavesAChoiceIsRefused() throws {
    let two = ContainerFixture.zip([("a.tmx", Array(Self.tmx.utf8)), ("b.tmx", Array(Self.tmx.utf8))])
    let error = #expect(throws: FileError.self) { try read(two) }
    #expect(error?.message == "the zip archive holds 'a.tmx' and 'b.tmx'; unpack it and name one")
    let none = #expect(throws: FileError.self) { try read(ContainerFixture.zip([("a.doc", [1, 2])])) }
    #expect(none?.reason == .unsupported)
    let secret = ContainerFixture.zip([("a.tmx", Array(Self.tmx.utf8))], flags: 1)
    #expect(#expect(throws: FileError.self) { try read(secret) }?.message.contains("encrypted") == true)
  }

  @Test func limitsOfWhatComesOutAreNamedAndCanBeRaised() throws {
    let packed = ContainerFixture.gzip(Array(Self.tmx.utf8))
    var limits = ReadingLimits()
    limits.inflatedBytes = 20
    let error = #expect(throws: FileError.self) { try read(packed, limits: limits) }
    #expect(error?.reason == .limit(.inflatedBytes))
    #expect(error?.message.contains("raise the limit 'inflated-bytes'") == true)
    limits.inflatedBytes = 2_000
    #expect(try read(packed, limits: limits).text == Self.tmx)
  }
}
