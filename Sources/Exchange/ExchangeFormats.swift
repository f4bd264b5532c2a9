/// Every format that is read or written, in one place.
enum ExchangeFormats {
  static func named(after name: String) -> String? {
    let lower = name.lowercased()
    return ["tmx", "tbx", "xlf", "xliff"].first { lower.hasSuffix(".\($0)") }
  }

  static func hint(forRoot root: String) -> String {
    switch root {
    case "xliff": "this is XLIFF; read it as such"
    case "martif", "tbx", "TBX": "this is TBX; read it as such"
    case "srx": "this is SRX; read it as such"
    default: "this is another kind of file"
    }
  }
}
