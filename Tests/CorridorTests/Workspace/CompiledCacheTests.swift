import Foundation
import Testing

@testable import Corridor

@Suite struct CompiledCacheTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "corridor-cache-\(UUID().uuidString)")
    .path

  @Test func aFormIsFoundByTheContentOfItsSources() {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let cache = CompiledCache(environment: ["CORRIDOR_CACHE": folder])
    let key = CompiledCache.Key(kind: "test-1", sources: [("a/x.yml", [1, 2]), ("a/y.yml", [3])])
    #expect(cache.bytes(key) == nil)
    cache.keep([7, 8, 9], key)
    #expect(
      cache.bytes(CompiledCache.Key(kind: "test-1", sources: [("b/x.yml", [1, 2]), ("b/y.yml", [3])])) == [7, 8, 9])
    for other in [
      [("a/x.yml", [1]), ("a/y.yml", [2, 3])], [("a/x.yml", [1, 2])], [("a/z.yml", [1, 2]), ("a/y.yml", [3])],
    ]
      as [[(String, [UInt8])]]
    {
      #expect(cache.bytes(CompiledCache.Key(kind: "test-1", sources: other)) == nil)
    }
    #expect(cache.bytes(CompiledCache.Key(kind: "test-2", sources: [("a/x.yml", [1, 2]), ("a/y.yml", [3])])) == nil)
  }

  @Test func oldFormsGoAndAFolderThatCannotBeWrittenIsNoError() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let cache = CompiledCache(environment: ["CORRIDOR_CACHE": folder])
    for number in 0..<12 {
      cache.keep([UInt8(number)], CompiledCache.Key(kind: "test-1", sources: [("x", [UInt8(number)])]))
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == 8)
    let key = CompiledCache.Key(kind: "test-1", sources: [])
    for environment in [["CORRIDOR_CACHE": "/dev/null/no"], ["CORRIDOR_CACHE": ""], [:]] {
      let none = CompiledCache(environment: environment)
      none.keep([1], key)
      #expect(none.bytes(key) == nil)
    }
  }
}
