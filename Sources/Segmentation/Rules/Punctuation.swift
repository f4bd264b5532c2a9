internal import Bitext
internal import Rules

/// The signs that matter to sentence ends in one language, as its rule files list them.
struct Punctuation: Sendable {
  /// What a sign does.
  enum Kind: UInt8, Sendable {
    case none, stop, question, exclamation, ellipsis
    /// A full stop that is nothing else: the Armenian verjaket, the Devanagari danda, the ideographic full stop.
    case native
    /// A picture sign, which stands for a mark in chats.
    case emoji
    case semicolon
    /// A full stop that marks a pause; two or more of them are an ellipsis.
    case pause
    case quote, bracket, dash, bullet
    /// A line break inside a paragraph, where it may open a list item.
    case line
    /// A line break that ends the paragraph.
    case paragraph
    /// White space without a mark before it, where sentences may end without one.
    case unmarked

    var isMark: Bool { rawValue >= Kind.stop.rawValue && rawValue <= Kind.semicolon.rawValue }
  }

  struct Sign: Sendable {
    var kind: Kind
    /// The signs that may close what this one opens; empty where it opens nothing.
    var closers: Set<UInt32> = []
    /// Whether some sign is closed by this one.
    var closes = false
  }

  /// What is asked of a character again and again: its kind and which side of a pair it may be.
  struct Use: Sendable {
    var kind: Kind = .none
    var opens = false
    var closes = false
  }

  private(set) var signs: [UInt32: Sign] = [:]
  /// The uses of the characters below U+10000, by pages of 256: the first page of `uses` holds none, and most high bytes
  /// lead there.
  private var pages = [UInt8](repeating: 0, count: 256)
  private var uses = [Use](repeating: Use(), count: 256)
  /// By first byte: whether a sign may start with it.
  private var firsts = (0...255).map { $0 >= 0xD8 && $0 != 0xE2 }
  /// By six bits of the first byte and six of the second, for signs of several bytes.
  private var seconds = [Bool](repeating: false, count: 4096)

  init() {
    // U+2600 to U+27BF and U+2B50, which isEmoji knows.
    firsts[0xE2] = true
    for second: UInt8 in [0x98, 0x99, 0x9A, 0x9B, 0x9C, 0x9D, 0x9E, 0xAD] { seconds[Self.index(0xE2, second)] = true }
  }

  static let keys: Set<String> = ["marks", "quotes", "brackets", "dashes", "bullets"]
  private static let markKinds: [(String, Kind)] = [
    ("stop", .stop), ("question", .question), ("exclamation", .exclamation), ("ellipsis", .ellipsis),
    ("native", .native), ("semicolon", .semicolon), ("pause", .pause), ("none", .none),
  ]

  /// Counts line breaks among the signs: for text whose lines are wrapped, the line feeds inside a paragraph; for other
  /// text, all that end a paragraph but the line feed.
  mutating func addLineBreaks(wrapped: Bool) {
    for scalar: Unicode.Scalar in wrapped ? ["\n"] : ["\r", "\u{85}", "\u{2028}", "\u{2029}"] {
      signs[scalar.value] = Sign(kind: wrapped ? .line : .paragraph)
      note(scalar)
    }
  }

  /// Lays the signs of one file over those there are.
  mutating func add(_ file: RuleNode, _ faults: inout [RulesError]) {
    if let marks = file["marks"] {
      faults += marks.unknownKeys(besides: Set(Self.markKinds.map(\.0)))
      for (key, kind) in Self.markKinds {
        for item in marks[key]?.items ?? [] { set(item, kind, &faults) }
      }
    }
    for item in file["dashes"]?.items ?? [] { set(item, .dash, &faults) }
    for item in file["bullets"]?.items ?? [] { set(item, .bullet, &faults) }
    for item in file["quotes"]?.items ?? [] { pair(item, .quote, &faults) }
    for item in file["brackets"]?.items ?? [] { pair(item, .bracket, &faults) }
  }

  private mutating func set(_ item: RuleNode, _ kind: Kind, _ faults: inout [RulesError]) {
    let scalars = Array((item.text ?? "").unicodeScalars)
    guard scalars.count == 1 else {
      faults.append(RulesError("one character is expected here", at: item.position))
      return
    }
    signs[scalars[0].value] = Sign(kind: kind)
    note(scalars[0])
  }

