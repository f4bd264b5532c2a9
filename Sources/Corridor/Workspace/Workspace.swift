internal import Exchange
internal import FoundationEssentials
internal import Linguistics
internal import Names
internal import Quality
internal import Rules
internal import Segmentation
internal import Terminology

/// Everything a use case needs: settings, data, glossary. Parts are read when first asked for.
///
/// One workspace serves one thread at a time.
public final class Workspace {
  /// What `corridor.yml` says; the defaults without a workspace.
  public let configuration: WorkspaceConfiguration
  let data: InstalledData
  /// Tables named on the command line; they replace the installed and the workspace's.
  private let namedGlossaries: [String]

  init(configuration: WorkspaceConfiguration, data: InstalledData, glossaries: [String] = []) {
    self.configuration = configuration
    self.data = data
    namedGlossaries = glossaries
  }

  /// Opens the workspace of a folder, or the nearest one upwards, or none.
  /// - Throws: `CorridorError.noData`, `.noWorkspace` for a named folder that is none, `.faults` for those in
  ///   `corridor.yml`.
  public static func open(glossaries: [String] = [], folder: String? = nil, data: String? = nil) throws(CorridorError)
    -> Workspace
  {
    let environment = ProcessInfo.processInfo.environment
    let executable =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
    return Workspace(
      configuration: try .find(folder: folder, current: FileManager.default.currentDirectoryPath),
      data: try .find(option: data, environment: environment, executable: executable), glossaries: glossaries)
  }

  /// Why nothing is kept from run to run although a folder was named for it; nil if all is well.
  public var cacheNote: String? { CompiledCache.standard.note }

  private var loadedProfiles: [LanguageProfile]?
  private var loadedGlossary: Glossary?
  private var loadedSegmentation: SegmentationRules?
  private var segmentationByLanguage: [LanguageTag: SegmentationRules] = [:]
  private var loadedInflection: InflectionRules?
  /// Rules that queries have asked for, by their file's name.
  var inflectionByFile: [String: InflectionRules] = [:]
  var romanizationByFile: [String: RuleNode] = [:]
  /// Rules of SRX files, by file.
  var srxByFile: [InputFile: SRXRules] = [:]
  var loadedCompiled: CompiledGlossary?
  /// Accepted findings by their file.
  var acceptedByFile: [String: AcceptedFindings] = [:]
  var loadedNames: NameModel?
  /// Of the files that the glossary, and what is known of names, were read from; nil until then, or if they changed
  /// meanwhile: nothing that is made of them is kept then.
  var glossaryRead: ContentDigest?
  var namesRead: ContentDigest?
  var loadedGlossaryNames: GlossaryNames?
  var loadedMatcher: NameMatcher?
  var loadedKnowledge: NameKnowledge?
  var finders: [LanguageTag: NameFinder] = [:]
  private var matchers: [LanguageTag: TermMatcher] = [:]

  /// How each known language writes numbers and dates.
  func profiles() throws(CorridorError) -> [LanguageProfile] {
    if let loadedProfiles { return loadedProfiles }
    var profiles: [LanguageProfile] = []
    for node in try data.rules("languages") {
      let profile = try ruled { () throws(RulesErrors) in try LanguageProfile(node) }
      // A file may only say which scripts its language is written in.
      if profile.describesTexts { profiles.append(profile) }
    }
    loadedProfiles = profiles
    return profiles
  }

  /// The profile of a language, whatever its region; nil where there is none.
  func profile(of language: LanguageTag) throws(CorridorError) -> LanguageProfile? {
    try profiles().first { $0.language.sameLanguage(as: language) }
  }

  /// The scripts of languages, and how they pair capitals with small letters.
  /// - Parameter languages: those that are asked for; every language with a file if nil.
  func writingSystems(of languages: [LanguageTag]? = nil) throws(CorridorError) -> WritingSystems {
    var nodes: [RuleNode] = []
    for file in data.files("languages", ending: "yml") {
      let isAsked = languages?.contains { file.name.hasSuffix("/\($0.language).yml") } ?? true
      if isAsked { nodes.append(try InstalledData.parse(file)) }
    }
    return try ruled { () throws(RulesErrors) in try WritingSystems(nodes) }
  }

  /// The segmentation rules of every language.
  func segmentationRules() throws(CorridorError) -> SegmentationRules {
    if let loadedSegmentation { return loadedSegmentation }
    let nodes = try data.rules("segmentation")
    let rules = try ruled { () throws(RulesErrors) in try SegmentationRules(nodes) }
    loadedSegmentation = rules
    return rules
  }

