package import Bitext

/// Where translation units are kept. SQLite is one engine; another fulfils the same promises, which `StoreTests` puts
/// to each.
///
/// A store may be used from many threads at once. What a call reads is the state after some whole transaction. Methods
/// throw `MemoryError`; those that take a closure also pass on what the closure throws. Within a closure the store may be
/// used as anywhere else: what is being read stays what it was when the call began. Only a transaction within a
/// transaction is refused.
package protocol Store: Sendable {
  /// Distinguishes this store from all others; copied with it.
  var identity: String { get }
  /// The name of the store for messages: its path or address.
  var name: String { get }

  /// The last revision, number 0 in a new store.
  func revision() throws(MemoryError) -> Revision
  /// A revision by its number; nil if there is none.
  func revision(_ number: Int64) throws(MemoryError) -> Revision?

  /// Runs `body` as one transaction: all of it is kept, or nothing if it throws or the process dies. A transaction that
  /// changes nothing leaves no revision.
  func write<Result>(_ note: String, by who: String?, _ body: (any StoreTransaction) throws -> Result) throws -> Result

  /// Units by id, in the order asked; ids that are not there are left out.
  func units(_ ids: [Int64]) throws(MemoryError) -> [StoredUnit]
  /// Every unit the filter means in order of id, from `after` on (excluded), until `body` gives false.
  /// - Parameter damaged: gets the id of each unit that cannot be read or is not what was written, which is then passed
  ///   over; nil ends the walk there.
  func forEachUnit(
    _ filter: UnitFilter, after: Int64, damaged: ((Int64) throws -> Void)?, _ body: (StoredUnit) throws -> Bool) throws
  func count(_ filter: UnitFilter) throws(MemoryError) -> Int
  /// The languages that units have or had, without region and script, in lower case, in alphabetical order.
  func languages() throws(MemoryError) -> [String]

  /// What became of units, latest first; of one unit where `unit` is given.
  func history(of unit: Int64?, limit: Int) throws(MemoryError) -> [HistoryEntry]

  /// The plain texts of one language (with all its regions and scripts) of units in a range of ids, in order of id.
  func forEachText(_ language: LanguageTag, units: ClosedRange<Int64>, _ body: (StoredText) throws -> Void) throws
  /// Units up to `lastUnit` that were edited or deleted after a revision, rising, each once.
  func changedUnits(after revision: Int64, upTo lastUnit: Int64) throws(MemoryError) -> [Int64]

  /// Figures over the whole store.
  func statistics() throws(MemoryError) -> StoreStatistics
  /// Copies the store, as it is after the last transaction, to a new file.
  func backUp(to path: String, progress: ((Double) -> Void)?) throws(MemoryError)
  /// The units that cannot be read or are not what was written, in order of id.
  func damagedUnits(progress: ((Int) -> Void)?) throws(MemoryError) -> [Int64]
  /// Reads everything and recomputes what is derived. Throws `damaged` at the first fault.
  func verify(progress: ((Int) -> Void)?) throws(MemoryError)
}

/// What may be done within one transaction.
package protocol StoreTransaction {
  /// Adds a unit unless the same one is there already: same attributes, remarks, variants with their inline codes, and
  /// context. Origin, dates and tags do not make another unit.
  /// - Returns: the id it was given; nil if it was there.
  func add(_ record: UnitRecord) throws(MemoryError) -> Int64?
  /// Replaces a unit; what it was goes to its history. Without a difference nothing happens.
  /// - Throws: `unknownUnit`.
  func replace(_ id: Int64, with record: UnitRecord) throws(MemoryError)
  /// Deletes a unit, also a damaged one; what it was, as far as it can be read, goes to its history.
  /// - Throws: `unknownUnit`.
  func delete(_ id: Int64) throws(MemoryError)
}

/// One text as an index reads it.
package struct StoredText {
  package let unit: Int64
  /// 0-based number of the variant in its unit.
  package let ordinal: Int
  package let text: String
  /// The languages of the unit's other variants without region and script, in lower case, sorted and joined by spaces: "en ru".
  package let counterparts: String
  /// `DocumentContext.key` of the unit's context, if it has one in this language; else 0.
  package let context: UInt64
}

extension Store {
  package func unit(_ id: Int64) throws(MemoryError) -> StoredUnit? { try units([id]).first }

  package func forEachUnit(
    _ filter: UnitFilter = UnitFilter(), after: Int64 = 0, _ body: (StoredUnit) throws -> Bool
  ) throws {
    try forEachUnit(filter, after: after, damaged: nil, body)
  }
}
