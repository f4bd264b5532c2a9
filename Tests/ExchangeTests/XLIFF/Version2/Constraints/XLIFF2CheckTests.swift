import Bitext
import Foundation
import TestSupport
import Testing

@testable import Exchange
@testable import Files

@Suite struct XLIFF2CheckTests {
  private final class Log { var findings: [Finding] = [] }

  private func findings(_ bytes: [UInt8]) throws -> [Finding] {
    let log = Log()
    _ = try Validation.run(MemorySource(bytes, name: "a.xlf"), as: XLIFFFormat()) { finding, _ in
      log.findings.append(finding)
    }
    return log.findings
  }

  /// What is found in a file with this content, by the ids of the findings.
  private func found(in file: String, head: String = "trgLang=\"fr\"") throws -> [String] {
    let text = """
      <xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:my="urn:my" version="2.0" srcLang="en" \(head)>
      <file id="f">\(file)</file></xliff>
      """
    return try findings(Array(text.utf8)).map(\.check)
  }

  private func found(inUnit segment: String) throws -> [String] { try found(in: "<unit id=\"u\">\(segment)</unit>") }

  @Test(
    "what the specification asks for is right",
    arguments: [
      "<segment id=\"s\"><source><sc id=\"1\"/>a<ec startRef=\"1\"/></source><target>b</target></segment>",
      "<segment><source><ec isolated=\"yes\" id=\"1\"/><mrk id=\"m\" type=\"comment\" value=\"v\">a</mrk></source></segment>",
      "<segment><source><ph id=\"1\" canReorder=\"firstNo\" canCopy=\"no\" canDelete=\"no\"/></source></segment>",
      "<my:x id=\"1\"/><segment><source>a</source></segment><ignorable><source> </source></ignorable>",
      "<x xmlns=\"urn:x\"><y id=\"1\">z</y></x><segment><source>a</source></segment>",
    ])
  func rightUnits(segment: String) throws { #expect(try found(inUnit: segment) == []) }

  @Test(arguments: [
    ("<segment><source><ec startRef=\"1\"/></source></segment>", "xliff-pair"),
    ("<segment><source><sc id=\"1\"/></source></segment>", "xliff-pair"),
    ("<segment><source><sm id=\"1\"/></source></segment>", "xliff-pair"),
    ("<segment id=\"1\"><source><ph id=\"1\"/></source></segment>", "xliff-id-twice"),
    ("<segment><source><ph id=\"1\" dataRef=\"d\"/></source></segment>", "xliff-reference"),
    ("<segment><source><ph id=\"1\" copyOf=\"2\"/></source></segment>", "xliff-reference"),
    ("<segment><source><ph id=\"1\" subFlows=\"x\"/></source></segment>", "xliff-reference"),
    ("<segment subState=\"my:x\"><source>a</source></segment>", "xliff-state"),
    ("<segment><source>a</source><target order=\"3\">b</target></segment>", "xliff-order"),
    ("<segment><source xml:lang=\"de\">a</source></segment>", "xliff-language-differs"),
    ("<segment><source><mrk id=\"m\" type=\"comment\">a</mrk></source></segment>", "xliff-comment"),
    ("<segment><source><ph id=\"1\" canDelete=\"no\"/></source><target>b</target></segment>", "xliff-missing-code"),
    ("<segment><source><pc id=\"1\" my:a=\"\">a</pc></source></segment>", "xliff-extension"),
    ("<segment><my:x/><source>a</source></segment>", "xliff-extension"),
  ])
  func wrongUnits(segment: String, id: String) throws {
    let ids = try found(inUnit: segment)
    #expect(ids.contains(id), "\(ids)")
  }

  @Test func idsOfUnitsAreUniqueInTheirFile() throws {
    let unit = "<unit id=\"u\"><segment><source>a</source></segment></unit>"
    #expect(try found(in: unit + unit).contains("xliff-id-twice"))
    #expect(try found(in: unit, head: "") == [])
  }

  @Test("OASIS's own suites", .enabled(if: Self.suites != nil, "the gold folder is not there"))
  func theSuitesOfOASIS() throws {
    var (wrong, told, alarms) = (0, 0, [String]())
    let folder = try #require(Self.suites)
    for case let path as String in FileManager.default.enumerator(atPath: folder.path) ?? .init()
    where path.hasSuffix(".xlf") && path.contains("valid/") {
      let found = try findings([UInt8](Data(contentsOf: folder.appending(path: path))))
      if path.contains("/invalid/") {
        wrong += 1
        if !found.isEmpty { told += 1 }
      } else if !found.isEmpty, !path.hasSuffix("Good-pgs_plural.xlf") {
        alarms.append("\(path): \(found[0])")
      }
    }
    #expect(wrong == 324 && told >= 300, "\(told) of \(wrong)")
    #expect(alarms == [])
  }

  private static var suites: URL? {
    let gold = ProcessInfo.processInfo.environment["CORRIDOR_GOLD"].map { URL(filePath: $0) }
    let folder = (gold ?? Checkout.root.appending(path: "../shared/gold")).appending(path: "xliff-suite")
    return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
  }
}
