import Foundation

/// What this process has used.
enum Usage {
  /// Processor seconds, of the system and of the program, all threads.
  static var seconds: Double {
    var now = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now)
    return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
  }

  static var peakMegabytes: Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM") }
    return line.flatMap { Int($0.filter(\.isNumber)) }.map { $0 / 1024 } ?? 0
  }

  static func measure<Result>(_ body: () throws -> Result) rethrows -> (Result, Double) {
    let start = seconds
    let result = try body()
    return (result, seconds - start)
  }
}
