internal import Bitext
package import Rules
internal import Synchronization

/// The segmentation rules of all languages, compiled once.
///
/// A language's own rules are asked before those of the root, which serve any language. The format of the files is
/// described in `glossary/segmentation/README.md`.
package struct SegmentationRules: Sendable {
  private var languages: [String: LanguageRules] = [:]
  private let rootRules: RootRules
  private var root: LanguageRules { rootRules.rules }

  /// - Parameter files: one a language, and one whose language is `root`.
  /// - Throws: every fault of all files: a missing or unknown key, an id used twice, two files of one language.
  package init(_ files: [RuleNode]) throws(RulesErrors) {
    var faults: [RulesError] = []
    var byLanguage: [String: RuleNode] = [:]
    for file in files {
      faults += file.unknownKeys(besides: LanguageRules.keys)
      let language = file.requiredText("language", &faults).lowercased()
      if let other = byLanguage[language] {
        faults.append(
          RulesError("language '\(language)' has a file already, \(other.position.file); merge them", at: file.position)
        )
      }
      byLanguage[language] = file
    }
    faults += Self.doubledIDs(files)
    let rootFile = byLanguage.removeValue(forKey: "root")
    rootRules = RootRules(rootFile)
    // What serves all languages is a part of each: its faults are met there.
    if byLanguage.isEmpty { rootRules.read(&faults) }
    var seen = Set(faults)
    for (language, file) in byLanguage.sorted(by: { $0.key < $1.key }) {
      var own: [RulesError] = []
      languages[language] = LanguageRules(language: language, own: file, root: rootFile, &own)
      for fault in own where seen.insert(fault).inserted { faults.append(fault) }
    }
    if !faults.isEmpty { throw RulesErrors(faults) }
  }

  /// The languages that have a file of their own, in order.
  package var languageNames: [String] { languages.keys.sorted() }

  /// Every example of the rules and lists of a language's own file, by id; `root` for those that serve all.
  package func examples(of language: String) -> [(id: String, example: SegmentationExample)] {
    let rules = language == "root" ? root : languages[language] ?? root
    let all =
      rules.sourceLists.map { ($0.id, $0.examples) } + rules.rules.map { ($0.id, $0.examples) }
      + rules.metadata.map { ($0.id, $0.examples) }
    return all.filter { $0.0.hasPrefix(language + ".") }.flatMap { id, examples in examples.map { (id, $0) } }
  }

  /// The ids of all lists, rules and metadata that serve a language, the root's among them.
  func entries(of language: String) -> [String] {
    let rules = languages[language] ?? root
    return rules.sourceLists.map(\.id) + rules.rules.map(\.id) + rules.metadata.map(\.id)
  }

  /// The forms that the lists of a class hold, the root's among them.
  func forms(of language: String, class name: String) -> [String] {
    (languages[language] ?? root).sourceLists.filter { $0.classes.contains(name) }.flatMap(\.forms)
  }

  /// The rules for a tag: those of its longest prefix that has a file ("fr-CA", then "fr"), else the root's.
  func rules(for tag: LanguageTag) -> (rules: LanguageRules, isRoot: Bool) {
    var name = tag.folded[...]
    while true {
      if let found = languages[String(name)] { return (found, false) }
      guard let dash = name.lastIndex(of: "-") else { return (root, true) }
      name = name[..<dash]
    }
  }

  private static func doubledIDs(_ files: [RuleNode]) -> [RulesError] {
    var first: [String: SourcePosition] = [:]
    var faults: [RulesError] = []
    for file in files {
      for key in ["lists", "rules", "metadata"] {
        for node in file[key]?.items ?? [] {
          guard let id = node["id"]?.text, let position = node["id"]?.position else { continue }
          if let other = first[id] {
            faults.append(RulesError("id '\(id)' is used at \(other) too; rename one", at: position))
          } else {
            first[id] = position
          }
        }
      }
    }
    return faults
  }
}

/// The rules of languages without a file, read when they are first asked for: a text in a language with one needs them not.
private final class RootRules: Sendable {
  private let file: RuleNode?
  private let known = Mutex<LanguageRules?>(nil)

  init(_ file: RuleNode?) { self.file = file }

  var rules: LanguageRules {
    var faults: [RulesError] = []
    return read(&faults)
  }

  @discardableResult
  func read(_ faults: inout [RulesError]) -> LanguageRules {
    if let known = known.withLock({ $0 }) { return known }
    let rules = LanguageRules(language: "root", own: nil, root: file, &faults)
    known.withLock { $0 = rules }
    return rules
  }
}
