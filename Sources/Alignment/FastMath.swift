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
}
