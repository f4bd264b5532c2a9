package import Bitext
internal import Rules

/// A text of a rule file with the sentences it must give: "M. Macron parle.‖ Il part."; "⟦date 2020-11⟧ Il part." has a
/// part that belongs to no sentence; "@fr Il part." is cut by the rules of that language, whatever the file.
package struct SegmentationExample: Hashable, Sendable {
  /// As the file has it. Its parts are read only when they are asked for: to cut a text needs none of them.
  private let marked: String
  package let position: SourcePosition

  package init(marked: String, position: SourcePosition) {
    self.marked = marked
    self.position = position
  }

  /// The language that it names itself; nil for that of its file.
  package var language: String? { parts.language }

  /// The text that is cut.
  package var text: String {
    String(parts.text.unicodeScalars.filter { $0 != "‖" && $0 != "⟦" && $0 != "⟧" })
  }

  private var parts: (language: String?, text: Substring) {
    guard marked.first == "@", let space = marked.firstIndex(of: " ") else { return (nil, marked[...]) }
    return (String(marked[..<space].dropFirst()), marked[space...].dropFirst())
  }

  /// Without the white space round them.
  package var sentences: [String] {
    var outside = ""
    var depth = 0
    for scalar in parts.text.unicodeScalars {
      switch scalar {
      case "⟦": depth += 1
      case "⟧": depth -= 1
      default: if depth == 0 { outside.unicodeScalars.append(scalar) }
      }
    }
    return outside.unicodeScalars.split { $0 == "‖" || $0 == "\n" }.compactMap { piece in
      let trimmed = Array(piece.drop { ScalarKind.isSpace($0.value) }.reversed())
        .drop { ScalarKind.isSpace($0.value) }.reversed()
      return trimmed.isEmpty ? nil : String(String.UnicodeScalarView(trimmed))
    }
  }

  static func read(_ node: RuleNode?, _ faults: inout [RulesError]) -> [SegmentationExample] {
    (node?.items ?? []).compactMap { item in
      guard let text = item.text else {
        faults.append(RulesError("a text is expected here", at: item.position))
        return nil
      }
      return SegmentationExample(marked: text, position: item.position)
    }
  }
}
