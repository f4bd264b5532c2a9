/// A unit as the store holds it.
public struct StoredUnit: Hashable, Sendable, Identifiable {
  /// Given once and never again, even if the unit is deleted. Rises in the order of arrival.
  public let id: Int64
  public let record: UnitRecord
  /// The revision that made the unit what it is.
  public let revision: Int64

  public init(id: Int64, record: UnitRecord, revision: Int64) {
    self.id = id
    self.record = record
    self.revision = revision
  }
}
