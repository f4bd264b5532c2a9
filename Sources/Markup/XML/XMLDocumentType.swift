internal import Files

/// Reads `<!DOCTYPE …>` by its grammar (XML 1.0, productions 28 to 82), and applies nothing of it.
///
/// The bytes may end within it: then `cut` is thrown, and it is read again when more are there.
struct XMLDocumentType {
  enum Stop: Error {
    case cut
    /// What is wrong, and the index of the byte.
    case fault(String, at: Int)
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private(set) var at: Int
  private let maximumDepth: Int
  /// Names of the general entities that are declared, for better messages: at most a thousand.
  private(set) var entities: Set<String> = []
  /// Whether entities may be declared elsewhere.
  private var isComplete = true

  /// - Parameter start: the index behind `<!DOCTYPE`.
  init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, maximumDepth: Int) {
    self.bytes = bytes
    at = start
    self.maximumDepth = maximumDepth
  }

  /// Moves behind the declaration; gives why it could not.
  mutating func run() -> Stop? {
    do throws(Stop) { try read() } catch { return error }
    return nil
  }

  private mutating func read() throws(Stop) {
    try space("after '<!DOCTYPE'")
    try name("the name of the root")
    if try skipSpace(), try isExternalID() {
      isComplete = false
      try externalID(mayLackSystem: false)
      try skipSpace()
    }
    if try peek() == UInt8(ascii: "[") {
      at += 1
      try readSubset()
      try skipSpace()
    }
    guard try peek() == UInt8(ascii: ">") else {
      throw .fault("the document type is not closed; write '>' before this", at: at)
    }
    at += 1
  }

  // MARK: The subset

  private mutating func readSubset() throws(Stop) {
    while true {
      try skipSpace()
      switch try peek() {
      case UInt8(ascii: "]"):
        at += 1
        return
      case UInt8(ascii: "%"): try parameterReference()
      case UInt8(ascii: "<"): try readDeclaration()
      case UInt8(ascii: ">"): throw .fault("'>' that ends nothing, in the document type; remove it", at: at)
      default: throw .fault("text inside the document type; remove it", at: at)
      }
    }
  }

  private mutating func readDeclaration() throws(Stop) {
    let begin = at
    if try take("<!--") { return try comment() }
    if try take("<?") { return try instruction() }
    if try take("<![") {
      throw .fault("a conditional section inside the document; remove it", at: begin)
    }
    if try take("<!ELEMENT") {
      try space("after '<!ELEMENT'")
      try name("the name of an element")
      try space("after the name")
      try content()
    } else if try take("<!ATTLIST") {
      try attributes()
    } else if try take("<!ENTITY") {
      try entity()
    } else if try take("<!NOTATION") {
      try space("after '<!NOTATION'")
      try name("the name of a notation", mayHaveColon: false)
      try space("after the name")
      try externalID(mayLackSystem: true)
    } else if try peek(1) == UInt8(ascii: "!") {
      throw .fault("'<!' that begins no declaration; remove it", at: begin)
    } else {
      throw .fault("a tag inside the document type; close it with ']>' first", at: begin)
    }
    try skipSpace()
    guard try peek() == UInt8(ascii: ">") else {
      throw .fault("a declaration that is not closed; write '>' before this", at: at)
    }
    at += 1
  }

  private mutating func comment() throws(Stop) {
    try move(to: "--")
    guard try peek() == UInt8(ascii: ">") else { throw .fault("'--' inside a comment; write '- -'", at: at) }
    at += 1
  }

  private mutating func instruction() throws(Stop) {
    let begin = at
    let target = try name("the target of an instruction", mayHaveColon: false)
    guard target.lowercased() != "xml" else {
      throw .fault("an XML declaration inside the document type; remove it", at: begin)
    }
    var isWhole = try isNext("?>")
    if try isSpace(peek()) { isWhole = true }
    guard isWhole else {
      throw .fault("the target of an instruction is followed by something else; write a space", at: at)
    }
    try move(to: "?>")
  }

  /// `%name;`
  private mutating func parameterReference() throws(Stop) {
    isComplete = false
    at += 1
    try name("the name of a parameter entity", mayHaveColon: false)
    guard try peek() == UInt8(ascii: ";") else { throw .fault("a reference that is not closed; write ';'", at: at) }
    at += 1
  }

  private mutating func entity() throws(Stop) {
    try space("after '<!ENTITY'")
    let isParameter = try take("%")
    if isParameter { try space("after '%'") }
    let name = try name("the name of an entity", mayHaveColon: false)
    if !isParameter, entities.count < 1_000 { entities.insert(name) }
    try space("after the name")
    if try isQuote(peek()) { return try entityValue() }
    guard try isExternalID() else {
      throw .fault("the value of an entity must be in quotation marks; add them", at: at)
    }
    try externalID(mayLackSystem: false)
    let hasSpace = try skipSpace()
    guard !isParameter, try isNext("NDATA") else { return }
    guard hasSpace else { throw .fault("a space is missing before 'NDATA'; add it", at: at) }
    at += 5
    try space("after 'NDATA'")
    try self.name("the name of a notation", mayHaveColon: false)
  }

