import Bitext
import Foundation
import Testing

@testable import TranslationMemory

/// A process that works on a memory (Tests/memory-victim), for tests of what it leaves behind.
final class Victim {
  private let process = Process()
  private let pipe = Pipe()

  /// - Parameter options: see the program's head comment.
  init(_ path: String, seed: Int, _ options: String...) throws {
    let tests = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    process.executableURL = tests.deletingLastPathComponent().appending(path: "memory-victim")
    process.arguments = [path, "\(seed)"] + options
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
  }

  /// Lets it work for a while, then kills it.
  /// - Returns: what it said.
  func killed(after seconds: Double) -> [String] {
    Thread.sleep(forTimeInterval: seconds)
    kill(process.processIdentifier, SIGKILL)
    return finished()
  }

  /// Waits for its end.
  func finished() -> [String] {
    let said = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: said, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  /// The last revision that was told to be there; 0 if none was.
  static func lastRevision(_ said: [String]) -> Int64 {
    said.compactMap { $0.hasPrefix("revision ") ? Int64($0.dropFirst(9)) : nil }.max() ?? 0
  }

  /// Lots are whole and of one state, everything can be read, the index has what the store has, and one can write.
  static func expectWhole(_ path: String, atLeast revision: Int64, sourceLocation: SourceLocation = #_sourceLocation)
    throws
  {
    let memory = try UnitMemory(path: path)
    #expect(try memory.store.revision().number >= revision, sourceLocation: sourceLocation)
    try memory.store.verify(progress: nil)
    var lots: [String: [StoredUnit]] = [:]
    try memory.store.forEachUnit { unit in
      lots[unit.record.tags.first ?? "", default: []].append(unit)
      return true
    }
    for (name, units) in lots {
      #expect(units.count == 40, "lot \(name) is not whole", sourceLocation: sourceLocation)
      let states = Set(units.map { $0.record.unit.variants[1].plainText })
      #expect(states.count == 1, "lot \(name) is half edited", sourceLocation: sourceLocation)
    }
    let status = try memory.prepare("fr")
    #expect(status.fault == nil, sourceLocation: sourceLocation)
    #expect(status.texts == lots.count * 40, "the index agrees with the store", sourceLocation: sourceLocation)
    for unit in lots.values.compactMap(\.first).shuffled().prefix(10) {
      let source = unit.record.unit.variants[0].plainText
      let found = try memory.matches(MatchQuery(source, from: "fr", to: "en", minimum: 100, top: 1))
      #expect(found.first?.unit == unit, sourceLocation: sourceLocation)
    }
    let id = try memory.store.write("after", by: nil) { try $0.add(Fixture.record("Après", "\(revision)")) }
    if let id { try memory.store.write("after", by: nil) { try $0.delete(id) } }
    // Of an empty store there is no index.
    let index = path + "-index"
    let names =
      FileManager.default.fileExists(atPath: index) ? try FileManager.default.contentsOfDirectory(atPath: index) : []
    #expect(!names.contains { $0.hasSuffix(".part") }, sourceLocation: sourceLocation)
  }
}
