/// Figures over a whole store.
package struct StoreStatistics: Hashable, Sendable {
  package struct Language: Hashable, Sendable {
    /// As spelt in the first unit that has it.
    package let tag: String
    package let variants: Int
    /// Unicode scalars of plain text.
    package let characters: Int
  }

  package struct Count: Hashable, Sendable {
    /// "depeche.tmx", "2020-11", "fr en".
    package let name: String
    package let units: Int
  }

  package let units: Int
  /// Most variants first.
  package let languages: [Language]
  /// Origins, most units first; units without one are not listed.
  package let origins: [Count]
  /// Tags, most units first.
  package let tags: [Count]
  /// Months (UTC) of the last change, else of creation, in order of time.
  package let months: [Count]
  package let reviewed: Int
  /// Entries of the history: edits and deletions.
  package let changes: Int
  /// Size of the store, in bytes.
  package let bytes: Int
}
