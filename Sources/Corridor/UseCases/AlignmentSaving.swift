internal import Alignment
internal import Bitext
internal import FoundationEssentials
internal import TranslationMemory

extension Workspace {
  /// Puts the units of an aligned pair into the memory, each with the sentences around it, in one transaction.
  /// - Parameters:
  ///   - minimum: beads of less confidence are left out, 0...1.
  ///   - place: the memory.
  /// - Returns: units that were new, and units that the memory had.
  public func save(
    _ aligned: AlignedDocuments, minimum: Double = 0, to place: MemoryPlace = .workspace
  ) throws(CorridorError) -> (added: Int, known: Int) {
    let records = try records(of: aligned, minimum: minimum)
    let memory = try memory(place)
    return try rememberingAll {
      try memory.store.write("align \(aligned.source.file) \(aligned.target.file)", by: Self.userName) { transaction in
        var added = 0
        for record in records where try transaction.add(record) != nil { added += 1 }
        return (added, records.count - added)
      }
    }
  }

  private func records(of aligned: AlignedDocuments, minimum: Double) throws(CorridorError) -> [UnitRecord] {
    let now = Date(timeIntervalSince1970: Date().timeIntervalSince1970.rounded(.down))
    let units = try unitsWithBeads(of: aligned, unmatched: false, minimum: minimum)
    let source = aligned.source
    return units.map { bead, unit in
      func sentence(_ number: Int?) -> String? {
        number.flatMap { source.segments.indices.contains($0) ? source.segments[$0].text : nil }
      }
      let line = bead.source.first.map { source.place(sentence: $0, byte: 0).line } ?? 0
      let context = DocumentContext(
        language: source.language, previous: sentence(bead.source.first.map { $0 - 1 }),
        next: sentence(bead.source.last.map { $0 + 1 }))
      return UnitRecord(
        unit, origin: UnitOrigin(name: source.file, line: line),
        context: context.previous == nil && context.next == nil ? nil : context, created: now, creator: Self.userName,
        isReviewed: aligned.isChosen)
    }
  }
}
