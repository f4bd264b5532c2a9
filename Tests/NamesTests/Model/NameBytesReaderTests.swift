import Rules
import TestSupport
import Testing

@testable import Names

@Suite struct NameBytesReaderTests {
  @Test func whatWasWrittenIsRead() throws {
    let node = try RuleNode(yaml: "{a: [b, c]}", file: "a.yml")
    var generator = SeededGenerator(for: "NameBytesReaderTests")
    let numbers = (0..<200).map { _ in Int(truncatingIfNeeded: generator.next()) >> (generator.next() % 63) }
    var writer = NameBytesWriter()
    writer.list(numbers) { $0.number($1) }
    writer.texts(["", "é", "é", "Գ"])
    writer.float(-0.25)
    writer.block([1, .max] as [UInt64])
    writer.block([2, .max] as [UInt32])
    writer.node(node)
    let bytes = writer.finished()
    var reader = try NameBytesReader(bytes, from: 0)
    let read = try reader.list { (reader) throws(NameBytesReader.Damaged) in try reader.number() }
    #expect(read == numbers)
    #expect(try reader.texts() == ["", "é", "é", "Գ"])
    #expect(try reader.float() == -0.25)
    #expect(try reader.block64() == [1, .max])
    #expect(try reader.block32() == [2, .max])
    #expect(try reader.node().bytes == node.bytes)
    #expect(throws: NameBytesReader.Damaged.self) { try reader.number() }
  }

  @Test func aCountThatCannotBeIsDamage() {
    #expect(throws: NameBytesReader.Damaged.self) { try NameBytesReader([0xFF, 0x7F, 1], from: 0) }
    #expect(throws: NameBytesReader.Damaged.self) { try NameBytesReader([], from: 0) }
  }
}
