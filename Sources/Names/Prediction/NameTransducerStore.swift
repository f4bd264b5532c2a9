internal import Bitext
internal import Romanization
internal import Synchronization

/// The transducers of all languages and directions, each compiled when it is first asked for: a text needs few of them.
final class NameTransducerStore: Sendable {
  private struct Key: Hashable {
    let direction: NameDirection
    let language: String
  }

  private let tables: RomanizationTables
  private let compiled = Mutex<[Key: NameTransducer]>([:])

  init(_ tables: RomanizationTables) { self.tables = tables }

  /// The transducer of a language; nil where it has no table, but for "und" between the presses, where letters stay.
  func transducer(_ direction: NameDirection, _ language: LanguageTag) -> NameTransducer? {
    let table = tables[language]
    guard table != nil || (language.language == "und" && direction.from != .native) else { return nil }
    let key = Key(direction: direction, language: language.language)
    if let known = compiled.withLock({ $0[key] }) { return known }
    // Compiled outside the lock: two threads may both do it, with the same result.
    let new = NameTransducer(
      units: NameUnits(table: table, direction: direction, tables.conventions), language: key.language)
    compiled.withLock { $0[key] = new }
    return new
  }
}
