internal import Bitext
internal import Exchange
internal import FoundationEssentials

extension Workspace {
  /// What a new `corridor.yml` says, each key explained; it reads as the defaults.
  static let newConfiguration = """
    # A workspace of Corridor: every command that runs in this folder, or below it, reads this file.
    # Languages, as BCP 47 has them: what is translated, and into what.
    from: fr
    to: en

    # Concept tables laid over the installed glossary, concept by concept; paths from this folder.
    # Add to the first one with: corridor glossary add
    glossary: [glossary/terms.csv]

    # The house style that 'check' holds texts against: agency-neutral, official-names or un, or a file of your own.
    # profile: agency-neutral

    # The translation memory: filled by 'import' and 'align --save', asked by 'match' and 'concordance'.
    memory: memory.sqlite

    # Points held against a match whose digits, case, marks or region differ, or that nobody has confirmed; they order equal
    # scores and are shown, and never hide a match.
    # penalties: {numbers: 2, case: 1, punctuation: 1, other-region: 1, unreviewed: 0.5}

    """

  /// Makes a workspace: `corridor.yml`, and a glossary with nothing in it but its header.
  /// - Returns: the files that were made, in order.
  /// - Throws: `CorridorError.workspaceExists`, or `.input` if the folder cannot be written.
  public static func make(in folder: String) throws(CorridorError) -> [String] {
    let files = [
      (folder + "/corridor.yml", newConfiguration), (folder + "/glossary/terms.csv", ConceptTable.write([])),
    ]
    for (path, _) in files where FileManager.default.fileExists(atPath: path) {
      throw .workspaceExists(file: path)
    }
    do {
      try FileManager.default.createDirectory(atPath: folder + "/glossary", withIntermediateDirectories: true)
    } catch {
      throw .input(
        Fault(
          "the folder cannot be made", remedy: "check the path and its permissions", at: SourcePosition(file: folder)))
    }
    // The configuration last: where something fails the folder is no half-made workspace.
    for (path, text) in files.reversed() {
      let output = try Output(path: path)
      try output.write(text)
      try output.finish()
    }
    return files.map(\.0)
  }
}
