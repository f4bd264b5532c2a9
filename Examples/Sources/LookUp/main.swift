// LookUp WORD…: what the glossary has for French words, in English.
import Corridor

do {
  let workspace = try Workspace.open()
  for query in CommandLine.arguments.dropFirst() {
    for result in try workspace.lookup(query, from: "fr", to: "en") {
      let english = result.concept.terms(in: "en").map { "\($0.text) (\($0.status))" }
      print("\(query): \(result.how) \(result.term.text) → \(english.joined(separator: ", "))")
    }
  }
} catch CorridorError.noData(let tried) {
  print("The glossary is in none of \(tried).")
} catch {
  print(error)
}
