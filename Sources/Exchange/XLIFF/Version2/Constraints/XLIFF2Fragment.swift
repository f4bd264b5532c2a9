/// References into XLIFF 2 files: `#/f=f1/u=1/s1`. Source: XLIFF 2.1, section 4.2.3 (fragment identification).
enum XLIFF2Fragment {
  /// What is wrong with a reference, or nil. One that is no fragment leads elsewhere, and is not judged.
  static func fault(_ reference: String) -> String? {
    guard let hash = reference.utf8.firstIndex(of: UInt8(ascii: "#")) else { return nil }
    if hash != reference.startIndex { return nil }
    let isAbsolute = reference.utf8.dropFirst().first == UInt8(ascii: "/")
    let body = reference.utf8.dropFirst(isAbsolute ? 2 : 1)
    let selectors = Substring(body).split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    // The order of what contains what; a leaf is last.
    var rank = isAbsolute ? -1 : 0
    var seen: Set<String> = []
    for (index, selector) in selectors.enumerated() {
      let halves = selector.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      let prefix = halves.count == 2 ? halves[0] : ""
      if halves.count == 2, prefix.isEmpty { return "'\(selector)' has no prefix" }
      guard let id = halves.last, XLIFF2Check.isToken(id) else { return "'\(selector)' names no id" }
      let isLast = index == selectors.count - 1
      switch prefix {
      case "f":
        guard rank <= 0, seen.isEmpty else { return "the file is named first" }
        rank = 1
      case "g", "u":
        guard rank <= 1, !seen.contains("g"), !seen.contains("u") else {
          return "one group or unit is named, after the file"
        }
        rank = 2
      case "", "n", "d", "t":
        guard isLast else { return "'\(selector)' has nothing inside it" }
      default:
        guard halves.count == 2, prefix.utf8.count > 1, XLIFF2Check.isToken(prefix) else {
          return "'\(prefix)' is no prefix"
        }
        guard isLast else { return "'\(selector)' has nothing inside it" }
      }
      guard seen.insert(prefix).inserted else { return "'\(prefix)' is said twice" }
    }
    return nil
  }
}
