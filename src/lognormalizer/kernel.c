/* logsumexp, softmax and log_softmax of float64 and float32, compiled: see compiled.py.

   Eight numbers are worked on at once, in the vectors of GCC and Clang: eight components of one
   vector, or the same component of eight vectors. All is computed in double. Exponentials are taken
   of what is below the largest component, with what rounding the difference lost. The largest is
   not summed, so that its logarithm keeps the digits of the others. */

#include <math.h>
#include <stddef.h>
#include <string.h>

#define INLINE static inline __attribute__((always_inline))
#define LANES 8
#define TILE 16   /* groups of vectors that are walked together, so that memory is read in lines */
#define AHEAD 16  /* parts of a long vector that are walked together: none waits for another */
#define LONG 64   /* so many parts make it long */
#define SHORT 16  /* vectors of fewer components are taken eight at a time */

typedef double Lanes __attribute__((vector_size(8 * LANES)));
typedef long long Bits __attribute__((vector_size(8 * LANES)));
typedef float Singles __attribute__((vector_size(4 * LANES)));

enum { LOG_SUM_EXP, SOFTMAX, LOG_SOFTMAX };

/* How one tile is walked: step j of group g starts at (LANES * apart) g + step j. */
typedef struct {
    ptrdiff_t groups, steps, apart, step;
    int across;      /* the lanes are components of one vector */
    ptrdiff_t count; /* of vectors, or across, of components */
} Walk;

/* Exponentials in double are kept times 2^800, so that the smallest have their digits. */
#define RAISED 800
#define UNIT 0x1p800
#define LOWEST -1262.0 /* the raised exponential of it is a normal number */
#define LOWEST_OF_SINGLES -200.0
#define LOG2_E 0x1.71547652b82fep0
#define LN2_HIGH 0x1.62e42fefap-1 /* so few bits that its product with n is exact */
#define LN2_LOW 0x1.cf79abc9e3b39p-40
/* Added to a small number, it leaves its nearest integer in the lowest bits. */
#define MAGIC 0x1.8p52

INLINE Lanes choose(Bits where, Lanes yes, Lanes no)
{
    return (Lanes)((where & (Bits)yes) | (~where & (Bits)no));
}

INLINE Lanes all(double value)
{
    return (Lanes){0} + value;
}

/* a + b, and what rounding lost of it. */
INLINE Lanes two_sum(Lanes a, Lanes b, Lanes *lost)
{
    Lanes total = a + b, other = total - a;
    *lost = (a - (total - other)) + (b - other);
    return total;
}

/* (exp(r) - 1 - r) / r^2 for |r| <= ln(2) / 2, interpolated at Chebyshev points: the error of the
   exponential is 2^-56. */
static const double EXP_SERIES[] = {
    0x1.0000000000001p-1, 0x1.5555555555556p-3, 0x1.5555555553d37p-5,
    0x1.11111111109a6p-7, 0x1.6c16c1789d1d7p-10, 0x1.a01a01a7cebcdp-13,
    0x1.a019b8ca26fcfp-16, 0x1.71de0d85293b8p-19, 0x1.2891d4ffbb0f9p-22,
    0x1.af390ba7e6f47p-26};

/* UNIT exp(below + lost), for below <= 0 or NaN. */
INLINE Lanes raised_exp(Lanes below, Lanes lost)
{
    Lanes shifted = below * LOG2_E + MAGIC;
    Lanes n = shifted - MAGIC;
    Lanes r = ((below - n * LN2_HIGH) - n * LN2_LOW) + lost;
    Lanes sum = all(EXP_SERIES[9]);
    for (int i = 8; i >= 0; i--)
        sum = sum * r + EXP_SERIES[i];
    Lanes power = (Lanes)(((Bits)shifted + (1023 + RAISED)) << 52);
    return choose(below < LOWEST, all(0), ((sum * r * r + r) + 1) * power);
}

