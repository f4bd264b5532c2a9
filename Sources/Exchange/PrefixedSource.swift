/// A source whose first bytes can be looked at before they are read.
public final class PrefixedSource: ByteSource {
  private(set) var head: [UInt8] = []
  private let rest: any ByteSource
  private var isAtEnd = false

  public var name: String { rest.name }

  public init(_ rest: any ByteSource) { self.rest = rest }

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

  /// Puts back what was read to the end.
  func restore(_ bytes: [UInt8]) { head = bytes + head }

  /// Takes exactly `count` bytes, or fewer at the end.
  func take(_ count: Int) throws(ExchangeError) -> [UInt8] {
    try look(count)
    let taken = Array(head.prefix(count))
    drop(taken.count)
    return taken
  }

  public func read() throws(ExchangeError) -> [UInt8] {
    if !head.isEmpty {
      defer { head = [] }
      return head
    }
    return isAtEnd ? [] : try rest.read()
  }
}
