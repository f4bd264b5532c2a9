/// A place where a sentence may end: after a mark and what closes with it.
struct Candidate {
  /// Where the marks start, where the sentence would end (closing marks and footnote numbers included), where the next
  /// one would start.
  var markStart: Int
  var end: Int
  var next: Int
  /// The kind of the last mark.
  var kind: Punctuation.Kind
  /// The word before the marks.
  var word: Range<Int>
  /// Index of the first sign that is not part of the candidate.
  var nextSign: Int
  var context = BreakContext()
}
