internal import Bitext
internal import Linguistics

/// Rules of an SRX file, compiled, that decide before ours.
///
/// At each position the first rule in file order decides whose `beforebreak` ends there and whose `afterbreak` starts
/// there (SRX 2.0, section 4.3). A place between two sentences is a stretch of white space with several positions: it
/// breaks if some position does.
final class SRXLayer {
  private let rules: [(rule: SegmentationRule, pattern: RegularExpression)]
  /// Rules that were left out on some paragraph because they took too long.
  private(set) var overdue: Set<SourcePosition> = []

  struct Verdict {
    let breaks: Bool
    let rule: SegmentationRule

    var why: String { "rule of the SRX file at \(rule.position)" }
  }

  /// - Throws: every pattern that does not compile.
  init(_ rules: [SegmentationRule], timeLimit: Int) throws(SegmentationError) {
    var faults: [SegmentationError.PatternFault] = []
    var compiled: [(rule: SegmentationRule, pattern: RegularExpression)] = []
    for rule in rules {
      do throws(RegularExpression.Fault) {
        // Each half must stand alone: ")(" would compile in between the brackets that are put round it.
        for half in [rule.before, rule.after] where !half.isEmpty { _ = try RegularExpression(half) }
        let whole = "(?:\(rule.before))(?=(?:\(rule.after)))"
        compiled.append((rule, try RegularExpression(whole, timeLimit: timeLimit)))
      } catch {
        faults.append(
          .init(position: rule.position, pattern: "\(rule.before)|\(rule.after)", fault: error.description))
      }
    }
    self.rules = compiled
    if !faults.isEmpty { throw .patterns(faults) }
  }

  /// What the rules say of the places of a paragraph, by the offset in the whole text where the next sentence would start.
  func verdicts(in text: TextBytes, _ range: Range<Int>) -> [Int: Verdict] {
    var byPosition: [Int: Verdict] = [:]
    let part = text.part(range)
    for (rule, pattern) in rules {
      let inTime = pattern.forEachMatch(in: part) { _, end in
        guard end > 0, end < part.count, byPosition[end] == nil else { return }
        byPosition[end] = Verdict(breaks: rule.breaks, rule: rule)
      }
      if !inTime { overdue.insert(rule.position) }
    }
    var byPlace: [Int: Verdict] = [:]
    for (position, verdict) in byPosition {
      let place = text.skippingSpaces(from: range.lowerBound + position, to: range.upperBound)
      guard place < range.upperBound else { continue }
      if let other = byPlace[place], other.breaks || !verdict.breaks { continue }
      byPlace[place] = verdict
    }
    return byPlace
  }
}

/// What SRX rules say of the places of a paragraph, in order.
struct SRXPlaces {
  private var places: [(next: Int, verdict: SRXLayer.Verdict)]
  private var index = 0

  init(_ verdicts: [Int: SRXLayer.Verdict]) {
    places = verdicts.map { ($0.key, $0.value) }.sorted { $0.next < $1.next }
  }

  /// The next place, if it is at most `limit`.
  mutating func next(upTo limit: Int) -> (next: Int, verdict: SRXLayer.Verdict)? {
    guard index < places.count, places[index].next <= limit else { return nil }
    index += 1
    return places[index - 1]
  }
}
