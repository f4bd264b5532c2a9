internal import FoundationEssentials

/// Compiled forms of data files, kept from one run to the next. One policy for all of them:
///
/// - A form is found by content: the bytes of everything that it was made from, the version of its layout and the version
///   of the program. An edited file is never answered from an old form, whatever its size and time say. Only of a file of
///   eight megabytes or more the checksum is remembered, by what no program can set (`RegularFile.stamp`).
/// - The folder is `CORRIDOR_CACHE` (empty: nothing is kept), else `corridor` in `XDG_CACHE_HOME` or in `~/.cache`. It is
///   used only if it is a folder, no link, belongs to this user and nobody else may write in it; `note` says if not.
/// - A file appears whole, and carries a checksum. One that is damaged is as good as missing: the form is made anew, and
///   nothing is said. Other processes and other versions may use the folder at the same time.
/// - Forms that were not used for a month go, and beyond `limit` bytes those that were not used for longest.
///
/// That nothing can be kept is no error. The folder may be deleted at any time.
struct CompiledCache: Hashable, Sendable {
  /// nil if nothing is to be kept.
  let folder: String?
  /// How many bytes are kept.
  private let limit: Int

  /// The cache that the environment of this process asks for.
  static let standard = CompiledCache(environment: ProcessInfo.processInfo.environment)

  init(environment: [String: String], limit: Int = 1 << 30) {
    self.limit = limit
    let named: String?
    if let own = environment["CORRIDOR_CACHE"] {
      named = own
    } else if let base = environment["XDG_CACHE_HOME"], base.hasPrefix("/") {
      named = base + "/corridor"
    } else if let home = environment["HOME"], home.hasPrefix("/") {
      named = home + "/.cache/corridor"
    } else {
      named = nil
    }
    // With a slash at its end a link would be followed.
    folder = named.flatMap { name in
      var name = name
      while name.utf8.count > 1, name.hasSuffix("/") { name.removeLast() }
      return name.isEmpty ? nil : name
    }
  }

  /// Why the folder is not used although it is there, and what to do; nil if all is well.
  var note: String? {
    guard let folder else { return nil }
    do {
      _ = try CacheFolder(folder)
      return nil
    } catch {
      return error.note(folder)
    }
  }

  /// What a form is found by.
  struct Key: Hashable, Sendable {
    fileprivate let kind: String
    fileprivate let digest: ContentDigest

    /// - Parameters:
    ///   - kind: small letters and hyphens, with the version of the layout: "names-2".
    ///   - digest: of all that the form is made from.
    init(kind: String, _ digest: ContentDigest) {
      self.kind = kind
      var whole = ContentDigest(kind)
      whole.add(Corridor.version)
      whole.add(digest)
      self.digest = whole
    }

    fileprivate var fileName: String { "\(kind)-\(digest.text)\(CompiledCache.ending)" }
  }

  /// The form kept under a key, copied; nil if there is none.
  func bytes(_ key: Key) -> [UInt8]? { entry(key) { CacheEntry.bytes(in: $0, key.digest) } }

  /// The form kept under a key, where it lies: only pages that are used are read again later. Nil if there is none.
  func mapped(_ key: Key) -> Data? { entry(key) { CacheEntry.mapped($0, key.digest, self) } }

  /// What a form says, read from the cache, else made and its form put there.
  /// - Parameters:
  ///   - key: gives nil where nothing is to be kept. Asked again when the value was made: what was made of a file that was
  ///     changed meanwhile is not kept, for it may have been read before or after.
  ///   - read: gives nil where the form is damaged or of another machine.
  func kept<Value>(
    _ key: () -> Key?, read: (Data) -> Value?, make: () throws(CorridorError) -> Value, form: (Value) -> [UInt8]
  ) throws(CorridorError) -> Value {
    let known = folder == nil ? nil : key()
    if let known, let value = mapped(known).flatMap(read) { return value }
    let value = try make()
    if let known, key() == known { keep(form(value), known) }
    return value
  }

  private func entry<Form>(_ key: Key, _ read: (borrowing RegularFile) -> Form?) -> Form? {
    guard let path = folder, let folder = try? CacheFolder(path), let file = folder.file(key.fileName),
      let form = read(file)
    else { return nil }
    if RegularFile.now - file.changed > Self.unnoticed { file.touch() }
    return form
  }

  /// Keeps a form; old ones may go for it.
  func keep(_ form: some ContiguousBytes, _ key: Key) {
    guard let path = folder, let folder = try? CacheFolder(path, makes: true) else { return }
    let isKept = form.withUnsafeBytes { form in
      CacheEntry.head(of: form, key.digest).withUnsafeBytes { folder.replace(key.fileName, with: [$0, form]) }
    }
    if isKept { removeOld(in: folder, except: key.fileName) }
  }

  // MARK: Large files

  /// The checksum of a file: of a large one it is kept under its stamp, of others made each time.
  /// - Parameter what: tells checksums of one file apart.
  func checksum(
    _ what: String, of file: borrowing RegularFile, _ make: (borrowing RegularFile) -> (UInt64, UInt64)?
  ) -> (UInt64, UInt64)? {
    guard let stamp = file.stamp else { return make(file) }
    var digest = ContentDigest(what)
    digest.add(stamp)
    let key = Key(kind: "checksum-1", digest)
    if let kept = bytes(key), kept.count == 16 {
      return kept.withUnsafeBytes {
        (
          UInt64(littleEndian: $0.loadUnaligned(as: UInt64.self)),
          UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
        )
      }
    }
    guard let made = make(file) else { return nil }
    keep([made.0, made.1].flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> ($0 * 8)) } }, key)
    return made
  }

  // MARK: Old forms

  private static let ending = ".compiled"
  /// Seconds until a use is written down again.
  private static let unnoticed = 3_600
  /// Seconds that an unused form is kept: thirty days.
  private static let kept = 30 * 86_400
  /// Seconds after which a file that is still being written was left by a process that died.
  private static let abandoned = 3_600

  private func removeOld(in folder: borrowing CacheFolder, except new: String) {
    let now = RegularFile.now
    var total = 0
    for entry in folder.entries().sorted(by: { ($0.used, $0.name) > ($1.used, $1.name) }) where Self.isOurs(entry.name)
    {
      total += entry.size
      guard entry.name != new else { continue }
      let age = now - entry.used
      if entry.name.hasSuffix(CacheFolder.partEnding) {
        if age > Self.abandoned { folder.remove(entry.name) }
      } else if total > limit || age > Self.kept {
        folder.remove(entry.name)
        total -= entry.size
      }
    }
  }

  /// Whether a file is a form, of this version of the program or an earlier one. In a folder that the user named others may
  /// lie too; they are left alone.
  private static func isOurs(_ name: String) -> Bool {
    if name.hasSuffix(ending) { return true }
    if name.hasPrefix("."), name.hasSuffix(CacheFolder.partEnding) { return name.contains(ending + ".") }
    let kinds = ["names-", "rules-", "memory-names-"]
    if name.hasSuffix(".bin") { return kinds.contains { name.hasPrefix($0) } }
    guard let dot = name.lastIndex(of: "."), [".glossary", ".note"].contains(name[dot...]) else { return false }
    return name[..<dot].allSatisfy { $0.isHexDigit || $0 == "-" }
  }
}
