/// The words of one block of text, in memory of their own.
///
/// SAFETY: `capacity` words are allocated, the first `count` of them are written; `append` makes room first. Callers read
/// below `count` only: all their places come from loops over it or are compared with it.
struct TokenBlock: ~Copyable {
  private var tokens: UnsafeMutablePointer<Token>
  private var capacity: Int
  private(set) var count = 0

  init(capacity: Int) {
    self.capacity = capacity
    tokens = .allocate(capacity: capacity)
  }

  deinit { tokens.deallocate() }

  @inline(__always)
  subscript(place: Int) -> Token {
    unsafeAddress { UnsafePointer(tokens + place) }
    nonmutating unsafeMutableAddress { tokens + place }
  }

  @inline(__always)
  mutating func append(_ token: Token) {
    if count == capacity { grow() }
    (tokens + count).initialize(to: token)
    count += 1
  }

  private mutating func grow() {
    let larger = UnsafeMutablePointer<Token>.allocate(capacity: capacity * 2)
    larger.moveInitialize(from: tokens, count: count)
    tokens.deallocate()
    tokens = larger
    capacity *= 2
  }

  mutating func removeAll() { count = 0 }
}
