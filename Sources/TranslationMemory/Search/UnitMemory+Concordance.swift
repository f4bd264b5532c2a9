internal import Bitext
internal import Linguistics

extension UnitMemory {
  /// The units that hold a text, in order of their number.
  ///
  /// Words are found through the index, in milliseconds a million units; a pattern reads every text. Text without words
  /// is found nowhere.
  /// - Throws: `MemoryError`: `badPattern`, and what the store throws.
  package func concordance(_ query: ConcordanceQuery) throws(MemoryError) -> Concordance {
    guard query.limit > 0 else { return .nothing }
    let languages: [LanguageTag]
    if let language = query.language {
      languages = [LanguageTag(language.language) ?? language]
    } else {
      languages = try store.languages().compactMap { LanguageTag($0) }
    }
    if query.kind == .pattern { return try PatternSearch(store, query, languages).run() }
    return try wordConcordance(query, languages)
  }

  private func wordConcordance(
    _ query: ConcordanceQuery, _ languages: [LanguageTag]
  ) throws(MemoryError) -> Concordance {
    let words = QueryWords(query.text)
    var units = UnitSet()
    for language in languages {
      let snapshot = try index(language).current()
      let keys = query.isInflected ? Self.stemNumbers(query.text, language) : nil
      for (segment, hidden) in zip(snapshot.segments, snapshot.hidden) {
        let scan = WordScan(words, keys: keys, isPhrase: query.kind == .phrase, in: segment)
        scan?.forEachEntry { entry in
          let unit = segment.unit(entry)
          if hidden.isEmpty || !hidden.contains(unit) { units.insert(unit) }
        }
      }
    }
    var places: [String: WordPlaces] = [:]
    for language in languages { places[language.language] = WordPlaces(query, language: language) }
    var hits: [ConcordanceHit] = []
    var total = units.count
    var next: Int64 = 0
    // Units are read some at a time: what the index promised is looked for in the text itself.
    while hits.count < query.limit {
      let ids = units.members(after: next, limit: min(query.limit - hits.count, 256))
      guard let last = ids.last else { break }
      next = last
      let found = try store.units(ids)
      let before = hits.count
      for unit in found {
        let hit = Self.hit(unit, &places)
        if !hit.places.isEmpty { hits.append(hit) }
      }
      total -= ids.count - (hits.count - before)
    }
    return Concordance(hits: hits, total: total)
  }

  private static func hit(_ unit: StoredUnit, _ places: inout [String: WordPlaces]) -> ConcordanceHit {
    var found: [ConcordanceHit.Place] = []
    for (number, variant) in unit.record.unit.variants.enumerated() {
      let ranges = places[LanguageBase.of(variant.language)]?.places(in: variant.plainText) ?? []
      found += ranges.map { ConcordanceHit.Place(variant: number, bytes: $0) }
    }
    return ConcordanceHit(unit: unit, places: found)
  }

  private static func stemNumbers(_ text: String, _ language: LanguageTag) -> [UInt32] {
    let stems = StemKeys(language)
    return FoldedText(text).keys.map { stems.number($0) }
  }
}

/// A set of unit numbers, one bit each.
struct UnitSet {
  private var bits: [UInt64] = []

  mutating func insert(_ unit: Int64) {
    let word = Int(unit >> 6)
    if word >= bits.count {
      bits.append(contentsOf: repeatElement(0, count: max(word + 1, bits.count * 2) - bits.count))
    }
    bits[word] |= 1 << UInt64(unit & 63)
  }

  var count: Int { bits.reduce(0) { $0 + $1.nonzeroBitCount } }

  /// Members above a number, rising, so many at most.
  func members(after: Int64, limit: Int) -> [Int64] {
    var members: [Int64] = []
    var word = Int((after + 1) >> 6)
    var mask = ~UInt64(0) << UInt64((after + 1) & 63)
    while word < bits.count {
      var rest = bits[word] & mask
      while rest != 0 {
        if members.count == limit { return members }
        members.append(Int64(word * 64 + rest.trailingZeroBitCount))
        rest &= rest - 1
      }
      mask = ~0
      word += 1
    }
    return members
  }
}
