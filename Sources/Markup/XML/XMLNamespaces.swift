internal import Bitext
internal import Files

/// The namespace prefixes in force. Source: Namespaces in XML 1.0 (third edition).
struct XMLNamespaces {
  static let xmlName = "http://www.w3.org/XML/1998/namespace"
  static let xmlnsName = "http://www.w3.org/2000/xmlns/"

  private struct Binding {
    /// Number of the prefix; -1 for the default.
    let prefix: Int
    let uri: String
    /// How deep the element is that declares it.
    let depth: Int
    /// Where the binding is that it hides; -1 if there is none.
    let hidden: Int
  }

  private var bindings: [Binding] = []
  /// By the number of a prefix: where its binding is, or -1.
  private var current: [Int] = []
  private let xml: Int
  private let xmlns: Int

  init(xml: Int, xmlns: Int) {
    self.xml = xml
    self.xmlns = xmlns
    bind(xml, Self.xmlName, depth: 0)
  }

  /// The namespace of a prefix; nil if nobody declared it.
  func uri(_ prefix: Int) -> String? {
    let slot = prefix + 1
    guard slot < current.count, current[slot] >= 0 else { return nil }
    return bindings[current[slot]].uri
  }

  mutating func bind(_ prefix: Int, _ uri: String, depth: Int) {
    let slot = prefix + 1
    if slot >= current.count { current += Array(repeating: -1, count: slot + 1 - current.count) }
    bindings.append(Binding(prefix: prefix, uri: uri, depth: depth, hidden: current[slot]))
    current[slot] = bindings.count - 1
  }

  /// Forgets what elements deeper than `depth` declare.
  mutating func close(to depth: Int) {
    while let last = bindings.last, last.depth > depth {
      bindings.removeLast()
      current[last.prefix + 1] = last.hidden
    }
  }

  /// What is wrong with a declaration, or nil.
  func fault(declaring prefix: Int, _ uri: String) -> String? {
    if prefix == xmlns { return "the prefix 'xmlns' may not be declared; remove the declaration" }
    if (prefix == xml) != (uri == Self.xmlName) {
      return prefix == xml
        ? "the prefix 'xml' stands for \(Self.xmlName) alone; correct the declaration"
        : "only the prefix 'xml' stands for \(Self.xmlName); name another namespace"
    }
    if uri == Self.xmlnsName { return "no prefix may stand for \(Self.xmlnsName); name another namespace" }
    return uri.isEmpty && prefix >= 0 ? "a prefix that stands for nothing; name its namespace" : nil
  }
}

extension XMLScanner {
  /// Whether the current element is in another namespace than the root. Where nobody says what a prefix means, another
  /// prefix is another namespace.
  package var isForeign: Bool {
    guard let root = open.first else { return false }
    let (own, rootPrefix) = (names.prefix[element], names.prefix[root])
    guard let uri = namespaces.uri(own), let rootURI = rootNamespace else { return own != rootPrefix }
    return uri != rootURI
  }

  /// Takes note of the prefixes that the tag declares, and tells of those that nobody did.
  mutating func checkNamespaces() throws(FileError) {
    defer { if open.count == 1 { rootNamespace = namespaces.uri(names.prefix[element]) } }
    var isPlain = names.prefix[element] < 0
    for item in attributes where names.prefix[item.name] >= 0 || item.name == xmlns {
      if names.prefix[item.name] != xml { isPlain = false }
    }
    if isPlain { return }
    var prefixed = 0
    for item in attributes {
      let prefix = names.prefix[item.name]
      if prefix == xmlns || item.name == xmlns {
        let declared = prefix == xmlns ? names.local[item.name] : -1
        if let fault = namespaces.fault(declaring: declared, item.value) {
          throw error(.malformed, fault, at: eventStart)
        }
        namespaces.bind(declared, item.value, depth: open.count)
      } else if prefix >= 0 {
        prefixed += 1
      }
    }
    checkPrefix(of: element)
    guard prefixed > 0 else { return }
    for item in attributes where names.prefix[item.name] != xmlns { checkPrefix(of: item.name) }
    if prefixed > 1 { try checkExpandedNames() }
  }

  private mutating func checkPrefix(of name: Int) {
    let prefix = names.prefix[name]
    guard prefix >= 0, namespaces.uri(prefix) == nil else { return }
    remark?(
      "'\(names.spelt[name])': its prefix is declared nowhere; add xmlns:\(names.spelt[prefix])",
      window.position(at: eventStart))
  }

  /// Two attributes may not be one under two prefixes.
  private mutating func checkExpandedNames() throws(FileError) {
    var seen: Set<[String]> = []
    for item in attributes {
      let prefix = names.prefix[item.name]
      guard prefix >= 0, prefix != xmlns, let uri = namespaces.uri(prefix) else { continue }
      let local = names.spelt[names.local[item.name]]
      guard seen.insert([uri, local]).inserted else {
        throw error(.malformed, "attribute '\(local)' of \(uri) stands twice; keep one", at: eventStart)
      }
    }
  }
}
