import Foundation
import Testing

@testable import Corridor

/// A folder that goes when the test ends.
final class CacheTestFolder {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appending(path: "corridor-cache-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func names(_ folder: String = "cache") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path + "/" + folder).sorted()
  }
}

@Suite struct CompiledCacheTests {
  private let folder: CacheTestFolder
  private var place: String { folder.path + "/cache" }
  private var cache: CompiledCache { CompiledCache(environment: ["CORRIDOR_CACHE": place]) }

  init() throws { folder = try CacheTestFolder() }

  private func key(_ text: String, kind: String = "test-1") -> CompiledCache.Key {
    CompiledCache.Key(kind: kind, ContentDigest(text))
  }

  /// The one file of the cache.
  private func onlyFile() throws -> String {
    let names = try folder.names()
    #expect(names.count == 1)
    return place + "/" + (try #require(names.first))
  }

  @Test func aFormIsFoundByWhatItWasMadeFromAndItsLayout() {
    cache.keep([7, 8, 9] as [UInt8], key("a"))
    #expect(cache.bytes(key("a")) == [7, 8, 9])
    #expect(cache.mapped(key("a")).map { Array($0) } == [7, 8, 9])
    #expect(cache.bytes(key("b")) == nil)
    #expect(cache.bytes(key("a", kind: "test-2")) == nil)
    cache.keep([1] as [UInt8], key("a"))
    #expect(cache.bytes(key("a")) == [1])
  }

  @Test func aMappedFormStaysWhatItWasWhenItIsReplacedOrRemoved() throws {
    let form = [UInt8](repeating: 5, count: 100_000)
    cache.keep(form, key("a"))
    let mapped = try #require(cache.mapped(key("a")))
    cache.keep([1] as [UInt8], key("a"))
    try FileManager.default.removeItem(atPath: place)
    #expect(Array(mapped) == form)
  }

  @Test(
    "where it is",
    arguments: [
      (["CORRIDOR_CACHE": "/c/", "XDG_CACHE_HOME": "/x", "HOME": "/h"], "/c"),
      (["CORRIDOR_CACHE": "", "XDG_CACHE_HOME": "/x", "HOME": "/h"], nil),
      (["XDG_CACHE_HOME": "/x", "HOME": "/h"], "/x/corridor"),
      (["XDG_CACHE_HOME": "not/absolute", "HOME": "/h"], "/h/.cache/corridor"),
      (["HOME": "/h"], "/h/.cache/corridor"),
      ([:], nil),
    ] as [([String: String], String?)])
  func whereItIs(environment: [String: String], folder: String?) {
    #expect(CompiledCache(environment: environment).folder == folder)
  }

  @Test func withoutAFolderNothingIsKeptAndNothingIsSaid() {
    for environment in [["CORRIDOR_CACHE": "/dev/null/no"], ["CORRIDOR_CACHE": ""], [:]] {
      let none = CompiledCache(environment: environment)
      none.keep([1] as [UInt8], key("a"))
      #expect(none.bytes(key("a")) == nil)
      #expect(none.note == nil)
    }
  }

  @Test func aFolderThatIsMadeIsTheUsersAlone() throws {
    #expect(cache.note == nil)
    let deep = CompiledCache(environment: ["CORRIDOR_CACHE": place + "/a/b"])
    deep.keep([1] as [UInt8], key("a"))
    #expect(deep.bytes(key("a")) == [1])
    for path in [place, place + "/a/b"] {
      let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
      #expect(mode == 0o700)
    }
  }

  @Test func aFolderThatIsALinkIsNotUsedAndTheUserIsTold() throws {
    cache.keep([1] as [UInt8], key("a"))
    let link = folder.path + "/link"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: place)
    for name in [link, link + "/"] {
      let linked = CompiledCache(environment: ["CORRIDOR_CACHE": name])
      #expect(linked.bytes(key("a")) == nil)
      linked.keep([2] as [UInt8], key("b"))
      #expect(linked.note?.hasPrefix("\(link): note: not used as cache: it is a symbolic link") == true)
    }
    #expect(try folder.names().count == 1)
  }

