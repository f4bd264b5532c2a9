/// A way from the root of the terms, along some words of a text.
struct TermPath {
  /// Where it has led.
  let node: TermTables.Node
  /// Its first word in the block, and the one after its last.
  let first: Int32
  let next: Int32
  /// The second entry that ends at the node, or -1; see `TermSearch.keepEnds`.
  var nextEntry: Int32 = -1
  let trail: Trail

  init(node: TermTables.Node, first: Int32, next: Int32, trail: Trail) {
    self.node = node
    self.first = first
    self.next = next
    self.trail = trail
  }

  /// What a path met on its way.
  struct Trail {
    var spelling = PathSpelling()
    /// Which variants of links were met: four bits each, 1 + number of the variant, the last met lowest.
    var variants: UInt32 = 0
    var hasInsertion = false
    var dropsAccents = false
    var isContracted = false
    /// An ending was taken off some word.
    var isChained = false

    /// Whether word i of the text is word i of the term, accents and all.
    @inline(__always)
    var isPlain: Bool { !hasInsertion && !dropsAccents && !isContracted && !isChained }

    @inline(__always)
    mutating func add(_ token: Token, isFirst: Bool) {
      spelling.add(form: token.form, startsUpper: token.startsUpper, gap: isFirst ? .space : token.gap)
    }
  }
}
