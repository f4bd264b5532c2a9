@testable import Exchange

/// What the suite has to know of a format: a small file, and what the format cannot hold. A format without a row here fails.
struct FormatSample {
  /// A file of the format with every construct that its reader takes apart.
  let text: String
  /// A name without an extension that another format claims.
  let file: String
  /// Whether the content alone tells the format.
  let isClaimed: Bool
  /// Names of what is lost when `RandomItems.rich` is written.
  let losses: [String]
  /// Whether a segment of more than `ReadingLimits.segmentBytes` is refused; those that are read as a whole have no such limit.
  var limitsSegments = true

  static let all: [String: FormatSample] = [
    "tmx": FormatSample(
      text: """
        <?xml version="1.0" encoding="UTF-8"?>
        <tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en"
          srclang="fr" datatype="plaintext"><note>é</note></header>
        <body>
        <tu tuid="1"><prop type="a">v</prop><note>n</note>
          <tuv xml:lang="fr"><seg>Un <bpt i="1">&lt;b></bpt>é<ept i="1"/> &amp; deux.</seg></tuv>
          <tuv xml:lang="en"><seg>One<!-- c --><![CDATA[ & ]]>two.</seg></tuv></tu>
        </body></tmx>
        """, file: "a.tmx", isClaimed: true, losses: []),
    "tbx": FormatSample(
      text: """
        <?xml version="1.0" encoding="UTF-8"?>
        <tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">
        <tbxHeader><fileDesc><sourceDesc><p>é</p></sourceDesc></fileDesc></tbxHeader><text><body>
        <conceptEntry id="c1"><descrip type="subjectField">presse</descrip>
          <langSec xml:lang="fr"><termSec><term>trêve</term><termNote type="partOfSpeech">noun</termNote></termSec></langSec>
          <langSec xml:lang="en"><termSec><term>truce</term></termSec></langSec></conceptEntry>
        </body></text></tbx>
        """, file: "a.tbx", isClaimed: true, losses: ["data category x-house"]),
    "xliff": FormatSample(
      text: """
        <?xml version="1.0" encoding="UTF-8"?>
        <xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
        <file original="a.txt" source-language="fr" target-language="en" datatype="plaintext"><body>
        <trans-unit id="1"><source>Un <g id="1">é</g>.</source><target state="translated">One <g id="1">e</g>.</target>
          <note from="a">n</note></trans-unit>
        </body></file></xliff>
        """, file: "a.xlf", isClaimed: true, losses: ["side in de"]),
    "srx": FormatSample(
      text: """
        <?xml version="1.0" encoding="UTF-8"?>
        <srx version="2.0" xmlns="http://www.lisa.org/srx20"><header segmentsubflows="yes" cascade="no"/>
        <body><languagerules><languagerule languagerulename="é">
        <rule break="no"><beforebreak>\\bM\\.</beforebreak><afterbreak>\\s</afterbreak></rule>
        </languagerule></languagerules><maprules><languagemap languagepattern="fr.*" languagerulename="é"/></maprules>
        </body></srx>
        """, file: "a.srx", isClaimed: true, losses: [], limitsSegments: false),
    "utx": FormatSample(
      text: "#UTX 1.20; fr/en\r\n#src\ttgt\tsrc:pos\tterm status\r\ntrêve\ttruce\tnoun\tapproved\r\n", file: "a.utx",
      isClaimed: true, losses: ["side in de", "grammaticalGender", "definition", "x-house"]),
    "csv": FormatSample(
      text: "concept,lang,term,status,kind,note\nc1,fr,\"trêve, paix\",preferred,term,\nc1,en,truce,preferred,term,n\n",
      file: "a.csv", isClaimed: true, losses: ["x-house", "grammaticalGender"], limitsSegments: false),
    "po": FormatSample(
      text: "# é\nmsgctxt \"a\"\nmsgid \"trêve\\n\"\nmsgstr \"truce\\n\"\n\n#, fuzzy\nmsgid \"un\"\nmsgstr \"one\"\n",
      file: "a.po", isClaimed: true,
      losses: ["side in de", "attribute tuid", "attribute changeid", "property x-domain", "boundary of inline code ph"]),
    "omegat": FormatSample(
      text: "# -*- coding: utf-8 -*-\ntrêve\ttruce\tnote\nun\tone\n", file: "a.tab", isClaimed: true,
      losses: ["side in de", "x-house", "grammaticalGender"]),
    "tsv": FormatSample(
      text: "fr\ten\tnote\ntrêve\ttruce\tn\nun\tone\t\n", file: "a.tsv", isClaimed: false,
      losses: ["side in de", "attribute tuid", "attribute changeid", "property x-domain", "inline code ph"]),
    "text": FormatSample(
      text: "Une trêve.\n\nDeux.\n", file: "a.txt", isClaimed: false,
      losses: [
        "side in de", "attribute tuid", "attribute changeid", "property x-domain", "note", "side in en",
        "inline code ph",
      ]),
  ]
}
