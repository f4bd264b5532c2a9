/// One sentence as the aligner takes it.
package struct AlignmentInput: Hashable, Sendable {
  package let text: String
  /// 0-based number of its paragraph, rising with the sentences; the same for all where paragraphs are not known.
  package let paragraph: Int
  package let isHeading: Bool

  package init(text: String, paragraph: Int = 0, isHeading: Bool = false) {
    self.text = text
    self.paragraph = paragraph
    self.isHeading = isHeading
  }
}
