/// One sentence (or heading, or list item) of a text, with its place.
public struct Segment: Hashable, Sendable {
  /// What the structure of the text says a segment is.
  public enum Kind: String, Hashable, Sendable {
    /// A sentence of running text.
    case sentence
    /// A paragraph of its own without closing punctuation.
    case heading
  }

  /// The sentence exactly as it stands, without the white space round it; line breaks inside it are kept.
  public let text: String
  /// Where it stands: UTF-8 bytes of the whole text, end excluded.
  public let bytes: Range<Int>
  /// 0-based number of its paragraph.
  public let paragraph: Int
  /// Whether it is a sentence, a heading or something else.
  public let kind: Kind

  /// A sentence and its place.
  public init(text: String, bytes: Range<Int>, paragraph: Int, kind: Kind = .sentence) {
    self.text = text
    self.bytes = bytes
    self.paragraph = paragraph
    self.kind = kind
  }
}