  private mutating func entityValue() throws(Stop) {
    let quote = try peek()
    at += 1
    while try peek() != quote {
      switch try peek() {
      case UInt8(ascii: "&"): try reference()
      case UInt8(ascii: "%"):
        throw .fault("'%' in the value of an entity: parameter entities do not go there; write '&#37;'", at: at)
      default: at += 1
      }
    }
    at += 1
  }

  /// `&name;` or `&#…;`, whatever it stands for.
  private mutating func reference(mustBeDeclared: Bool = false) throws(Stop) {
    let begin = at
    at += 1
    if try take("#") {
      let isHex = try take("x")
      let digits = at
      while try isHex ? XMLScannerBytes.isHex(peek()) : peek().isDigit { at += 1 }
      let number = String(decoding: bytes[digits..<at].drop { $0 == UInt8(ascii: "0") }, as: UTF8.self)
      guard at > digits, try peek() == UInt8(ascii: ";"),
        let scalar = UInt32(number, radix: isHex ? 16 : 10).flatMap(Unicode.Scalar.init),
        XMLCharacters.isCharacter(scalar)
      else { throw .fault("a reference to no character; write its number and ';'", at: begin) }
    } else {
      guard XMLScannerBytes.isName(try peek()) else {
        throw .fault("'&' that starts no reference; write '&#38;'", at: begin)
      }
      let name = try name("the name of an entity", mayHaveColon: false)
      let isKnown = ["amp", "lt", "gt", "quot", "apos"].contains(name) || entities.contains(name)
      if mustBeDeclared, isComplete, !isKnown {
        throw .fault("entity &\(name); is not declared before; write its text", at: begin)
      }
      guard try peek() == UInt8(ascii: ";") else { throw .fault("a reference that is not closed; write ';'", at: at) }
    }
    at += 1
  }

  private func isExternalID() throws(Stop) -> Bool {
    if try isNext("SYSTEM") { return true }
    return try isNext("PUBLIC")
  }

  private mutating func externalID(mayLackSystem: Bool) throws(Stop) {
    if try take("SYSTEM") {
      try space("after 'SYSTEM'")
      return try literal { _ in true }
    }
    guard try take("PUBLIC") else { throw .fault("SYSTEM or PUBLIC is expected here; add it", at: at) }
    try space("after 'PUBLIC'")
    try literal { byte in
      XMLScannerBytes.isSpace(byte) && byte != .tab || byte.isDigit
        || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
        || "-'()+,./:=?;!*#@$_%".utf8.contains(byte)
    }
    let hasSpace = try skipSpace()
    let isNext = try isQuote(peek())
    if mayLackSystem, !isNext { return }
    guard hasSpace else { throw .fault("a space is missing after the public identifier; add it", at: at) }
    try literal { _ in true }
  }

  private mutating func literal(_ isAllowed: (UInt8) -> Bool) throws(Stop) {
    let quote = try peek()
    guard isQuote(quote) else { throw .fault("an identifier must be in quotation marks; add them", at: at) }
    at += 1
    while try peek() != quote {
      guard isAllowed(try peek()) else {
        throw .fault("a character that a public identifier may not hold; remove it", at: at)
      }
      at += 1
    }
    at += 1
  }

  // MARK: Elements and attributes

  /// EMPTY, ANY, or a model in parentheses.
  private mutating func content() throws(Stop) {
    if try take("EMPTY") { return }
    if try take("ANY") { return }
    guard try peek() == UInt8(ascii: "(") else {
      throw .fault("EMPTY, ANY or '(' is expected here; write what the element holds", at: at)
    }
    let begin = at
    at += 1
    try skipSpace()
    if try take("#PCDATA") { return try mixedContent() }
    at = begin
    try children()
  }

  private mutating func mixedContent() throws(Stop) {
    var hasNames = false
    while true {
      try skipSpace()
      if try take(")") {
        if try !take("*"), hasNames { throw .fault("mixed content ends with ')*'; write it", at: at) }
        return
      }
      guard try take("|") else { throw .fault("'|' or ')' is expected here; correct the model", at: at) }
      try skipSpace()
      try name("the name of an element")
      hasNames = true
    }
  }

  /// Groups inside one another; each has one separator.
  private mutating func children() throws(Stop) {
    var separators: [UInt8] = []
    repeat {
      try skipSpace()
      if try take("(") {
        guard separators.count < maximumDepth else {
          throw .fault("more than \(maximumDepth) groups inside one another; make the model flatter", at: at)
        }
        separators.append(0)
        continue
      }
      try name("the name of an element")
      try occurrence()
      // Behind a part: its group goes on, or ends, and with it perhaps others.
      while let separator = separators.last {
        try skipSpace()
        let byte = try peek()
        if byte == UInt8(ascii: ")") {
          at += 1
          separators.removeLast()
          try occurrence()
          continue
        }
        guard byte == UInt8(ascii: "|") || byte == UInt8(ascii: ","), separator == 0 || separator == byte else {
          throw .fault("',', '|' or ')' is expected here, and in one group only one of them; correct the model", at: at)
        }
        separators[separators.count - 1] = byte
        at += 1
        break
      }
    } while !separators.isEmpty
  }

