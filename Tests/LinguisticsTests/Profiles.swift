import FoundationEssentials
import Rules
import TestSupport
import Testing

@testable import Linguistics

/// The shipped profiles, read as the product reads them.
func shippedProfile(_ language: String) throws -> LanguageProfile {
  let yaml = try Checkout.text("glossary/languages/\(language).yml")
  return try LanguageProfile(RuleNode(yaml: yaml, file: "\(language).yml"))
}

let shippedLanguages = ["az", "de", "en", "fr", "hy", "ka", "ru", "tr", "uk"]
