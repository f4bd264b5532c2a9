import Foundation
import Testing

@testable import Corridor

@Suite struct ContentDigestTests {
  private func digest(_ parts: [String]) -> String {
    var digest = ContentDigest("test")
    for part in parts { digest.add(part) }
    return digest.text
  }

  @Test func partsAreToldApartByContentOrderAndBorders() {
    let cases = [[], [""], ["a"], ["a\0"], ["ab"], ["a", "b"], ["b", "a"], ["ab", ""], ["", "ab"]]
    #expect(Set(cases.map(digest)).count == cases.count)
    #expect(Set(cases.map(digest)).allSatisfy { $0.count == 32 })
    #expect(digest(["a", "b"]) == digest(["a", "b"]))
    #expect(ContentDigest("one") != ContentDigest("two"))
  }

  @Test func oneBitOfALongContentIsSeen() {
    let whole = (0..<5_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    var seen: Set<ContentDigest> = []
    for place in stride(from: 0, to: whole.count, by: 61) {
      var bytes = whole
      bytes[place] ^= 1
      var digest = ContentDigest("test")
      digest.add(bytes)
      seen.insert(digest)
    }
    #expect(seen.count == (whole.count + 60) / 61)
  }

  @Test func aFileChangedInPlaceWithTheSameSizeAndTimeIsSeen() throws {
    let folder = try CacheTestFolder()
    let path = folder.path + "/terms.csv"
    func digest(of text: String) throws -> ContentDigest {
      try Data(text.utf8).write(to: URL(filePath: path))
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSince1970: 1_700_000_000)], ofItemAtPath: path)
      var digest = ContentDigest("test")
      let isRead = digest.add(contentOf: InputFile(path))
      #expect(isRead)
      return digest
    }
    let first = try digest(of: "Erevan")
    #expect(try digest(of: "Yerevn") != first)
    #expect(try digest(of: "Erevan") == first)
    // The same as of the bytes themselves, whatever the size beside the pieces that are read.
    for count in [0, 1, 31, 32, 33, 131_071, 131_072, 131_073, 300_000] {
      let text = String(repeating: "é", count: count / 2) + (count % 2 == 1 ? "x" : "")
      var direct = ContentDigest("test")
      direct.add(Array(text.utf8))
      #expect(try digest(of: text) == direct)
    }
  }

  @Test func aLargeFileChangedInPlaceWithTheSameSizeAndTimeIsSeenThoughItsChecksumIsRemembered() async throws {
    let folder = try CacheTestFolder()
    let cache = CompiledCache(environment: ["CORRIDOR_CACHE": folder.path + "/cache"])
    let url = URL(filePath: folder.path + "/large.csv")
    let time = Date(timeIntervalSince1970: 1_700_000_000)
    try Data(repeating: 65, count: RegularFile.large).write(to: url)
    try FileManager.default.setAttributes([.modificationDate: time], ofItemAtPath: url.path)
    func digest() throws -> ContentDigest {
      var digest = ContentDigest("test")
      let isRead = digest.add(contentOf: InputFile(url.path), cache: cache)
      #expect(isRead)
      return digest
    }
    // Just changed: nothing is remembered yet.
    let first = try digest()
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/cache"))
    try await Task.sleep(for: .seconds(3.1))
    #expect(try digest() == first)
    #expect(try folder.names().filter { $0.hasPrefix("checksum-1-") }.count == 1)
    #expect(try digest() == first)
    let handle = try FileHandle(forWritingTo: url)
    try handle.write(contentsOf: Data([66]))
    try handle.close()
    try FileManager.default.setAttributes([.modificationDate: time], ofItemAtPath: url.path)
    #expect(try digest() != first)
  }

  @Test(.timeLimit(.minutes(1))) func aPipeOrAFolderOrNothingIsNoContent() throws {
    let folder = try CacheTestFolder()
    #expect(mkfifo(folder.path + "/pipe", 0o600) == 0)
    for name in [folder.path + "/pipe", folder.path, folder.path + "/missing", "-"] {
      var digest = ContentDigest("test")
      let isRead = digest.add(contentOf: InputFile(name))
      #expect(!isRead)
      #expect(digest == ContentDigest("test"))
    }
  }
}
