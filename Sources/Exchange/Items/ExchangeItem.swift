package import Bitext
package import Files

/// What stands at the head of a file of segments.
package struct BitextHeader: Hashable, Sendable {
  /// The head in TMX terms; formats that say less fill in what they know.
  package var tmx: TMXHeader
  /// Which elements stand for inline codes in the units that follow.
  package var codes: InlineDialect
  /// The language of the translations as spelt, where the file says.
  package var targetLanguage: String?

  package init(_ tmx: TMXHeader, codes: InlineDialect = .tmx, targetLanguage: String? = nil) {
    self.tmx = tmx
    self.codes = codes
    self.targetLanguage = targetLanguage
  }

  package var sourceLanguage: String? { tmx.sourceLanguage }
}

/// What stands at the head of a glossary.
package struct GlossaryHeader: Hashable, Sendable {
  package var title: String
  /// As spelt; nil where the file holds any number of languages.
  package var sourceLanguage: String?
  package var targetLanguage: String?
  /// What else the head says, by name.
  package var attributes: [Attribute]
  /// The elements that describe the termbase, as they stand (`<fileDesc>` … of TBX).
  package var description: [Inline]

  package init(
    title: String = "", sourceLanguage: String? = nil, targetLanguage: String? = nil, attributes: [Attribute] = [],
    description: [Inline] = []
  ) {
    self.title = title
    self.sourceLanguage = sourceLanguage
    self.targetLanguage = targetLanguage
    self.attributes = attributes
    self.description = description
  }
}

/// One thing that a reader gives and a writer takes.
package enum ExchangeItem: Sendable {
  /// First, and once, in a file of segments.
  case header(BitextHeader)
  case unit(TranslationUnit)
  /// First, and once, in a glossary.
  case glossary(GlossaryHeader)
  case entry(ConceptEntry)
  /// Last, and once, where a termbase names the people and objects that its entries refer to: `<refObjectSec>` elements.
  case references([Inline])
  /// A whole set of segmentation rules.
  case rules(SRXRules)
}

extension ExchangeItem {
  /// What it is called where a format has no place for it.
  var lossName: String {
    switch self {
    case .references: "people and objects referred to"
    case .rules: "segmentation rules"
    case .header, .glossary: "head"
    case .unit: "unit"
    case .entry: "concept"
    }
  }
}

/// Gives the items of one file in order, holding one at a time.
package protocol ExchangeReader: AnyObject {
  /// The next item, or nil at the end.
  func nextItem() throws(FileError) -> ExchangeItem?
  /// Where the last item starts.
  var position: SourcePosition { get }
}

/// Takes the items of one file in order. The file is complete after `finish()`.
package protocol ExchangeWriter: AnyObject {
  func write(_ item: ExchangeItem) throws(FileError)
  func finish() throws(FileError)
  /// What the format could not hold, so far.
  var losses: Losses { get }
}
