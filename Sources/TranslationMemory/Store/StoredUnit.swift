/// A unit as the store holds it.
package struct StoredUnit: Hashable, Sendable, Identifiable {
  /// Given once and never again, even if the unit is deleted. Rises in the order of arrival.
  package let id: Int64
  package let record: UnitRecord
  /// The revision that made the unit what it is.
  package let revision: Int64

  package init(id: Int64, record: UnitRecord, revision: Int64) {
    self.id = id
    self.record = record
    self.revision = revision
  }
}