  @Test(arguments: [0o720, 0o702, 0o777]) func aFolderThatOthersMayWriteIsNotUsedAndTheUserIsTold(mode: Int) throws {
    cache.keep([1] as [UInt8], key("a"))
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: place)
    #expect(cache.bytes(key("a")) == nil)
    cache.keep([2] as [UInt8], key("b"))
    #expect(try folder.names().count == 1)
    #expect(cache.note?.contains("chmod go-w \(place)") == true)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: place)
    #expect(cache.bytes(key("a")) == [1])
    #expect(cache.note == nil)
  }

  @Test(.enabled(if: geteuid() == 0, "only root can give a folder away"))
  func aFolderOfAnotherUserIsNotUsedAndTheUserIsTold() throws {
    cache.keep([1] as [UInt8], key("a"))
    #expect(chown(place, 65_534, 65_534) == 0)
    #expect(cache.bytes(key("a")) == nil)
    #expect(cache.note?.contains("belongs to another user") == true)
  }

  @Test func aDamagedOrHalfWrittenFileIsAsGoodAsMissing() throws {
    let form = (0..<1_000).map { UInt8(truncatingIfNeeded: $0) }
    cache.keep(form, key("a"))
    let file = try onlyFile()
    let whole = try Data(contentsOf: URL(filePath: file))
    var damages: [Data] = [0, 10, 64, 500].map { Data(whole.prefix($0)) }
    damages.append(whole + Data([0]))
    for place in Array(0..<48) + Array(stride(from: 64, to: whole.count, by: 97)) {
      var damaged = whole
      damaged[place] ^= 16
      damages.append(damaged)
    }
    for damaged in damages {
      try damaged.write(to: URL(filePath: file))
      #expect(cache.bytes(key("a")) == nil)
      #expect(cache.mapped(key("a")) == nil)
    }
    cache.keep(form, key("a"))
    #expect(cache.bytes(key("a")) == form)
  }

  @Test func aFormUnderTheNameOfAnotherIsNone() throws {
    cache.keep([1] as [UInt8], key("a"))
    let first = try onlyFile()
    cache.keep([2] as [UInt8], key("b"))
    let second = try #require(try folder.names().map { place + "/" + $0 }.first { $0 != first })
    try FileManager.default.removeItem(atPath: second)
    try FileManager.default.moveItem(atPath: first, toPath: second)
    #expect(cache.bytes(key("a")) == nil && cache.bytes(key("b")) == nil)
  }

  @Test(.timeLimit(.minutes(1))) func linksAndPipesAreNotReadAndDoNotHang() throws {
    cache.keep([1] as [UInt8], key("a"))
    let file = try onlyFile()
    let moved = folder.path + "/moved"
    try FileManager.default.moveItem(atPath: file, toPath: moved)
    try FileManager.default.createSymbolicLink(atPath: file, withDestinationPath: moved)
    #expect(cache.bytes(key("a")) == nil && cache.mapped(key("a")) == nil)
    // What a link points to is not written to either: the link is replaced.
    cache.keep([2] as [UInt8], key("a"))
    #expect(cache.bytes(key("a")) == [2])
    #expect(try Data(contentsOf: URL(filePath: moved)).last == 1)
    try FileManager.default.removeItem(atPath: file)
    #expect(mkfifo(file, 0o600) == 0)
    #expect(cache.bytes(key("a")) == nil && cache.mapped(key("a")) == nil)
  }

  private func age(_ name: String, days: Double) throws {
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: -days * 86_400)], ofItemAtPath: place + "/" + name)
  }

  @Test func whatWasNotUsedForLongestGoesBeyondTheLimit() throws {
    let cache = CompiledCache(environment: ["CORRIDOR_CACHE": place], limit: 3 * 1_064)
    let form = [UInt8](repeating: 1, count: 1_000)
    for (number, name) in ["a", "b", "c"].enumerated() {
      cache.keep(form, key(name, kind: "\(name)-1"))
      for file in try folder.names() where file.hasPrefix("\(name)-1") { try age(file, days: Double(9 - number)) }
    }
    // The oldest is used again, so that the second one is the one to go.
    #expect(cache.bytes(key("a", kind: "a-1")) == form)
    cache.keep(form, key("d", kind: "d-1"))
    #expect(try folder.names().map { $0.prefix(1) } == ["a", "c", "d"])
    // A form that is larger than everything together is kept alone.
    cache.keep([UInt8](repeating: 2, count: 9_000), key("e", kind: "e-1"))
    #expect(try folder.names().map { $0.prefix(1) } == ["e"])
  }

  @Test func oldFormsPartsAndFormsOfEarlierVersionsGoAndOtherFilesStay() throws {
    cache.keep([1] as [UInt8], key("a", kind: "old-1"))
    let old = try onlyFile()
    let others = ["notes.txt", "picture.bin", "my.note", "x.glossary", ".hidden.part"]
    let ours = ["names-1-00ff.bin", "00ff.glossary", "00ff-00aa.note", ".x-1-00.compiled.12-34.part"]
    for name in others + ours { try Data([1]).write(to: URL(filePath: place + "/" + name)) }
    for name in others + ours + [String(old.dropFirst(place.count + 1))] { try age(name, days: 40) }
    let fresh = ".y-1-00.compiled.12-34.part"
    try Data([1]).write(to: URL(filePath: place + "/" + fresh))
    cache.keep([2] as [UInt8], key("b", kind: "new-1"))
    let left = try folder.names().filter { !$0.hasPrefix("new-1") }
    #expect(left == (others + [fresh]).sorted())
  }

  @Test func manyWritersAndReadersSeeWholeForms() async throws {
    let path = place
    let key = key("a")
    let wrong = await withTaskGroup(of: Int.self) { group in
      for writer in 0..<6 {
        group.addTask {
          let cache = CompiledCache(environment: ["CORRIDOR_CACHE": path])
          var wrong = 0
          for round in 0..<40 {
            cache.keep([UInt8](repeating: UInt8(writer), count: 1_000 + writer * 5_000), key)
            let form = (round % 2 == 0 ? cache.bytes(key) : cache.mapped(key).map { Array($0) }) ?? []
            let first = form.first ?? 0
            if form != [UInt8](repeating: first, count: 1_000 + Int(first) * 5_000) { wrong += 1 }
          }
          return wrong
        }
      }
      return await group.reduce(0, +)
    }
    #expect(wrong == 0)
    #expect(try folder.names().count == 1)
  }
}
