/// A source whose first bytes can be looked at before they are read.
package final class PrefixedSource: ByteSource {
  package private(set) var head: [UInt8] = []
  private let rest: any ByteSource
  private var isAtEnd = false

  package var name: String { rest.name }

  package init(_ rest: any ByteSource) { self.rest = rest }

  /// Makes the head at least `count` bytes long, if there are so many.
  package func look(_ count: Int) throws(FileError) {
    while head.count < count, !isAtEnd {
      let piece = try rest.read()
      isAtEnd = piece.isEmpty
      head += piece
    }
  }

  /// Leaves out the first bytes of the head.
  package func drop(_ count: Int) { head.removeFirst(min(count, head.count)) }

  /// Puts back what was read to the end.
  package func restore(_ bytes: [UInt8]) { head = bytes + head }

  /// Takes exactly `count` bytes, or fewer at the end.
  package func take(_ count: Int) throws(FileError) -> [UInt8] {
    try look(count)
    let taken = Array(head.prefix(count))
    drop(taken.count)
    return taken
  }

  package func read() throws(FileError) -> [UInt8] {
    if !head.isEmpty {
      defer { head = [] }
      return head
    }
    return isAtEnd ? [] : try rest.read()
  }
}
