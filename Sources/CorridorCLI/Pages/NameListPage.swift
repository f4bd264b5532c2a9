import Corridor

/// The names of some texts as a page to look at: a row a name, a chip a spelling, as long as it is frequent.
struct NameListPage {
  private let entries: [NameEntry]
  private let files: Int

  init(_ entries: [NameEntry], files: Int) {
    self.entries = entries
    self.files = files
  }

  /// The fullest of the frequent forms, with the glossary's id under it.
  private static func heading(_ entry: NameEntry) -> String {
    let words = { (text: String) in text.split(separator: " ").count }
    let full = entry.forms.max { (words($0.text), $0.places.count) < (words($1.text), $1.places.count) }?.text
    guard let full, entry.name.contains("_") || !entry.forms.contains(where: { $0.text == entry.name }) else {
      return Page.escape(entry.name)
    }
    return "\(Page.escape(full)) <small>\(Page.escape(entry.name))</small>"
  }

  var html: String {
    let most = entries.map(\.count).max() ?? 1
    var rows = ""
    var inconsistent = 0
    for entry in entries {
      let mixed = entry.isMixed
      inconsistent += mixed ? 1 : 0
      let sorted = entry.forms.sorted { ($0.language, $1.places.count) < ($1.language, $0.places.count) }
      let forms = sorted.map { form in
        let places = form.places.map { "\($0.file):\($0.line):\($0.column)" }.joined(separator: "\n")
        return "<span class=\"form\" title=\"\(Page.escape(places))\"><i>\(form.language)</i> "
          + "\(Page.escape(form.text)) <b>\(form.places.count)</b></span>"
      }
      rows += """
        <tr class="\(entry.kind.rawValue)\(mixed ? " mixed" : "")"><td>\(Self.heading(entry))</td>\
        <td>\(entry.kind.rawValue)</td><td class="count"><span class="bar" \
        style="width:\(max(2, 90 * entry.count / most))px"></span>\(entry.count)</td><td>\(forms.joined(separator: " "))</td></tr>

        """
    }
    return Page.html(
      title: "Names",
      lead:
        "\(entries.count) names in \(files) files; \(inconsistent) with more than one spelling in a language (marked). "
        + "Point at a spelling to see where it stands.",
      style: """
        small { display: block; color: #8593a1 }
        .form { display: inline-block; margin: 1px 4px 1px 0; padding: 1px 7px; border-radius: 9px; background: #eef2f6; }
        .form i { color: #67788a; font-style: normal; font-size: 80% } .form b { color: #2563a8; font-weight: 600 }
        .mixed td:first-child { box-shadow: inset 3px 0 0 #d97706; } .count { white-space: nowrap }
        .bar { display: inline-block; height: 8px; margin-right: 6px; border-radius: 2px; background: #7ba7d4 }
        .place .bar { background: #7fbf9b } .org .bar { background: #b99ad4 }
        """,
      body: "<table><tr><th>name</th><th>kind</th><th>times</th><th>spellings</th></tr>\n\(rows)</table>")
  }
}
