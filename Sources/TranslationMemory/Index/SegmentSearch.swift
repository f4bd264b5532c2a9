/// Searches one segment, exactly.
///
/// Two texts of m and n words score t or more only if their distance is at most d = (1 − t) · max(m, n). Then:
/// - n lies between t·m and m/t: entries are numbered by length, so that this is a range of every posting list;
/// - they share at least max(m, n) − d words, counted with their multiplicity. Let the words of each be put in one order,
///   rarest first: if they share that many, then one of the query's first d + 1 is among the entry's first d + 1
///   (prefix filter: Chaudhuri et al. 2006, Bayardo et al. 2007). Only those are indexed, for the lowest t, and only
///   those are looked up, for the t asked;
/// - at the first word they share, what stands after it on either side bounds how many more can be shared (positional
///   filter: Xiao et al. 2008);
/// - the words of one that the other lacks are a lower bound of d: bag signatures of 128 bits give one;
/// - what is left is measured, bit-parallel, and given up as soon as the distance must exceed d.
///
/// As better hits are found, t rises to the score of the last one wanted. Words that no entry has cost nothing.
/// Prepared once for a query and used at falling thresholds. Not to be shared between threads.
final class SegmentSearch {
  /// The lowest score the index itself serves, in percent; below it every entry is measured.
  static let lowestIndexed: Double = 50

  /// How many of its rarest elements an entry of `length` words is found by.
  static func indexedElements(of length: UInt32) -> UInt32 { length / 2 + 1 }

  /// What limits a search beside the score.
  struct Conditions {
    /// The language that the unit must have beside, without region; nil for any.
    var counterpart: String?
    /// `DocumentContext.key` of the query; 0 for none.
    var context: UInt64 = 0
    /// Units that are not meant: edited or deleted since the segment was made, or excluded by the caller.
    var hidden: Set<Int64> = []
  }

  private var distance = WordDistance()
  private var segment: Segment?
  private var conditions = Conditions()
  private var isSetAllowed: [Bool] = []
  /// Words of the query, known to the segment or not.
  private var length = 0
  /// Elements of the query that no entry has: rarer than all others.
  private var unknownElements = 0
  private var unknownWords = 0
  /// Ranks of the other elements, rising.
  private var ranks: [Int] = []
  private var signature = WordSignature()
  /// The turn in which an entry was last looked at.
  private var turns: [UInt32] = []
  private var turn: UInt32 = 0
  /// The greatest distance for each length of entry in the range, for the threshold of the moment.
  private var limits: [Int] = []
  private var shortest = 0

  /// What was done, for measurements.
  private(set) var postingsSeen = 0
  private(set) var verified = 0

  func prepare(_ query: QueryWords, _ segment: Segment, _ conditions: Conditions) {
    if self.segment !== segment {
      turns = [UInt32](repeating: 0, count: segment.count)
      turn = 0
      self.segment = segment
    }
    self.conditions = conditions
    isSetAllowed = segment.languageSets.map { set in conditions.counterpart.map(set.contains) ?? true }
    length = query.count
    signature = WordSignature()
    ranks.removeAll(keepingCapacity: true)
    unknownElements = 0
    unknownWords = 0
    var words: [Int] = []
    var occurrences: [Int: Int] = [:]
    words.reserveCapacity(length)
    for number in 0..<length {
      guard let word = query.withBytes(number, { segment.word($0, hash: query.hashes[number]) }) else {
        words.append(-1)
        unknownWords += 1
        unknownElements += 1
        continue
      }
      words.append(word)
      signature.insert(word)
      let occurrence = occurrences[word, default: 0]
      occurrences[word] = occurrence + 1
      let element = Int(segment.elementStarts[word]) + occurrence
      if element < Int(segment.elementStarts[word + 1]) {
        ranks.append(Int(segment.elementRanks[element]))
      } else {
        unknownElements += 1
      }
    }
    ranks.sort()
    distance.prepare(words)
  }

