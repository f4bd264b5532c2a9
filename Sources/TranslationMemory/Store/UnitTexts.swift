internal import Bitext

/// The plain texts of a unit, read from its bytes without making the unit.
struct UnitTexts {
  /// One variant: its language as spelt, and where its pieces stand in the bytes.
  struct Side {
    let language: UnsafeRawBufferPointer
    fileprivate let pieces: Int
    fileprivate let offset: Int
  }

  private let bytes: UnsafeRawBufferPointer

  /// - Parameter bytes: must outlive whatever is read from it.
  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  /// Puts the variants in order into `sides`.
  func read(into sides: inout [Side]) throws {
    sides.removeAll(keepingCapacity: true)
    var reader = UnitCoding.Reader(bytes: bytes)
    guard try reader.byte() == UnitCoding.version, try reader.byte() == UnitCoding.Texts.selfContained.rawValue else {
      throw UnitCoding.Damaged()
    }
    try reader.skipAttributes()
    try reader.skipRemarks()
    for _ in 0..<(try reader.count()) {
      let language = try reader.rawString()
      try reader.skipAttributes()
      try reader.skipRemarks()
      let pieces = try reader.number() - 1
      guard pieces >= 0 else { throw UnitCoding.Damaged() }
      sides.append(Side(language: language, pieces: pieces, offset: reader.offset))
      try reader.skipContent(pieces, depth: 0)
    }
  }

  func plainText(_ side: Side) throws -> String {
    var reader = UnitCoding.Reader(bytes: bytes)
    reader.offset = side.offset
    if side.pieces == 1, bytes[side.offset] == 0 {
      reader.offset += 1
      return try reader.string()
    }
    return try reader.content(side.pieces, depth: 0).map(\.plainText).joined()
  }
}

extension UnitCoding.Reader {
  mutating func rawString() throws -> UnsafeRawBufferPointer {
    let length = try count()
    defer { offset += length }
    return UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + length])
  }

  fileprivate mutating func skipString() throws {
    let length = try count()
    offset += length
  }

  fileprivate mutating func skipAttributes() throws {
    for _ in 0..<(try count()) {
      try skipString()
      try skipString()
    }
  }

  fileprivate mutating func skipRemarks() throws {
    for _ in 0..<(try count()) {
      switch try byte() {
      case 0:
        try skipString()
        try skipString()
        try skipAttributes()
      case 1:
        try skipString()
        try skipAttributes()
      case 2:
        try skipString()
        try skipAttributes()
        try skipContent(try count(), depth: 0)
      default: throw UnitCoding.Damaged()
      }
    }
  }

  fileprivate mutating func skipContent(_ count: Int, depth: Int) throws {
    guard count <= bytes.count - offset, depth < UnitCoding.depthLimit else { throw UnitCoding.Damaged() }
    for _ in 0..<count {
      switch try byte() {
      case 0: try skipString()
      case 1:
        try skipString()
        try skipAttributes()
        try skipContent(try self.count(), depth: depth + 1)
      default: throw UnitCoding.Damaged()
      }
    }
  }
}
