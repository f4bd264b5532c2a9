/// A list that is filled and emptied again for each block of a text, in memory of its own.
///
/// SAFETY: `capacity` elements are allocated, the first `count` of them are written; `append` makes room first. Callers read
/// below `count` only: all their places come from loops over it or are compared with it.
struct WorkList<Element: BitwiseCopyable>: ~Copyable {
  private var elements: UnsafeMutablePointer<Element>
  private var capacity: Int
  private(set) var count = 0

  init(capacity: Int) {
    self.capacity = max(capacity, 8)
    elements = .allocate(capacity: self.capacity)
  }

  deinit { elements.deallocate() }

  @inline(__always)
  subscript(place: Int) -> Element {
    unsafeAddress { UnsafePointer(elements + place) }
    nonmutating unsafeMutableAddress { elements + place }
  }

  /// The first element; valid until the list grows.
  @inline(__always)
  var start: UnsafePointer<Element> { UnsafePointer(elements) }

  @inline(__always)
  mutating func append(_ element: Element) {
    if count == capacity { grow() }
    (elements + count).initialize(to: element)
    count += 1
  }

  @inline(never)
  private mutating func grow() {
    let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity * 2)
    larger.moveInitialize(from: elements, count: count)
    elements.deallocate()
    elements = larger
    capacity *= 2
  }

  @inline(__always)
  mutating func removeAll() { count = 0 }

  /// For a part of the list that is sorted or swapped about in.
  @inline(__always)
  func buffer() -> UnsafeMutableBufferPointer<Element> { UnsafeMutableBufferPointer(start: elements, count: count) }
}
