internal import Bitext
internal import CZlib

/// The one exchange file in a zip archive, read from the front without seeking.
///
/// Source: PKWARE APPNOTE 6.3.9, sections 4.3.7 to 4.3.9. Members that are no exchange files by their names are passed
/// over; encrypted ones, and an archive with none or with several exchange files, are refused.
final class ZipSource: ByteSource {
  /// How the head of a member begins, and what follows its content where sizes were not known before.
  static let memberMark = Array("PK".utf8) + [3, 4]
  private static let descriptorMark = Array("PK".utf8) + [7, 8]

  private let source: PrefixedSource
  private let context: ReadingContext
  private let isWanted: (String) -> Bool
  private var member: Member?
  private var found: String?
  private var bytesIn = 0
  private var bytesOut = 0

  private struct Member {
    var isWanted: Bool
    var isDeflated: Bool
    /// Bytes left of a stored member.
    var left: Int
    var hasDescriptor: Bool
    var inflater: OpaquePointer?
    /// As the head has them; none if they follow the content.
    var stated: (checksum: UInt32, packed: UInt64, size: UInt64)?
    var checksum: UInt32 = 0
    var packed: UInt64 = 0
    var size: UInt64 = 0
  }

  var name: String { source.name }

  /// - Parameter isWanted: whether a member's name is that of an exchange file.
  init(_ source: PrefixedSource, context: ReadingContext, isWanted: @escaping (String) -> Bool) {
    self.source = source
    self.context = context
    self.isWanted = isWanted
  }

  deinit { czlib_inflater_close(member?.inflater) }

  func read() throws(FileError) -> [UInt8] {
    while true {
      guard let current = member else {
        guard try openMember() else { return [] }
        continue
      }
      let piece = current.isDeflated ? try inflate() : try copy()
      if current.isWanted, !piece.isEmpty { return piece }
    }
  }

  /// Reads the head of the next member; false after the last.
  private func openMember() throws(FileError) -> Bool {
    let head = try source.take(4)
    guard head == Self.memberMark else {
      // The central directory follows the members; nothing in it is needed.
      if found == nil { throw fault(.unsupported, "the zip archive holds no file of a known format; unpack it") }
      return false
    }
    let fixed = try source.take(26)
    guard fixed.count == 26 else { throw cut() }
    func number(_ at: Int, _ count: Int) -> Int {
      (0..<count).reduce(0) { $0 | Int(fixed[at + $1]) << (8 * $1) }
    }
    let flags = number(2, 2)
    let method = number(4, 2)
    let nameBytes = try source.take(number(22, 2))
    let extra = try source.take(number(24, 2))
    guard nameBytes.count == number(22, 2), extra.count == number(24, 2) else { throw cut() }
    let memberName = String(decoding: nameBytes, as: UTF8.self)
    let wanted = isWanted(memberName)
    if flags & 1 != 0 { throw fault(.unsupported, "the zip archive is encrypted; unpack it") }
    guard method == 8 || (method == 0 && flags & 8 == 0) else {
      throw fault(.unsupported, "the zip archive is packed in a way that is not read; unpack it")
    }
    if wanted {
      if let found {
        throw fault(.unsupported, "the zip archive holds '\(found)' and '\(memberName)'; unpack it and name one")
      }
      found = memberName
    }
    member = Member(
      isWanted: wanted, isDeflated: method == 8, left: number(14, 4), hasDescriptor: flags & 8 != 0,
      inflater: method == 8 ? czlib_inflater_open(true) : nil)
    if flags & 8 == 0 {
      let sizes = zip64(extra) ?? (packed: UInt64(number(14, 4)), size: UInt64(number(18, 4)))
      if number(14, 4) == Int(UInt32.max), method == 0 { member?.left = Int(clamping: sizes.packed) }
      member?.stated = (UInt32(number(10, 4)), sizes.packed, sizes.size)
    }
    return true
  }

