internal import Linguistics
internal import Names
internal import Quality
internal import Romanization
internal import Rules

extension Workspace {
  /// Everything known of names, compiled from the data folder.
  func nameModel() throws(CorridorError) -> NameModel {
    if let loadedNames { return loadedNames }
    let tables = try data.rules("romanization")
    var files: [NameLexicon.File] = []
    for ending in ["yml", "csv"] {
      for file in data.files("names", ending: ending) {
        files.append(NameLexicon.File(name: file.name, text: try file.text()))
      }
    }
    let weights = data.files("weights", ending: "tsv").first { $0.name.contains("names") }
    let text = try weights?.text()
    let model = try ruled { () throws(RulesErrors) in
      NameModel(
        tables: try RomanizationTables(tables), lexicon: try NameLexicon(files),
        weights: try text.map { (text) throws(RulesErrors) in try NameWeights(text: text, file: weights?.name ?? "") }
          ?? NameWeights())
    }
    loadedNames = model
    return model
  }

  /// The names of a document, in order.
  func names(in document: Document) throws(CorridorError) -> [NameOccurrence] {
    let finder: NameFinder
    if let known = finders[document.language] {
      finder = known
    } else {
      finder = NameFinder(language: document.language, model: try nameModel(), concepts: try glossary().concepts)
      finders[document.language] = finder
    }
    return finder.find(in: document.segments.map(\.text))
  }

  /// The key under which a name and its translation meet as anchors.
  func nameKey(_ name: NameOccurrence) -> String? {
    if name.isConcept { return "concept:" + name.name }
    return NameKey.anchor(for: name.surface).map { "name:" + $0 }
  }

  func nameKnowledge() throws(CorridorError) -> NameKnowledge {
    if let loadedKnowledge { return loadedKnowledge }
    let knowledge = NameKnowledge(model: try nameModel(), glossary: try glossary())
    loadedKnowledge = knowledge
    return knowledge
  }
}
