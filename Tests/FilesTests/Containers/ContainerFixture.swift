/// Containers as tests need them: gzip and zip with stored blocks, so that no compressor is needed.
enum ContainerFixture {
  static func gzip(_ content: [UInt8]) -> [UInt8] {
    [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3] + deflated(content) + little(crc(content), 4) + little(content.count, 4)
  }

  /// A zip archive of stored or "deflated" members, with an end that nobody reads.
  static func zip(_ members: [(name: String, content: [UInt8])], deflates: Bool = true, flags: Int = 0) -> [UInt8] {
    members.flatMap { member -> [UInt8] in
      let data = deflates ? deflated(member.content) : member.content
      var bytes: [UInt8] = [0x50, 0x4B, 3, 4, 20, 0] + little(flags, 2) + little(deflates ? 8 : 0, 2) + [0, 0, 0, 0]
      bytes += little(crc(member.content), 4) + little(data.count, 4) + little(member.content.count, 4)
      bytes += little(member.name.utf8.count, 2) + [0, 0] + Array(member.name.utf8)
      return bytes + data
    } + [0x50, 0x4B, 1, 2, 0, 0]
  }

  /// Stored deflate blocks (RFC 1951, 3.2.4).
  private static func deflated(_ content: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = content[...]
    repeat {
      let block = rest.prefix(0xFFFF)
      rest = rest.dropFirst(block.count)
      bytes += [rest.isEmpty ? 1 : 0] + little(block.count, 2) + little(~block.count & 0xFFFF, 2) + block
    } while !rest.isEmpty
    return bytes
  }

  private static func little(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  private static func crc(_ bytes: [UInt8]) -> Int {
    let remainder = bytes.reduce(UInt32.max) { crc, byte in
      (0..<8).reduce(crc ^ UInt32(byte)) { value, _ in value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
    }
    return Int(~remainder)
  }
}
