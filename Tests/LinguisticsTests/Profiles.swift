import FoundationEssentials
import Rules
import Testing

@testable import Linguistics

/// The shipped profiles, read as the product reads them.
func shippedProfile(_ language: String) throws -> LanguageProfile {
  let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../glossary/languages")
  let file = folder.appending(path: "\(language).yml")
  let yaml = String(decoding: try Data(contentsOf: file), as: UTF8.self)
  return try LanguageProfile(RuleNode(yaml: yaml, file: "\(language).yml"))
}

let shippedLanguages = ["az", "de", "en", "fr", "hy", "ka", "ru", "tr", "uk"]