/* 2^r for |r| <= 1/2, interpolated likewise: the error is 2^-29, which is enough for float32. */
static const double POWER_SERIES[] = {
    0x1.0000000000000p+0, 0x1.62e430d034702p-1, 0x1.ebfbe045f4d3cp-3,
    0x1.c6aecc669b6ddp-5, 0x1.3b2a1b7152befp-7, 0x1.5f48c04f62e50p-10,
    0x1.443fffc90db59p-13};

/* exp(below), for below <= 0 or NaN; what is nothing in float32 is something smaller than that. */
INLINE Lanes short_exp(Lanes below)
{
    Lanes scaled = choose(below < LOWEST_OF_SINGLES, all(LOWEST_OF_SINGLES), below) * LOG2_E;
    Lanes shifted = scaled + MAGIC;
    Lanes r = scaled - (shifted - MAGIC);
    Lanes sum = all(POWER_SERIES[6]);
    for (int i = 5; i >= 0; i--)
        sum = sum * r + POWER_SERIES[i];
    return (Lanes)((Bits)sum + ((Bits)shifted << 52));
}

/* log(1 + x) for finite x >= 0: of 2^n (1 + f), which 1 + x is rounded to, n log(2) + log(1 + f),
   and what rounding lost. With s = f / (2 + f) it is log(1 + f) = f - (f^2 / 2 - s (f^2 / 2 + R)),
   where R = s^2 (2/3 + 2/5 s^2 + ...), interpolated at Chebyshev points. The form is fdlibm's. */
static const double LOG_SERIES[] = {
    0x1.5555555555558p-1, 0x1.9999999995273p-2, 0x1.2492492dfd86cp-2,
    0x1.c71c62d5e53e0p-3, 0x1.7462b91b8df65p-3, 0x1.39fdcceb4bb45p-3,
    0x1.2b5f68a50d903p-3};
#define HALF_ROOT 0x3fe6a09e00000000LL /* the bits of a number a little below sqrt(1/2) */
#define ONE 0x3ff0000000000000LL

INLINE Lanes log_of_1_plus(Lanes x)
{
    Lanes lost, total = two_sum(all(1), x, &lost);
    Bits lifted = (Bits)total + (ONE - HALF_ROOT);
    Lanes n = __builtin_convertvector((lifted >> 52) - 1023, Lanes);
    Lanes f = (Lanes)((lifted & 0xfffffffffffffLL) + HALF_ROOT) - 1;
    Lanes half = f * f * 0.5, s = f / (2 + f), z = s * s, series = all(LOG_SERIES[6]);
    for (int i = 5; i >= 0; i--)
        series = series * z + LOG_SERIES[i];
    Lanes small = n * LN2_LOW + lost / total;
    return n * LN2_HIGH - ((half - (s * (half + series * z) + small)) - f);
}

INLINE Lanes load(int single, const void *from, ptrdiff_t at, ptrdiff_t apart, int count,
                  double fill)
{
    Lanes x;
    if (apart == 1 && count == LANES) {
        if (!single) {
            memcpy(&x, (const double *)from + at, sizeof x);
            return x;
        }
        Singles y;
        memcpy(&y, (const float *)from + at, sizeof y);
        return __builtin_convertvector(y, Lanes);
    }
    for (int l = 0; l < LANES; l++) {
        ptrdiff_t place = at + l * apart;
        x[l] = l >= count ? fill
             : single ? ((const float *)from)[place] : ((const double *)from)[place];
    }
    return x;
}

INLINE void store(int single, void *to, ptrdiff_t at, ptrdiff_t apart, int count, Lanes x)
{
    if (apart == 1 && count == LANES) {
        Singles y;
        if (single) {
            y = __builtin_convertvector(x, Singles);
            memcpy((float *)to + at, &y, sizeof y);
        } else
            memcpy((double *)to + at, &x, sizeof x);
        return;
    }
    for (int l = 0; l < count; l++) {
        if (single)
            ((float *)to)[at + l * apart] = (float)x[l];
        else
            ((double *)to)[at + l * apart] = x[l];
    }
}

