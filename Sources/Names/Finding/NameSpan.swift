internal import Bitext

/// A stretch of tokens taken for a name, before the whole document has been seen.
struct NameSpan: Sendable {
  /// How much speaks for the kind.
  enum Certainty: Int, Sendable, Comparable {
    /// A capital alone.
    case weak
    /// A preposition, an ending.
    case likely
    /// A title, a first name, the gazetteer, the glossary.
    case strong

    static func < (a: Certainty, b: Certainty) -> Bool { a.rawValue < b.rawValue }
  }

  let sentence: Int
  var tokens: Range<Int>
  var kind: Concept.Kind
  var certainty: Certainty
  /// The glossary's concept, where its term was met.
  var concept: Int?
  /// Folded words of the name.
  var words: [String]
  /// The office or title word before it, folded.
  var office: String?
  /// Whether it begins its sentence or follows an opening mark, so that its capital says little.
  var isInitial = false
  /// The name it was joined to.
  var name: String?
  /// The name without its case ending, where it has one.
  var text: String?
  /// Whether the document or the glossary knows the name elsewhere.
  var isKnown = false
}
