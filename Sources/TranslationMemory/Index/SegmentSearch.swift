/// Searches one segment, exactly.
///
/// Two texts of m and n words score t or more only if their distance is at most d = (1 − t) · max(m, n). Then:
/// - n lies between t·m and m/t: entries are numbered by length, so that this is a range of every posting list;
/// - they share at least o = max(m, n) − d words, counted with their multiplicity. Let the elements (word and occurrence)
///   of each be put in one order, rarest first. Of the query's first p elements all but m − o are shared, of the entry's
///   first i all but n − o; and since both are beginnings of one order, at least min(p − (m − o), i − (n − o)) elements
///   stand in both beginnings (prefix filter: Chaudhuri et al. 2006, Bayardo et al. 2007; with more than one shared
///   element: Wang et al. 2012). Only an entry's beginning is indexed, and only the query's is looked up;
/// - the elements of one that the other lacks are a lower bound of d: signatures of 248 bits give one;
/// - what is left is measured, likeliest first, bit-parallel, and given up as soon as the distance must exceed d.
///
/// As better hits are found, t rises to the score of the last one wanted. Words that no entry has cost nothing.
/// Prepared once for a query and used at falling thresholds. Not to be shared between threads.
final class SegmentSearch {
  /// The lowest score the index itself serves, in percent; below it every entry is measured.
  static let lowestIndexed: Double = 50

  /// How many of its rarest elements an entry of `length` words is found by: half of them and one, so that texts that
  /// score 50 share one, and two more, so that they share three.
  static func indexedElements(of length: Int) -> Int { min(length, length / 2 + 3) }

  /// How many elements more than the fewest that could do are looked up, so that so many more must be shared.
  static let furtherElements = 3

  /// What limits a search beside the score.
  struct Conditions {
    /// The language that the unit must have beside, without region; nil for any.
    var counterpart: String?
    /// `DocumentContext.key` of the query; 0 for none.
    var context: UInt64 = 0
    /// Units that are not meant: edited or deleted since the segment was made, or excluded by the caller.
    var hidden: Set<Int64> = []
  }

  private let distance = WordDistance()
  private let counts = EntryCounts()
  private var segment: Segment?
  private var conditions = Conditions()
  /// Nil where every set of languages will do.
  private var isSetAllowed: [Bool]?
  /// Words of the query, known to the segment or not.
  private var length = 0
  /// Elements of the query that no entry has: rarer than all others.
  private var unknownElements = 0
  /// Ranks of the other elements, rising.
  private var ranks: [Int] = []
  private var signature = WordSignature()
  private var words: [Int] = []
  private var occurrences: [Int: Int] = [:]
  private var runs: [LengthRun] = []
  private var candidates: [Candidate] = []
  private var ordered: [Candidate] = []

  /// What was done, for measurements.
  private(set) var postingsSeen = 0
  private(set) var bounded = 0
  private(set) var verified = 0

  /// The entries of one length, and what is asked of them.
  struct LengthRun {
    /// The first entry after them.
    var end: UInt32
    /// How many elements they must share within both beginnings.
    var required: UInt16
    var length: Int32
    /// The greatest distance.
    var limit: Int32
  }

  struct Candidate {
    var entry: UInt32
    var length: Int32
    var bound: Int32
  }

