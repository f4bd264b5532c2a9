import Corridor

/// Two texts side by side, bead by bead, to read and to print: the stripe says how sure the aligner is, chips say what the two
/// sides share, an empty side is a sentence without counterpart.
struct AlignmentPage {
  private let aligned: AlignedDocuments
  /// Beads below it are marked for review.
  private let floor: Double

  init(_ aligned: AlignedDocuments, floor: Double) {
    self.aligned = aligned
    self.floor = floor
  }

  var html: String {
    let anchors = aligned.anchors
    var rows = ""
    var doubtful = 0
    for (index, bead) in aligned.beads.enumerated() {
      let isDoubtful = !bead.isOneSided && bead.confidence < floor
      doubtful += isDoubtful ? 1 : 0
      let (source, target) = aligned.texts(of: bead)
      let kind = bead.isOneSided ? "alone" : isDoubtful ? "review" : ""
      let chips = Self.unique(anchors[index]).map { "<span class=\"anchor\">\(Page.escape(Self.label($0)))</span>" }
      let shape = bead.source.count == 1 && bead.target.count == 1 ? "" : "\(bead.source.count)–\(bead.target.count)"
      rows += """
        <tr class="\(kind)"><td class="sure" style="--sure: \(Self.colour(bead))"><b>\(Self.percent(bead))</b><i>\(shape)</i></td>\
        \(cell(bead.source, source, of: aligned.source, "left out of the source"))\
        \(cell(bead.target, target, of: aligned.target, "no counterpart"))<td class="shared">\(chips.joined(separator: " "))</td></tr>

        """
    }
    let alone = aligned.beads.count { $0.isOneSided }
    let shapes = aligned.shapes.map { "\($0.count) \($0.shape)" }.joined(separator: ", ")
    return Page.html(
      title: "\(aligned.source.file) · \(aligned.target.file)",
      lead:
        "\(aligned.beads.count) beads (\(shapes)); \(doubtful) to review, \(alone) without counterpart. The stripe is how "
        + "sure the pair is: green sure, amber doubtful, red weak, grey alone.", style: Self.style,
      body: crossings + "<table><colgroup><col class=\"sure\"><col><col><col class=\"shared\"></colgroup>"
        + "<tr><th>sure</th><th>\(aligned.source.language)</th><th>\(aligned.target.language)</th><th>shared</th></tr>\n"
        + rows + "</table>")
  }

  private func cell(_ sentences: [Int], _ text: String, of document: Document, _ absence: String) -> String {
    guard let first = sentences.first else { return "<td class=\"none\">\(absence)</td>" }
    let numbers = sentences.map(String.init).joined(separator: ", ")
    let line = document.place(sentence: first, byte: 0).line
    return "<td><span class=\"number\" title=\"line \(line)\">\(numbers)</span> \(Page.escape(text))</td>"
  }

  /// Pairs that stand in another order in the translation, said before the beads.
  private var crossings: String {
    let list = aligned.crossings
    guard !list.isEmpty else { return "" }
    let items = list.map { crossing in
      let (source, target) = (Self.numbers(crossing.source), Self.numbers(crossing.target))
      return "<li>source \(source) and target \(target) seem to say the same, in another order "
        + "(\(Int((crossing.confidence * 100).rounded())) %)</li>"
    }
    return "<ul class=\"crossings\">\(items.joined())</ul>\n"
  }

  private static func numbers(_ sentences: [Int]) -> String { sentences.map(String.init).joined(separator: ", ") }

  private static func percent(_ bead: Bead) -> String { "\(Int((bead.confidence * 100).rounded()))" }

  /// From red over amber to green; grey for what stands alone.
  private static func colour(_ bead: Bead) -> String {
    bead.isOneSided ? "#9aa7b3" : "hsl(\(Int(bead.confidence * 125)) 62% 46%)"
  }

  /// "concept:lachin_corridor" as a reader has it: "lachin corridor".
  /// Names that the glossary lacks are known by their sound alone, which says nothing to a reader.
  private static func label(_ key: String) -> String {
    if key.hasPrefix("name:") { return "a name" }
    let value = key.split(separator: ":", maxSplits: 1).last.map(String.init) ?? key
    return value.replacing("_", with: " ")
  }

  private static func unique(_ keys: [String]) -> [String] {
    var seen: Set<String> = []
    return keys.filter { seen.insert($0).inserted }
  }

  private static let style = """
    table { table-layout: fixed } col.sure { width: 4.2em } col.shared { width: 17% }
    td.sure { border-left: 7px solid var(--sure); color: #67788a; font-size: 82%; white-space: nowrap }
    td.sure b { font-weight: 600; color: #1c2733 } td.sure i { font-style: normal; margin-left: .5em; color: #2563a8 }
    td.none { color: #8794a0; font-style: italic; background: repeating-linear-gradient(-45deg, #f4f6f8 0 6px, #fff 6px 12px) }
    tr.review td { background: #fff8ea } .number { color: #8794a0; font-size: 75%; margin-right: .25em }
    .anchor { display: inline-block; margin: 0 3px 3px 0; padding: 0 7px; border-radius: 9px; background: #e6eef7;
      color: #2b4c6f; font-size: 80% } td { overflow-wrap: anywhere }
    ul.crossings { margin: 0 0 1em; padding: .6em 1.4em .6em 2em; background: #fff8ea; border-left: 4px solid #d97706 }
    @media print { td.sure, tr.review td, td.none, .anchor { print-color-adjust: exact } }
    """
}
