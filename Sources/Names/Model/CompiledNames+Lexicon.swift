internal import Bitext

extension CompiledNames {
  static func write(_ lexicon: NameLexicon, _ out: inout NameBytesWriter) {
    lexicon.entries.write(&out)
    out.list(lexicon.aliases) { out, alias in
      out.texts(alias.names)
      out.texts(alias.others)
      out.text(alias.why)
    }
    for index in [lexicon.byForm, lexicon.given, lexicon.byAlias] { index.write(&out) }
    out.list(lexicon.cues.values.sorted { $0.language < $1.language }) { out, cues in
      out.text(cues.language.description)
      out.number(cues.capitalisesNouns ? 1 : 0)
      out.texts(cues.nameEndings)
      for list in [cues.words, cues.endings, cues.inflections] {
        for kind in NameMarks.kinds { out.texts(list[kind.name, default: []].sorted()) }
      }
    }
    out.node(lexicon.origins.source)
    out.node(lexicon.particles.source)
    out.list(lexicon.gates.genders) { out, gender in
      out.text(gender.id)
      out.text(gender.why)
      out.texts(gender.masculine)
      out.texts(gender.feminine)
    }
    out.list(lexicon.gates.families) { out, family in
      out.text(family.id)
      out.text(family.why)
      out.texts(family.endings)
    }
  }

  static func lexicon(_ reader: inout NameBytesReader) throws(NameBytesReader.Damaged) -> NameLexicon {
    let entries = try NameEntries(&reader)
    let aliases = try reader.list { (reader) throws(NameBytesReader.Damaged) -> NameAlias in
      NameAlias(names: try reader.texts(), others: try reader.texts(), why: try reader.text())
    }
    let indices = [
      try NameIndex(&reader, below: entries.count), try NameIndex(&reader, below: entries.count),
      try NameIndex(&reader, below: aliases.count),
    ]
    let cues = try reader.list { (reader) throws(NameBytesReader.Damaged) -> NameCues in
      guard let language = LanguageTag(try reader.text()) else { throw NameBytesReader.Damaged() }
      let capitalisesNouns = try reader.number() == 1
      let nameEndings = try reader.texts()
      var lists: [[String: Set<String>]] = []
      for _ in 0..<3 {
        var list: [String: Set<String>] = [:]
        for kind in NameMarks.kinds { list[kind.name] = Set(try reader.texts()) }
        lists.append(list)
      }
      return NameCues(
        language: language, capitalisesNouns: capitalisesNouns, nameEndings: nameEndings, words: lists[0],
        endings: lists[1], inflections: lists[2])
    }
    let (originsFile, particlesFile) = (try reader.node(), try reader.node())
    let origins = originsFile.entries?.isEmpty ?? true ? NameOriginPriors() : try? NameOriginPriors(originsFile)
    let particles = try? NameParticles(particlesFile)
    guard let origins, let particles else { throw NameBytesReader.Damaged() }
    let genders = try reader.list { (reader) throws(NameBytesReader.Damaged) -> NameGates.Gender in
      NameGates.Gender(
        id: try reader.text(), why: try reader.text(), masculine: try reader.texts(), feminine: try reader.texts())
    }
    let families = try reader.list { (reader) throws(NameBytesReader.Damaged) -> NameGates.Family in
      NameGates.Family(id: try reader.text(), why: try reader.text(), endings: try reader.texts())
    }
    return NameLexicon(
      entries: entries, aliases: aliases, cues: cues, gates: NameGates(genders: genders, families: families),
      origins: origins, particles: particles, byForm: indices[0], given: indices[1], byAlias: indices[2])
  }
}
