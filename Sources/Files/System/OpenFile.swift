/// A file that is open; closed when nothing refers to it any more.
///
/// The one loop of the house that reads a file is here: sources, whole files and blocks of texts go through it.
package final class OpenFile: Sendable {
  private let descriptor: Int32
  private let isOwned: Bool

  package static let standardInput = OpenFile(descriptor: CLibrary.standardInput)
  static let standardOutput = OpenFile(descriptor: CLibrary.standardOutput)

  /// Opens an existing file to read.
  /// - Throws: `SystemError`, not yet for a folder: reading that fails.
  package convenience init(reading path: String) throws(SystemError) { try self.init(path, .reading) }

  init(_ path: String, _ mode: CLibrary.Mode) throws(SystemError) {
    descriptor = try CLibrary.open(path, mode)
    isOwned = true
  }

  /// The open file that a path like "/dev/stdout" names, where it goes on; nil for other paths.
  convenience init?(descriptorNamed path: String) throws(SystemError) {
    guard let named = CLibrary.namedDescriptor(path) else { return nil }
    self.init(owned: try CLibrary.duplicate(named))
  }

  private init(owned descriptor: Int32) {
    self.descriptor = descriptor
    isOwned = true
  }

  /// Whether it is a device that may never end, and no terminal.
  package var isEndless: Bool { (try? status)?.isDevice == true && !CLibrary.isTerminal(descriptor) }

  /// A descriptor that belongs to somebody else.
  private init(descriptor: Int32) {
    self.descriptor = descriptor
    isOwned = false
  }

  deinit { if isOwned { CLibrary.close(descriptor) } }

  package var status: FileStatus { get throws(SystemError) { try CLibrary.status(of: descriptor) } }

  /// The next bytes, at most `size`, as many as the system has ready; none at the end.
  package func read(upTo size: Int) throws(SystemError) -> [UInt8] { try read(size, fills: false) }

  /// The next `size` bytes; fewer only at the end.
  package func read(filling size: Int) throws(SystemError) -> [UInt8] { try read(size, fills: true) }

  /// Everything that is left.
  package func readAll() throws(SystemError) -> [UInt8] {
    // A byte more than a regular file has, so that its end is seen by the first reading.
    let status = try status
    var all = try read(filling: status.kind == .file ? max(status.size + 1, 1 << 12) : 1 << 16)
    var piece = all
    while !piece.isEmpty {
      piece = try read(upTo: 1 << 16)
      all += piece
    }
    return all
  }

  private func read(_ size: Int, fills: Bool) throws(SystemError) -> [UInt8] {
    var failure: SystemError?
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      // SAFETY: never more than the room that is left is asked for, and what was read is what counts as initialised.
      repeat {
        let room = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[count..<size])
        do throws(SystemError) {
          let got = try CLibrary.read(descriptor, into: room)
          if got == 0 { break }
          count += got
        } catch {
          failure = error
          break
        }
      } while fills && count < size
    }
    if let failure { throw failure }
    return bytes
  }

  /// Writes every byte.
  package func write(_ bytes: [UInt8]) throws(SystemError) {
    var failure: SystemError?
    bytes.withUnsafeBytes { bytes in
      do throws(SystemError) { try CLibrary.write(bytes, to: descriptor) } catch { failure = error }
    }
    if let failure { throw failure }
  }

  func truncate(to size: Int) throws(SystemError) { try CLibrary.truncate(descriptor, to: size) }
  func synchronize() throws(SystemError) { try CLibrary.synchronize(descriptor) }
  func lock() -> Bool { CLibrary.lock(descriptor) }
  func setPermissions(_ bits: UInt32) { CLibrary.setPermissions(bits, of: descriptor) }

  /// The bytes of the file as memory.
  func map(_ count: Int) throws(SystemError) -> UnsafeMutableRawPointer { try CLibrary.map(descriptor, count) }
}
