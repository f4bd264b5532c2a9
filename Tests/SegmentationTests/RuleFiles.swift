import Bitext
import Foundation
import Rules
import TestSupport

@testable import Segmentation

/// The rule files of the checkout, and segmenters made of them.
enum RuleFiles {
  static let folder = Checkout.glossary.appending(path: "segmentation")

  static let rules: SegmentationRules = {
    do { return try load() } catch { preconditionFailure("\(error)") }
  }()

  private static func load() throws -> SegmentationRules {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".yml") }
    return try SegmentationRules(
      names.sorted().map {
        try RuleNode(yaml: String(contentsOf: folder.appending(path: $0), encoding: .utf8), file: $0)
      })
  }

  static func segmenter(_ language: LanguageTag, _ options: SegmentationOptions = .init()) throws -> Segmenter {
    try Segmenter(language: language, rules: rules, options: options)
  }

  static func sentences(
    _ text: String, _ language: LanguageTag = "fr", _ options: SegmentationOptions = .init()
  ) throws -> [String] {
    try segmenter(language, options).segments(of: text).map(\.text)
  }
}
