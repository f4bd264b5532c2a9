package import Bitext

extension SegmentationRules {
  /// The rules of a language in the terms of SRX 2.0, for other tools: exceptions first, then the breaks.
  ///
  /// SRX sees one place at a time by two regular expressions. Lost on the way: pairs of quotation marks and brackets, the
  /// place in the sentence, lists that run on in a paragraph, the layout of paragraphs, and the rules that are asked in
  /// that light. The patterns keep to what ICU and Java read alike, and name the no-break spaces that `\s` leaves out in
  /// Java.
  package func srxRules(for language: LanguageTag) -> [SegmentationRule] {
    SRXExport(rules(for: language).rules).rules
  }
}

/// Writes the rules of a language as SRX rules.
private struct SRXExport {
  private(set) var rules: [SegmentationRule] = []
  private let language: LanguageRules
  private static let space = #"[\s\u00A0\u202F]"#

  init(_ language: LanguageRules) {
    self.language = language
    let space = Self.space
    let marks = characterClass { $0.kind != .semicolon && $0.kind != .emoji && $0.kind.isMark }
    let closers = characterClass { ($0.kind == .quote || $0.kind == .bracket) && $0.closes }
    let openers = characterClass {
      ($0.kind == .quote || $0.kind == .bracket) && !$0.closers.isEmpty || $0.kind == .dash
    }
    let end = "\(marks)+(?:\(space)?\(closers))*"
    // What closes stays; what follows in small letters or after a comma goes on.
    add(false, "\(marks)", "\(space)+\(closers)(?:\(space)|[,.;:]|$)", "root")
    add(false, end, "\(space)*[,;:]", "root")
    add(false, end, "\(space)+\(openers)*\(space)*(?![\\u10D0-\\u10FF])\\p{Ll}", "root")
    add(false, #"^\s*(?:\p{Nd}{1,2}|\p{L}|[IVX]{1,4})\."#, space, "root.list-number")
    let opener = words("opener")
    let noOpener = opener.isEmpty ? "" : "(?!(?:\(opener))(?![\\p{L}]))"
    for list in language.sourceLists {
      let before = "(?<![\\p{L}\\p{N}])(?:\(Self.alternatives(list.forms)))\\."
      switch true {
      case list.classes.contains("never-final"): add(false, before, space, list.id)
      case list.classes.contains("often-final"): continue
      case list.classes.contains("may-end"):
        add(false, before, "\(space)+(?!\(space))\(noOpener)\\p{Lu}", list.id)
      case list.classes.contains("ordinal-noun"):
        add(
          false, "(?<![\\p{L}\\p{N}])\\p{Nd}{1,2}\\.", "\(space)+(?:\(Self.alternatives(list.forms)))(?![\\p{L}])",
          list.id)
      case list.classes.contains("before-number"): add(false, before, "\(space)+(?:\\p{Nd}|[IVXLC]+\\b)", list.id)
      default: continue
      }
    }
    add(
      false, #"(?<![\p{L}\p{N}])(?:\p{Lu}\.)+"#, "\(space)+(?!\(space))(?:\(noOpener)\\p{Lu}|\\p{Lu}\\.)",
      "root.initial")
    let wide = characterClass {
      $0.kind.isMark
    } onlyIf: {
      $0 >= 0x3000
    }
    if !wide.isEmpty { add(true, "\(wide)+\(closers)*", "", "root") }
    add(true, end, "\(space)+(?:\(openers)\(space)*)*[\\p{Lu}\\p{Lo}\\p{Nd}\\u10D0-\\u10FF]", "root.capital")
  }

  private mutating func add(_ breaks: Bool, _ before: String, _ after: String, _ id: String) {
    let position = SourcePosition(file: id)
    rules.append(SegmentationRule(breaks: breaks, before: before, after: after, position: position))
  }

  private func characterClass(
    _ isWanted: (Punctuation.Sign) -> Bool, onlyIf isInRange: (UInt32) -> Bool = { _ in true }
  ) -> String {
    let scalars = language.punctuation.signs.filter { isWanted($0.value) && isInRange($0.key) }.keys.sorted()
    return scalars.isEmpty ? "" : "[\(scalars.compactMap(Unicode.Scalar.init).map(Self.escaped).joined())]"
  }

  /// The words of a class, capitalised, as alternatives.
  private func words(_ name: String) -> String {
    let forms = language.sourceLists.filter { $0.classes.contains(name) }.flatMap(\.forms)
    return Self.alternatives(forms.map { $0.prefix(1).uppercased() + $0.dropFirst() })
  }

  private static func alternatives(_ forms: [String]) -> String {
    Set(forms).sorted { ($1.count, $0) < ($0.count, $1) }.map { form in
      let bare = form.count > 1 && form.hasSuffix(".") ? String(form.dropLast()) : form
      return bare.split(separator: " ").map { word in word.unicodeScalars.map(escaped).joined() }
        .joined(separator: "\(space)?")
    }.joined(separator: "|")
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    if scalar == "'" { return "['’]" }
    return ".?!…()[]{}*+|^$\\-&/#\"".unicodeScalars.contains(scalar) ? "\\\(scalar)" : String(scalar)
  }
}
