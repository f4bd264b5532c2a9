/// One sentence as the aligner takes it.
public struct AlignmentInput: Hashable, Sendable {
  public let text: String
  /// 0-based number of its paragraph, rising with the sentences; the same for all where paragraphs are not known.
  public let paragraph: Int
  public let isHeading: Bool

  public init(text: String, paragraph: Int = 0, isHeading: Bool = false) {
    self.text = text
    self.paragraph = paragraph
    self.isHeading = isHeading
  }
}
