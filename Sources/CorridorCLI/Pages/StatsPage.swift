import Corridor

/// What a memory and a glossary hold, as text, JSON and a page with plots.
struct StatsPage {
  private let figures: WorkspaceStatistics

  init(_ figures: WorkspaceStatistics) { self.figures = figures }

  var text: String {
    var page = ""
    if let memory = figures.memory {
      page += "memory     \(figures.path ?? "")\n"
      page += "units      \(memory.units), \(memory.reviewed) reviewed, \(memory.changes) edited or deleted since\n"
      page += "size       \(Self.size(memory.bytes))\n"
      for language in memory.languages {
        page += "language   \(language.tag): \(language.variants) texts, \(language.characters) characters\n"
      }
      page += Self.lines("origin", memory.origins) + Self.lines("tag", memory.tags)
      if let first = memory.months.first, let last = memory.months.last {
        page += "dates      \(first.name) to \(last.name)\n"
      }
    } else {
      page += "memory     none here; make a workspace with 'corridor init'\n"
    }
    page += "glossary   \(figures.concepts) concepts; "
    page += figures.terms.map { "\($0.count) \($0.language)" }.joined(separator: ", ") + "\n"
    if !figures.bands.isEmpty {
      page += "matches    of \(figures.bandsOf)\n"
      let most = figures.bands.map(\.sentences).max() ?? 1
      for band in figures.bands {
        let bar = String(repeating: "█", count: band.sentences * 30 / max(most, 1))
        let name = String(repeating: " ", count: max(0, 8 - band.name.count)) + band.name
        page += "  \(name)   \(band.sentences) sentences, \(band.words) words  \(bar)\n"
      }
    }
    return page
  }

  private static func lines(_ title: String, _ counts: [StoreStatistics.Count]) -> String {
    let padded = title + String(repeating: " ", count: max(1, 11 - title.count))
    let rest = counts.count > 10 ? "\(padded)and \(counts.count - 10) more\n" : ""
    return counts.prefix(10).map { "\(padded)\($0.name): \($0.units) units\n" }.joined() + rest
  }

  var json: JSON {
    func counts(_ list: [StoreStatistics.Count]) -> JSON {
      .array(list.map { .object(["name": .string($0.name), "units": .integer($0.units)]) })
    }
    let memory = figures.memory.map { memory in
      JSON.object([
        "path": .string(figures.path ?? ""), "units": .integer(memory.units), "reviewed": .integer(memory.reviewed),
        "changes": .integer(memory.changes), "bytes": .integer(memory.bytes),
        "languages": .array(
          memory.languages.map {
            .object([
              "lang": .string($0.tag), "texts": .integer($0.variants), "characters": .integer($0.characters),
            ])
          }),
        "origins": counts(memory.origins), "tags": counts(memory.tags), "months": counts(memory.months),
      ])
    }
    return .object([
      "memory": memory ?? .null,
      "glossary": .object([
        "concepts": .integer(figures.concepts),
        "terms": .array(
          figures.terms.map { .object(["lang": .string($0.language), "terms": .integer($0.count)]) }),
      ]),
      "matchesOf": figures.bands.isEmpty ? .null : .string(figures.bandsOf),
      "matches": .array(
        figures.bands.map {
          .object([
            "band": .string($0.name), "sentences": .integer($0.sentences), "words": .integer($0.words),
          ])
        }),
    ])
  }

  var html: String {
    var body = ""
    if let memory = figures.memory {
      let numbers = [
        ("units", memory.units), ("languages", memory.languages.count), ("origins", memory.origins.count),
        ("reviewed", memory.reviewed), ("edited or deleted", memory.changes), ("concepts", figures.concepts),
      ]
      body += "<div class=\"tiles\">"
      body += numbers.map { "<div><b>\(Self.grouped($0.1))</b>\($0.0)</div>" }.joined()
      body += "<div><b>\(Self.size(memory.bytes))</b>on disk</div></div>\n"
      body += section("Languages", memory.languages.map { ($0.tag, $0.variants) })
      if !figures.bands.isEmpty {
        body += section("Matches of \(figures.bandsOf)", figures.bands.map { ($0.name, $0.sentences) }, ramp: true)
      }
      body += months(memory.months)
      body += section("Origins", memory.origins.map { ($0.name, $0.units) })
      body += section("Marks", memory.tags.map { ($0.name, $0.units) })
    }
    body += section("Terms of the glossary", figures.terms.map { ($0.language, $0.count) })
    return Page.html(
      title: "What the memory holds", lead: figures.path ?? "No memory here: the glossary alone.",
      style: """
        .tiles { display: flex; flex-wrap: wrap; gap: 12px; margin: 0 0 1.6em } .tiles div { background: #f3f6f9; border-radius: 8px;
          padding: 10px 18px; color: #67788a; font-size: 85% } .tiles b { display: block; font-size: 165%; color: #1c2733 }
        h2 { font-size: 1.05em; margin: 1.6em 0 .4em } td.n { text-align: right; width: 6em; font-variant-numeric: tabular-nums }
        td.name { width: 22em; word-break: break-all } tr td { border-bottom: none; padding: 2px 8px }
        .bar { display: block; height: 12px; border-radius: 2px; background: #7ba7d4 } svg text { font-size: 10px; fill: #67788a }
        """, body: body)
  }

