package import Bitext

/// How a text is laid out and which rules are laid over ours.
package struct SegmentationOptions: Sendable {
  /// Whether only a blank line ends a paragraph. Otherwise every line break does.
  package var wrapped: Bool
  /// Whether a sentence may end without a mark, for text whose layout is lost. Off for everything else: headings run into
  /// a sentence are found, and so are places that are none.
  package var breakWithoutPunctuation: Bool
  /// Rules of an SRX file that decide before ours, those of this language only, in the file's order.
  package var srx: [SegmentationRule]
  /// The longest that one SRX pattern may work on one paragraph, in milliseconds of processor time, about. A pattern
  /// that exceeds it is left out for that paragraph and named in `Segmenter.overdue`. 0 is no limit.
  package var timeLimit: Int

  package init(
    wrapped: Bool = false, breakWithoutPunctuation: Bool = false, srx: [SegmentationRule] = [], timeLimit: Int = 1000
  ) {
    self.wrapped = wrapped
    self.breakWithoutPunctuation = breakWithoutPunctuation
    self.srx = srx
    self.timeLimit = timeLimit
  }
}
