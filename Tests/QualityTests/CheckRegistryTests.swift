import Bitext
import Foundation
import TestSupport
import Testing

@testable import Quality

@Suite struct CheckRegistryTests {
  private func finding(_ check: String, _ side: Anchor.Side, _ sentence: Int, _ start: Int, _ message: String = "")
    -> Finding
  {
    Finding(
      check: check, severity: .error, message: message,
      place: .words(side: side, sentence: sentence, bytes: start..<start + 1))
  }

  @Test func findingsComeInOrderOfPlaceTheSourceFirst() {
    let sorted = CheckRegistry.sorted([
      finding("b", .target, 0, 4, "first of two"), finding("a", .target, 0, 4), finding("a", .target, 0, 1),
      finding("a", .source, 9, 0), finding("b", .target, 0, 4, "second of two"), finding("z", .source, 2, 7),
    ])
    let lines = sorted.map { "\($0.words?.side == .source ? "source" : "target") \($0.check) \($0.message)" }
    #expect(
      lines == [
        "source z ", "source a ", "target a ", "target a ", "target b first of two", "target b second of two",
      ])
    #expect(sorted.compactMap(\.words?.bytes.lowerBound) == [7, 0, 1, 4, 4, 4])
  }

  @Test func anEmptyListAsksForEveryCheck() {
    #expect(CheckRegistry.checks([]).count == CheckRegistry.checks.count)
    #expect(CheckRegistry.checks(["term-missing"]).map(\.id) == ["term-missing"])
  }

  @Test func everyCheckHasAFileOfItsName() throws {
    let folder = Checkout.root.appending(path: "Sources/Quality").path
    let files = Set(
      try FileManager.default.subpathsOfDirectory(atPath: folder).compactMap { $0.split(separator: "/").last })
    for check in CheckRegistry.checks {
      #expect(files.contains("\(type(of: check)).swift"[...]), "\(check.id)")
      let name = check.id.split(separator: "-").map(\.capitalized).joined()
      #expect("\(type(of: check))" == name)
    }
  }
}
