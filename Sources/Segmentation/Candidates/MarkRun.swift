/// Marks that belong together: "?!", "...", ". . .".
struct MarkRun {
  private(set) var kind: Punctuation.Kind
  private var count: Int
  private var isSpaced = false
  /// Whether the first mark stands right after a word.
  let isAttached: Bool

  init(_ sign: FoundSign, _ text: TextBytes) {
    kind = sign.kind
    count = sign.end - sign.offset
    let before = ScalarKind(text.scalar(before: sign.offset).value)
    isAttached = before.isLetter || before == .digit
    settle()
  }

  var isSingleStop: Bool { kind == .stop && count == 1 }

  mutating func add(_ sign: FoundSign, isGlued: Bool, _ text: TextBytes) {
    if !isGlued { isSpaced = true }
    count += sign.end - sign.offset
    switch (kind, sign.kind) {
    case (_, .emoji): break
    case (.emoji, _), (.semicolon, _): kind = sign.kind
    case (_, .semicolon): kind = .semicolon
    case (.question, .native), (.exclamation, .native), (_, .native): kind = .native
    case (_, .question): kind = .question
    case (.question, _): break
    case (_, .exclamation): kind = .exclamation
    case (.exclamation, _): break
    case (.native, _): break
    default: kind = .ellipsis
    }
  }

  /// Two stops or more are an ellipsis.
  private mutating func settle() {
    if kind == .stop, count > 1 { kind = .ellipsis }
  }

  var features: BreakFeatures {
    var features: BreakFeatures
    switch kind {
    case .stop: features = .markStop
    case .question: features = .markQuestion
    case .exclamation: features = .markExclamation
    case .ellipsis: features = .markEllipsis
    case .native: features = .markNative
    case .emoji: features = .markEmoji
    case .semicolon: features = .markSemicolon
    default: features = .markNone
    }
    if isSpaced, !isAttached, count == 3, kind == .ellipsis { features.insert(.runPause) }
    return features
  }
}
