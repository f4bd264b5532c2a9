import Bitext
import Exchange
import Files

// TMX to units, and nothing else: every unit is made, and its text counted, so that a peer's count can be held against ours.
let reader = try TMXReader(FileSource(path: CommandLine.arguments[1]))
var units = 0
var bytes = 0
while let unit = try reader.next() {
  units += 1
  for variant in unit.variants {
    for case .text(let text) in variant.content { bytes += text.utf8.count }
  }
}
print(units, bytes)
