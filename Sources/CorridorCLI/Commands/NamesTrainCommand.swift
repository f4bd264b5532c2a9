import ArgumentParser
import Corridor

/// Learns how the presses spell names from tables of pairs and from the glossary.
struct NamesTrainCommand: CorridorCommand {
  static let configuration = CommandConfiguration.corridor(
    "train", "Learn how names are spelt from tables of pairs and from the glossary, into a readable file.",
    example: "corridor names train pairs.tsv --output weights/names.tsv")

  @Argument(
    help: ArgumentHelp(
      "Tables (TSV or CSV) with the columns fr and en, and perhaps native, lang, alts, weight, source.",
      valueName: "file"))
  var files: [String] = []

  @Option(help: ArgumentHelp("How much a pair of a data set counts beside one written by hand.", valueName: "0...1"))
  var gathered = 0.3
  @Flag(inversion: .prefixedNo, help: "Learn from the glossary in force too.") var fromGlossary = true
  @Option(help: ArgumentHelp("A line for the head of the file: sources, licences; may be repeated.", valueName: "text"))
  var remark: [String] = []

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if files.isEmpty && !fromGlossary { throw ValidationError("Name a table, or learn from the glossary.") }
    if !(0...1).contains(gathered) { throw ValidationError("--gathered is a number from 0 to 1.") }
  }

  func execute(_ output: Output, _ messages: Messages) throws -> Outcome {
    let workspace = try common.open()
    let training = try workspace.trainNames(
      files.map { InputFile($0) }, gathered: gathered, glossary: fromGlossary, remarks: remark)
    try output.write(training.text)
    messages.say("learned from \(training.pairs) pairs and \(training.glossaryPairs) names of the glossary")
    return .done
  }
}