  private mutating func pair(_ item: RuleNode, _ kind: Kind, _ faults: inout [RulesError]) {
    let scalars = Array((item.text ?? "").unicodeScalars)
    guard scalars.count == 2 else {
      faults.append(
        RulesError("two characters are expected here, the opening one and the closing one", at: item.position))
      return
    }
    signs[scalars[0].value, default: Sign(kind: kind)].closers.insert(scalars[1].value)
    signs[scalars[1].value, default: Sign(kind: kind)].closes = true
    for scalar in scalars { note(scalar) }
  }

  private mutating func note(_ scalar: Unicode.Scalar) {
    guard let sign = signs[scalar.value] else { return }
    setUse(Use(kind: sign.kind, opens: !sign.closers.isEmpty, closes: sign.closes), of: scalar.value)
    // A dash ends nothing and pairs with nothing: it is looked at where it stands, not looked for.
    guard sign.kind != .dash else { return }
    let bytes = Array(String(scalar).utf8)
    firsts[Int(bytes[0])] = true
    if bytes.count > 1 { seconds[Self.index(bytes[0], bytes[1])] = true }
  }

  private mutating func setUse(_ use: Use, of scalar: UInt32) {
    guard scalar < 0x10000 else { return }
    if pages[Int(scalar >> 8)] == 0 {
      pages[Int(scalar >> 8)] = UInt8(truncatingIfNeeded: uses.count / 256)
      uses += [Use](repeating: Use(), count: 256)
    }
    uses[Int(pages[Int(scalar >> 8)]) << 8 | Int(scalar & 0xFF)] = use
  }

  private static func index(_ first: UInt8, _ second: UInt8) -> Int { Int(first & 0x3F) << 6 | Int(second & 0x3F) }

  /// Whether a character with these first bytes may be a sentence mark that no rule file names.
  ///
  /// Unicode 15 has none below U+0600 but `.`, `?`, `!` and U+0589, none in Georgian, and those from U+2000 to U+2FFF are
  /// all in the root file, but the Coptic ones; a test holds this to ICU.
  static func isForeign(_ first: UInt8, _ second: UInt8) -> Bool {
    first >= 0xD8 && !(first == 0xE2 && second < 0xB0)
      && !(first == 0xE1 && (second == 0x82 || second == 0x83))
  }

  /// The first offset from `offset` on, below `limit`, where a sign may start or a foreign character does; `limit`
  /// if there is none.
  func nextPossibleSign(in text: TextBytes, from offset: Int, to limit: Int) -> Int {
    var offset = offset
    while true {
      offset = text.first(of: firsts, from: offset, to: limit)
      guard offset < limit else { return limit }
      let byte = text[offset]
      if byte < 0x80 { return offset }
      let second = text[offset + 1]
      if seconds[Self.index(byte, second)] || Self.isForeign(byte, second) { return offset }
      offset += 1
    }
  }

  /// What a character is used for; `.none` where no rule file names it.
  @inline(__always)
  func use(of scalar: UInt32) -> Use {
    guard scalar < 0x10000 else { return rareUse(of: scalar) }
    return uses[Int(pages[Int(scalar >> 8)]) << 8 | Int(scalar & 0xFF)]
  }

  private func rareUse(of scalar: UInt32) -> Use {
    signs[scalar].map { Use(kind: $0.kind, opens: !$0.closers.isEmpty, closes: $0.closes) } ?? Use()
  }

  @inline(__always)
  func kind(of scalar: UInt32) -> Kind { use(of: scalar).kind }

  /// Whether `closer` may close what `opener` opens.
  func closes(_ closer: UInt32, _ opener: UInt32) -> Bool { signs[opener]?.closers.contains(closer) == true }

  /// Pictures of Unicode's emoji blocks, and what joins or varies them.
  static func isEmoji(_ scalar: UInt32) -> Bool {
    (0x1F300...0x1FAFF).contains(scalar) || (0x2600...0x27BF).contains(scalar) || scalar == 0x2B50
  }

  static func continuesEmoji(_ scalar: UInt32) -> Bool { scalar == 0xFE0F || scalar == 0x200D || isEmoji(scalar) }
}
