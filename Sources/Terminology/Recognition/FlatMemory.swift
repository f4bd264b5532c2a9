#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// One piece of memory that holds many arrays end to end, freed with the object.
///
/// Searches jump about in it: where it is large it asks for large pages, without which every other read also waits for
/// the page table (100,000 terms: 5.4 s against 3.6 s CPU over 60 MB of text).
///
/// SAFETY: `copy` and `array` hand out what `size` has room for, checked; every array begins at a multiple of 64 bytes.
final class FlatMemory {
  let size: Int
  private let start: UnsafeMutableRawPointer
  private var used = 0

  private static let largePage = 1 << 21

  /// - Parameter size: at least the sum of `bytes(of:)` of all arrays.
  init(size: Int) {
    self.size = size
    let isLarge = size >= Self.largePage / 2
    let rounded = isLarge ? (size + Self.largePage - 1) / Self.largePage * Self.largePage : max(size, 64)
    start = .allocate(byteCount: rounded, alignment: isLarge ? Self.largePage : 64)
    #if os(Linux)
      // Advice: where it is not followed, the memory only is slower.
      if isLarge { madvise(start, rounded, MADV_HUGEPAGE) }
    #endif
  }

  /// The memory of another, with its arrays, from a compiled form; `array` gives them in the same order.
  convenience init(copying bytes: UnsafeRawBufferPointer) {
    self.init(size: bytes.count)
    UnsafeMutableRawBufferPointer(start: start, count: bytes.count).copyMemory(from: bytes)
  }

  deinit { start.deallocate() }

  /// All arrays, end to end.
  var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: start, count: size) }

  /// The room that an array takes.
  static func bytes<Element>(of array: [Element]) -> Int {
    (array.count * MemoryLayout<Element>.stride + 63) / 64 * 64
  }

  /// The array's elements, copied; valid as long as the object.
  func copy<Element: BitwiseCopyable>(_ array: [Element]) -> UnsafePointer<Element> {
    precondition(used + Self.bytes(of: array) <= size, "the size was told too small")
    let place = (start + used).bindMemory(to: Element.self, capacity: array.count)
    array.withUnsafeBufferPointer { source in
      if let base = source.baseAddress { place.initialize(from: base, count: source.count) }
    }
    // What lies between two arrays goes into compiled forms too.
    let end = array.count * MemoryLayout<Element>.stride
    (start + used + end).initializeMemory(as: UInt8.self, repeating: 0, count: Self.bytes(of: array) - end)
    used += Self.bytes(of: array)
    return UnsafePointer(place)
  }

  /// The next array of a memory that was copied; valid as long as the object.
  /// - Returns: nil where the memory is too small for it.
  func array<Element: BitwiseCopyable>(of count: Int, _: Element.Type) -> UnsafePointer<Element>? {
    let length = (count * MemoryLayout<Element>.stride + 63) / 64 * 64
    guard count >= 0, length <= size - used else { return nil }
    let place = (start + used).bindMemory(to: Element.self, capacity: count)
    used += length
    return UnsafePointer(place)
  }
}
