public import Bitext

/// Where a sentence stands, without its text.
public struct SentencePlace: Hashable, Sendable {
  /// UTF-8 bytes of the whole text, end excluded, without the white space round the sentence.
  public let bytes: Range<Int>
  /// 0-based number of its paragraph.
  public let paragraph: Int
  /// Whether it is a sentence, a heading or something else.
  public let kind: Segment.Kind

  package init(bytes: Range<Int>, paragraph: Int, kind: Segment.Kind) {
    self.bytes = bytes
    self.paragraph = paragraph
    self.kind = kind
  }
}
