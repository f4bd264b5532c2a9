internal import Exchange
internal import Files
internal import FoundationEssentials

/// Compiled forms of data files, kept from one run to the next: a file a form, named for what it was made from.
///
/// A form is found by the content of its sources, so that an edited file is never answered from an old form. The folder is
/// `CORRIDOR_CACHE`, else `corridor` in `XDG_CACHE_HOME` or `~/.cache`; without any of them, or where it cannot be written,
/// nothing is kept and everything still works. It may be deleted at any time.
struct CompiledCache {
  /// nil where nothing is kept.
  private let folder: String?

  /// How many forms of one kind are kept: glossaries differ from workspace to workspace.
  private static let kept = 8

  init(environment: [String: String]) {
    if let named = environment["CORRIDOR_CACHE"] {
      folder = named.isEmpty ? nil : named
    } else if let base = environment["XDG_CACHE_HOME"], base.hasPrefix("/") {
      folder = base + "/corridor"
    } else if let home = environment["HOME"], home.hasPrefix("/") {
      folder = home + "/.cache/corridor"
    } else {
      folder = nil
    }
  }

  /// What a form is found by: its kind and the content of its sources.
  struct Key: Hashable {
    let kind: String
    fileprivate let hash: UInt64

    /// - Parameters:
    ///   - kind: letters and hyphens, with the version of the form: "names-1".
    ///   - sources: name and content of every file, in order. Folders do not count: the same files elsewhere are the same.
    init(kind: String, sources: [(name: String, bytes: [UInt8])]) {
      self.kind = kind
      // FNV-1a over names, lengths and contents.
      var hash: UInt64 = 0xcbf2_9ce4_8422_2325
      func mix(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
      for source in sources {
        for byte in source.name.split(separator: "/").last?.utf8 ?? "".utf8[...] { mix(byte) }
        for shift in stride(from: 0, to: 64, by: 8) { mix(UInt8(truncatingIfNeeded: source.bytes.count >> shift)) }
        source.bytes.withUnsafeBufferPointer { for byte in $0 { mix(byte) } }
      }
      self.hash = hash
    }

    fileprivate var fileName: String {
      let digits = String(hash, radix: 16)
      return kind + "-" + String(repeating: "0", count: 16 - digits.count) + digits + ".bin"
    }
  }

  /// The form kept under a key; nil where there is none.
  func bytes(_ key: Key) -> [UInt8]? {
    guard let folder, FileManager.default.fileExists(atPath: folder + "/" + key.fileName) else { return nil }
    return try? InputFile(folder + "/" + key.fileName).bytes()
  }

  /// Keeps a form. It appears whole or not at all; that it cannot be kept is no error.
  func keep(_ bytes: [UInt8], _ key: Key) {
    guard let folder else { return }
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    do {
      let output = try Output(path: folder + "/" + key.fileName)
      try exchanging { () throws(FileError) in try output.write(bytes) }
      try output.finish()
    } catch { return }
    removeOld(key.kind, in: folder)
  }

  private func removeOld(_ kind: String, in folder: String) {
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
      .filter { $0.hasPrefix(kind + "-") && $0.hasSuffix(".bin") }
    guard names.count > Self.kept else { return }
    let dated = names.map { name -> (name: String, date: Double) in
      let attributes = try? FileManager.default.attributesOfItem(atPath: folder + "/" + name)
      return (name, (attributes?[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0)
    }
    for old in dated.sorted(by: { $0.date > $1.date }).dropFirst(Self.kept) {
      try? FileManager.default.removeItem(atPath: folder + "/" + old.name)
    }
  }
}
