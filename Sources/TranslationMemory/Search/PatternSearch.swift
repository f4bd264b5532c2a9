internal import Bitext
internal import Linguistics

/// Looks for a regular expression in every text of some languages.
struct PatternSearch {
  private let store: any Store
  private let query: ConcordanceQuery
  private let languages: [LanguageTag]
  private let pattern: RegularExpression

  /// How long the pattern may work on one text, in milliseconds: enough for the longest, too little for a trap.
  private static let textLimit = 200

  init(_ store: any Store, _ query: ConcordanceQuery, _ languages: [LanguageTag]) throws(MemoryError) {
    self.store = store
    self.query = query
    self.languages = languages
    do {
      pattern = try RegularExpression(query.text, timeLimit: Self.textLimit)
    } catch {
      throw .badPattern(query.text, why: error.description)
    }
  }

  func run() throws(MemoryError) -> Concordance {
    let last = try store.revision().lastUnit
    guard last > 0 else { return .nothing }
    let start = ContinuousClock.now
    let deadline = start + query.timeLimit
    var isTimeUp = false
    var tooHard = 0
    var places: [Int64: [ConcordanceHit.Place]] = [:]
    struct TimeIsUp: Error {}
    for language in languages {
      var texts = 0
      do {
        try store.forEachText(language, units: 1...last) { text in
          var string = text.text
          var found: [Range<Int>] = []
          let isDone = string.withUTF8 { bytes in
            pattern.forEachMatch(in: bytes) { if $1 > $0 { found.append($0..<$1) } }
          }
          if !isDone { tooHard += 1 }
          if !found.isEmpty {
            places[text.unit, default: []] += found.map { .init(variant: text.ordinal, bytes: $0) }
          }
          texts += 1
          // Where a text took all its time the clock is asked at once.
          if !isDone || texts % 256 == 0, ContinuousClock.now > deadline { throw TimeIsUp() }
        }
      } catch is TimeIsUp {
        isTimeUp = true
        break
      } catch {
        throw MemoryError(error, path: store.name)
      }
    }
    let ids = places.keys.sorted().prefix(query.limit)
    let hits = try store.units(Array(ids)).compactMap { unit -> ConcordanceHit? in
      // A unit that was edited in between is left out rather than marked wrongly.
      let variants = unit.record.unit.variants
      let found = (places[unit.id] ?? []).sorted {
        ($0.variant, $0.bytes.lowerBound) < ($1.variant, $1.bytes.lowerBound)
      }
      let isThere = found.allSatisfy {
        $0.variant < variants.count && $0.bytes.upperBound <= variants[$0.variant].plainText.utf8.count
      }
      return isThere ? ConcordanceHit(unit: unit, places: found) : nil
    }
    return Concordance(
      hits: hits, total: places.count, tooHard: tooHard, stoppedAfter: isTimeUp ? ContinuousClock.now - start : nil)
  }
}
