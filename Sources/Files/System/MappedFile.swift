/// The bytes of a regular file, read from the disk when they are looked at, and never written.
///
/// SAFETY: the address stays valid until `deinit`. The contents stay the same only if the file is replaced by renaming and
/// removed by unlinking, as `AtomicFile` does; one that is cut short while it is mapped ends the process.
package final class MappedFile: @unchecked Sendable {
  private let base: UnsafeMutableRawPointer?
  package let count: Int

  /// Maps a file; an empty one has no bytes.
  /// - Throws: `SystemError` if it cannot be opened, or is no regular file.
  package init(path: String) throws(SystemError) {
    let file = try OpenFile(reading: path)
    let status = try file.status
    guard status.kind == .file else { throw CLibrary.isFolder }
    count = status.size
    base = count == 0 ? nil : try file.map(count)
  }

  deinit { if let base { CLibrary.unmap(base, count) } }

  /// The bytes, as long as this object lives.
  package func withBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
    try body(UnsafeRawBufferPointer(start: base, count: count))
  }
}