/* Floats in place times other numbers, in float. */
INLINE void scale(float *to, ptrdiff_t at, ptrdiff_t apart, int count, Lanes by)
{
    Singles factors = __builtin_convertvector(by, Singles), y;
    if (apart == 1 && count == LANES) {
        memcpy(&y, to + at, sizeof y);
        y *= factors;
        memcpy(to + at, &y, sizeof y);
        return;
    }
    for (int l = 0; l < count; l++)
        to[at + l * apart] *= factors[l];
}

/* How far below the largest; what rounding lost is nothing beside an infinite difference. */
INLINE Lanes lowered(int single, Lanes x, Lanes largest, Lanes *lost)
{
    if (single) { /* of two floats nothing is lost that would show */
        *lost = all(0);
        return x - largest;
    }
    Lanes below = two_sum(x, -largest, lost);
    *lost = choose(*lost == *lost, *lost, all(0));
    return below;
}

INLINE ptrdiff_t least(ptrdiff_t a, ptrdiff_t b)
{
    return a < b ? a : b;
}

INLINE int in_use(const Walk *walk, ptrdiff_t group, ptrdiff_t step)
{
    ptrdiff_t before = group + (walk->across ? walk->groups * step : 0);
    return (int)least(walk->count - LANES * before, LANES);
}

#define EACH                                             \
    for (ptrdiff_t j = 0; j < walk->steps; j++)               \
        for (ptrdiff_t g = 0; g < walk->groups; g++)
#define EACH_LANE                                        \
    for (ptrdiff_t g = 0; g < walk->groups; g++)         \
        for (int l = 0; l < LANES; l++)
#define PLACE at + LANES * walk->apart * g + walk->step * j, walk->apart, in_use(walk, g, j)

/* The vectors of one tile. Those with a sum that is no finite number become NaN and are left to
   numpy; returns how many. */
INLINE ptrdiff_t tile(int what, int single, const void *eta, void *out, ptrdiff_t at, ptrdiff_t to,
                      const Walk *walk)
{
    Lanes largest[TILE], others[TILE], tail[TILE];
    Bits ties[TILE];
    double fill = walk->across ? -INFINITY : 0;
    double unit = single ? 1 : UNIT; /* the weight of the largest */
    ptrdiff_t left = 0;

    ptrdiff_t g = 0;
    do { /* there is at least one */
        largest[g] = all(-INFINITY);
        others[g] = tail[g] = all(0);
        ties[g] = (Bits){0};
    } while (++g < walk->groups);
    EACH {
        Lanes x = load(single, eta, PLACE, fill);
        largest[g] = choose(x > largest[g], x, largest[g]);
    }
    if (walk->across) {
        double top = -INFINITY;
        EACH_LANE
            top = largest[g][l] > top ? largest[g][l] : top;
        for (ptrdiff_t g = 0; g < walk->groups; g++)
            largest[g] = all(top);
    }
    EACH {
        Lanes x = load(single, eta, PLACE, fill), lost;
        Lanes below = lowered(single, x, largest[g], &lost);
        Lanes weight = single ? short_exp(below) : raised_exp(below, lost);
        if (what == SOFTMAX)
            store(single, out, PLACE, weight);
        Bits top = below == 0;
        ties[g] -= top;
        weight = choose(top, all(0), weight);
        if (single)
            others[g] += weight;
        else {
            others[g] = two_sum(others[g], weight, &lost);
            tail[g] += lost;
        }
    }
    if (walk->across) {
        double head = 0, rest = 0;
        long long count = 0;
        EACH_LANE {
            double total = head + others[g][l], other = total - head;
            rest += tail[g][l] + (head - (total - other)) + (others[g][l] - other);
            head = total;
            count += ties[g][l];
        }
        others[0] = all(head), tail[0] = all(rest), ties[0] = (Bits){0} + count;
    }
    ptrdiff_t different = walk->across ? 1 : walk->groups;
    for (ptrdiff_t g = 0; g < different; g++) {
        int count = walk->across ? 1 : in_use(walk, g, 0);
        others[g] += tail[g] + (__builtin_convertvector(ties[g], Lanes) - 1) * unit;
        for (int l = 0; l < count; l++)
            if (!isfinite(largest[g][l]) || !isfinite(others[g][l])) {
                others[g][l] = NAN;
                left++;
            }
        if (what != SOFTMAX)
            others[g] = log_of_1_plus(others[g] / unit);
        else {
            /* The inverse of the sum, and what rounding lost of it where products are fused. */
            Lanes total = others[g] + unit;
            others[g] = 1 / total;
            tail[g] = (1 - total * others[g]) / total;
        }
        if (what == LOG_SUM_EXP)
            store(single, out, to + LANES * g, 1, count, largest[g] + others[g]);
    }
    for (ptrdiff_t g = different; g < walk->groups; g++)
        others[g] = others[0], tail[g] = tail[0];
    if (what == SOFTMAX)
        EACH {
            if (single) {
                scale(out, PLACE, others[g]);
                continue;
            }
            Lanes weight = load(single, out, PLACE, 0);
            store(single, out, PLACE, weight * others[g] + weight * tail[g]);
        }
    if (what == LOG_SOFTMAX)
        EACH {
            Lanes lost, x = load(single, eta, PLACE, fill);
            Lanes below = lowered(single, x, largest[g], &lost);
            store(single, out, PLACE, (below - others[g]) + lost);
        }
    return left;
}

