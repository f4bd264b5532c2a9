public import Bitext
internal import Linguistics
internal import Names
internal import Romanization
internal import Rules
internal import Terminology

extension Workspace {
  /// What is wrong with the glossary: that in force, or the tables named.
  ///
  /// Every concept needs a term in both of the workspace's languages. Statuses are held against the workspace's house style,
  /// or against all installed ones where it has none. Native names of people have to romanize to something like one of
  /// the other terms; what a place is called abroad often has nothing to do with its own name.
  /// - Throws: `CorridorError.faults` where a table cannot be read at all.
  public func validateGlossary(_ files: [InputFile] = []) throws(CorridorError) -> [Finding] {
    let styles: [HouseStyle]
    if let profile = configuration.profile { styles = [try houseStyle(profile)] } else { styles = try houseStyles() }
    let nodes = try data.rules("romanization")
    let tables = try ruled { () throws(RulesErrors) in try RomanizationTables(nodes) }
    let writing = try writingSystems()
    let whole = GlossaryValidation(
      requiredLanguages: [configuration.from, configuration.to], profiles: styles, requiresConceptsOfStyles: false,
      writing: writing, romanizes: { Self.isRomanization($0, $1, tables) })
    // The rows laid over the installed glossary add to its concepts: alone they need not have both sides.
    let overlay = GlossaryValidation(
      profiles: styles, requiresConceptsOfStyles: false, writing: writing,
      romanizes: { Self.isRomanization($0, $1, tables) })
    let (base, overlays) = glossaryFiles()
    let named = try Self.concepts(in: files.isEmpty ? base : files)
    var found = whole.findings(in: named)
    if files.isEmpty, !overlays.isEmpty {
      found += overlay.findings(in: try Self.concepts(in: overlays))
    }
    return found
  }

  /// Whether a native name may be written as a Latin one, by any system; nil where no table reads its script, or where
  /// another name would be no fault.
  private static func isRomanization(_ native: Term, _ latin: Term, _ tables: RomanizationTables) -> Bool? {
    let readings = tables.conventions.systems.compactMap {
      tables.romanize(native.text, from: native.language, to: $0)
    }
    guard !readings.isEmpty else { return nil }
    let wanted = letters(latin.text)
    return readings.contains { reading in
      let letters = letters(reading)
      // Half the letters: systems differ in many (Жан-Ив, Jean-Yves), another name differs in most.
      return NameEdits.distance(letters, wanted) * 2 <= max(letters.count, wanted.count)
    }
  }

  private static func letters(_ name: String) -> String {
    String(Folding.key(name).filter { $0.isLetter })
  }
}
