/// What paragraphs and headings say of a bead: they guide and never force.
struct StructureModel: Sendable {
  let sourceStarts: [Bool]
  let targetStarts: [Bool]
  let sourceHeadings: [Bool]
  let targetHeadings: [Bool]
  /// Whether both sides have paragraphs at all.
  private let hasParagraphs: Bool
  private let hasHeadings: Bool

  /// Whether there is anything to go by.
  var isKnown: Bool { hasParagraphs || hasHeadings }

  init(_ source: IndexedText, _ target: IndexedText) {
    sourceStarts = source.startsParagraph
    targetStarts = target.startsParagraph
    sourceHeadings = source.isHeading
    targetHeadings = target.isHeading
    hasParagraphs = sourceStarts.contains(true) && targetStarts.contains(true)
    hasHeadings = sourceHeadings.contains(true) && targetHeadings.contains(true)
  }

  /// Natural logarithm of how much more likely a bead is for what the structure shows.
  @inline(__always)
  func score(source: Range<Int>, target: Range<Int>) -> Float {
    var score: Float = 0
    if hasParagraphs {
      let a = sourceStarts[source.lowerBound]
      let b = targetStarts[target.lowerBound]
      if a && b { score += 1 } else if a != b { score -= 0.5 }
      for i in source.dropFirst() where sourceStarts[i] { score -= 1.5 }
      for j in target.dropFirst() where targetStarts[j] { score -= 1.5 }
    }
    if hasHeadings {
      let a = sourceHeadings[source.lowerBound]
      let b = targetHeadings[target.lowerBound]
      if a && b { score += 1.5 } else if a != b { score -= 1.5 }
      if a, source.count > 1 { score -= 2 }
      if b, target.count > 1 { score -= 2 }
    }
    return score
  }
}
