internal import Bitext
internal import Linguistics

/// The beads of a file that an editor went over, in place of the aligner's.
///
/// A row is one of `align --format tsv` (source sentences, target sentences, confidence, both texts; the last three may be
/// missing) or of a ladder (`0,1:2:0.93`). Blank rows and rows that begin with `#` are passed over. A bead that the aligner had
/// too keeps the confidence of its row; one that the editor made is sure (1). Sentences that no row names stand alone.
struct BeadChoice: Sendable {
  private(set) var beads: [Bead] = []
  /// Texts that are not those of the documents: what the editor wrote is kept.
  private(set) var texts: [Bead: (source: String, target: String)] = [:]

  /// - Throws: `CorridorError.faults` with every fault: a row that is none, a sentence that is not there, or is named twice.
  init(_ text: String, file: String, _ aligned: AlignedDocuments) throws(CorridorError) {
    let known = Set(aligned.alignment.beads.map { [$0.source, $0.target] })
    let counts = [aligned.source.segments.count, aligned.target.segments.count]
    var seen: [Set<Int>] = [[], []]
    var faults: [Fault] = []
    for (number, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      if line.allSatisfy(\.isWhitespace) || line.hasPrefix("#") { continue }
      func fault(_ message: String, column: Int) {
        faults.append(Fault(message: message, at: SourcePosition(file: file, line: number + 1, column: column)))
      }
      let separator: Character = line.contains("\t") ? "\t" : ":"
      let fields = line.split(separator: separator, omittingEmptySubsequences: false).map(String.init)
      guard fields.count >= 2 else {
        fault("no bead; write source and target sentences with a tab between them, such as '3,4<tab>3'", column: 1)
        continue
      }
      var sides: [[Int]] = []
      var column = 1
      for side in 0..<2 {
        let words = fields[side].split { $0 == "," || $0 == " " }
        let numbers = words.compactMap { Int($0) }
        if numbers.count < words.count { fault("'\(fields[side])' is no list of sentences; write 3,4", column: column) }
        for sentence in numbers {
          if !(0..<counts[side]).contains(sentence) {
            fault("there is no sentence \(sentence); they are 0 to \(counts[side] - 1)", column: column)
          } else if !seen[side].insert(sentence).inserted {
            fault("sentence \(sentence) stands in a bead before; name it once", column: column)
          }
        }
        sides.append(numbers.sorted())
        column += fields[side].unicodeScalars.count + 1
      }
      let isKnown = known.contains(sides)
      let stated = fields.count > 2 ? Double(fields[2].replacing(" ", with: "")) : nil
      if fields.count > 2, stated.map({ !(0...1).contains($0) }) ?? !fields[2].isEmpty {
        fault("'\(fields[2])' is no confidence; write a number from 0 to 1", column: column)
      }
      let bead = Bead(source: sides[0], target: sides[1], confidence: isKnown ? stated ?? 1 : 1)
      if bead.source.isEmpty && bead.target.isEmpty { continue }
      beads.append(bead)
      guard fields.count >= 5, faults.isEmpty else { continue }
      let there = [
        aligned.source.text(ofSentences: bead.source).onOneLine,
        aligned.target.text(ofSentences: bead.target).onOneLine,
      ]
      if fields[3] != there[0] || fields[4] != there[1] { texts[bead] = (fields[3], fields[4]) }
    }
    guard faults.isEmpty else { throw .faults(faults) }
    for sentence in 0..<counts[0] where !seen[0].contains(sentence) {
      beads.append(Bead(source: [sentence], target: [], confidence: 1))
    }
    for sentence in 0..<counts[1] where !seen[1].contains(sentence) {
      beads.append(Bead(source: [], target: [sentence], confidence: 1))
    }
    beads = Self.ordered(beads)
  }

  /// In the order of the source; what has no source stands after the bead that holds the target sentence before it.
  private static func ordered(_ beads: [Bead]) -> [Bead] {
    var list = beads.filter { !$0.source.isEmpty }.sorted { $0.source[0] < $1.source[0] }
    for bead in beads.filter({ $0.source.isEmpty }).sorted(by: { $0.target[0] < $1.target[0] }) {
      let place = list.lastIndex { $0.target.last.map { $0 < bead.target[0] } ?? false }.map { $0 + 1 } ?? 0
      list.insert(bead, at: place)
    }
    return list
  }
}
