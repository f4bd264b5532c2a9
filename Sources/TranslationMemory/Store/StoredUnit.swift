/// A unit as the store holds it.
public struct StoredUnit: Hashable, Sendable, Identifiable {
  /// Given once and never again, even if the unit is deleted. Rises in the order of arrival.
  public let id: Int64
  /// The unit with all that the memory keeps about it.
  public let record: UnitRecord
  /// The revision that made the unit what it is.
  public let revision: Int64

  /// A unit as a store gives it.
  public init(id: Int64, record: UnitRecord, revision: Int64) {
    self.id = id
    self.record = record
    self.revision = revision
  }
}
