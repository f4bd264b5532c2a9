package import Bitext
package import Files

/// Reads XML 1.0 as a stream of tags and text, without building anything.
///
/// What exchange files need and no more: no document type is loaded or applied, no entity beyond the five predefined is
/// expanded, nothing but the source is touched, and every limit is checked while its construct is read. The place of each
/// construct is where it starts. Source: XML 1.0 (fifth edition) and Namespaces in XML 1.0.
package struct XMLScanner: ~Copyable {
  /// What the stack of a thread holds, whatever the limit says: what is read and written goes down with the elements.
  static let maximumDepth = 2_000

  package enum Event { case start, end, text, finish }

  package struct AttributeValue {
    /// Number of the name, as in `names`.
    package let name: Int
    package let value: String
  }

  package var window: XMLWindow
  package var names = XMLNames()
  package let limits: ReadingLimits
  /// Where next to read.
  package var cursor = 0
  /// Where the current event starts.
  package var eventStart = 0
  /// Names of the open elements, outermost first.
  package var open: [Int] = []
  /// The element of the current start or end.
  package var element = -1
  /// The attributes of the current start, in the order of the file.
  package var attributes: [AttributeValue] = []
  /// Whether the current start is to be followed by its end at once (`<a/>`).
  package var isEmptyElement = false
  /// Text that is not in the window as it should be: with references, CR, CDATA.
  package var scratch: [UInt8] = []
  var textRange = 0..<0
  var isInScratch = false
  var hasRoot = false
  var hasDocumentType = false
  /// Entities that the document declares, for a better message.
  package var declaredEntities: Set<String> = []
  var namespaces: XMLNamespaces
  /// The namespace of the root; nil if it has none.
  var rootNamespace: String?
  /// For telling a second attribute of one name: the tag in which each name was seen last.
  var seenInTag: [Int] = []
  package var tags = 0
  /// If set, damaged characters are replaced by U+FFFD instead of ending the reading: it gets each fault.
  package var repair: ((FileError) -> Void)?
  /// Gets what other tools may stumble over and no reason to refuse the file.
  package var remark: ((_ message: String, _ at: SourcePosition) -> Void)?
  /// In a salvage: the local name of a unit, which may not be inside another element; and where to go on after a fault, if
  /// not behind its start.
  package var unit: Int?
  package var restart: Int?
  /// Whether nobody has looked at the text of the current event.
  var isTextUnread = false
  /// Up to which offset no end of an instruction, or of character data, was found: a reader that resumes need not look again.
  var barren = (instruction: 0, data: 0)

  /// Is told of every event, where the file is validated.
  package var schema: SchemaCheck?
  /// The same, with names by their namespaces.
  package var observer: (any XMLObserver)?

  package let xml: Int
  package let xmlns: Int

  package init(_ source: any ByteSource, limits: ReadingLimits) {
    window = XMLWindow(source)
    self.limits = limits
    xml = names.number("xml")
    xmlns = names.number("xmlns")
    namespaces = XMLNamespaces(xml: xml, xmlns: xmlns)
  }

  /// Where the current event starts.
  package var position: SourcePosition { mutating get { window.position(at: eventStart) } }
  /// How many elements are open; at an end, the one that ends included.
  package var depth: Int { open.count }
  /// The name of the current element without its prefix, as a number.
  package var local: Int { names.local[element] }
  package var elementName: String { names.spelt[element] }

  /// The value of an attribute of the current start, by the number of its spelt name.
  package func attribute(_ name: Int) -> String? {
    for item in attributes where item.name == name { return item.value }
    return nil
  }

  /// The attributes of the current start as values.
  package func attributeList(except left: Int = -1) -> [Attribute] {
    var list: [Attribute] = []
    list.reserveCapacity(attributes.count)
    for item in attributes where item.name != left { list.append(Attribute(names.spelt[item.name], item.value)) }
    return list
  }

  /// The next event.
  /// - Throws: `FileError` at the first fault; nothing may be read after it but by `resume(at:)`.
  package mutating func next() throws(FileError) -> Event {
    let event = try advance()
    if let schema { checkStructure(event, schema) }
    if let observer { tellObserver(event, observer) }
    return event
  }

  private mutating func checkStructure(_ event: Event, _ schema: SchemaCheck) {
    switch event {
    case .start: schema.start(element, attributes, names, isForeign: isForeign)
    case .end: schema.end()
    case .text: if !textIsBlank { schema.text() }
    case .finish: break
    }
    if !schema.pending.isEmpty { schema.report(at: event == .text ? visibleTextPosition : position) }
  }

  private mutating func advance() throws(FileError) -> Event {
    if isEmptyElement {
      isEmptyElement = false
      closeElement()
      return .end
    }
    if isTextUnread { try checkUnreadText() }
    while true {
      eventStart = cursor
      if cursor == window.end, try !window.refill(keeping: cursor) { return try finish() }
      if window[cursor] != UInt8(ascii: "<") {
        if try readText() { return .text }
        continue
      }
      try need(2)
      switch window[cursor + 1] {
      case UInt8(ascii: "/"):
        try readEndTag()
        return .end
      case UInt8(ascii: "!"):
        if try readDeclaration() { return .text }
      case UInt8(ascii: "?"): try readInstruction()
      default:
        try readStartTag()
        return .start
      }
    }
  }

  private mutating func finish() throws(FileError) -> Event {
    if let innermost = open.last {
      throw error(
        .malformed, "unexpected end of file inside <\(names.spelt[innermost])>; get the whole file", at: cursor)
    }
    if !hasRoot { throw error(.malformed, "no element in the file; it is empty or was cut off", at: cursor) }
    return .finish
  }

  /// Makes sure that `count` bytes from the cursor are in the window.
  package mutating func need(_ count: Int) throws(FileError) {
    while window.end - cursor < count {
      if try !window.refill(keeping: eventStart) { throw endOfFile() }
    }
  }

  /// Whether the bytes stand at the cursor; false also where the file ends before.
  mutating func isNext(_ text: StaticString) throws(FileError) -> Bool {
    let count = text.utf8CodeUnitCount
    while window.end - cursor < count {
      if try !window.refill(keeping: eventStart) { return false }
    }
    let bytes = window.bytes(cursor..<cursor + count)
    return text.withUTF8Buffer { wanted in bytes.elementsEqual(wanted) }
  }

  // MARK: Tags

  /// Reads the tag at the cursor, again from its start when it was not whole in the window.
  private mutating func readStartTag() throws(FileError) {
    while true {
      if try parseStartTag() { break }
      if window.end - eventStart > limits.segmentBytes {
        throw limit(.segmentBytes, "a tag of more than \(limits.segmentBytes) bytes", at: eventStart)
      }
      if try !window.refill(keeping: eventStart) { throw endOfFile() }
    }
    if open.isEmpty {
      if hasRoot {
        throw error(.malformed, "a second root element: two files were joined; split them", at: eventStart)
      }
      hasRoot = true
    }
    guard open.count < min(limits.depth, Self.maximumDepth) else {
      let deepest = "more than \(min(limits.depth, Self.maximumDepth)) elements inside one another"
      guard limits.depth <= Self.maximumDepth else {
        throw error(.limit(.depth), "\(deepest), which no limit allows; make the file flatter", at: eventStart)
      }
      throw limit(.depth, deepest, at: eventStart)
    }
    open.append(element)
    try checkNamespaces()
  }

  private mutating func parseStartTag() throws(FileError) -> Bool {
    tags &+= 1
    attributes.removeAll(keepingCapacity: true)
    var at = cursor + 1
    guard let name = try parseName(&at) else { return false }
    element = name
    while true {
      let before = at
      skipSpace(&at)
      guard at < window.end else { return false }
      let byte = window[at]
      if byte == UInt8(ascii: ">") {
        isEmptyElement = false
        cursor = at + 1
        return true
      }
      if byte == UInt8(ascii: "/") {
        guard at + 1 < window.end else { return false }
        guard window[at + 1] == UInt8(ascii: ">") else {
          throw error(.malformed, "'/' inside a tag; write '/>' at its end", at: at)
        }
        isEmptyElement = true
        cursor = at + 2
        return true
      }
      guard at > before else {
        throw error(.malformed, "attributes run together; put a space between them", at: at)
      }
      guard try parseAttribute(&at) else { return false }
    }
  }

  private mutating func parseAttribute(_ at: inout Int) throws(FileError) -> Bool {
    let begin = at
    guard let name = try parseName(&at) else { return false }
    skipSpace(&at)
    guard at < window.end else { return false }
    guard window[at] == UInt8(ascii: "=") else {
      throw error(.malformed, "attribute '\(names.spelt[name])' has no value; write \(names.spelt[name])=\"…\"", at: at)
    }
    at += 1
    skipSpace(&at)
    guard at < window.end else { return false }
    guard let value = try parseValue(&at) else { return false }
    if seenInTag.count < names.count {
      seenInTag += Array(repeating: 0, count: names.count - seenInTag.count)
    }
    if seenInTag[name] == tags {
      throw error(.malformed, "attribute '\(names.spelt[name])' stands twice; keep one", at: begin)
    }
    seenInTag[name] = tags
    guard attributes.count < limits.attributes else {
      throw limit(.attributes, "more than \(limits.attributes) attributes", at: begin)
    }
    attributes.append(AttributeValue(name: name, value: value))
    return true
  }

  private mutating func readEndTag() throws(FileError) {
    guard let innermost = open.last else {
      throw error(.malformed, "an end tag without a start; remove it", at: cursor)
    }
    let length = names.length(innermost)
    // Nearly always the expected name, closed at once.
    if window.end - cursor >= length + 3, window[cursor + 2 + length] == UInt8(ascii: ">"),
      names.equals(innermost, window.bytes(cursor + 2..<cursor + 2 + length))
    {
      cursor += length + 3
    } else {
      while true {
        var at = cursor + 2
        if let name = try parseName(&at) {
          skipSpace(&at)
          if at < window.end {
            guard name == innermost else {
              let (found, expected) = (names.spelt[name], names.spelt[innermost])
              throw error(
                .malformed, "end tag </\(found)> where </\(expected)> is due; close <\(expected)> first", at: cursor)
            }
            guard window[at] == UInt8(ascii: ">") else {
              throw error(.malformed, "end tag </\(names.spelt[name])> is not closed; write '>'", at: at)
            }
            cursor = at + 1
            break
          }
        }
        if try !window.refill(keeping: eventStart) { throw endOfFile() }
      }
    }
    closeElement()
  }

  private mutating func closeElement() {
    element = open.removeLast()
    namespaces.close(to: open.count)
  }
}
