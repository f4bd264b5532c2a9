internal import Bitext
internal import FoundationEssentials
internal import Terminology

/// Where compiled glossaries lie, so that a million concepts need not be read again for one question.
///
/// The folder is `CORRIDOR_CACHE`, else `corridor` in `XDG_CACHE_HOME`, else `~/.cache/corridor`; where it cannot be written
/// nothing is kept, and nothing is said: a cache is no result. A compiled form is kept under the names, sizes and times of
/// the tables that it was made from, so that it is never older than they are.
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
    guard let path = path(files), let data = try? Data(contentsOf: URL(filePath: path), options: .alwaysMapped) else {
      return nil
    }
    return CompiledGlossary(data)
  }

  /// Keeps a compiled form, and drops those that were made from earlier states of the same tables.
  func keep(_ glossary: CompiledGlossary, of files: [InputFile]) {
    guard let folder, let path = path(files) else { return }
    let manager = FileManager.default
    try? manager.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let prefix = String(path.dropFirst(folder.utf8.count + 1).prefix { $0 != "-" }) + "-"
    for old in (try? manager.contentsOfDirectory(atPath: folder)) ?? [] where old.hasPrefix(prefix) {
      try? manager.removeItem(atPath: folder + "/" + old)
    }
    try? glossary.data.write(to: URL(filePath: path), options: .atomic)
  }

  /// "names-states.glossary", both hashed; nil where a table is no file that can be looked at.
  private func path(_ files: [InputFile]) -> String? {
    guard let folder, !files.isEmpty else { return nil }
    var names = Hash()
    var states = Hash()
    for file in files {
      guard !file.isStandardInput, let state = try? FileManager.default.attributesOfItem(atPath: file.name),
        state[.type] as? FileAttributeType == .typeRegular
      else { return nil }
      names.add(file.name.hasPrefix("/") ? file.name : FileManager.default.currentDirectoryPath + "/" + file.name)
      states.add("\(state[.size].map { "\($0)" } ?? "")")
      states.add("\((state[.modificationDate] as? Date)?.timeIntervalSinceReferenceDate ?? 0)")
    }
    states.add(Corridor.version)
    return "\(folder)/\(names.text)-\(states.text).glossary"
  }

  /// FNV-1a, 64 bits (Fowler, Noll, Vo). Not against malice: a cache is its owner's.
  private struct Hash {
    private var value: UInt64 = 0xCBF2_9CE4_8422_2325

    mutating func add(_ text: String) {
      for byte in text.utf8 { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
      value = (value ^ 0xFF) &* 0x0000_0100_0000_01B3
    }

    var text: String { String(value, radix: 16) }
  }
}
