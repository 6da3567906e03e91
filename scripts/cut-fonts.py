#!/usr/bin/env python3
"""Cuts public/fonts from Newsreader's variable files. Run by hand when the fonts shall change; not part of a build.

    npm pack @fontsource-variable/newsreader@5.3.0 && tar xzf fontsource-variable-newsreader-5.3.0.tgz
    pip install fonttools brotli
    python3 scripts/cut-fonts.py package/files

For each style one file of what English text is written with, and one of the marks and accented letters that
only some pages need (`unicode-range` in components/styles/fonts.css). A file of the first kind shall arrive
in the first flight of its connection beside three other requests: 7,300 bytes with its headers, by the
arithmetic of Lighthouse's simulated phone (docs/design.md). So of kerning there are the pairs that our own
stories need most (how often they occur times how far they move), and only common ligatures.
"""
import collections
import glob
import re
import sys
from pathlib import Path

from fontTools import subset
from fontTools.otlLib.builder import buildLookup, buildPairPosGlyphsSubtable, buildValue
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem
from fontTools.varLib.instancer import instantiateVariableFont

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyzé0123456789"
MARKS = " \u00a0!\"$%&'(),-./:;?£·€–—‘’“”…"
RARE = "#*+=@[]«»°\u2212"
ACCENTED = "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜßàáâãäåæçèêëìíîïñòóôõöøùúûüÿ"

# name, file, optical size, weight, units to the em, pairs of kerning
STYLES = [
    ("text-3", "normal", 16, 400, 720, 180),
    ("display-4", "normal", 52, 540, 720, 150),
    ("italic-3", "italic", 18, 400, 720, 150),
]


def frequencies():
    """How often one character follows another in the stories under content/, per character."""
    texts = [Path(path).read_text() for path in glob.glob("content/**/*.md", recursive=True)]
    text = re.sub(r"(?<=\w)'", "’", "\n".join(texts))
    text = re.sub(r'(?<=[\w.,?!])"', "”", re.sub(r'"(?=\w)', "“", text))
    pairs = collections.Counter(zip(text, text[1:]))
    return {pair: count / len(text) for pair, count in pairs.items()}


def kerning(font):
    """Every pair of glyphs that the font kerns, and by how much; classes taken apart."""
    found = {}
    for lookup in font["GPOS"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            table = table.ExtSubTable if table.LookupType == 9 else table
            if table.LookupType != 2:
                continue
            for left, right, value in pairs_of(table, font.getGlyphOrder()):
                found.setdefault((left, right), getattr(value, "XAdvance", 0) if value else 0)
    return {pair: value for pair, value in found.items() if value}


def pairs_of(table, glyphs):
    if table.Format == 1:
        for left, pairs in zip(table.Coverage.glyphs, table.PairSet):
            for pair in pairs.PairValueRecord:
                yield left, pair.SecondGlyph, pair.Value1
        return
    first, second = table.ClassDef1.classDefs, table.ClassDef2.classDefs
    for left in table.Coverage.glyphs:
        row = table.Class1Record[first.get(left, 0)].Class2Record
        for right in glyphs:
            yield left, right, row[second.get(right, 0)].Value1


def keep_kerning(font, characters, count, often):
    """Leaves the pairs that matter most, as one list of pairs; none if count is 0."""
    names = {glyph: chr(code) for code, glyph in sorted(font.getBestCmap().items(), reverse=True)}
    weigh = lambda pair, value: abs(value) * (often.get((names[pair[0]], names[pair[1]]), 0) + 2e-6)
    pairs = {
        pair: value
        for pair, value in kerning(font).items()
        if names.get(pair[0], "\0") in characters and names.get(pair[1], "\0") in characters
    }
    best = sorted(pairs, key=lambda pair: -weigh(pair, pairs[pair]))[:count]
    if not best:
        del font["GPOS"]
        return
    values = {pair: (buildValue({"XAdvance": round(pairs[pair])}), None) for pair in best}
    table = font["GPOS"].table
    subtable = buildPairPosGlyphsSubtable(values, font.getReverseGlyphMap())
    table.LookupList.Lookup = [buildLookup([subtable])]
    table.LookupList.LookupCount = 1
    records = [record for record in table.FeatureList.FeatureRecord if record.FeatureTag == "kern"]
    table.FeatureList.FeatureRecord = records[:1]
    records[0].Feature.LookupListIndex = [0]
    for script in table.ScriptList.ScriptRecord:
        languages = [record.LangSys for record in script.Script.LangSysRecord]
        for language in [script.Script.DefaultLangSys, *languages]:
            language.FeatureIndex = [0]


def keep_ligatures(font):
    """Leaves ff, fi, fl, ffi and ffl."""
    names = {glyph: chr(code) for code, glyph in font.getBestCmap().items()}
    for lookup in font["GSUB"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            table = table.ExtSubTable if table.LookupType == 7 else table
            if table.LookupType != 4:
                continue
            for first, ligatures in list(table.ligatures.items()):
                table.ligatures[first] = [
                    ligature
                    for ligature in ligatures
                    if {names.get(first), *map(names.get, ligature.Component)} <= {"f", "i", "l"}
                ]
                if not table.ligatures[first]:
                    del table.ligatures[first]


def cut(source, target, characters, size, weight, em, pairs, often):
    font = instantiateVariableFont(TTFont(source), {"opsz": size, "wght": weight})
    keep_kerning(font, characters, pairs, often)
    if pairs:
        keep_ligatures(font)
    options = subset.Options()
    options.layout_features = ["kern", "liga"] if pairs else []
    options.flavor = "woff2"
    options.glyph_names = False
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = [0, 14]
    options.drop_tables += ["STAT", "GDEF", "gasp", "prep", "meta", "DSIG", "FFTM"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=map(ord, characters))
    subsetter.subset(font)
    scale_upem(font, em)
    font.flavor = "woff2"
    font.save(target)
    print(target, target.stat().st_size)


def main(folder):
    often = frequencies()
    fonts = Path("public/fonts")
    for name, style, size, weight, em, pairs in STYLES:
        source = f"{folder}/newsreader-latin-opsz-{style}.woff2"
        cut(source, fonts / f"newsreader-{name}.woff2", LETTERS + MARKS, size, weight, em, pairs, often)
        more = fonts / f"newsreader-{name}-more.woff2"
        cut(source, more, ACCENTED + RARE, size, weight, em, 0, often)


main(sys.argv[1])