  /// Bars, at most twenty; with `ramp` the first is green and the last grey.
  private func section(_ title: String, _ rows: [(name: String, count: Int)], ramp: Bool = false) -> String {
    guard !rows.isEmpty else { return "" }
    let most = max(1, rows.map(\.count).max() ?? 1)
    let colours = ["#3f9a63", "#5fb07d", "#8cc49a", "#b9d39b", "#e3cf8f", "#e2ab7d", "#c3ccd5"]
    var out = "<h2>\(Page.escape(title))</h2><table>"
    for (i, row) in rows.prefix(20).enumerated() {
      let colour = ramp && i < colours.count ? ";background:\(colours[i])" : ""
      let width = Decimals.fixed(100 * Double(row.count) / Double(most), digits: 1)
      out += "<tr><td class=\"name\">\(Page.escape(row.name))</td><td class=\"n\">\(Self.grouped(row.count))</td>"
      out += "<td><span class=\"bar\" style=\"width:\(width)%\(colour)\"></span></td></tr>\n"
    }
    if rows.count > 20 { out += "<tr><td class=\"name\">and \(rows.count - 20) more</td><td></td><td></td></tr>" }
    return out + "</table>\n"
  }

  /// A column a month, months without units too.
  private func months(_ counts: [StoreStatistics.Count]) -> String {
    let known = Dictionary(counts.map { ($0.name, $0.units) }, uniquingKeysWith: +)
    guard let first = counts.first.flatMap({ Self.month($0.name) }),
      let last = counts.last.flatMap({ Self.month($0.name) }),
      last - first < 1_200
    else { return "" }
    let most = max(1, counts.map(\.units).max() ?? 1)
    let step = max(3.0, min(40, 900 / Double(last - first + 1)))
    let width = Int(step * Double(last - first + 1)) + 10
    var bars = ""
    for month in first...last {
      let name = "\(month / 12)-\(month % 12 < 9 ? "0" : "")\(month % 12 + 1)"
      let units = known[name] ?? 0
      let height = units == 0 ? 0 : max(1, 100 * units / most)
      let x = Decimals.fixed(step * Double(month - first), digits: 1)
      bars +=
        "<rect x=\"\(x)\" y=\"\(110 - height)\" width=\"\(Decimals.fixed(step * 0.85, digits: 1))\" height=\"\(height)\" "
      bars += "fill=\"#7ba7d4\"><title>\(name): \(units)</title></rect>"
      if month % 12 == 0 || month == first {
        bars += "<text x=\"\(x)\" y=\"124\">\(month == first ? name : String(month / 12))</text>"
      }
    }
    return "<h2>Last change, by month</h2><svg width=\"\(width)\" height=\"130\" role=\"img\">\(bars)</svg>\n"
  }

  /// "2020-11" as months since year 0.
  private static func month(_ name: String) -> Int? {
    let parts = name.split(separator: "-").compactMap { Int($0) }
    return parts.count == 2 ? parts[0] * 12 + parts[1] - 1 : nil
  }

  private static func grouped(_ number: Int) -> String {
    var out = ""
    let digits = String(number)
    for (i, digit) in digits.enumerated() {
      if i > 0, (digits.count - i) % 3 == 0 { out += "\u{202F}" }
      out.append(digit)
    }
    return out
  }

  private static func size(_ bytes: Int) -> String {
    bytes < 1 << 20 ? "\((bytes + 1_023) >> 10) KB" : "\(Decimals.fixed(Double(bytes) / 1_048_576, digits: 1)) MB"
  }
}
