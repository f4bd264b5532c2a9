/// A page that stands by itself: no script, no other file; printable.
enum Page {
  static func escape(_ text: String) -> String {
    var out = ""
    for character in text {
      switch character {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      default: out.append(character)
      }
    }
    return out
  }

  static func html(title: String, lead: String, style: String, body: String) -> String {
    """
    <!DOCTYPE html>
    <html lang="en"><head><meta charset="utf-8"><title>\(escape(title))</title>
    <meta name="viewport" content="width=device-width, initial-scale=1"><style>
    body { font: 15px/1.5 system-ui, "Noto Sans", "DejaVu Sans", sans-serif; color: #1c2733; margin: 2em auto; max-width: 76em;
      padding: 0 1.5em } h1 { font-size: 1.5em; margin: 0 } p.lead { color: #55646f; margin: .3em 0 1.2em }
    table { border-collapse: collapse; width: 100% } td, th { text-align: left; vertical-align: top; padding: 5px 8px;
      border-bottom: 1px solid #e3e8ed } th { color: #67788a; font-weight: 600; font-size: 85% }
    @media print { body { margin: 0; max-width: none; font-size: 11px } tr { break-inside: avoid } }
    \(style)
    </style></head><body><h1>\(escape(title))</h1><p class="lead">\(escape(lead))</p>
    \(body)
    </body></html>

    """
  }
}
