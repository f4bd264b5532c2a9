/// A source of which the first bytes were looked at already.
final class PrefixedSource: ByteSource {
  private(set) var head: [UInt8] = []
  private let rest: any ByteSource
  private var isAtEnd = false

  var name: String { rest.name }

  init(_ rest: any ByteSource) { self.rest = rest }

  /// Makes the head at least `count` bytes long, if there are so many.
  func look(_ count: Int) throws(ExchangeError) {
    while head.count < count, !isAtEnd {
      let piece = try rest.read()
      isAtEnd = piece.isEmpty
      head += piece
    }
  }

  /// Leaves out the first bytes of the head.
  func drop(_ count: Int) { head.removeFirst(min(count, head.count)) }

  /// Takes exactly `count` bytes, or fewer at the end.
  func take(_ count: Int) throws(ExchangeError) -> [UInt8] {
    try look(count)
    let taken = Array(head.prefix(count))
    drop(taken.count)
    return taken
  }

  func read() throws(ExchangeError) -> [UInt8] {
    if !head.isEmpty {
      defer { head = [] }
      return head
    }
    return isAtEnd ? [] : try rest.read()
  }
}
