import Corridor

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What is at the other end.
enum Terminal {
  /// Whether a person looks at the output: colours are for them, unless NO_COLOR says otherwise (no-color.org).
  static func isColoured(_ output: Output) -> Bool {
    guard output.name == nil, isatty(STDOUT_FILENO) == 1 else { return false }
    return getenv("NO_COLOR").map { $0[0] == 0 } ?? true
  }
}
