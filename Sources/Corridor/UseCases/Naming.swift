internal import FoundationEssentials
internal import Linguistics
internal import Names
internal import Quality
internal import Romanization
internal import Rules

extension Workspace {
  /// Everything known of names: compiled in an earlier run, else from the data folder.
  func nameModel() throws(CorridorError) -> NameModel {
    if let loadedNames { return loadedNames }
    let cache = CompiledCache.standard
    let digest = namesDigest()
    let key = digest.map { CompiledCache.Key(kind: "names-3", $0) }
    if let key, let model = cache.bytes(key).flatMap(CompiledNames.model) {
      namesRead = digest
      loadedNames = model
      return model
    }
    let model = try parsedNames()
    // A file that was changed meanwhile may have been read before or after.
    if let key, namesDigest() == digest {
      namesRead = digest
      cache.keep(CompiledNames.bytes(of: model), key)
    }
    loadedNames = model
    return model
  }

  /// The files that say how names are built: lists and cues.
  private var lexiconFiles: [InputFile] { ["yml", "csv"].flatMap { data.files("names", ending: $0) } }

  /// Tells all that is known of names apart from what was known before; nil if a file cannot be read.
  func namesDigest() -> ContentDigest? {
    var digest = ContentDigest("names")
    for file in data.files("romanization", ending: "yml") + lexiconFiles + [weightsFile].compactMap({ $0 }) {
      digest.add(file.lastName)
      guard digest.add(contentOf: file) else { return nil }
    }
    return digest
  }

  private func parsedNames() throws(CorridorError) -> NameModel {
    let (lexicon, weights) = (lexiconFiles, weightsFile)
    let tables = try data.rules("romanization")
    var files: [NameLexicon.File] = []
    for file in lexicon { files.append(NameLexicon.File(name: file.name, text: try file.text())) }
    let text = try weights?.text()
    return try ruled { () throws(RulesErrors) in
      NameModel(
        tables: try RomanizationTables(tables), lexicon: try NameLexicon(files),
        weights: try text.map { (text) throws(RulesErrors) in try NameWeights(text: text, file: weights?.name ?? "") }
          ?? NameWeights())
    }
  }

  /// The workspace's own weights of names, else the installed ones.
  private var weightsFile: InputFile? {
    if let own = configuration.weights, let folder = configuration.folder {
      return InputFile(own.hasPrefix("/") ? own : folder + "/" + own)
    }
    return data.files("weights", ending: "tsv").first { $0.name.hasSuffix("/names.tsv") }
  }

  /// The names of sentences that follow each other.
  func names(in sentences: [String], _ language: LanguageTag) throws(CorridorError) -> [NameOccurrence] {
    try nameFinder(language).find(in: sentences)
  }

  /// What finds the names of a language.
  func nameFinder(_ language: LanguageTag) throws(CorridorError) -> NameFinder {
    if let known = finders[language] { return known }
    let (model, matcher, names) = (try nameModel(), try nameMatcher(), try glossaryNames())
    let glossary = try CompiledCache.standard.kept(
      { glossaryNamesKey(language.folded) },
      read: { NameGlossary(Array($0), concepts: names) },
      make: { () throws(CorridorError) in
        NameGlossary(
          language: language, lexicon: model.lexicon, concepts: names, cues: model.lexicon.cues[language.language])
      },
      form: \.bytes)
    let finder = NameFinder(language: language, model: model, glossary: glossary, matcher: matcher)
    finders[language] = finder
    return finder
  }

  /// What the glossary says of names in whatever language.
  private func glossaryNames() throws(CorridorError) -> GlossaryNames {
    if let loadedGlossaryNames { return loadedGlossaryNames }
    _ = try nameModel()
    let glossary = try glossary()
    let names = try CompiledCache.standard.kept(
      { glossaryNamesKey("all") },
      read: { GlossaryNames(Array($0), count: glossary.count) { glossary.concept($0) } },
      make: { () throws(CorridorError) in GlossaryNames(glossary.concepts) },
      form: \.bytes)
    loadedGlossaryNames = names
    return names
  }

  /// What the glossary's names are found by: the glossary and all that is known of names.
  private func glossaryNamesKey(_ part: String) -> CompiledCache.Key? {
    guard var digest = glossaryRead, let namesRead else { return nil }
    digest.add(namesRead)
    digest.add(part)
    return CompiledCache.Key(kind: "glossary-names-\(GlossaryNames.version)", digest)
  }

  /// The key under which a name and its translation meet as anchors.
  func nameKey(_ name: NameOccurrence) -> String? {
    if name.isConcept { return "concept:" + name.name }
    return NameKey.anchor(for: name.surface).map { "name:" + $0 }
  }

  /// What tells whether two spellings are one name; made once for finders and checks.
  private func nameMatcher() throws(CorridorError) -> NameMatcher {
    if let loadedMatcher { return loadedMatcher }
    let matcher = NameMatcher(try nameModel(), names: try glossaryNames())
    loadedMatcher = matcher
    return matcher
  }

  func nameKnowledge() throws(CorridorError) -> NameKnowledge {
    if let loadedKnowledge { return loadedKnowledge }
    let knowledge = NameKnowledge(
      model: try nameModel(), glossary: try glossary(), matcher: try nameMatcher(), world: try worldNames(),
      cognates: try cognates())
    loadedKnowledge = knowledge
    return knowledge
  }

  /// The world's places and bodies under the names that languages have for them.
  private func worldNames() throws(CorridorError) -> WorldNames {
    var files: [WorldNames.File] = []
    for file in data.files("exonyms", ending: "csv") where file.lastName != Self.cognatesFile {
      files.append(WorldNames.File(name: file.name, text: try file.text()))
    }
    return try ruled { () throws(RulesErrors) in try WorldNames(files) }
  }

  private func cognates() throws(CorridorError) -> Cognates {
    guard let file = data.files("exonyms", ending: "csv").first(where: { $0.lastName == Self.cognatesFile }) else {
      return Cognates()
    }
    let text = try file.text()
    return try ruled { () throws(RulesErrors) in try Cognates(text, file: file.name) }
  }

  private static let cognatesFile = "cognates.csv"
}
