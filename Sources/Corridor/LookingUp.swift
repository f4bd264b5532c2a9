internal import FoundationEssentials
internal import Romanization
internal import Rules
public import Terminology

extension Workspace {
  /// What the glossary has for a word or phrase, best first.
  ///
  /// What answers at once is asked first: the query as it stands, then the inflection of its language, then of all
  /// languages, romanizations and near spellings.
  /// - Parameters:
  ///   - from: the language of the query; every language is searched where it finds nothing there.
  ///   - to: the language that is wanted: its terms come first.
  public func lookUp(_ query: String, from: LanguageTag? = nil, to: LanguageTag? = nil) throws(CorridorError)
    -> [LookupResult]
  {
    let (source, target) = (from ?? configuration.from, to ?? configuration.to)
    let compiled = try compiledGlossary()
    let written = Lookup(compiled, inflection: .none).findAsWritten(query, from: source, to: target)
    if !written.isEmpty { return written }
    let files = data.files("inflection", ending: "yml").filter { $0.name.hasSuffix("/\(source.language).yml") }
    if loadedLookup == nil, let file = files.first {
      let node = try InstalledData.parse(file)
      let rules = try ruled { () throws(RulesErrors) in try InflectionRules([node]) }
      let inflected = Lookup(compiled, inflection: rules).findInflected(query, from: source, to: target)
      if !inflected.isEmpty { return inflected }
    }
    return try lookup().find(query, from: source, to: target)
  }

  /// The glossary in force as it is looked up: out of the cache, or compiled and put there.
  func compiledGlossary() throws(CorridorError) -> CompiledGlossary {
    if let loadedCompiled { return loadedCompiled }
    let (base, overlays) = glossaryFiles()
    let cache = GlossaryCache(environment: ProcessInfo.processInfo.environment)
    let compiled: CompiledGlossary
    if let kept = cache.glossary(of: base + overlays) {
      compiled = kept
    } else {
      compiled = CompiledGlossary(try glossary())
      cache.keep(compiled, of: base + overlays)
    }
    loadedCompiled = compiled
    return compiled
  }

  /// The glossary made ready to be asked, with the rules of every language.
  func lookup() throws(CorridorError) -> Lookup {
    if let loadedLookup { return loadedLookup }
    let nodes = try data.rules("romanization")
    let tables = try ruled { () throws(RulesErrors) in try RomanizationTables(nodes) }
    let lookup = Lookup(try compiledGlossary(), inflection: try inflectionRules()) { query in
      // Nearest to the press first: it is what glossaries hold.
      RomanizationSystem.allCases.flatMap { system in
        tables.candidates(for: query).compactMap { tables.romanize(query, from: $0.language, to: system) }
      }
    }
    loadedLookup = lookup
    return lookup
  }
}
