internal import Exchange
internal import FoundationEssentials

extension Workspace {
  /// Writes an OmegaT project: the memory as `tm/corridor.tmx`, the glossary as `glossary/corridor.txt`, and around them
  /// the folders that OmegaT wants. A project that is there keeps its settings and texts; only the two files are replaced.
  /// - Returns: how many units were written.
  /// - Throws: `CorridorError.input` where the folder cannot be made.
  public func exportProject(
    to folder: String, _ options: ExportOptions = ExportOptions(), progress: (Int) -> Void = { _ in }
  ) throws(CorridorError) -> Int {
    for part in ["source", "target", "tm", "glossary", "dictionary", "omegat"] {
      try InputFile.makeFolder("\(folder)/\(part)")
    }
    var memory = options
    memory.format = "tmx"
    let output = try Output(path: "\(folder)/tm/corridor.tmx")
    let units = try export(to: output, memory, progress: progress).units
    let glossary = try Output(path: "\(folder)/glossary/corridor.txt")
    _ = try exportGlossary(to: glossary, format: "omegat")
    let settings = folder + "/omegat.project"
    let isNew = !FileManager.default.fileExists(atPath: settings)
    let project = isNew ? try Output(path: settings) : nil
    try project?.write(
      Self.projectSettings(
        from: options.source ?? configuration.from, to: options.target ?? configuration.to))
    // All or nothing, as far as three files can be.
    for file in [output, glossary, project] { try file?.finish() }
    return units
  }

  /// `omegat.project` as OmegaT 3 to 6 read it; `__DEFAULT__` is the folder of that name in the project.
  private static func projectSettings(from source: LanguageTag, to target: LanguageTag) -> String {
    let folders = ["source", "target", "tm", "glossary", "dictionary"]
      .map { "        <\($0)_dir>__DEFAULT__</\($0)_dir>\n" }.joined()
    return """
      <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
      <omegat>
          <project version="1.0">
      \(folders)        <source_lang>\(source)</source_lang>
              <target_lang>\(target)</target_lang>
              <sentence_seg>true</sentence_seg>
              <support_default_translations>true</support_default_translations>
              <remove_tags>false</remove_tags>
          </project>
      </omegat>

      """
  }
}
