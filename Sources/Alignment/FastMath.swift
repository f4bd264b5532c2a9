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

  /// log(e^a + e^b) to about 0.000001.
  @inline(__always)
  static func logSum(_ a: Float, _ b: Float) -> Float {
    let high = a > b ? a : b
    let difference = (a > b ? b : a) - high
    if difference < -15 { return high }
    // e^difference, by its power of two and a polynomial for the rest; then log(1 + x) by another. Chebyshev fits.
    let power = difference * 1.442695
    let whole = power.rounded(.down)
    let part = power - whole
    let low =
      0.99999977 + part
      * (0.693156777 + part * (0.240131692 + part * (0.0558765569 + part * (0.00894058253 + part * 0.00189437942))))
    let x = low * Float(bitPattern: UInt32(Int32(whole) + 127) << 23)
    let y =
      0.999999519 + x
      * (-0.499963566 + x
        * (0.332652558 + x
          * (-0.24453389 + x * (0.176598648 + x * (-0.106799313 + x * (0.0436592889 - x * 0.00846641043))))))
    return high + x * y
  }
}

extension Double {
  static func power(_ x: Double, _ y: Double) -> Double { pow(x, y) }
}
