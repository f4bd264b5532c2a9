/// What the index knows at one moment: segments that together cover every unit, and which of their entries are stale.
struct IndexSnapshot: Sendable {
  /// Segments whose ranges follow each other; then, perhaps, one with the present texts of units edited since.
  let segments: [Segment]
  /// Per segment: its units that were edited or deleted since it was made.
  let hidden: [Set<Int64>]
  /// The state of the store that this is.
  let revision: Revision

  var entries: Int { segments.reduce(0) { $0 + $1.count } }
  var bytes: Int { segments.reduce(0) { $0 + $1.bytes } }
}
