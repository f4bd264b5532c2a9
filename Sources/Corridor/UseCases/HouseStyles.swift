public import Bitext
internal import FoundationEssentials
internal import Quality
internal import Rules
internal import Terminology

extension Workspace {
  /// The names of the installed house styles, in order.
  public var houseStyleNames: [String] {
    data.files("profiles", ending: "yml").compactMap { $0.name.split(separator: "/").last?.dropLast(4) }.map(
      String.init)
  }

  /// A house style by the name of an installed one, or the path of a file of one's own.
  /// - Throws: `CorridorError.unknownHouseStyle`; `.faults` for faults in the file.
  func houseStyle(_ name: String) throws(CorridorError) -> HouseStyle {
    let own = name.hasPrefix("/") ? name : (configuration.folder.map { $0 + "/" } ?? "") + name
    let installed = data.folder + "/profiles/\(name).yml"
    let path: String
    if houseStyleNames.contains(name) {
      path = installed
    } else if name.hasSuffix(".yml"), FileManager.default.fileExists(atPath: own) {
      path = own
    } else if name.hasSuffix(".yml"), FileManager.default.fileExists(atPath: name) {
      path = name
    } else {
      throw .unknownHouseStyle(name, known: houseStyleNames)
    }
    let node = try InstalledData.parse(InputFile(path))
    return try ruled { () throws(RulesErrors) in try HouseStyle(node) }
  }

  /// Every installed house style.
  func houseStyles() throws(CorridorError) -> [HouseStyle] {
    var styles: [HouseStyle] = []
    for name in houseStyleNames { styles.append(try houseStyle(name)) }
    return styles
  }

  /// What each installed house style says of the terms of a concept, term by term; nothing where none has a wish.
  ///
  /// Only files that name the concept are read as rules: most concepts are in none.
  public func styleVerdicts(on concept: Concept) throws(CorridorError) -> [[(style: String, verdict: String)]] {
    var verdicts = [[(style: String, verdict: String)]](repeating: [], count: concept.terms.count)
    for file in data.files("profiles", ending: "yml") {
      guard try file.bytes().holds(Array(": \(concept.id)\n".utf8)) else { continue }
      let node = try InstalledData.parse(file)
      let style = try ruled { () throws(RulesErrors) in try HouseStyle(node) }
      for (i, term) in concept.terms.enumerated() {
        guard let found = style.verdict(on: term, of: concept) else { continue }
        verdicts[i].append((style.id, found.verdict.rawValue))
      }
    }
    return verdicts
  }

  /// What a house would not write in a text: in the writer's own words, in quotations, or without its source.
  /// - Parameter text: with its terms and quotations.
  func styleFindings(_ style: HouseStyle, in text: AnnotatedText, side: Anchor.Side, date: String)
    throws(CorridorError) -> [Finding]
  {
    let glossary = try glossary()
    let nodes = try data.rules("attribution")
    let cues = try ruled { () throws(RulesErrors) in try AttributionCues(nodes) }
    return text.sentences.indices.flatMap { i in
      style.findings(
        in: text.sentences[i].text, side: side, number: i, language: text.language, occurrences: text.terms[i],
        quotations: text.quotations[i], glossary: glossary, cues: cues, date: date)
    }
  }
}
