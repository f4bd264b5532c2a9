// Who imports Corridor gets the nouns too: they are what its use cases take and give.
@_exported public import Bitext

/// The library's and the command's version (semver.org).
package let version = "0.1.0"
