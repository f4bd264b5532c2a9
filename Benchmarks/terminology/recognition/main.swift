import Bitext
import Foundation
import Rules
import Terminology

// usage: terminology-bench TERMS TEXT: one term a line, a text; prints seconds of CPU, megabytes a second and hits.

/// CPU seconds of this process.
func seconds(_ body: () -> Void) -> Double {
  let start = clock()
  body()
  return Double(clock() - start) / Double(CLOCKS_PER_SEC)
}

let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..").standardized
let arguments = CommandLine.arguments
guard arguments.count == 3 else {
  print("usage: terminology-bench TERMS TEXT")
  exit(2)
}
let terms = try String(contentsOfFile: arguments[1], encoding: .utf8).split(separator: "\n").map(String.init)
let text = try String(contentsOfFile: arguments[2], encoding: .utf8)
let file = root.appending(path: "glossary/inflection/fr.yml")
let rules = try InflectionRules([RuleNode(yaml: String(contentsOf: file, encoding: .utf8), file: file.path)])
let position = SourcePosition(file: "terms")
let glossary = Glossary(
  terms.enumerated().map { number, term in
    Concept(
      id: "c\(number)", kind: .term,
      terms: [Term(language: "fr", text: term, status: .preferred, position: position)], position: position)
  })
var matcher: TermMatcher?
let building = seconds { matcher = TermMatcher(glossary: glossary, language: "fr", inflection: rules) }
if let matcher {
  let megabytes = Double(text.utf8.count) / 1e6
  func report(_ name: String, _ time: Double, _ hits: Int) {
    print("\(name)\t\(String(format: "%.2f", time))\t\(String(format: "%.2f", megabytes / time))\t\(hits)")
  }
  print("build\t\(String(format: "%.2f", building))\t\(terms.count) terms, \(matcher.memory) bytes")
  var hits = 0
  report("places", seconds { hits = matcher.places(in: text).count }, hits)
  report("occurrences", seconds { hits = matcher.occurrences(in: text).count }, hits)
}