/* Vectors side by side, `apart` from each other, with their components `step` apart. */
INLINE ptrdiff_t beside(int what, int single, const void *eta, void *out, ptrdiff_t at,
                        ptrdiff_t to, ptrdiff_t count, ptrdiff_t k, ptrdiff_t apart,
                        ptrdiff_t step)
{
    ptrdiff_t left = 0;
    for (ptrdiff_t done = 0; done < count; done += LANES * TILE) {
        ptrdiff_t rest = least(count - done, LANES * TILE), groups = (rest + LANES - 1) / LANES;
        Walk walk = {groups, k, apart, step, 0, rest};
        left += tile(what, single, eta, out, at + done * apart, to + done, &walk);
    }
    return left;
}

INLINE ptrdiff_t work(int what, int single, const void *eta, void *out, ptrdiff_t outer,
                      ptrdiff_t k, ptrdiff_t inner)
{
    ptrdiff_t left = 0;
    if (inner == 1 && k < SHORT && outer >= LANES)
        return beside(what, single, eta, out, 0, 0, outer, k, k, 1);
    for (ptrdiff_t o = 0; o < outer; o++) {
        if (inner > 1) {
            left += beside(what, single, eta, out, o * k * inner, o * inner, inner, k, 1, inner);
            continue;
        }
        ptrdiff_t parts = (k + LANES - 1) / LANES, groups = parts < LONG ? least(parts, 2) : AHEAD;
        Walk walk = {groups, (parts + groups - 1) / groups, 1, LANES * groups, 1, k};
        left += tile(what, single, eta, out, o * k, o, &walk);
    }
    return left;
}

#define FUNCTION(name, what, single)                                                            \
    ptrdiff_t name(const void *eta, void *out, ptrdiff_t outer, ptrdiff_t k, ptrdiff_t inner)   \
    {                                                                                           \
        return work(what, single, eta, out, outer, k, inner);                                   \
    }

/* Each of an array of shape (outer, k, inner), contiguous, over the axis in the middle; returns how
   many vectors are NaN and left to numpy. */
FUNCTION(log_sum_exp_d, LOG_SUM_EXP, 0)
FUNCTION(log_sum_exp_f, LOG_SUM_EXP, 1)
FUNCTION(softmax_d, SOFTMAX, 0)
FUNCTION(softmax_f, SOFTMAX, 1)
FUNCTION(log_softmax_d, LOG_SOFTMAX, 0)
FUNCTION(log_softmax_f, LOG_SOFTMAX, 1)
