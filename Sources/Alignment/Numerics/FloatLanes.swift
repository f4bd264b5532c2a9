/// Floats that are read and written four at a time, with room for three more behind the last.
///
/// SAFETY: places are not checked. Whoever holds one reads and writes places below `count`, four at a time from there;
/// memory is one's own, set before it is read, and freed with it.
struct FloatLanes: ~Copyable {
  let count: Int
  private let base: UnsafeMutablePointer<Float>

  init(repeating value: Float, count: Int) {
    self.count = count
    base = .allocate(capacity: count + 4)
    base.initialize(repeating: value, count: count + 4)
  }

  deinit { base.deallocate() }

  subscript(_ place: Int) -> Float {
    @inline(__always) get {
      assert(place >= 0 && place < count + 4)
      return base[place]
    }
    @inline(__always) nonmutating set {
      assert(place >= 0 && place < count + 4)
      base[place] = newValue
    }
  }

  /// The four from `place` on.
  subscript(lanes place: Int) -> SIMD4<Float> {
    @inline(__always) get {
      assert(place >= 0 && place <= count)
      return UnsafeRawPointer(base + place).loadUnaligned(as: SIMD4<Float>.self)
    }
    @inline(__always) nonmutating set {
      assert(place >= 0 && place <= count)
      UnsafeMutableRawPointer(base + place).storeBytes(of: newValue, as: SIMD4<Float>.self)
    }
  }

  func fill(_ range: Range<Int>, with value: Float) { for place in range { self[place] = value } }

  /// The largest in a range, none if it is empty.
  func max(in range: Range<Int>) -> Float? {
    var found: Float?
    for place in range { found = Swift.max(found ?? self[place], self[place]) }
    return found
  }

  func subtract(_ value: Float, in range: Range<Int>) { for place in range { self[place] -= value } }
}

/// FloatLanes that several hold, freed with the last of them.
final class SharedFloats {
  let floats: FloatLanes

  init(repeating value: Float, count: Int) { floats = FloatLanes(repeating: value, count: count) }
}

extension Span<Float> {
  /// The four from `place` on.
  @inline(__always)
  func lanes(_ place: Int) -> SIMD4<Float> {
    assert(place >= 0 && place + 4 <= count)
    // SAFETY: callers hold places to arrays with three more behind the last one asked for.
    return bytes.unsafeLoadUnaligned(
      fromUncheckedByteOffset: place &* MemoryLayout<Float>.stride, as: SIMD4<Float>.self)
  }
}
