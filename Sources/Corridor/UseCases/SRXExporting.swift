internal import Exchange
internal import Files
internal import Segmentation

extension Workspace {
  /// Writes the installed rules as SRX 2.0, for other tools: a set a language, the root's for every other.
  public func exportSRX(to output: Output) throws(CorridorError) {
    let rules = try segmentationRules()
    var exported = SRXRules()
    exported.cascades = false
    let names = rules.languageNames.filter { $0 != "root" } + ["root"]
    for name in names {
      let tag = name == "root" ? LanguageTag("und") : LanguageTag(name)
      guard let tag else { continue }
      exported.languageRules.append(.init(name: name, rules: rules.srxRules(for: tag)))
      exported.maps.append(
        .init(pattern: name == "root" ? ".*" : "\(name)(-.*)?", rule: name, position: SourcePosition(file: name)))
    }
    try exchanging { () throws(FileError) in try SRXWriter.write(exported, to: output) }
  }
}
