/// The target of a match with what the text asked for has instead: where the two sources differ by a term, a name, a
/// number or a date, and its rendering stands in the target once, or as often as in the source.
package struct TargetRepair: Hashable, Sendable {
  /// One piece of the target that was replaced.
  package struct Change: Hashable, Sendable {
    package let kind: TransferableItem.Kind
    /// As the match's target has it, and as the mended one has it.
    package let replaced: String
    package let replacement: String
    /// What it follows from in the sources: "Erevan → Bakou".
    package let cause: String
    /// UTF-8 bytes of the mended text.
    package let bytes: Range<Int>
  }

  /// The mended target.
  package let text: String
  /// In the order of the text; never empty.
  package let changes: [Change]
  /// Whether everything that the sources differ by was carried over.
  package let isComplete: Bool

  /// The texts of a match and the one asked for, each with what it has to carry over.
  package struct Texts {
    package let source: (text: String, carried: [TransferableItem])
    package let query: (text: String, carried: [TransferableItem])
    package let target: (text: String, carried: [TransferableItem])

    package init(
      source: (text: String, carried: [TransferableItem]), query: (text: String, carried: [TransferableItem]),
      target: (text: String, carried: [TransferableItem])
    ) {
      self.source = source
      self.query = query
      self.target = target
    }
  }

  /// What the language tells the repair.
  package struct Language {
    /// How something of the text asked for is written in the target, in the place of what is given second; nil where that
    /// is not sure.
    package let rendering: (TransferableItem, TransferableItem) -> String?
    /// What a word changes into with the noun after it, for words that mean the same: "au" and "aux" give one class.
    /// Empty for words that come and go with the noun, as articles do; nil for all others.
    package let wordClass: (String) -> String?

    package init(
      rendering: @escaping (TransferableItem, TransferableItem) -> String?, wordClass: @escaping (String) -> String?
    ) {
      self.rendering = rendering
      self.wordClass = wordClass
    }
  }

  /// Nil where nothing can be carried over.
  package init?(_ texts: Texts, _ language: Language) {
    let difference = WordDifference(from: texts.source.text, to: texts.query.text)
    let groups = Self.groups(difference, texts)
    var edits: [(target: TransferableItem, replacement: String, cause: String)] = []
    var isComplete = true
    for group in groups {
      guard let pairs = group.pairs(texts, language),
        let renderings = Self.renderings(pairs, texts, language, taken: edits.map(\.target))
      else {
        isComplete = false
        continue
      }
      edits += renderings
    }
    guard !edits.isEmpty else { return nil }
    edits.sort { $0.target.bytes.lowerBound < $1.target.bytes.lowerBound }
    let bytes = Array(texts.target.text.utf8)
    var mended: [UInt8] = []
    var changes: [Change] = []
    var end = 0
    for edit in edits {
      mended += bytes[end..<edit.target.bytes.lowerBound]
      let start = mended.count
      mended += edit.replacement.utf8
      end = edit.target.bytes.upperBound
      changes.append(
        Change(
          kind: edit.target.kind, replaced: edit.target.surface, replacement: edit.replacement, cause: edit.cause,
          bytes: start..<mended.count))
    }
    mended += bytes[end...]
    text = String(decoding: mended, as: UTF8.self)
    self.changes = changes
    self.isComplete = isComplete
  }

  /// Where the target says what each pair's first stands for, and what its second is there.
  private static func renderings(
    _ pairs: [(old: TransferableItem, new: TransferableItem)], _ texts: Texts, _ language: Language,
    taken: [TransferableItem]
  ) -> [(target: TransferableItem, replacement: String, cause: String)]? {
    var edits: [(target: TransferableItem, replacement: String, cause: String)] = []
    for (old, new) in pairs where old.key != new.key {
      let before = texts.source.carried.filter { $0.key == old.key }
      let after = texts.target.carried.filter { $0.key == old.key }
      guard !after.isEmpty, before.count == after.count, let place = before.firstIndex(of: old) else { return nil }
      let target = after[place]
      guard !taken.contains(target), !edits.contains(where: { $0.target.overlaps(target.bytes) }),
        let replacement = language.rendering(new, target), replacement != target.surface
      else { return nil }
      edits.append((target, replacement, "\(old.surface) → \(new.surface)"))
    }
    return edits
  }

  /// Changed pieces that hang together because one thing to carry over lies in several, with those things.
  private struct Group {
    var pieces: [WordDifference.Piece]
    var old: [TransferableItem]
    var new: [TransferableItem]

    /// What became what; nil where something changed that is not carried over as one.
    func pairs(_ texts: Texts, _ language: Language) -> [(old: TransferableItem, new: TransferableItem)]? {
      guard old.count == new.count, !old.isEmpty else { return nil }
      for (a, b) in zip(old, new) where a.kind != b.kind { return nil }
      for piece in pieces {
        let before = TargetRepair.classes(outside: old, piece.first, of: texts.source.text, language)
        let after = TargetRepair.classes(outside: new, piece.second, of: texts.query.text, language)
        guard let before, before == after else { return nil }
      }
      return Array(zip(old, new))
    }
  }

  /// The classes of the words of a piece that belong to nothing carried over, without those that come and go; nil where a
  /// word is of no class.
  private static func classes(
    outside carried: [TransferableItem], _ bytes: Range<Int>, of text: String, _ language: Language
  ) -> [String]? {
    guard !bytes.isEmpty else { return [] }
    let folded = FoldedText(text)
    var classes: [String] = []
    for (word, key) in zip(folded.words, folded.keys)
    where bytes.contains(word.bytes.lowerBound) && !carried.contains(where: { $0.overlaps(word.bytes) }) {
      // The apostrophe of an elision belongs to the word before it.
      if word.kind == .other, ["'", "\u{2019}"].contains(key) { continue }
      guard let name = language.wordClass(key) else { return nil }
      if !name.isEmpty { classes.append(name) }
    }
    return classes
  }

  private static func groups(_ difference: WordDifference, _ texts: Texts) -> [Group] {
    var groups: [Group] = []
    for piece in difference.pieces where piece.kind != .same {
      var group = Group(
        pieces: [piece], old: texts.source.carried.filter { $0.overlaps(piece.first) },
        new: texts.query.carried.filter { $0.overlaps(piece.second) })
      // A word that stayed the same may still be part of a thing that changed: "20 novembre", "21 novembre".
      for same in difference.pieces where same.kind == .same {
        for carried in group.old where carried.overlaps(same.first) {
          group.new += texts.query.carried.filter { other in
            other.kind == carried.kind && other.overlaps(same.second) && !group.new.contains(other)
              && isShared(carried, other, same, texts)
          }
        }
        for carried in group.new where carried.overlaps(same.second) {
          group.old += texts.source.carried.filter { other in
            other.kind == carried.kind && other.overlaps(same.first) && !group.old.contains(other)
              && isShared(other, carried, same, texts)
          }
        }
      }
      group.old.sort { $0.bytes.lowerBound < $1.bytes.lowerBound }
      group.new.sort { $0.bytes.lowerBound < $1.bytes.lowerBound }
      let shares: (Group) -> Bool = { known in
        known.old.contains { group.old.contains($0) } || known.new.contains { group.new.contains($0) }
      }
      if let last = groups.lastIndex(where: shares) {
        groups[last].pieces += group.pieces
        groups[last].old += group.old.filter { !groups[last].old.contains($0) }
        groups[last].new += group.new.filter { !groups[last].new.contains($0) }
      } else {
        groups.append(group)
      }
    }
    return groups
  }

  /// Whether some word of a piece that is the same in both texts lies in both things.
  private static func isShared(
    _ old: TransferableItem, _ new: TransferableItem, _ same: WordDifference.Piece, _ texts: Texts
  ) -> Bool {
    let a = FoldedText(texts.source.text).words.filter { same.first.contains($0.bytes.lowerBound) }
    let b = FoldedText(texts.query.text).words.filter { same.second.contains($0.bytes.lowerBound) }
    return zip(a, b).contains { old.overlaps($0.bytes) && new.overlaps($1.bytes) }
  }
}
