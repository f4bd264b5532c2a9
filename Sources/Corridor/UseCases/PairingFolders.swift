internal import Bitext

/// A text of one folder and its translation in another.
public struct FolderPair: Hashable, Sendable {
  /// The text.
  public let source: InputFile
  /// Its translation.
  public let target: InputFile
  /// The name of the source without folder, language and ending: what the result is called.
  public let name: String
  /// Whether the texts told, since the names did not.
  public let isByContent: Bool
}

extension Workspace {
  /// Pairs the files of two folders: those whose names are alike but for the language and the ending, then, of the rest, those
  /// that the aligner is surest of.
  public func pairs(
    _ sources: [InputFile], _ targets: [InputFile], _ reading: ReadingOptions, _ targetReading: ReadingOptions
  ) throws(CorridorError) -> (pairs: [FolderPair], unpaired: [InputFile]) {
    var pairs: [FolderPair] = []
    var rest = targets
    var alone: [InputFile] = []
    for source in sources {
      let alike = rest.indices.filter { rest[$0].stem == source.stem }
      if alike.count == 1 {
        pairs.append(
          FolderPair(source: source, target: rest.remove(at: alike[0]), name: source.stem, isByContent: false))
      } else {
        alone.append(source)
      }
    }
    let found = try byContent(alone, rest, reading, targetReading)
    let taken = Set(found.flatMap { [$0.source, $0.target] })
    return (
      (pairs + found).sorted { $0.name < $1.name }, (alone + rest).filter { !taken.contains($0) }
    )
  }

  /// The pairs among texts whose names say nothing: the surest first, each text in one pair at most.
  private func byContent(
    _ sources: [InputFile], _ targets: [InputFile], _ reading: ReadingOptions, _ targetReading: ReadingOptions
  ) throws(CorridorError) -> [FolderPair] {
    if sources.isEmpty || targets.isEmpty { return [] }
    var documents: [Document] = []
    for target in targets { documents.append(try segment(target, targetReading)) }
    var candidates: [(source: Int, target: Int, certainty: Double)] = []
    for (index, file) in sources.enumerated() {
      let source = try segment(file, reading)
      for (place, target) in documents.enumerated() {
        let aligned = try align(source, target)
        if aligned.refusal == nil { candidates.append((index, place, aligned.alignment.evidence.certainty)) }
      }
    }
    var pairs: [FolderPair] = []
    var used: (sources: Set<Int>, targets: Set<Int>) = ([], [])
    for candidate in candidates.sorted(by: { $0.certainty > $1.certainty })
    where !used.sources.contains(candidate.source) && !used.targets.contains(candidate.target) {
      used.sources.insert(candidate.source)
      used.targets.insert(candidate.target)
      let source = sources[candidate.source]
      pairs.append(
        FolderPair(source: source, target: targets[candidate.target], name: source.stem, isByContent: true))
    }
    return pairs
  }
}

extension InputFile {
  /// The name without folders, ending and the language before it: "01-col" for "fr/01-col.fr.txt", "article" for
  /// "article_fr.txt".
  var stem: String {
    var name = Substring(self.name.split(separator: "/").last ?? "")
    if let dot = name.lastIndex(of: "."), dot > name.startIndex { name = name[..<dot] }
    if let mark = name.lastIndex(where: { ".-_".contains($0) }), mark > name.startIndex {
      let tag = name[name.index(after: mark)...]
      // Two or three letters after a mark: a language, not the end of a title, as far as its look goes.
      if (2...3).contains(tag.count), tag.allSatisfy({ $0.isASCII && $0.isLetter }), LanguageTag(tag) != nil {
        name = name[..<mark]
      }
    }
    return String(name)
  }
}
