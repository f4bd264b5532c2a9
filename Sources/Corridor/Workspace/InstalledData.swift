internal import Bitext
internal import Exchange
internal import Files
internal import FoundationEssentials
internal import Rules

/// The `glossary/` folder that came with the program: concepts, profiles and rules by kind.
struct InstalledData: Hashable, Sendable {
  /// The folder that holds `concepts/`, `languages/`, `segmentation/` and the others.
  let folder: String

  /// Looks for the folder in `--data`, `CORRIDOR_DATA`, `../share/corridor` beside the executable, then upwards from the
  /// executable. A named place may be the folder itself or the one above it.
  /// - Throws: `CorridorError.input` that lists what was tried.
  static func find(option: String?, environment: [String: String], executable: String) throws(CorridorError)
    -> InstalledData
  {
    var tried: [String] = []
    func look(_ place: String) -> InstalledData? {
      for candidate in [place, place + "/glossary"] {
        if FileManager.default.fileExists(atPath: candidate + "/languages") { return InstalledData(folder: candidate) }
      }
      tried.append(place)
      return nil
    }
    // A place that was named is the only one: falling back in silence would hide a typing error.
    if let option {
      if let found = look(option) { return found }
    } else if let named = environment["CORRIDOR_DATA"], !named.isEmpty {
      if let found = look(named) { return found }
    } else {
      var folder = URL(filePath: executable).resolvingSymlinksInPath().deletingLastPathComponent()
      if let found = look(folder.deletingLastPathComponent().appending(path: "share/corridor").path) { return found }
      while folder.path != "/" && !folder.path.isEmpty {
        if let found = look(folder.path) { return found }
        folder = folder.deletingLastPathComponent()
      }
    }
    throw .noData(tried: tried)
  }

  /// The YAML files of a subfolder, in order of name, parsed.
  /// - Throws: `CorridorError.faults` with every fault of every file.
  func rules(_ subfolder: String) throws(CorridorError) -> [RuleNode] {
    let files = files(subfolder, ending: "yml")
    func key() -> CompiledCache.Key? {
      var digest = ContentDigest("rules of a folder")
      for file in files {
        digest.add(file.lastName)
        guard digest.add(contentOf: file) else { return nil }
      }
      return CompiledCache.Key(kind: "folder-\(RuleNode.bytesVersion)", digest)
    }
    return try CompiledCache.standard.kept(
      key,
      read: { bytes in bytes.withUnsafeBytes { RuleNode.nodes($0, files: files.map(\.name)) } },
      make: { () throws(CorridorError) in try Self.parse(files) }, form: RuleNode.bytes(of:))
  }

  private static func parse(_ files: [InputFile]) throws(CorridorError) -> [RuleNode] {
    var nodes: [RuleNode] = []
    for file in files { nodes.append(try parse(file)) }
    return nodes
  }

  /// The files of a subfolder that serve a language: `root.yml`, and that of its longest prefix that has one ("fr-CA", then
  /// "fr"), parsed.
  /// - Throws: `CorridorError.faults` with every fault of the files.
  func rules(_ subfolder: String, for language: LanguageTag) throws(CorridorError) -> [RuleNode] {
    var nodes: [RuleNode] = []
    for file in files(subfolder, for: language) { nodes.append(try Self.parse(file)) }
    return nodes
  }

  /// The YAML files that serve a language.
  func files(_ subfolder: String, for language: LanguageTag) -> [InputFile] {
    let all = files(subfolder, ending: "yml")
    func file(_ name: Substring) -> InputFile? { all.first { $0.name.lowercased().hasSuffix("/\(name).yml") } }
    let root = file("root").map { [$0] } ?? []
    var name = language.folded[...]
    while true {
      if let found = file(name) { return root + [found] }
      guard let dash = name.lastIndex(of: "-") else { return root }
      name = name[..<dash]
    }
  }

  /// One YAML file as a tree; a long one is read again out of the cache, which takes a tenth of the time.
  static func parse(_ file: InputFile) throws(CorridorError) -> RuleNode {
    let bytes = try file.bytes()
    let cache = CompiledCache.standard
    let key = bytes.count < shortFile ? nil : cacheKey(bytes)
    if let key, let kept = cache.bytes(key), let node = RuleNode(bytes: kept, file: file.name) { return node }
    let node: RuleNode
    do {
      node = try RuleNode(yaml: TextFile(bytes: bytes, name: file.name).text, file: file.name)
    } catch let error as RulesErrors {
      throw .faults(error.faults.map { Fault($0) })
    } catch let error as FileError {
      throw CorridorError(error)
    } catch {
      throw .failure("\(error)")
    }
    if let key { cache.keep(node.bytes, key) }
    return node
  }

  /// Below so many bytes a file is read as fast as it is found in the cache.
  private static let shortFile = 2_000

  private static func cacheKey(_ bytes: [UInt8]) -> CompiledCache.Key {
    var digest = ContentDigest("rules")
    digest.add(bytes)
    return CompiledCache.Key(kind: "rules-\(RuleNode.bytesVersion)", digest)
  }

  /// The files of a subfolder with an ending, in order of name; none where there is no such folder.
  func files(_ subfolder: String, ending: String) -> [InputFile] {
    let path = folder + "/" + subfolder
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.sorted().filter { $0.hasSuffix("." + ending) && !$0.hasPrefix(".") }
      .map { InputFile(path + "/" + $0) }
  }
}
