"""How much a page may ask for, in one place.

A page that asks for more gets an error that names the limit; nothing is cut off silently.
"""

MAX_DISPLAY = 20_000  # characters of one display
MAX_NUMERAL = 1_000  # digits of a numeral
MAX_DEPTH = 60  # nested brackets, fractions, sums, ...
MAX_TERMS = 10_000  # items of one sum, product, ellipsis or finite set
MAX_EXPONENT_OF_BALLS = 10**12  # an integer power of a number; above it e^{...} is the tool
MAX_EXPONENT = 100_000  # one of a matrix, or of what carries slopes; a factorial; an exact power
FAR = 340  # 2^340 is where an integrand must have faded
MAX_NODES = 50_000  # of an integral
MAX_BLIND = 2_000  # pieces of an integral on which the balls tell nothing of the integrand
MAX_ORDER = 30  # of a derivative
MAX_WORK = 2_000_000  # terms of sums and calls that one statement may evaluate in a build
PRECISION_FIRST = 160  # bits; 48 digits
PRECISION_LAST = 5_120  # bits; after that a value is undecided
MEETING = 1_280  # bits to which two sides are the same at a place that was solved for
INTEGRAL_BITS = 2_560  # the same of an integral
DIGITS = 30  # how many correct digits both sides must have
ZERO = 300  # a value that may be zero counts as zero when it is this many decimals small
REPAIR_SECONDS = 5.0  # in which a failing claim is searched for the change that would mend it
ALL_REPAIRS_SECONDS = 60.0  # for all failing claims of a build together
MAX_DIGITS = 1_000  # that a run can ask for
MAX_POINTS = 20_000  # that a display can ask for
POINTS = 200  # points a claim is tried at, at least, where its domain is infinite
