/// A text with what was found in it: made once, then read by alignment, checks, house styles, repair and lists.
///
/// Only the parts that were asked for are there (`parts`): a check that is not asked for costs nothing.
package struct AnnotatedText: Sendable {
  /// What can be found in a text.
  package struct Parts: OptionSet, Sendable {
    package let rawValue: Int

    package init(rawValue: Int) { self.rawValue = rawValue }

    /// `terms`.
    package static let terms = Parts(rawValue: 1)
    /// `concepts`.
    package static let concepts = Parts(rawValue: 2)
    /// `names`.
    package static let names = Parts(rawValue: 4)
    /// `quantities`.
    package static let quantities = Parts(rawValue: 8)
    /// `quotations`.
    package static let quotations = Parts(rawValue: 16)
  }

  package let language: LanguageTag
  /// In order, each with its paragraph, kind and place.
  package let sentences: [Segment]
  /// What was looked for; every other part is empty.
  package let parts: Parts
  /// Terms and names of the glossary by sentence; within terms and within names none overlaps another.
  package let terms: [[TermOccurrence]]
  /// The concepts of all terms by sentence, those inside or across a longer term too.
  package let concepts: [Set<String>]
  /// Names in order of place, known to the glossary or not.
  package let names: [NameOccurrence]
  /// Numbers and dates by sentence, in order.
  package let quantities: [[Quantity]]
  /// The quoted parts by sentence, UTF-8 bytes of the sentence, marks left out.
  package let quotations: [[Range<Int>]]

  /// - Parameters: what is nil was not looked for; what is a list by sentence has one entry for each sentence.
  package init(
    language: LanguageTag, sentences: [Segment], terms: [[TermOccurrence]]? = nil, concepts: [Set<String>]? = nil,
    names: [NameOccurrence]? = nil, quantities: [[Quantity]]? = nil, quotations: [[Range<Int>]]? = nil
  ) {
    self.language = language
    self.sentences = sentences
    var parts: Parts = []
    if terms != nil { parts.insert(.terms) }
    if concepts != nil { parts.insert(.concepts) }
    if names != nil { parts.insert(.names) }
    if quantities != nil { parts.insert(.quantities) }
    if quotations != nil { parts.insert(.quotations) }
    self.parts = parts
    self.terms = terms ?? sentences.map { _ in [] }
    self.concepts = concepts ?? sentences.map { _ in [] }
    self.names = names ?? []
    self.quantities = quantities ?? sentences.map { _ in [] }
    self.quotations = quotations ?? sentences.map { _ in [] }
  }
}