  /// The sizes of a member of more than 4 GiB (APPNOTE 4.5.3); nil if the head has them itself.
  private func zip64(_ extra: [UInt8]) -> (packed: UInt64, size: UInt64)? {
    var at = 0
    while at + 4 <= extra.count {
      let (id, length) = (Int(extra[at]) | Int(extra[at + 1]) << 8, Int(extra[at + 2]) | Int(extra[at + 3]) << 8)
      if id == 1, length >= 16, at + 20 <= extra.count {
        func number(_ start: Int) -> UInt64 { (0..<8).reduce(0) { $0 | UInt64(extra[start + $1]) << (8 * UInt64($1)) } }
        return (number(at + 12), number(at + 4))
      }
      at += 4 + length
    }
    return nil
  }

  private func copy() throws(FileError) -> [UInt8] {
    guard let left = member?.left, left > 0 else {
      try closeMember()
      return []
    }
    let piece = try source.take(min(left, 1 << 16))
    if piece.isEmpty { throw cut() }
    member?.left -= piece.count
    count(piece, packed: piece.count)
    return piece
  }

  private func count(_ piece: [UInt8], packed: Int) {
    guard let before = member?.checksum else { return }
    member?.checksum = piece.withUnsafeBufferPointer { czlib_crc32(before, $0.baseAddress, UInt32($0.count)) }
    member?.size += UInt64(piece.count)
    member?.packed += UInt64(packed)
  }

  private func inflate() throws(FileError) -> [UInt8] {
    try source.look(1)
    let input = source.head
    guard let inflater = member?.inflater, !input.isEmpty else { throw cut() }
    var consumed: UInt32 = 0
    var result: Int32 = 0
    let piece = [UInt8](unsafeUninitializedCapacity: 1 << 17) { buffer, count in
      var written: UInt32 = 0
      result = input.withUnsafeBufferPointer {
        czlib_inflate(
          inflater, $0.baseAddress, UInt32(min($0.count, 1 << 20)), buffer.baseAddress, UInt32(buffer.count), &consumed,
          &written)
      }
      count = Int(written)
    }
    guard result == 1 || (result == 0 && consumed + UInt32(piece.count) > 0) else {
      throw fault(.malformed, "the compressed data is damaged; get the file again")
    }
    source.drop(Int(consumed))
    bytesIn += Int(consumed)
    bytesOut += piece.count
    try InflationGuard.check(bytesIn: bytesIn, bytesOut: bytesOut, context.limits, name)
    count(piece, packed: Int(consumed))
    if result == 1 { try closeMember() }
    return piece
  }

  private func closeMember() throws(FileError) {
    czlib_inflater_close(member?.inflater)
    guard var closed = member else { return }
    member = nil
    if closed.hasDescriptor { closed.stated = try descriptor(of: closed) }
    guard let stated = closed.stated else { return }
    guard stated == (closed.checksum, closed.packed, closed.size) else {
      throw fault(.malformed, "the zip archive is damaged: checksum or size is not what it says; get the file again")
    }
  }

  /// Checksum and sizes behind a member, with or without a mark, in four bytes or eight: whichever fits what was read.
  private func descriptor(of member: Member) throws(FileError) -> (checksum: UInt32, packed: UInt64, size: UInt64) {
    try source.look(24)
    let head = source.head
    func number(_ at: Int, _ count: Int) -> UInt64 {
      (0..<count).reduce(0) { $0 | (at + $1 < head.count ? UInt64(head[at + $1]) : 0) << (8 * UInt64($1)) }
    }
    let isMarked = head.starts(with: Self.descriptorMark)
    for start in isMarked ? [4, 0] : [0] {
      for width in [4, 8] {
        let stated = (UInt32(number(start, 4)), number(start + 4, width), number(start + 4 + width, width))
        if stated == (member.checksum, member.packed, member.size) {
          source.drop(start + 4 + 2 * width)
          return stated
        }
      }
    }
    let start = isMarked ? 4 : 0
    return (UInt32(number(start, 4)), number(start + 4, 4), number(start + 8, 4))
  }

  private func cut() -> FileError { fault(.malformed, "the zip archive is cut off; get the whole file") }

  private func fault(_ reason: FileError.Reason, _ message: String) -> FileError {
    FileError(reason, message, at: SourcePosition(file: name, line: 1, column: 1))
  }
}
