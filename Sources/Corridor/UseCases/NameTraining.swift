internal import Bitext
internal import Names
internal import Romanization
internal import Rules

/// What `trainNames` learned.
public struct NameTraining: Sendable {
  /// The text of a weights file.
  public let text: String
  /// How many pairs of names came from tables and how many from the glossary.
  public let pairs: Int
  /// How many pairs came from the glossary.
  public let glossaryPairs: Int
}

extension Workspace {
  /// Learns the weights of names from tables of pairs and from the glossary in force.
  ///
  /// A table (TSV or CSV by the ending of its name) has a column for each press (`fr` and `en`), and may have `native`,
  /// `lang` (of the native form), `alts` (other right forms of the last press, between semicolons), `weight` (0...1), `source` and `split`. Without
  /// a weight, rows whose source is a data set (any but "handmade") count `gathered`; rows of the splits `test` and
  /// `excluded` are not learned from.
  /// - Throws: `CorridorError.faults` with every fault of every table.
  public func trainNames(
    _ files: [InputFile], gathered: Double = 0.3, glossary usesGlossary: Bool = true, remarks: [String] = []
  ) throws(CorridorError) -> NameTraining {
    let model = try nameModel()
    let presses = model.tables.conventions.presses
    var pairs: [NamePair] = []
    var sources: [String] = []
    for file in files {
      let table = try NamePairTable(file, presses: presses, gathered: gathered)
      pairs += table.pairs
      let counts = table.counts.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }.joined(separator: ", ")
      let name = file.name.split(separator: "/").last.map(String.init) ?? file.name
      sources.append("\(name): \(counts)")
    }
    let own = usesGlossary ? NamePair.pairs(of: try glossary().concepts, presses: presses) : []
    if !own.isEmpty { sources.append("glossary: \(own.count) names") }
    sources.append("lexicon: \(model.lexicon.entries.count { $0.kind == .given || $0.kind == .family }) names")
    let trainer = NameTrainer(NameModel(model, weights: NameWeights()))
    let head = [
      "What was learned of names: part, feature, weight. Made by `corridor names train`; do not edit by hand.",
      "Learned from: \(sources.joined(separator: "; ")).",
    ]
    return NameTraining(
      text: trainer.train(pairs + own, remarks: head + remarks + NameTrainer.parts), pairs: pairs.count,
      glossaryPairs: own.count)
  }
}

/// A table of pairs of names.
struct NamePairTable {
  private(set) var pairs: [NamePair] = []
  /// Rows learned from, by source.
  private(set) var counts: [String: Int] = [:]
  private let presses: [RomanizationSystem]

  /// - Parameter presses: whose columns a table must have.
  init(_ file: InputFile, presses: [RomanizationSystem], gathered: Double) throws(CorridorError) {
    self.presses = presses
    let text = try file.text()
    var faults: [RulesError] = []
    do {
      try read(
        DelimitedRows(text, file: file.name, dialect: file.name.hasSuffix(".csv") ? .csv : .tsv), gathered, &faults)
    } catch { faults += error.faults }
    if !faults.isEmpty { throw .faults(faults.map { Fault($0) }) }
  }

  private mutating func read(_ table: DelimitedRows, _ gathered: Double, _ faults: inout [RulesError])
    throws(RulesErrors)
  {
    var rows = table
    guard let head = try rows.next() else { return }
    var columns: [String: Int] = [:]
    for (index, field) in head.enumerated() { columns[field.text] = index }
    for name in presses.map(\.label) where columns[name] == nil {
      faults.append(RulesError("column '\(name)' is missing; add it", at: head[0].position))
    }
    guard faults.isEmpty else { return }
    while let row = try rows.next() {
      func field(_ name: String) -> String { columns[name].flatMap { $0 < row.count ? row[$0].text : nil } ?? "" }
      if ["test", "excluded"].contains(field("split")) || presses.contains(where: { field($0.label).isEmpty }) {
        continue
      }
      guard let language = LanguageTag(field("lang").isEmpty ? "und" : field("lang")) else {
        faults.append(RulesError("'\(field("lang"))' is no language tag", at: row[0].position))
        continue
      }
      let source = field("source")
      let usual = source.isEmpty || source == "handmade" ? 1 : gathered
      guard let weight = field("weight").isEmpty ? usual : Double(field("weight")), (0...1).contains(weight) else {
        faults.append(RulesError("weight '\(field("weight"))' is no number from 0 to 1", at: row[0].position))
        continue
      }
      counts[source.isEmpty ? "pairs" : source, default: 0] += 1
      var forms: [RomanizationSystem: [String]] = [:]
      for press in presses { forms[press] = [field(press.label)] }
      // Other forms that are right are those of the last press.
      if let last = presses.last { forms[last]? += field("alts").split(separator: ";").map { String($0) } }
      pairs.append(NamePair(forms, native: field("native"), language: language, weight: weight))
    }
  }
}
