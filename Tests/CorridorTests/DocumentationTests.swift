import Foundation
import TestSupport
import Testing

/// The catalogue and the README teach by code of the examples, which is built and run.
@Suite struct DocumentationTests {
  private static func examples() throws -> [String] {
    let folder = Checkout.root.appending(path: "Examples/Sources")
    return try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".swift") }
      .map { try String(contentsOf: folder.appending(path: $0), encoding: .utf8) }
  }

  /// The Swift in a page of Markdown, block by block.
  private static func code(_ page: String) -> [String] {
    page.components(separatedBy: "```swift\n").dropFirst().compactMap { $0.components(separatedBy: "```").first }
  }

  @Test(arguments: ["Sentences", "LookingUpTerms", "Matching", "Checking"])
  func articlesQuoteTheExamples(article: String) throws {
    let examples = try Self.examples()
    let blocks = Self.code(try Checkout.text("Sources/Corridor/Corridor.docc/\(article).md"))
    #expect(!blocks.isEmpty)
    for block in blocks {
      #expect(examples.contains { $0.contains(block) }, "no example has:\n\(block)")
    }
  }

  @Test func theReadmeQuotesAnExample() throws {
    let block = try #require(Self.code(try Checkout.text("README.md")).first { $0.contains("Workspace.open") })
    #expect(try Self.examples().contains { $0.contains(block) }, "no example has:\n\(block)")
  }

  @Test func everyArticleIsListed() throws {
    let folder = Checkout.root.appending(path: "Sources/Corridor/Corridor.docc")
    let overview = try Checkout.text("Sources/Corridor/Corridor.docc/Corridor.md")
    let articles = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0 != "Corridor.md" }
    #expect(articles.count >= 4)
    for article in articles { #expect(overview.contains("<doc:\(article.dropLast(3))>")) }
  }
}
