import Romanization
import Rules
import TestSupport

@testable import Names

/// The model of the checkout's data. A test that cannot load it fails.
enum ShippedModel {
  static let result = Result {
    let tables = try RomanizationTables(
      Checkout.dataFiles("romanization", ending: ".yml").map { try RuleNode(yaml: $0.text, file: $0.name) })
    let lexicon = try NameLexicon(Checkout.dataFiles("names").map { NameLexicon.File(name: $0.name, text: $0.text) })
    let weights = try NameWeights(text: Checkout.text("glossary/weights/names.tsv"), file: "names.tsv")
    return NameModel(tables: tables, lexicon: lexicon, weights: weights)
  }

  static func get() throws -> NameModel { try result.get() }
}
