/// The forms that a word can take by the rules of its language.
struct FormExpansion: Sendable {
  /// A paradigm reached through one of its endings.
  private struct Entrance {
    let paradigm: Int
    let ending: [UInt8]
  }

  private let paradigms: [Paradigm]
  /// By role, then by the last byte of the ending; the empty ending stands under 0.
  private var entrances: [Paradigm.Role: [UInt8: [Entrance]]] = [:]
  private var irregular: [[UInt8]: [[UInt8]]] = [:]

  init(_ language: LanguageInflection) {
    let folding = language.equivalents
    paradigms = language.paradigms.map { $0.folded(by: folding) }
    for (i, paradigm) in paradigms.enumerated() {
      for role in paradigm.roles {
        for ending in paradigm.endings {
          entrances[role, default: [:]][ending.last ?? 0, default: []].append(Entrance(paradigm: i, ending: ending))
        }
      }
    }
    for entry in language.irregulars {
      for forms in entry.forms {
        let spellings = forms.map { Array($0.utf8).folded(by: folding) }
        for spelling in spellings { irregular[spelling, default: []] += spellings.filter { $0 != spelling } }
      }
    }
  }

  /// Calls `body` with every form but the word itself; some may come twice.
  func forms(of word: [UInt8], role: Paradigm.Role, _ body: ([UInt8]) -> Void) {
    guard let last = word.last else { return }
    if role != .acronym, let others = irregular[word] {
      for other in others { body(other) }
    }
    guard let doors = entrances[role] else { return }
    if let list = doors[last] { enter(list, word, body) }
    if let list = doors[0] { enter(list, word, body) }
  }

  private func enter(_ list: [Entrance], _ word: [UInt8], _ body: ([UInt8]) -> Void) {
    for entrance in list where word.ends(with: entrance.ending) {
      let stem = word[..<(word.count - entrance.ending.count)]
      let paradigm = paradigms[entrance.paradigm]
      guard paradigm.admits(stem: stem, of: word) else { continue }
      for ending in paradigm.endings where ending != entrance.ending { body(stem + ending) }
    }
  }
}

extension Paradigm {
  /// The paradigm with its letters spelt as they are compared.
  fileprivate func folded(by equivalents: [Unicode.Scalar: String]) -> Paradigm {
    guard !equivalents.isEmpty else { return self }
    var folded = self
    folded.endings = endings.map { $0.folded(by: equivalents) }
    folded.after = after.map { $0.folded(by: equivalents) }
    folded.notAfter = notAfter.map { $0.folded(by: equivalents) }
    folded.except = Set(except.map { $0.folded(by: equivalents) })
    return folded
  }
}

extension Array where Element == UInt8 {
  /// The spelling with letters replaced by those they are compared as.
  func folded(by equivalents: [Unicode.Scalar: String]) -> [UInt8] {
    guard contains(where: { $0 >= 0x80 }) else { return self }
    return String(decoding: self, as: UTF8.self).unicodeScalars.flatMap { scalar in
      Swift.Array((equivalents[scalar] ?? String(scalar)).utf8)
    }
  }

  /// The spelling without accents; with `keepingFinal` the last accented letter keeps its one where only a mute ending
  /// follows, because there it changes the word ("marché", "marche"). Nil where nothing changes.
  func withoutAccents(keepingFinal: Bool) -> [UInt8]? {
    guard contains(where: { $0 >= 0x80 }) else { return nil }
    let scalars = Swift.Array(String(decoding: self, as: UTF8.self).unicodeScalars)
    var kept = scalars.count
    if keepingFinal {
      // The stressed end: é, ée, és, ées.
      var i = scalars.count - 1
      while i > 0, scalars[i] == "s" || scalars[i] == "e" { i -= 1 }
      kept = i
    }
    var out = String.UnicodeScalarView()
    for (i, scalar) in scalars.enumerated() {
      if let plain = AccentTable.plain[scalar], i < kept { out.append(plain) } else { out.append(scalar) }
    }
    let bytes = Swift.Array(String(out).utf8)
    return bytes == self ? nil : bytes
  }

  /// The spelling with its first letter's accent left out; nil where it has none.
  func withoutInitialAccent() -> [UInt8]? {
    guard let first, first >= 0x80 else { return nil }
    let text = String(decoding: self, as: UTF8.self)
    guard let scalar = text.unicodeScalars.first, let plain = AccentTable.plain[scalar] else { return nil }
    return Swift.Array(String(plain).utf8) + dropFirst(scalar.utf8.count)
  }
}

/// Lower-case Latin letters with one mark and the letter without it (Unicode canonical decompositions).
enum AccentTable {
  static let plain: [Unicode.Scalar: Unicode.Scalar] = {
    var table: [Unicode.Scalar: Unicode.Scalar] = [:]
    let rows: [(Unicode.Scalar, String)] = [
      ("a", "àáâãäåāăą"), ("c", "çćĉċč"), ("d", "ďđ"), ("e", "èéêëēĕėęě"), ("g", "ĝğġģ"), ("h", "ĥħ"),
      ("i", "ìíîïĩīĭį"),
      ("j", "ĵ"), ("k", "ķ"), ("l", "ĺļľł"), ("n", "ñńņň"), ("o", "òóôõöøōŏő"), ("r", "ŕŗř"), ("s", "śŝşšș"),
      ("t", "ţťț"),
      ("u", "ùúûüũūŭůűų"), ("w", "ŵ"), ("y", "ýÿŷ"), ("z", "źżž"),
    ]
    for (plain, accented) in rows {
      for scalar in accented.unicodeScalars { table[scalar] = plain }
    }
    return table
  }()
}
