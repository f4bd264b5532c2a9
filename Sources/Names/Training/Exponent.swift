#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Exponential and logarithm without Foundation.
enum Exponent {
  static func of(_ x: Double) -> Double { exp(x) }
  static func log(_ x: Double) -> Double { _log(x) }
  /// 1 / (1 + e^-x).
  static func logistic(_ x: Double) -> Double { 1 / (1 + exp(-x)) }
}

private func _log(_ x: Double) -> Double { log(x) }
