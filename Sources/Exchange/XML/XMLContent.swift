internal import Bitext
internal import Files
internal import Markup

/// What the XML formats read alike: elements by their local names, and content with elements in it.
extension XMLScanner {
  var localName: String { names.spelt[local] }

  func attribute(named name: String) -> String? {
    for item in attributes where names.spelt[item.name] == name { return item.value }
    return nil
  }

  /// The number of the root's prefix; -1 if it has none. Elements with it are the format's own.
  var rootPrefix: Int { open.first.map { names.prefix[$0] } ?? -1 }

  /// Completes a code that was read, by what is said of it elsewhere in the file.
  typealias Completion = (_ attributes: inout [Attribute], _ content: inout [Inline], _ at: SourcePosition) -> Void

  /// Text and elements up to the end of the element whose start was just read; text in pieces comes as one.
  /// - Parameters:
  ///   - prefix: elements with this prefix, by its number, are named without it; nil leaves out every prefix.
  ///   - what: what is too long if the limit of a segment is passed, for the error.
  mutating func content(
    own prefix: Int?, what: String = "a segment", _ complete: Completion? = nil
  ) throws(FileError) -> [Inline] {
    try content(from: eventStart, own: prefix, what, complete)
  }

  private mutating func content(
    from start: Int, own prefix: Int?, _ what: String, _ complete: Completion?
  ) throws(FileError) -> [Inline] {
    var content: [Inline] = []
    // Text in pieces grows here, where nobody else holds it: each piece costs its own length.
    var gathered: String?
    while true {
      let event = try next()
      if event != .text, let text = gathered {
        content.append(.text(text))
        gathered = nil
      }
      switch event {
      case .text:
        let piece = try text()
        if gathered == nil { gathered = piece } else { gathered?.append(piece) }
      case .start:
        try refuseNestedUnit()
        let place = complete == nil ? nil : position
        let name = prefix == nil || names.prefix[element] == prefix ? localName : elementName
        var attributes = attributeList()
        var inside = try self.content(from: start, own: prefix, what, complete)
        if let complete, let place { complete(&attributes, &inside, place) }
        content.append(.code(name: name, attributes: attributes, content: inside))
      case .end, .finish: return content
      }
      if cursor - start > limits.segmentBytes {
        throw limit(.segmentBytes, "\(what) of more than \(limits.segmentBytes) bytes", at: eventStart)
      }
    }
  }

  /// In a salvage: a unit that starts inside another element shows that an end before it is missing, and is read for
  /// itself.
  mutating func refuseNestedUnit() throws(FileError) {
    guard let unit, names.local[element] == unit else { return }
    restart = eventStart
    let name = names.spelt[unit]
    throw error(
      .malformed, "<\(name)> inside another element: what is before it is not closed; close it", at: eventStart)
  }

  /// Passes over what is in the element whose start was just read, and its end.
  mutating func skipElement() throws(FileError) {
    var depth = 1
    while depth > 0 {
      switch try next() {
      case .start:
        try refuseNestedUnit()
        depth += 1
      case .end: depth -= 1
      case .text: continue
      case .finish: return
      }
    }
  }
}

extension [Inline] {
  /// The text with what is inside its mark-up.
  var text: String {
    map { piece in
      switch piece {
      case .text(let text): text
      case .code(_, _, let content): content.text
      }
    }.joined()
  }
}

extension [Attribute] {
  /// The value of an attribute, or nil.
  func value(_ name: String) -> String? { first { $0.name == name }?.value }
}
