/// Figures over a whole store.
public struct StoreStatistics: Hashable, Sendable {
  /// The texts of one language.
  public struct Language: Hashable, Sendable {
    /// As spelt in the first unit that has it.
    public let tag: String
    /// How many units have a text in it.
    public let variants: Int
    /// Unicode scalars of plain text.
    public let characters: Int
  }

  /// How many units have something in common.
  public struct Count: Hashable, Sendable {
    /// "depeche.tmx", "2020-11", "fr en".
    public let name: String
    /// How many units.
    public let units: Int
  }

  /// How many units the store has.
  public let units: Int
  /// Most variants first.
  public let languages: [Language]
  /// Origins, most units first; units without one are not listed.
  public let origins: [Count]
  /// Tags, most units first.
  public let tags: [Count]
  /// Months (UTC) of the last change, else of creation, in order of time.
  public let months: [Count]
  /// Units that a person has confirmed.
  public let reviewed: Int
  /// Entries of the history: edits and deletions.
  public let changes: Int
  /// Size of the store, in bytes.
  public let bytes: Int
}