  /// Puts every hit that scores `minimum` or more, and that still matters, into `best`.
  func search(minimum: Double, into best: inout TopMatches) {
    guard let segment, length > 0, segment.count > 0 else { return }
    let lengths = Similarity.lengths(of: length, minimum: minimum)
    let longest = segment.lengthStarts.count - 2
    shortest = max(lengths.lowerBound, 1)
    guard shortest <= longest else { return }
    let first = Int(segment.lengthStarts[shortest])
    let end = Int(segment.lengthStarts[min(lengths.upperBound, longest) + 1])
    guard first < end else { return }
    var threshold = max(minimum, best.floor)
    setLimits(upTo: min(lengths.upperBound, longest), threshold)
    if minimum < Self.lowestIndexed {
      for entry in first..<end { consider(entry, segment, &threshold, &best, overlap: nil) }
      return
    }
    turn &+= 1
    if turn == 0 {
      for i in turns.indices { turns[i] = 0 }
      turn = 1
    }
    var position = unknownElements
    // Without the first d + 1 elements the query cannot have a match; d shrinks as the threshold rises.
    while position - unknownElements < ranks.count,
      position <= Similarity.greatestDistance(length: length, minimum: threshold)
    {
      let rank = ranks[position - unknownElements]
      probe(rank, position, entries: first..<end, segment, &threshold, &best)
      position += 1
    }
  }

  private func setLimits(upTo longest: Int, _ threshold: Double) {
    limits.removeAll(keepingCapacity: true)
    for n in shortest...longest {
      limits.append(Similarity.greatestDistance(length: max(length, n), minimum: threshold))
    }
  }

  private func probe(
    _ rank: Int, _ position: Int, entries: Range<Int>, _ segment: Segment, _ threshold: inout Double,
    _ best: inout TopMatches
  ) {
    let last = Int(segment.postingStarts[rank + 1])
    var at = lowerBound(entries.lowerBound, Int(segment.postingStarts[rank])..<last, segment)
    while at < last {
      let entry = Int(segment.postingEntries[at])
      if entry >= entries.upperBound { break }
      let place = Int(segment.postingPlaces[at])
      at += 1
      postingsSeen += 1
      if turns[entry] == turn { continue }
      turns[entry] = turn
      consider(entry, segment, &threshold, &best, overlap: (position, place))
    }
  }

  /// The first posting in a range of them whose entry is not before `entry`.
  private func lowerBound(_ entry: Int, _ range: Range<Int>, _ segment: Segment) -> Int {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if Int(segment.postingEntries[middle]) < entry { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// - Parameter overlap: places of the first shared element in the query and in the entry.
  @inline(__always)
  private func consider(
    _ entry: Int, _ segment: Segment, _ threshold: inout Double, _ best: inout TopMatches, overlap: (Int, Int)?
  ) {
    let n = Int(segment.tokenStarts[entry + 1]) - Int(segment.tokenStarts[entry])
    let limit = limits[n - shortest]
    if limit < 0 { return }
    if let overlap {
      // The shared element itself, and as many of those after it as the shorter rest has.
      if min(length - overlap.0, n - overlap.1) < max(length, n) - limit { return }
    }
    if signature.distanceBound(
      low: segment.signatures[2 * entry], high: segment.signatures[2 * entry + 1], unknown: unknownWords) > limit
    {
      return
    }
    guard isSetAllowed[Int(segment.languageSetNumbers[entry])] else { return }
    verified += 1
    let found = distance.distance(to: entry, of: segment, limit: limit)
    if found > limit { return }
    let unit = segment.unit(entry)
    if !conditions.hidden.isEmpty, conditions.hidden.contains(unit) { return }
    let isContext =
      found == 0 && conditions.context != 0 && segment.contexts.count > 0
      && DocumentContext.agree(conditions.context, segment.contexts[entry])
    best.insert(
      IndexHit(
        unit: unit, ordinal: Int(segment.ordinals[entry]),
        score: Similarity.score(distance: found, length: max(length, n)), isContextMatch: isContext))
    if best.floor > threshold {
      threshold = best.floor
      setLimits(upTo: shortest + limits.count - 1, threshold)
    }
  }
}
