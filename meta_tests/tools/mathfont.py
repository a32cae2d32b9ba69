"""Cut STIX Two Math to what formulas need; the result ships with the package.

python -m meta_tests.tools.mathfont STIXTwoMath-Regular.(otf|ttf|woff2)

The font is at https://github.com/stipub/stixfonts; its licence is kept beside the result. Size
variants of brackets and sums come along through the MATH table. A character that isn't kept is
drawn in a font of the reader's system.
"""

import sys
from pathlib import Path

from fontTools import subset

ROOT = Path(__file__).parents[2]
FONT = ROOT / "src/claimgrade/reports/font/stix-two-math-subset.woff2"

RANGES = [
    (0x20, 0x7E),  # ASCII
    (0x2C6, 0x2DC),  # accents above
    (0x302, 0x304),  # and those that combine
    (0x391, 0x3C9),  # Greek
    (0x2190, 0x2194),  # arrows
    (0x21D0, 0x21D4),
    (0x2200, 0x2265),  # operators
    (0x1D400, 0x1D467),  # bold and italic letters: <mi> draws italics
    (0x1D6E2, 0x1D71B),  # and Greek
]
SINGLE = "↦≪≫⊂⊃⊆⊇⊕⊖⊗⊙⊤⊥⋅⋮⋯⋱¬±·×÷°¹²³¯‖†…′″⁰⁴⁵⁶⁷⁸⁹⁺⁻ⁿ₀₁₂₃₄₅₆₇₈₉⟨⟩⌈⌉⌊⌋ϵϕℓℎℂℕℚℝℤ𝔼ℒ𝒩"


def unicodes():
    """Every code point that is kept."""
    ranged = {code for low, high in RANGES for code in range(low, high + 1)}
    return ranged | {ord(character) for character in SINGLE}


def main(source):
    options = subset.Options(
        flavor="woff2", hinting=False, layout_features=["ssty"], name_IDs=[0, 1, 5, 13, 14]
    )
    font = subset.load_font(source, options)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=unicodes())
    cutter.subset(font)
    subset.save_font(font, FONT, options)


if __name__ == "__main__":
    main(sys.argv[1])