  func prepare(_ query: QueryWords, _ segment: Segment, _ conditions: Conditions) {
    if self.segment !== segment {
      counts.reserve(segment.count)
      self.segment = segment
    }
    self.conditions = conditions
    isSetAllowed = nil
    if let counterpart = conditions.counterpart {
      let allowed = segment.languageSets.map { $0.contains(counterpart) }
      if allowed.contains(false) { isSetAllowed = allowed }
    }
    length = query.count
    signature = WordSignature()
    ranks.removeAll(keepingCapacity: true)
    words.removeAll(keepingCapacity: true)
    occurrences.removeAll(keepingCapacity: true)
    unknownElements = 0
    for number in 0..<length {
      guard let word = query.withBytes(number, { segment.word($0, hash: query.hashes[number]) }) else {
        words.append(-1)
        unknownElements += 1
        continue
      }
      words.append(word)
      let occurrence = occurrences[word, default: 0]
      occurrences[word] = occurrence + 1
      let element = Int(segment.elementStarts[word]) + occurrence
      if element < Int(segment.elementStarts[word + 1]) {
        let rank = Int(segment.elementRanks[element])
        ranks.append(rank)
        signature.insert(rank)
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
    let threshold = max(minimum, best.floor)
    let lengths = Similarity.lengths(of: length, minimum: threshold)
    let longest = min(lengths.upperBound, segment.lengthStarts.count - 2)
    let shortest = max(lengths.lowerBound, 1)
    guard shortest <= longest, segment.lengthStarts[shortest] < segment.lengthStarts[longest + 1] else { return }
    let first = Int(segment.lengthStarts[shortest])
    candidates.removeAll(keepingCapacity: true)
    guard let missing = setRuns(shortest...longest, threshold, segment) else { return }
    if minimum < Self.lowestIndexed {
      var run = 0
      for entry in first..<Int(segment.lengthStarts[longest + 1]) {
        while entry >= runs[run].end { run += 1 }
        candidates.append(Candidate(entry: UInt32(entry), length: runs[run].length, bound: 0))
      }
    } else {
      gather(from: first, looking: min(missing + Self.furtherElements, length) - unknownElements, segment)
    }
    bound(segment)
    verify(threshold, segment, &best)
  }

  /// What is asked of the entries of each length.
  /// - Returns: how many elements of the query may be missing; nil where more are unknown.
  private func setRuns(_ lengths: ClosedRange<Int>, _ threshold: Double, _ segment: Segment) -> Int? {
    runs.removeAll(keepingCapacity: true)
    var missing = 0
    for n in lengths {
      let limit = Similarity.greatestDistance(length: max(length, n), minimum: threshold)
      runs.append(
        LengthRun(end: segment.lengthStarts[n + 1], required: 1, length: Int32(n), limit: Int32(limit)))
      missing = max(missing, length - max(length, n) + limit)
    }
    if unknownElements > missing { return nil }
    let looked = min(missing + Self.furtherElements, length)
    for i in runs.indices {
      let (n, limit) = (Int(runs[i].length), Int(runs[i].limit))
      let overlap = max(length, n) - limit
      let required = min(looked - (length - overlap), Self.indexedElements(of: n) - (n - overlap))
      // A length of which no entry can be near enough asks for more than there is.
      runs[i].required = limit < 0 ? .max : UInt16(clamping: max(required, 1))
    }
    return missing
  }

  /// Collects the entries that share enough of the query's first elements.
  private func gather(from first: Int, looking count: Int, _ segment: Segment) {
    counts.begin()
    let lists = ranks.prefix(max(count, 0))
    runs.withUnsafeBufferPointer { runs in
      for rank in lists {
        postingsSeen += counts.take(segment.postings(of: rank), from: first, runs) { candidates.append($0) }
      }
    }
  }

  /// Drops candidates whose signatures tell them too far, and orders the others, likeliest first.
  private func bound(_ segment: Segment) {
    let signatures = segment.signatures.base
    let (signature, count, unknown) = (signature, signature.count, unknownElements)
    let first = Int(runs[0].length)
    bounded += candidates.count
    // How many candidates there are of each share of the greatest distance.
    let levels = 33
    var starts = [Int](repeating: 0, count: levels + 1)
    let length = length
    func level(_ candidate: Candidate) -> Int {
      min(Int(candidate.bound) &* 64 / max(length, Int(candidate.length)), levels &- 1)
    }
    var kept = 0
    let isSetAllowed = isSetAllowed
    candidates.withUnsafeMutableBufferPointer { candidates in
      runs.withUnsafeBufferPointer { runs in
        for i in 0..<candidates.count {
          var candidate = candidates[i]
          let bound = signature.distanceBound(
            signatures + Int(candidate.entry) &* WordSignature.size, count: count, unknown: unknown)
          if bound > Int(runs[Int(candidate.length) &- first].limit) { continue }
          if let isSetAllowed, !isSetAllowed[Int(segment.languageSetNumbers[Int(candidate.entry)])] { continue }
          candidate.bound = Int32(truncatingIfNeeded: bound)
          candidates[kept] = candidate
          kept &+= 1
          starts[level(candidate) &+ 1] &+= 1
        }
      }
    }
    candidates.removeLast(candidates.count - kept)
    for i in 1...levels { starts[i] += starts[i - 1] }
    ordered.removeAll(keepingCapacity: true)
    ordered.append(contentsOf: candidates)
    for candidate in candidates {
      let level = level(candidate)
      ordered[starts[level]] = candidate
      starts[level] += 1
    }
  }

  private func verify(_ minimum: Double, _ segment: Segment, _ best: inout TopMatches) {
    var threshold = minimum
    for candidate in ordered {
      let longer = max(length, Int(candidate.length))
      let limit = Similarity.greatestDistance(length: longer, minimum: threshold)
      if Int(candidate.bound) > limit { continue }
      verified += 1
      let entry = Int(candidate.entry)
      let found = distance.distance(to: entry, of: segment, limit: limit)
      if found > limit { continue }
      let unit = segment.unit(entry)
      if !conditions.hidden.isEmpty, conditions.hidden.contains(unit) { continue }
      let isContext =
        found == 0 && conditions.context != 0 && segment.contexts.count > 0
        && DocumentContext.agree(conditions.context, segment.contexts[entry])
      best.insert(
        IndexHit(
          unit: unit, ordinal: Int(segment.ordinals[entry]),
          score: Similarity.score(distance: found, length: longer), isContextMatch: isContext))
      threshold = max(threshold, best.floor)
    }
  }
}
