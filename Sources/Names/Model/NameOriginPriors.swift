internal import Bitext
package import Rules

/// How common names of each language are before anything is known of one: `glossary/names/origins.yml`.
package struct NameOriginPriors: Sendable {
  /// The tag of a name that comes from no language with a table.
  static let unknown = "und"

  private let weights: [String: Double]
  private let others: Double
  /// Languages whose listed names are borne by speakers of all others.
  private let shared: Set<String>
  /// Languages without a table whose names stay as they are.
  let latin: [LatinOrigin]
  /// The file, for compiled forms.
  let source: RuleNode

  /// Every language is as common as another.
  init() {
    self.init(
      weights: [:], others: 1, shared: [Self.unknown], latin: [], source: RuleNode(.table([]), at: .init(file: "")))
  }

  private init(
    weights: [String: Double], others: Double, shared: Set<String>, latin: [LatinOrigin], source: RuleNode
  ) {
    self.weights = weights
    self.others = others
    self.shared = shared
    self.latin = latin
    self.source = source
  }

  /// - Throws: `RulesErrors` with every fault of the file.
  package init(_ file: RuleNode) throws(RulesErrors) {
    var faults = file.unknownKeys(besides: ["origins", "others", "latin"])
    func number(_ text: String, _ node: RuleNode) -> Double {
      if let number = Double(text), number > 0 { return number }
      faults.append(RulesError("'\(text)' is no number above 0", at: node.position))
      return 1
    }
    let others = number(file.requiredText("others", &faults), file)
    var weights: [String: Double] = [:]
    var shared: Set<String> = []
    for node in file["origins"]?.items ?? [] {
      faults += node.unknownKeys(besides: ["id", "language", "weight", "shared", "why", "examples"])
      for key in ["id", "why"] { _ = node.requiredText(key, &faults) }
      let language = node.requiredText("language", &faults)
      weights[language] = number(node.requiredText("weight", &faults), node)
      if node["shared"]?.text == "yes" { shared.insert(language) }
    }
    let latin = (file["latin"]?.items ?? []).map { LatinOrigin($0, &faults) }
    if !faults.isEmpty { throw RulesErrors(faults) }
    self.init(weights: weights, others: others, shared: shared, latin: latin, source: file)
  }

  /// Whether a file of the folder is this one.
  static func isPriors(_ file: RuleNode) -> Bool { file["origins"] != nil }

  func prior(of language: String) -> Double { weights[language] ?? others }

  /// Whether what is listed of this language says nothing against another origin.
  func isShared(_ language: String) -> Bool { shared.contains(language) }
}