  private mutating func occurrence() throws(Stop) {
    if "?*+".utf8.contains(try peek()) { at += 1 }
  }

  private mutating func attributes() throws(Stop) {
    try space("after '<!ATTLIST'")
    try name("the name of an element")
    while true {
      let hasSpace = try skipSpace()
      if try peek() == UInt8(ascii: ">") { return }
      guard hasSpace else { throw .fault("a space is missing before an attribute; add it", at: at) }
      try name("the name of an attribute")
      try space("after the name")
      try attributeType()
      try space("after the type")
      try defaultValue()
    }
  }

  private mutating func attributeType() throws(Stop) {
    if try peek() == UInt8(ascii: "(") { return try enumeration(ofNames: false) }
    // The longer ones first.
    for type in ["CDATA", "IDREFS", "IDREF", "ID", "ENTITIES", "ENTITY", "NMTOKENS", "NMTOKEN"] {
      if try take(type) { return }
    }
    guard try take("NOTATION") else { throw .fault("the type of an attribute is expected here; add it", at: at) }
    try space("after 'NOTATION'")
    guard try peek() == UInt8(ascii: "(") else { throw .fault("'(' is expected here; name the notations", at: at) }
    try enumeration(ofNames: true)
  }

  private mutating func enumeration(ofNames: Bool) throws(Stop) {
    repeat {
      at += 1
      try skipSpace()
      if ofNames { try name("the name of a notation", mayHaveColon: false) } else { try token() }
      try skipSpace()
    } while try peek() == UInt8(ascii: "|")
    guard try take(")") else { throw .fault("'|' or ')' is expected here; correct the list", at: at) }
  }

  private mutating func defaultValue() throws(Stop) {
    if try take("#REQUIRED") { return }
    if try take("#IMPLIED") { return }
    if try take("#FIXED") { try space("after '#FIXED'") }
    let quote = try peek()
    guard isQuote(quote) else { throw .fault("the value of an attribute must be in quotation marks; add them", at: at) }
    at += 1
    while try peek() != quote {
      switch try peek() {
      case UInt8(ascii: "<"): throw .fault("'<' inside an attribute's value; write '&lt;'", at: at)
      case UInt8(ascii: "&"): try reference(mustBeDeclared: true)
      default: at += 1
      }
    }
    at += 1
  }

  // MARK: Parts

  @discardableResult
  private mutating func name(_ what: String, mayHaveColon: Bool = true) throws(Stop) -> String {
    let begin = at
    let name = try word()
    guard XMLCharacters.isName(name) else { throw .fault("\(what) is expected here; add it", at: begin) }
    if !mayHaveColon, name.utf8.contains(UInt8(ascii: ":")) {
      throw .fault("a colon in \(what); remove it", at: begin)
    }
    return name
  }

  private mutating func token() throws(Stop) {
    let begin = at
    let token = try word()
    guard !token.isEmpty, token.unicodeScalars.allSatisfy(XMLCharacters.isNamePart) else {
      throw .fault("a value is expected here; add it", at: begin)
    }
  }

  private mutating func word() throws(Stop) -> String {
    let begin = at
    while XMLScannerBytes.isName(try peek()) { at += 1 }
    return String(decoding: bytes[begin..<at], as: UTF8.self)
  }

  private func isQuote(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") }
  private func isSpace(_ byte: UInt8) -> Bool { XMLScannerBytes.isSpace(byte) }

  private func peek(_ further: Int = 0) throws(Stop) -> UInt8 {
    guard at + further < bytes.count else { throw .cut }
    return bytes[at + further]
  }

  private func isNext(_ text: String) throws(Stop) -> Bool {
    let rest = bytes[at...].prefix(text.utf8.count)
    if rest.elementsEqual(text.utf8) { return true }
    if rest.count < text.utf8.count, text.utf8.starts(with: rest) { throw .cut }
    return false
  }

  private mutating func take(_ text: String) throws(Stop) -> Bool {
    guard try isNext(text) else { return false }
    at += text.utf8.count
    return true
  }

  /// Moves behind the next occurrence of two characters.
  private mutating func move(to end: String) throws(Stop) {
    while try !isNext(end) { at += 1 }
    at += end.utf8.count
  }

  @discardableResult
  private mutating func skipSpace() throws(Stop) -> Bool {
    let begin = at
    while isSpace(try peek()) { at += 1 }
    return at > begin
  }

  private mutating func space(_ place: String) throws(Stop) {
    guard try skipSpace() else { throw .fault("a space is missing \(place); add it", at: at) }
  }
}
