internal import Bitext

/// The entries of a lexicon in the order of its tables: read from the tables, or out of a compiled form, where each is made
/// only when it is asked for. A text asks for few of the thousands.
package struct NameEntries: RandomAccessCollection, Sendable {
  /// All of them, where they were read from tables.
  private var made: [NameLexicon.Entry] = []
  private var kept: Kept?

  init() {}

  /// Entries out of a compiled form.
  fileprivate struct Kept: Sendable {
    let texts: NameTexts
    /// Sets of columns; most entries have those of their table.
    let columns: [[String]]
    let origins: [LanguageTag]
    /// Where each entry begins in `fields`, and where the last ends.
    let starts: [UInt32]
    /// Of an entry: the number of its columns; of each column how many spellings, and their texts; origin, kind, gender.
    let fields: [UInt32]
  }

  package var startIndex: Int { 0 }
  package var endIndex: Int { kept.map { $0.starts.count - 1 } ?? made.count }

  package subscript(number: Int) -> NameLexicon.Entry { kept?.entry(number) ?? made[number] }

  mutating func append(_ entry: NameLexicon.Entry) { made.append(entry) }
}

extension NameEntries.Kept {
  fileprivate func entry(_ number: Int) -> NameLexicon.Entry {
    var place = Int(starts[number])
    func next() -> Int {
      place += 1
      return Int(fields[place - 1])
    }
    let labels = columns[next()]
    let spellings = labels.map { _ in (0..<next()).map { _ in texts[next()] } }
    let (origin, kind, gender) = (origins[next()], NameLexicon.Entry.Kind.allCases[next()], texts[next()])
    return NameLexicon.Entry(
      forms: .init(labels: labels, spellings: spellings), origin: origin, kind: kind, gender: gender)
  }

  /// Whether every entry can be made.
  fileprivate var isWhole: Bool {
    guard starts.first == 0, let end = starts.last, Int(end) == fields.count else { return false }
    return (0..<starts.count - 1).allSatisfy { number in
      guard starts[number] <= starts[number + 1], Int(starts[number + 1]) <= fields.count else { return false }
      return isWhole(fields[Int(starts[number])..<Int(starts[number + 1])])
    }
  }

  private func isWhole(_ entry: ArraySlice<UInt32>) -> Bool {
    guard let set = entry.first, Int(set) < columns.count else { return false }
    var place = entry.startIndex + 1
    for _ in columns[Int(set)] {
      guard place < entry.endIndex, Int(entry[place]) < entry.endIndex - place else { return false }
      let end = place + 1 + Int(entry[place])
      for text in entry[place + 1..<end] where Int(text) >= texts.count { return false }
      place = end
    }
    return place + 3 == entry.endIndex && Int(entry[place]) < origins.count
      && Int(entry[place + 1]) < NameLexicon.Entry.Kind.allCases.count && Int(entry[place + 2]) < texts.count
  }
}

extension NameEntries {
  func write(_ out: inout NameBytesWriter) {
    var columns: [[String]] = []
    var columnNumbers: [[String]: Int] = [:]
    var origins: [String] = []
    var starts: [UInt32] = [0]
    var fields: [UInt32] = []
    func number(_ text: String) -> UInt32 { UInt32(out.number(of: text)) }
    for entry in self {
      if columnNumbers[entry.forms.labels] == nil {
        columnNumbers[entry.forms.labels] = columns.count
        columns.append(entry.forms.labels)
      }
      fields.append(UInt32(columnNumbers[entry.forms.labels] ?? 0))
      for spellings in entry.forms.spellings { fields += [UInt32(spellings.count)] + spellings.map(number) }
      let origin = entry.origin.description
      if !origins.contains(origin) { origins.append(origin) }
      fields.append(UInt32(origins.firstIndex(of: origin) ?? 0))
      fields.append(UInt32(NameLexicon.Entry.Kind.allCases.firstIndex(of: entry.kind) ?? 0))
      fields.append(number(entry.gender))
      starts.append(UInt32(fields.count))
    }
    out.list(columns) { $0.texts($1) }
    out.texts(origins)
    out.block(starts)
    out.block(fields)
  }

  init(_ reader: inout NameBytesReader) throws(NameBytesReader.Damaged) {
    let columns = try reader.list { (reader) throws(NameBytesReader.Damaged) in try reader.texts() }
    let origins = try reader.texts().compactMap { LanguageTag($0) }
    let kept = Kept(
      texts: reader.table, columns: columns, origins: origins, starts: try reader.block(), fields: try reader.block())
    guard kept.isWhole else { throw NameBytesReader.Damaged() }
    self.kept = kept
  }
}
