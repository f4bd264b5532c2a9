public import Terminology

extension Workspace {
  /// What is wrong with the glossary: that in force, or the tables named.
  /// - Throws: `CorridorError.inputs` where a table cannot be read at all.
  public func validateGlossary(_ files: [InputFile] = []) throws(CorridorError) -> [GlossaryFinding] {
    guard files.isEmpty else { return GlossaryValidation().findings(in: try Self.concepts(in: files)) }
    let (base, overlays) = glossaryFiles()
    return GlossaryValidation().findings(in: try Self.concepts(in: base))
      + (overlays.isEmpty ? [] : GlossaryValidation().findings(in: try Self.concepts(in: overlays)))
  }
}