  /// The rules that serve one language: the others need not be read to cut its texts.
  func segmentationRules(for language: LanguageTag) throws(CorridorError) -> SegmentationRules {
    if let loaded = loadedSegmentation ?? segmentationByLanguage[language] { return loaded }
    let nodes = try data.rules("segmentation", for: language)
    let rules = try ruled { () throws(RulesErrors) in try SegmentationRules(nodes) }
    segmentationByLanguage[language] = rules
    return rules
  }

  /// How words vary, for every language.
  func inflectionRules() throws(CorridorError) -> InflectionRules {
    if let loadedInflection { return loadedInflection }
    let nodes = try data.rules("inflection")
    let writing = try writingSystems()
    let rules = try ruled { () throws(RulesErrors) in try InflectionRules(nodes, writing: writing) }
    loadedInflection = rules
    return rules
  }

  /// The rules that serve one language: those of the others take longer to read than a short text to look through.
  private func inflectionRules(for language: LanguageTag) throws(CorridorError) -> InflectionRules {
    if let loadedInflection { return loadedInflection }
    let nodes = try data.rules("inflection", for: language)
    let writing = try writingSystems(of: [language])
    return try ruled { () throws(RulesErrors) in try InflectionRules(nodes, writing: writing) }
  }

  /// The tables that make up the glossary: those named in the call, else the installed ones and the workspace's over them.
  func glossaryFiles() -> (base: [InputFile], overlays: [InputFile]) {
    if !namedGlossaries.isEmpty { return (namedGlossaries.map { InputFile($0) }, []) }
    let overlays = configuration.glossaries.map { path in
      InputFile(path.hasPrefix("/") ? path : (configuration.folder ?? ".") + "/" + path)
    }
    return (data.files("concepts", ending: "csv"), overlays)
  }

  /// The glossary in force.
  /// - Throws: `CorridorError.faults` with every fault of every table.
  func glossary() throws(CorridorError) -> Glossary {
    if let loadedGlossary { return loadedGlossary }
    let glossary: Glossary
    if let compiled = loadedCompiled ?? keptGlossary() {
      glossary = Glossary(compiled)
    } else {
      let digest = glossaryDigest()
      glossary = try parsedGlossary()
      // A table that was changed meanwhile may have been read before or after.
      if let digest, glossaryDigest() == digest {
        glossaryRead = digest
        if CompiledCache.standard.folder != nil { keep(CompiledGlossary(glossary), digest) }
      }
    }
    loadedGlossary = glossary
    return glossary
  }

  private func parsedGlossary() throws(CorridorError) -> Glossary {
    let (base, overlays) = glossaryFiles()
    var glossary = Glossary(try Self.concepts(in: base))
    if !overlays.isEmpty { glossary.overlay(try Self.concepts(in: overlays)) }
    return glossary
  }

  /// The concepts of some tables, in order; a concept may be spread over them.
  static func concepts(in files: [InputFile]) throws(CorridorError) -> [Concept] {
    var concepts: [Concept] = []
    var faults: [Fault] = []
    for file in files {
      let text = try file.text()
      do {
        concepts += try ConceptTable.read(text, file: file.name)
      } catch {
        faults += error.faults.map { Fault($0) }
      }
    }
    guard faults.isEmpty else { throw .faults(faults) }
    return concepts
  }

  /// What the compiled terms of a language are found by: the glossary and the files that say how its words vary.
  private func termsKey(_ language: LanguageTag) -> CompiledCache.Key? {
    guard var digest = glossaryRead else { return nil }
    digest.add(language.folded)
    for file in data.files("inflection", for: language) + data.files("languages", for: language) {
      digest.add(file.lastName)
      guard digest.add(contentOf: file) else { return nil }
    }
    return CompiledCache.Key(kind: "terms-\(TermMatcher.compiledVersion)", digest)
  }

  /// The compiled matcher of a language's terms.
  func termMatcher(_ language: LanguageTag) throws(CorridorError) -> TermMatcher {
    if let matcher = matchers[language] { return matcher }
    let glossary = try glossary()
    let key = termsKey(language)
    let inflection = try inflectionRules(for: language)
    let matcher = try CompiledCache.standard.kept(
      // A file that was changed since the rules were read is another's.
      { termsKey(language) == key ? key : nil },
      read: { TermMatcher(compiled: $0, glossary: glossary, language: language, inflection: inflection) },
      make: { () throws(CorridorError) in
        TermMatcher(glossary: glossary, language: language, inflection: inflection)
      },
      form: \.compiled)
    matchers[language] = matcher
    return matcher
  }
}
