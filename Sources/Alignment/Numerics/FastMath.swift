#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

extension Float {
  /// Natural logarithm.
  static func log(_ x: Float) -> Float { logf(x) }
  static func exp(_ x: Float) -> Float { expf(x) }
  static func pow(_ x: Float, _ y: Float) -> Float { powf(x, y) }
  static func log1p(_ x: Float) -> Float { log1pf(x) }

  /// log(1 + x) for x ≥ 0, to about 0.0002: the bits of the exponent and a polynomial.
  @inline(__always)
  static func quickLog1p(_ x: Float) -> Float {
    let bits = (x + 1).bitPattern
    let exponent = Float(Int32(bits >> 23) - 127)
    let mantissa = Float(bitPattern: bits & 0x7F_FFFF | 0x3F80_0000)
    // Minimax polynomial of log2 on [1, 2).
    let log2 =
      exponent - 2.7868458 + mantissa
      * (5.0469786 + mantissa * (-3.4926196 + mantissa * (1.5939760 + mantissa * (-0.4048889 + mantissa * 0.0434313))))
    return log2 * 0.6931472
  }

  /// Added and taken away again, it rounds a figure between −2^22 and 2^22 to a whole one, whose last bits the sum has.
  @inline(__always)
  fileprivate static var rounding: Float { 12_582_912 }

  /// log(e^a + e^b) to about 0.000001.
  @inline(__always)
  static func logSum(_ a: Float, _ b: Float) -> Float {
    let high = a > b ? a : b
    let difference = (a > b ? b : a) - high
    if difference < -15 { return high }
    // e^difference, by its power of two and a polynomial for the rest; then log(1 + x) by another. Chebyshev fits.
    let power = difference * 1.442695
    let nearest = (power + rounding) - rounding
    let whole = nearest > power ? nearest - 1 : nearest
    let part = power - whole
    let low =
      0.99999977 + part
      * (0.693156777 + part * (0.240131692 + part * (0.0558765569 + part * (0.00894058253 + part * 0.00189437942))))
    let x = low * Float(bitPattern: (whole + rounding).bitPattern &<< 23 &+ 0x3F80_0000)
    let y =
      0.999999519 + x
      * (-0.499963566 + x
        * (0.332652558 + x
          * (-0.24453389 + x * (0.176598648 + x * (-0.106799313 + x * (0.0436592889 - x * 0.00846641043))))))
    return high + x * y
  }
}

extension SIMD4<Float> {
  /// `Float.quickLog1p` of four figures: the same to the last bit.
  @inline(__always)
  static func quickLog1p(_ x: Self) -> Self {
    let bits = unsafeBitCast(x + 1, to: SIMD4<UInt32>.self)
    // The exponent as the last bits of a float of 2^23 and more.
    let exponent = unsafeBitCast((bits &>> 23) | 0x4B00_0000, to: Self.self) - 8_388_608 - 127
    let mantissa = unsafeBitCast(bits & 0x7F_FFFF | 0x3F80_0000, to: Self.self)
    var sum = Self(repeating: -0.4048889) + mantissa * Self(repeating: 0.0434313)
    sum = Self(repeating: 1.5939760) + mantissa * sum
    sum = Self(repeating: -3.4926196) + mantissa * sum
    sum = Self(repeating: 5.0469786) + mantissa * sum
    let log2: Self = (exponent - Self(repeating: 2.7868458)) + mantissa * sum
    return log2 * 0.6931472
  }

  /// `Float.logSum` of four pairs of figures: the same to the last bit.
  @inline(__always)
  static func logSum(_ a: Self, _ b: Self) -> Self {
    let isGreater = a .> b
    let high = b.replacing(with: a, where: isGreater)
    let far = a.replacing(with: b, where: isGreater) - high
    let isFar = far .< -15
    let power = far.replacing(with: 0, where: isFar) * 1.442695
    let nearest = (power + Float.rounding) - Float.rounding
    let whole = nearest - Self(repeating: 0).replacing(with: 1, where: nearest .> power)
    let part = power - whole
    var low = Self(repeating: 0.00894058253) + part * Self(repeating: 0.00189437942)
    low = Self(repeating: 0.0558765569) + part * low
    low = Self(repeating: 0.240131692) + part * low
    low = Self(repeating: 0.693156777) + part * low
    low = Self(repeating: 0.99999977) + part * low
    let scale = (unsafeBitCast(whole + Float.rounding, to: SIMD4<UInt32>.self) &<< 23) &+ 0x3F80_0000
    let x = low * unsafeBitCast(scale, to: Self.self)
    var y = Self(repeating: 0.0436592889) - x * Self(repeating: 0.00846641043)
    y = Self(repeating: -0.106799313) + x * y
    y = Self(repeating: 0.176598648) + x * y
    y = Self(repeating: -0.24453389) + x * y
    y = Self(repeating: 0.332652558) + x * y
    y = Self(repeating: -0.499963566) + x * y
    y = Self(repeating: 0.999999519) + x * y
    return (high + x * y).replacing(with: high, where: isFar)
  }
}

extension Double {
  static func power(_ x: Double, _ y: Double) -> Double { pow(x, y) }
}
