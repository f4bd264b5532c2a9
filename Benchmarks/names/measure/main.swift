import Bitext
import Foundation
import Names
import Romanization
import Rules

let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..").standardized
let gold =
  ProcessInfo.processInfo.environment["CORRIDOR_GOLD"].map { URL(filePath: $0) }
  ?? root.appending(path: "../shared/gold").standardized
guard FileManager.default.fileExists(atPath: gold.appending(path: "names/pairs.tsv").path) else {
  print("names: no gold data in \(gold.path); set CORRIDOR_GOLD")
  exit(0)
}

let base = try Data.model(root.appending(path: "glossary"))
let learned = try Data.model(root.appending(path: "glossary"), weights: true)
let pairs = try Data.pairs(gold, split: "dev", weight: 1)
let extra = try Data.pairs(gold, split: "train", weight: 0.15)
let lookAlikes = try Data.rows(gold, "names/negatives.tsv").map { (french: $0["fr"] ?? "", english: $0["en"] ?? "") }

switch CommandLine.arguments.dropFirst().first {
case "train":
  // The learned file, without its head of sources.
  print(NameTrainer(base).train(pairs + extra), terminator: "")
case "fresh":
  // Names written apart from the data that was learned from, by the weights of the checkout.
  try Fresh(
    learned, root.appending(path: "Tests/NamesTests/Data/press-names.tsv"),
    set: CommandLine.arguments.dropFirst(2).first
  )
  .report(verbose: CommandLine.arguments.contains("-v"))
case "speed":
  Speed(learned).report()
case "scores":
  // One row a pair, for the peers: gold, score, French, English.
  let models = NameAccuracy(base).models(pairs, extra: extra)
  let figures = NameAccuracy(base).scores(pairs, lookAlikes: lookAlikes.map { ($0.french, $0.english) }, models: models)
  for row in figures { print("\(row.isSame ? 1 : 0)\t\(row.score)\t\(row.first)\t\(row.second)") }
default:
  try Accuracy(base: base, learned: learned, pairs: pairs, extra: extra, gold: gold)
    .report(lookAlikes.map { ($0.french, $0.english) }, verbose: CommandLine.arguments.contains("-v"))
}
