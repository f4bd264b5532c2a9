internal import Bitext
internal import Linguistics
internal import Names
internal import Romanization
internal import Rules
package import Terminology

extension Workspace {
  /// What is wrong with the glossary: that in force, or the tables named.
  ///
  /// Every concept needs a term in both of the workspace's languages. Statuses are held against the workspace's house style,
  /// or against all installed ones where it has none. Native names of people have to romanize to something like one of
  /// the other terms; what a place is called abroad often has nothing to do with its own name.
  /// - Throws: `CorridorError.inputs` where a table cannot be read at all.
  package func validateGlossary(_ files: [InputFile] = []) throws(CorridorError) -> [GlossaryFinding] {
    let styles: [HouseStyle]
    if let profile = configuration.profile { styles = [try houseStyle(profile)] } else { styles = try houseStyles() }
    let nodes = try data.rules("romanization")
    let tables = try ruled { () throws(RulesErrors) in try RomanizationTables(nodes) }
    let whole = GlossaryValidation(
      requiredLanguages: [configuration.from, configuration.to], profiles: styles,
      romanizes: { Self.isRomanization($0, $1, tables) })
    // The rows laid over the installed glossary add to its concepts: alone they need not have both sides.
    let overlay = GlossaryValidation(profiles: styles, romanizes: { Self.isRomanization($0, $1, tables) })
    let (base, overlays) = glossaryFiles()
    let named = try Self.concepts(in: files.isEmpty ? base : files)
    var found = Self.ofTheirOwn(whole.findings(in: named), named)
    if files.isEmpty, !overlays.isEmpty {
      let laid = try Self.concepts(in: overlays)
      found += Self.ofTheirOwn(overlay.findings(in: laid), laid)
    }
    return found
  }

  /// Findings about the concepts at hand: a style that names others is not at fault.
  private static func ofTheirOwn(_ findings: [GlossaryFinding], _ concepts: [Concept]) -> [GlossaryFinding] {
    let known = Set(concepts.map(\.id))
    return findings.filter { $0.rule != .statusAgainstProfile || known.contains($0.concept) }
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
