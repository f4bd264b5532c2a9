import Foundation

/// A workspace with a memory, made for one test.
enum MemoryFixture {
  /// A TMX of French and English units with what other tools write: properties, notes, inline codes, dates.
  static let tmx = """
    <?xml version="1.0" encoding="UTF-8"?>
    <tmx version="1.4"><header creationtool="atelier" creationtoolversion="2" segtype="sentence" o-tmf="atelier" adminlang="en" srclang="fr" datatype="plaintext"/><body>
    <tu tuid="a1" creationdate="20210304T101112Z" creationid="anna"><prop type="x-desk">Caucase</prop><note>relu</note>
    <tuv xml:lang="fr"><seg>Le ministre Armen Grigorian est arrivé à Erevan le 12 mars 2021.</seg></tuv>
    <tuv xml:lang="en"><seg>Minister Armen Grigoryan arrived in Yerevan on 12 March 2021.</seg></tuv></tu>
    <tu tuid="a2"><tuv xml:lang="fr"><seg>Le <bpt i="1">&lt;b&gt;</bpt>pont<ept i="1">&lt;/b&gt;</ept> a été rouvert.</seg></tuv>
    <tuv xml:lang="en"><seg>The <bpt i="1">&lt;b&gt;</bpt>bridge<ept i="1">&lt;/b&gt;</ept> was reopened.</seg></tuv></tu>
    <tu><tuv xml:lang="fr"><seg>La route longe la rivière sur 14 kilomètres.</seg></tuv>
    <tuv xml:lang="en"><seg>The road follows the river for 14 kilometres.</seg></tuv></tu>
    </body></tmx>

    """

  /// Runs `body` in a new workspace that has the units of `tmx`.
  static func withWorkspace<Value>(_ body: (URL) throws -> Value) throws -> Value {
    try Tool.inTemporaryFolder { folder in
      _ = try Tool.run("init", in: folder)
      try Data(tmx.utf8).write(to: folder.appending(path: "old.tmx"))
      _ = try Tool.run("import", "old.tmx", in: folder)
      return try body(folder)
    }
  }
}
