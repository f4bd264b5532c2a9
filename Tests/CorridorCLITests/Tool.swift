import Foundation
import TestSupport
import Testing

/// The built `corridor`, run as a user runs it.
enum Tool {
  struct Run {
    let status: Int32
    let output: String
    let messages: String
    let bytes: Data

    var lines: [String] { output.split(separator: "\n", omittingEmptySubsequences: true).map(String.init) }

    /// Each line of output as a JSON object.
    func objects() throws -> [[String: Any]] {
      try lines.map { line in
        let object = try JSONSerialization.jsonObject(with: Data(line.utf8))
        return try #require(object as? [String: Any])
      }
    }

    /// The whole output as a JSON list of objects.
    func list() throws -> [[String: Any]] {
      let list = try JSONSerialization.jsonObject(with: Data(output.utf8))
      return try #require(list as? [[String: Any]])
    }
  }

  /// The folder of the checkout.
  static let root = Checkout.root
  static let seeds = Checkout.seeds

  /// The command beside the test binary.
  static var executable: URL {
    let tests = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    return tests.deletingLastPathComponent().appending(path: "corridor")
  }

  static func run(
    _ arguments: String..., input: String? = nil, in folder: URL = root, environment: [String: String] = [:]
  ) throws -> Run {
    try run(executable, arguments, input: input.map { Data($0.utf8) }, in: folder, environment: environment)
  }

  static func run(
    _ executable: URL, _ arguments: [String], input: Data? = nil, in folder: URL = root,
    environment: [String: String] = [:]
  ) throws -> Run {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let (output, messages, given) = (Pipe(), Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = messages
    process.standardInput = given
    try process.run()
    // Both pipes are read while the process runs: one that is full would stop it.
    let said = Reader(messages.fileHandleForReading)
    let writer = Thread {
      if let input { try? given.fileHandleForWriting.write(contentsOf: input) }
      try? given.fileHandleForWriting.close()
    }
    writer.start()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Run(
      status: process.terminationStatus, output: String(decoding: bytes, as: UTF8.self),
      messages: String(decoding: said.data(), as: UTF8.self), bytes: bytes)
  }

  /// A folder of its own for one test, removed when the test is done.
  static func inTemporaryFolder<Value>(_ body: (URL) throws -> Value) throws -> Value {
    let folder = FileManager.default.temporaryDirectory.appending(path: "corridor-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
  }
}

/// Reads a pipe to its end on a thread of its own.
private final class Reader: @unchecked Sendable {
  private var read = Data()
  private let done = DispatchSemaphore(value: 0)

  init(_ handle: FileHandle) {
    let thread = Thread { [self] in
      read = handle.readDataToEndOfFile()
      done.signal()
    }
    thread.start()
  }

  /// What was read; call once.
  func data() -> Data {
    done.wait()
    return read
  }
}
