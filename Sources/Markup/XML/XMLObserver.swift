package import Bitext

/// Gets the elements of a document as they are read, for checks of what they mean.
package protocol XMLObserver: AnyObject {
  /// - Parameters:
  ///   - name: without its prefix, with the namespace that it is in; empty if it is in none.
  func start(_ name: XMLExpandedName, _ attributes: [XMLExpandedAttribute], at position: SourcePosition)
  /// Text that is not white space alone.
  func text()
  func end()
}

/// A name by its namespace.
package struct XMLExpandedName: Hashable, Sendable {
  package let namespace: String
  package let local: String
}

package struct XMLExpandedAttribute: Sendable {
  package let name: XMLExpandedName
  package let value: String
}

extension XMLScanner {
  /// Tells an observer that came late of the start that was just read.
  package mutating func repeatStart() { if let observer { tellObserver(.start, observer) } }

  mutating func tellObserver(_ event: Event, _ observer: any XMLObserver) {
    switch event {
    case .start:
      var attributes: [XMLExpandedAttribute] = []
      for item in self.attributes where item.name != xmlns && names.prefix[item.name] != xmlns {
        let prefix = names.prefix[item.name]
        // An attribute without a prefix is in no namespace, whatever the default is.
        let namespace = prefix < 0 ? "" : namespaces.uri(prefix) ?? ""
        attributes.append(
          XMLExpandedAttribute(
            name: XMLExpandedName(namespace: namespace, local: names.spelt[names.local[item.name]]), value: item.value))
      }
      let namespace = namespaces.uri(names.prefix[element]) ?? ""
      observer.start(
        XMLExpandedName(namespace: namespace, local: names.spelt[names.local[element]]), attributes, at: position)
    case .text: if !textIsBlank { observer.text() }
    case .end: observer.end()
    case .finish: break
    }
  }
}
