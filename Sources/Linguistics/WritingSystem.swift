package import Bitext
package import Rules

/// In which scripts a language is written, and how it pairs capitals with small letters: the head of its file in
/// `glossary/languages/`.
package struct WritingSystem: Sendable {
  package enum Casing: String, Sendable, CaseIterable {
    /// I is the capital of i.
    case common
    /// I is the capital of ı, and İ that of i.
    case turkic
  }

  package let language: LanguageTag
  /// Empty if the file names none: then nothing is said of them.
  package let scripts: Set<Script>
  package let casing: Casing

  /// The keys of a language's file that are read here.
  static let keys: Set<String> = ["scripts", "casing"]

  init(_ file: RuleNode, _ faults: inout [RulesError]) {
    language = LanguageTag(file["language"]?.text ?? "") ?? "und"
    var scripts: Set<Script> = []
    for item in file["scripts"]?.items ?? [] {
      if let script = item.text.flatMap({ Script(code: $0) }) {
        scripts.insert(script)
      } else {
        let written = item.text ?? ""
        faults.append(RulesError("'\(written)' is no script; write its code of ISO 15924, as Latn", at: item.position))
      }
    }
    self.scripts = scripts
    let written = file["casing"]?.text
    if let written, Casing(rawValue: written) == nil {
      let known = Casing.allCases.map(\.rawValue).joined(separator: " or ")
      faults.append(RulesError("casing is \(known)", at: file["casing"]?.position ?? file.position))
    }
    casing = written.flatMap(Casing.init) ?? .common
  }
}

/// How languages are written, by language: what the files of `glossary/languages/` say in their heads.
package struct WritingSystems: Sendable {
  private let systems: [String: WritingSystem]

  /// Nothing is known of any language.
  package static let none = WritingSystems(systems: [:])

  private init(systems: [String: WritingSystem]) { self.systems = systems }

  /// - Parameter files: one for each language; what they say beyond scripts and casing is left to `LanguageProfile`.
  /// - Throws: `RulesErrors` with every script and casing that is none.
  package init(_ files: [RuleNode]) throws(RulesErrors) {
    var faults: [RulesError] = []
    let read = files.map { WritingSystem($0, &faults) }
    if !faults.isEmpty { throw RulesErrors(faults) }
    systems = Dictionary(read.map { ($0.language.language, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// How capitals and small letters pair, whatever the region or script.
  package func casing(of language: LanguageTag) -> WritingSystem.Casing {
    systems[language.language]?.casing ?? .common
  }

  /// The scripts that texts of a language may be in; nil if not known. A script in the tag decides.
  package func scripts(of language: LanguageTag) -> Set<Script>? {
    if let code = language.script { return Script(code: code).map { [$0] } }
    guard let scripts = systems[language.language]?.scripts, !scripts.isEmpty else { return nil }
    return scripts
  }
}
