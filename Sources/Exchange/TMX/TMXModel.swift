internal import Markup

extension SchemaModel {
  /// TMX 1.4b by its document type (LISA OSCAR, 2005). The language of a variant is checked by meaning, since 1.1 and 1.2
  /// have it in `lang`.
  static let tmx14 = SchemaModel(
    "TMX 1.4", id: "tmx", takesForeign: false,
    """
    tmx | header body | version!
    header | note/prop/ude* | creationtool! creationtoolversion! segtype!=block,paragraph,sentence,phrase o-tmf! adminlang! srclang! datatype! o-encoding creationdate creationid changedate changeid
    body | tu* |
    ude | map+ | name! base
    map | | unicode! code ent subst
    note | #text | o-encoding xml:lang lang
    prop | #text | type! o-encoding xml:lang lang
    tu | note/prop* tuv+ | tuid o-encoding datatype usagecount lastusagedate creationtool creationtoolversion creationdate creationid changedate segtype=block,paragraph,sentence,phrase changeid o-tmf srclang
    tuv | note/prop* seg | xml:lang o-encoding datatype usagecount lastusagedate creationtool creationtoolversion creationdate creationid changedate o-tmf changeid lang
    seg,hi | #text bpt/ept/ph/it/hi/ut* | x type
    sub | #text bpt/ept/it/ph/hi/ut* | datatype type
    bpt | #text sub* | i! x type
    ept | #text sub* | i!
    it | #text sub* | pos!=begin,end x type
    ph | #text sub* | x assoc type
    ut | #text sub* | x
    """)
}
