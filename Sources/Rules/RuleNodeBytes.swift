internal import Bitext
internal import Files

/// Rule files in a form that is read ten times faster than YAML: what a cache keeps.
///
/// Every node is its place (line, column), a byte for what it is, and a length: a text's bytes follow, a list's items, a
/// table's keys and values in turn. Numbers are `VariableLengthInteger`.
extension RuleNode {
  /// The version of the form; one that was kept under another is not to be read.
  package static let bytesVersion = 1

  private enum Mark: UInt8 { case text, list, table }

  /// The tree as bytes, without the name of the file.
  package var bytes: [UInt8] {
    var bytes: [UInt8] = []
    append(to: &bytes)
    return bytes
  }

  private func append(to bytes: inout [UInt8]) {
    func number(_ value: Int) {
      VariableLengthInteger.append(UInt64(bitPattern: Int64(value)), to: &bytes)
    }
    number(position.line)
    number(position.column)
    switch value {
    case .text(let text):
      bytes.append(Mark.text.rawValue)
      number(text.utf8.count)
      bytes += text.utf8
    case .list(let items):
      bytes.append(Mark.list.rawValue)
      number(items.count)
      for item in items { item.append(to: &bytes) }
    case .table(let entries):
      bytes.append(Mark.table.rawValue)
      number(entries.count)
      for entry in entries {
        entry.key.append(to: &bytes)
        entry.value.append(to: &bytes)
      }
    }
  }

  /// Reads what `bytes` gave.
  /// - Parameter file: the name of the file, for errors.
  /// - Returns: nil where the bytes are cut short, go on after the end, or are nested more than 64 levels deep.
  package init?(bytes: [UInt8], file: String) {
    let node = bytes.withUnsafeBytes { buffer -> RuleNode? in
      var reader = Reader(bytes: buffer, file: file)
      let node = reader.node(depth: 0)
      return reader.place == buffer.count ? node : nil
    }
    guard let node else { return nil }
    self = node
  }

  /// Several trees as bytes, each after its length.
  package static func bytes(of nodes: [RuleNode]) -> [UInt8] {
    var bytes: [UInt8] = []
    for node in nodes {
      let own = node.bytes
      VariableLengthInteger.append(UInt64(own.count), to: &bytes)
      bytes += own
    }
    return bytes
  }

  /// Reads what `bytes(of:)` gave.
  /// - Parameter files: the name of the file of each tree, for errors.
  /// - Returns: nil where there are not as many trees as files, or one is damaged.
  package static func nodes(_ bytes: UnsafeRawBufferPointer, files: [String]) -> [RuleNode]? {
    var nodes: [RuleNode] = []
    var place = 0
    for file in files {
      guard let size = VariableLengthInteger.read(bytes, at: &place), size <= UInt64(bytes.count - place) else {
        return nil
      }
      let end = place + Int(size)
      var reader = Reader(bytes: UnsafeRawBufferPointer(rebasing: bytes[place..<end]), file: file)
      guard let node = reader.node(depth: 0), reader.place == end - place else { return nil }
      nodes.append(node)
      place = end
    }
    return place == bytes.count ? nodes : nil
  }

  private struct Reader {
    let bytes: UnsafeRawBufferPointer
    let file: String
    var place = 0

    mutating func node(depth: Int) -> RuleNode? {
      guard depth <= 64, let line = number(), let column = number(), place < bytes.count,
        let mark = Mark(rawValue: bytes[place])
      else { return nil }
      place += 1
      // Everything takes a byte at least: a greater number is damage, and must not be reserved.
      guard let count = number(), count <= bytes.count - place else { return nil }
      let position = SourcePosition(file: file, line: line, column: column)
      switch mark {
      case .text:
        let text = UnsafeRawBufferPointer(rebasing: bytes[place..<place + count])
        place += count
        return RuleNode(.text(String(decoding: text, as: UTF8.self)), at: position)
      case .list:
        var items: [RuleNode] = []
        items.reserveCapacity(count)
        for _ in 0..<count {
          guard let item = node(depth: depth + 1) else { return nil }
          items.append(item)
        }
        return RuleNode(.list(items), at: position)
      case .table:
        var entries: [(key: RuleNode, value: RuleNode)] = []
        entries.reserveCapacity(count)
        for _ in 0..<count {
          guard let key = node(depth: depth + 1), let value = node(depth: depth + 1) else { return nil }
          entries.append((key, value))
        }
        return RuleNode(.table(entries), at: position)
      }
    }

    private mutating func number() -> Int? {
      VariableLengthInteger.read(bytes, at: &place).flatMap(Int.init(exactly:))
    }
  }
}
