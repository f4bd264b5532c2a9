internal import Bitext
internal import FoundationEssentials
internal import Terminology

/// Where compiled glossaries lie, so that a million concepts need not be read again for one question.
///
/// The folder is `CORRIDOR_CACHE`, else `corridor` in `XDG_CACHE_HOME`, else `~/.cache/corridor`; where it cannot be written
/// nothing is kept, and nothing is said: a cache is no result. A compiled form is found by the content of the tables that
/// it was made from. To read a million concepts only for that would take longer than to answer, so a small note says
/// which content the tables had when their sizes, times of change and file numbers were what they are; where one of
/// them is another, the content is read again.
struct GlossaryCache {
  private let folder: String?

  init(environment: [String: String]) {
    func named(_ key: String) -> String? { environment[key].flatMap { $0.isEmpty ? nil : $0 } }
    folder =
      named("CORRIDOR_CACHE") ?? named("XDG_CACHE_HOME").map { $0 + "/corridor" }
      ?? named("HOME").map { $0 + "/.cache/corridor" }
  }

  /// The compiled form of some tables; nil where it has to be made.
  func glossary(of files: [InputFile]) -> CompiledGlossary? {
    guard let folder, let note = note(files) else { return nil }
    if let text = try? String(contentsOfFile: folder + "/" + note.name, encoding: .utf8),
      Self.isKey(text),
      let compiled = compiled(text)
    {
      return compiled
    }
    guard let key = contentKey(files), let compiled = compiled(key) else { return nil }
    write(note, key)
    return compiled
  }

  /// Keeps a compiled form, with a note of the state of its tables. Of older forms the last few stay.
  func keep(_ glossary: CompiledGlossary, of files: [InputFile]) {
    guard let folder, let note = note(files), let key = contentKey(files) else { return }
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    guard
      (try? glossary.data.write(
        to: URL(filePath: folder + "/" + key + Self.ending), options: .atomic)) != nil
    else { return }
    write(note, key)
    removeOld()
  }

  // MARK: Content

  private static let ending = ".glossary"
  /// How many forms are kept: workspaces have their own.
  private static let kept = 6

  private static func isKey(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 16
      && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }

  private func compiled(_ key: String) -> CompiledGlossary? {
    guard let folder,
      let data = try? Data(
        contentsOf: URL(filePath: folder + "/" + key + Self.ending), options: .alwaysMapped)
    else { return nil }
    return CompiledGlossary(data)
  }

  /// A hash of what the tables hold; nil where one cannot be read.
  private func contentKey(_ files: [InputFile]) -> String? {
    var hash = Hash()
    hash.add(Corridor.version)
    for file in files {
      guard let bytes = try? file.bytes() else { return nil }
      hash.add(file.name)
      hash.add(bytes)
    }
    return hash.text
  }

  private func removeOld() {
    guard let folder else { return }
    let manager = FileManager.default
    let forms = ((try? manager.contentsOfDirectory(atPath: folder)) ?? []).filter {
      $0.hasSuffix(Self.ending)
    }
    guard forms.count > Self.kept else { return }
    let dated = forms.map { name -> (name: String, date: Date) in
      let state = try? manager.attributesOfItem(atPath: folder + "/" + name)
      return (name, state?[.modificationDate] as? Date ?? .distantPast)
    }
    for old in dated.sorted(by: { $0.date > $1.date }).dropFirst(Self.kept) {
      try? manager.removeItem(atPath: folder + "/" + old.name)
    }
  }

  // MARK: Notes

  private struct Note {
    /// "names-states.note", both hashed.
    let name: String
    let prefix: String
  }

  /// Writes which content some tables have, and forgets their earlier states.
  private func write(_ note: Note, _ key: String) {
    guard let folder else { return }
    let manager = FileManager.default
    for old in (try? manager.contentsOfDirectory(atPath: folder)) ?? []
    where old.hasPrefix(note.prefix) && old.hasSuffix(".note") {
      try? manager.removeItem(atPath: folder + "/" + old)
    }
    try? Data(key.utf8).write(to: URL(filePath: folder + "/" + note.name), options: .atomic)
  }

  /// What tells the state of the tables without reading them; nil where one is no file that can be looked at.
  private func note(_ files: [InputFile]) -> Note? {
    guard !files.isEmpty else { return nil }
    var names = Hash()
    var states = Hash()
    for file in files {
      guard !file.isStandardInput,
        let state = try? FileManager.default.attributesOfItem(atPath: file.name),
        state[.type] as? FileAttributeType == .typeRegular
      else { return nil }
      names.add(
        file.name.hasPrefix("/")
          ? file.name : FileManager.default.currentDirectoryPath + "/" + file.name)
      states.add(state[.size].map { "\($0)" } ?? "")
      states.add(state[.systemFileNumber].map { "\($0)" } ?? "")
      // To the nanosecond where the file system knows it, as far as a double holds it: about a tenth of a microsecond.
      states.add("\((state[.modificationDate] as? Date)?.timeIntervalSinceReferenceDate ?? 0)")
    }
    states.add(Corridor.version)
    return Note(name: "\(names.text)-\(states.text).note", prefix: names.text + "-")
  }

  /// After FNV-1a, 64 bits (Fowler, Noll, Vo). Not against malice: a cache is its owner's.
  private struct Hash {
    private var value: UInt64 = 0xCBF2_9CE4_8422_2325

    mutating func add(_ text: String) {
      for byte in text.utf8 { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
      value = (value ^ 0xFF) &* 0x0000_0100_0000_01B3
    }

    /// Eight bytes at a step: tables are large.
    mutating func add(_ bytes: [UInt8]) {
      bytes.withUnsafeBytes { raw in
        var place = 0
        while place + 8 <= raw.count {
          value =
            (value ^ raw.loadUnaligned(fromByteOffset: place, as: UInt64.self))
            &* 0x9E37_79B9_7F4A_7C15
          value ^= value >> 32
          place += 8
        }
        for byte in raw[place...] { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
      }
      add("\(bytes.count)")
    }

    var text: String { String(value, radix: 16) }
  }
}
