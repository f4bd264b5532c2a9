package import Bitext

extension NameLexicon {
  /// One name with its forms.
  package struct Entry: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable, CaseIterable {
      /// A first name, or a word of a name that behaves like one.
      case given
      /// A surname.
      case family
      /// Any other word of a name: a particle, an honorific.
      case word
      case country, region, city
      /// A house, a river, a mountain, a sea: a place that is no settlement.
      case site
      case org
    }

    /// Spellings by the column of the table: a language, or "native". The first of each is expected, the others are right
    /// too.
    package struct Forms: Hashable, Sendable {
      /// Columns that have a spelling, in the order of the table, and their spellings.
      private(set) var labels: [String] = []
      private(set) var spellings: [[String]] = []

      package init() {}

      /// - Parameter labels: as many as spellings, none twice.
      init(labels: [String], spellings: [[String]]) {
        self.labels = labels
        self.spellings = spellings
      }

      /// By the column's head; nil where it has nothing.
      package subscript(label: String) -> [String]? {
        for index in labels.indices where labels[index] == label { return spellings[index] }
        return nil
      }

      package var all: [String] { spellings.count == 1 ? spellings[0] : spellings.flatMap { $0 } }
    }

    package let forms: Forms
    /// The language the name comes from; "und" where it comes from none of those with tables.
    package let origin: LanguageTag
    package let kind: Kind
    /// m, f or empty.
    package let gender: String

    package var isPlace: Bool { [.country, .region, .city, .site].contains(kind) }
  }
}
