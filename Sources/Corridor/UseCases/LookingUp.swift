internal import FoundationEssentials
internal import Linguistics
internal import Romanization
internal import Rules
public import Terminology

extension Workspace {
  /// What the glossary has for a word or phrase, best first.
  ///
  /// What answers at once is asked first: the query as it stands, then the inflection of its language, then of the other
  /// languages of the glossary that are written so, romanizations and near spellings. Only rules that the query may need
  /// are read: to read them all takes longer than to answer.
  /// - Parameters:
  ///   - from: the language of the query; every language is searched where it finds nothing there.
  ///   - to: the language that is wanted: its terms come first.
  public func lookup(_ query: String, from: LanguageTag? = nil, to: LanguageTag? = nil) throws(CorridorError)
    -> [LookupResult]
  {
    let (source, target) = (from ?? configuration.from, to ?? configuration.to)
    let compiled = try compiledGlossary()
    let written = Lookup(compiled, inflection: .none).findAsWritten(query, from: source, to: target)
    if !written.isEmpty { return written }
    let own = compiled.languages.filter { $0.sameLanguage(as: source) }
    for asked in [own, compiled.languages.filter { !own.contains($0) }] where !asked.isEmpty {
      let writing = try writingSystems(of: asked)
      let languages = compiled.languages(for: query, writing: writing).filter(asked.contains)
      guard !languages.isEmpty else { continue }
      let inflected = Lookup(compiled, inflection: try inflectionRules(of: languages, writing))
        .findInflected(query, from: source, to: target)
      if !inflected.isEmpty { return inflected }
    }
    return Lookup(compiled, inflection: .none, romanizations: try romanizations(of: query))
      .findAlike(query, from: source, to: target)
  }

  /// The glossary in force as it is looked up: out of the cache, or compiled and put there.
  func compiledGlossary() throws(CorridorError) -> CompiledGlossary {
    if let known = loadedCompiled ?? keptGlossary() { return known }
    let glossary = try glossary()
    let compiled = loadedCompiled ?? CompiledGlossary(glossary)
    loadedCompiled = compiled
    return compiled
  }

  /// The glossary in force out of the cache.
  func keptGlossary() -> CompiledGlossary? {
    guard let digest = glossaryDigest() else { return nil }
    let kept = CompiledCache.standard.mapped(Self.glossaryKey(digest)).flatMap { CompiledGlossary($0) }
    guard let kept else { return nil }
    loadedCompiled = kept
    glossaryRead = digest
    return kept
  }

  /// Puts the glossary in force into the cache.
  func keep(_ compiled: CompiledGlossary, _ digest: ContentDigest) {
    CompiledCache.standard.keep(compiled.data, Self.glossaryKey(digest))
    loadedCompiled = compiled
  }

  private static func glossaryKey(_ digest: ContentDigest) -> CompiledCache.Key {
    CompiledCache.Key(kind: "glossary-\(CompiledGlossary.version)", digest)
  }

  /// Tells the glossary in force from others; nil if a table cannot be read, or can be read only once, as a pipe.
  func glossaryDigest() -> ContentDigest? {
    let (base, overlays) = glossaryFiles()
    var digest = ContentDigest("glossary")
    for (kind, files) in [("base", base), ("overlay", overlays)] {
      for file in files {
        digest.add(kind)
        // Findings name the tables that they rest on.
        digest.add(file.name)
        guard digest.add(contentOf: file) else { return nil }
      }
    }
    return digest
  }

  /// The rules of some languages; those without a file are left out.
  private func inflectionRules(
    of languages: [LanguageTag], _ writing: WritingSystems
  ) throws(CorridorError) -> InflectionRules {
    var rules: [InflectionRules] = []
    for file in data.files("inflection", ending: "yml") {
      guard languages.contains(where: { file.name.hasSuffix("/\($0.language).yml") }) else { continue }
      if let loaded = inflectionByFile[file.name] {
        rules.append(loaded)
        continue
      }
      let node = try InstalledData.parse(file)
      let read = try ruled { () throws(RulesErrors) in try InflectionRules([node], writing: writing) }
      inflectionByFile[file.name] = read
      rules.append(read)
    }
    return InflectionRules(joining: rules, writing: writing)
  }

  /// What gives the romanizations of a query; nil where no table has its letters.
  private func romanizations(of query: String) throws(CorridorError) -> (@Sendable (String) -> [String])? {
    // Languages in Latin letters are told by letters that English lacks, and all others have none of its letters.
    let letters = Folding.composed(query).unicodeScalars.filter { $0.value > 0x7F && $0.properties.isAlphabetic }
    guard !letters.isEmpty else { return nil }
    var nodes: [RuleNode] = []
    for file in data.files("romanization", ending: "yml") {
      if let loaded = romanizationByFile[file.name] {
        nodes.append(loaded)
        continue
      }
      // A table knows the letters that its rows begin with.
      let known = Self.firstLetters(ofRowsIn: try file.bytes())
      let mayKnow = letters.allSatisfy { letter in
        let cases = [String(letter), letter.properties.lowercaseMapping, letter.properties.uppercaseMapping]
        return cases.contains { $0.unicodeScalars.first.map(known.contains) ?? false }
      }
      guard known.isEmpty || mayKnow else { continue }
      let node = try InstalledData.parse(file)
      romanizationByFile[file.name] = node
      nodes.append(node)
    }
    guard !nodes.isEmpty else { return nil }
    let tables = try ruled { () throws(RulesErrors) in try RomanizationTables(nodes) }
    return { query in
      // Nearest to the press first: it is what glossaries hold.
      tables.conventions.systems.flatMap { system in
        tables.candidates(for: query).compactMap { tables.romanize(query, from: $0.language, to: system) }
      }
    }
  }
}

extension Workspace {
  /// The letters that stand behind "from:" in a file of romanization, found without reading it as YAML.
  fileprivate static func firstLetters(ofRowsIn bytes: [UInt8]) -> Set<Unicode.Scalar> {
    let key = Array("from:".utf8)
    var letters: Set<Unicode.Scalar> = []
    var place = 0
    while place + key.count < bytes.count {
      guard bytes[place] == key[0], bytes[place..<place + key.count].elementsEqual(key) else {
        place += 1
        continue
      }
      place += key.count
      while place < bytes.count, [0x20, 0x22, 0x27].contains(bytes[place]) { place += 1 }
      let rest = String(decoding: bytes[place..<min(place + 4, bytes.count)], as: UTF8.self)
      if let letter = rest.unicodeScalars.first { letters.insert(letter) }
    }
    return letters
  }
}

extension [UInt8] {
  /// Whether the bytes of another stand somewhere in these, one after another.
  func holds(_ wanted: [UInt8]) -> Bool {
    guard let first = wanted.first else { return true }
    return withUnsafeBufferPointer { bytes in
      var place = 0
      while place + wanted.count <= bytes.count {
        if bytes[place] == first, bytes[place..<place + wanted.count].elementsEqual(wanted) { return true }
        place += 1
      }
      return false
    }
  }
}
