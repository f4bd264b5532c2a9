/// A way from the root of the terms, along some words of a text.
struct TermPath {
  /// Where it has led.
  let node: TermTables.Node
  /// Its first word in the block, and the one after its last.
  let first: Int32
  let next: Int32
  let trail: Trail

  /// Where entries end.
  struct End {
    /// The first of the entries.
    let entry: Int32
    let first: Int32
    let next: Int32
    let trail: Trail
  }

  /// What a path met on its way.
  struct Trail {
    var spelling = PathSpelling()
    /// Which variants of links were met: four bits each, 1 + number of the variant, the last met lowest.
    var variants: UInt32 = 0
    private var traits: UInt32 = 0

    private static let insertion: UInt32 = 1
    private static let accentless: UInt32 = 2
    private static let contracted: UInt32 = 4
    private static let chained: UInt32 = 8

    @inline(__always) var hasInsertion: Bool { traits & Self.insertion != 0 }
    @inline(__always) var dropsAccents: Bool { traits & Self.accentless != 0 }
    @inline(__always) var isContracted: Bool { traits & Self.contracted != 0 }
    /// An ending was taken off some word.
    @inline(__always) var isChained: Bool { traits & Self.chained != 0 }

    @inline(__always) mutating func setInsertion() { traits |= Self.insertion }
    @inline(__always) mutating func setAccentless() { traits |= Self.accentless }
    @inline(__always) mutating func setContracted() { traits |= Self.contracted }
    @inline(__always) mutating func setChained() { traits |= Self.chained }

    /// Whether word i of the text is word i of the term, accents and all.
    @inline(__always)
    var isPlain: Bool { traits == 0 }

    @inline(__always)
    mutating func add(_ token: Token, isFirst: Bool) {
      spelling.add(form: token.form, startsUpper: token.startsUpper, gap: isFirst ? .space : token.gap)
    }
  }
}
