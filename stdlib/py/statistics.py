"""Basic statistics: averages, spread, relations between inputs, the normal distribution.

Sums are exact: numbers are added as fractions and the result is converted back
to the type of the data once.
"""

__all__ = [
    'NormalDist', 'StatisticsError', 'correlation', 'covariance', 'fmean', 'geometric_mean',
    'harmonic_mean', 'kde', 'kde_random', 'linear_regression', 'mean', 'median', 'median_grouped',
    'median_high', 'median_low', 'mode', 'multimode', 'pstdev', 'pvariance', 'quantiles', 'stdev', 'variance',
]

import math
import numbers
import random
from bisect import bisect_left, bisect_right
from collections import Counter, namedtuple
from fractions import Fraction
from itertools import count
from math import erf, exp, fabs, fsum, hypot, isfinite, log, sqrt, sumprod, tau
from operator import itemgetter


class StatisticsError(ValueError):
    pass


# Exact sums and conversions

def _exact_ratio(x):
    """Return x as (numerator, denominator); denominator None for infinities and NaNs."""
    try:
        return x.as_integer_ratio()
    except AttributeError:
        pass
    except (OverflowError, ValueError):
        return (x, None)
    try:
        return (x.numerator, x.denominator)
    except AttributeError:
        raise TypeError(f"can't convert type '{type(x).__name__}' to numerator/denominator") from None


def _coerce(T, S):
    """The common type of T and S, by which the result is converted."""
    if T is S or S is int or S is bool:
        return T
    if T is int or issubclass(S, T):
        return S
    if issubclass(T, S):
        return T
    if issubclass(T, int):
        return S
    if issubclass(S, int):
        return T
    if issubclass(T, Fraction) and issubclass(S, float):
        return S
    if issubclass(T, float) and issubclass(S, Fraction):
        return T
    raise TypeError(f"don't know how to coerce {T.__name__} and {S.__name__}")


def _exact_sum(data):
    """Return (type, exact total, count) of an iterable of numbers."""
    partials = {}
    T, n = int, 0
    for x in data:
        n += 1
        t = type(x)
        if t is not T:
            T = _coerce(T, t)
        num, den = _exact_ratio(x)
        partials[den] = partials.get(den, 0) + num
    if None in partials:
        return T, partials[None], n
    total = sum((Fraction(num, den) for den, num in partials.items()), Fraction(0))
    return T, total, n


def _convert(value, T):
    """Convert an exact value to type T."""
    if type(value) is T:
        return value
    if issubclass(T, int) and value.denominator != 1:
        T = float
    try:
        return T(value)
    except TypeError:
        if hasattr(T, 'from_float') and not issubclass(T, float):
            return T(value.numerator) / T(value.denominator)
        raise


def _sum_of_squares(data, c=None):
    """Return (type, exact sum of squared deviations, mean, count)."""
    data = list(data)
    if c is not None:
        T, ss, n = _exact_sum((d := x - c) * d for x in data)
        return T, ss, c, n
    T, total, n = _exact_sum(data)
    if n == 0:
        return T, Fraction(0), Fraction(0), 0
    if not isinstance(total, Fraction):
        return T, total * 0, total, n
    mean = total / n
    ss = Fraction(0)
    for x in data:
        d = Fraction(*_exact_ratio(x)) - mean
        ss += d * d
    return T, ss, mean, n


def _float_sqrt(n, m):
    """Square root of n/m as a float, correctly rounded."""
    q = (n.bit_length() - m.bit_length() - 109) // 2
    if q >= 0:
        numerator = _sqrt_odd(n, m << 2 * q) << q
        denominator = 1
    else:
        numerator = _sqrt_odd(n << -2 * q, m)
        denominator = 1 << -q
    return numerator / denominator


def _sqrt_odd(n, m):
    """Integer square root of n/m, with a sticky last bit when inexact."""
    a = math.isqrt(n // m)
    return a | (a * a * m != n)


def _sqrt(value, T):
    if issubclass(T, Fraction) or T is int or issubclass(T, float):
        if value == 0:
            return 0.0
        if not isinstance(value, Fraction):
            return math.sqrt(value)
        return _float_sqrt(value.numerator, value.denominator)
    if hasattr(T, 'sqrt'):
        return (T(value.numerator) / T(value.denominator)).sqrt()
    return math.sqrt(value)


# Averages

def mean(data):
    """Return the sample arithmetic mean of data."""
    T, total, n = _exact_sum(data)
    if n < 1:
        raise StatisticsError('mean requires at least one data point')
    return _convert(total / n, T)


def fmean(data, weights=None):
    """Convert data to floats and compute the arithmetic mean."""
    if weights is None:
        if not hasattr(data, '__len__'):
            data = list(data)
        n = len(data)
        if not n:
            raise StatisticsError('fmean requires at least one data point')
        return fsum(data) / n
    if not isinstance(weights, (list, tuple)):
        weights = list(weights)
    if not isinstance(data, (list, tuple)):
        data = list(data)
    if len(data) != len(weights):
        raise StatisticsError('data and weights must be the same length')
    total = fsum(weights)
    if total == 0:
        raise StatisticsError('sum of weights must be non-zero')
    return sumprod(data, weights) / total


def geometric_mean(data):
    """Convert data to floats and compute the geometric mean."""
    n = 0
    found_zero = False

    def logs():
        nonlocal n, found_zero
        for x in data:
            n += 1
            if x > 0.0 or math.isnan(x):
                yield log(x)
            elif x == 0.0:
                found_zero = True
            else:
                raise StatisticsError('No negative inputs allowed', x)
    total = fsum(logs())
    if not n:
        raise StatisticsError('Must have a non-empty dataset')
    if math.isnan(total):
        return math.nan
    if found_zero:
        return math.nan if total == math.inf else 0.0
    return exp(total / n)


def harmonic_mean(data, weights=None):
    """Return the harmonic mean of data."""
    if iter(data) is data:
        data = list(data)
    errmsg = 'harmonic mean does not support negative values'
    n = len(data)
    if n < 1:
        raise StatisticsError('harmonic_mean requires at least one data point')
    if n == 1 and weights is None:
        x = data[0]
        if not isinstance(x, numbers.Real) and not hasattr(x, 'as_integer_ratio'):
            raise TypeError('unsupported type')
        if x < 0:
            raise StatisticsError(errmsg)
        return x
    if weights is None:
        weights = [1] * n
        sum_weights = n
    else:
        if iter(weights) is weights:
            weights = list(weights)
        if len(weights) != n:
            raise StatisticsError('Number of weights does not match data size')
        _, sum_weights, _ = _exact_sum(_nonnegative(weights, errmsg))
    try:
        data = list(_nonnegative(data, errmsg))
        T, total, _ = _exact_sum(w / x if w else 0 for w, x in zip(weights, data))
    except ZeroDivisionError:
        return 0
    if total <= 0:
        raise StatisticsError('Weighted sum must be positive')
    return _convert(sum_weights / total, T)


def _nonnegative(values, errmsg):
    for x in values:
        if x < 0:
            raise StatisticsError(errmsg)
        yield x


def median(data):
    """Return the median (middle value) of numeric data."""
    data = sorted(data)
    n = len(data)
    if n == 0:
        raise StatisticsError("no median for empty data")
    if n % 2 == 1:
        return data[n // 2]
    return (data[n // 2 - 1] + data[n // 2]) / 2


def median_low(data):
    """Return the low median of numeric data."""
    data = sorted(data)
    n = len(data)
    if n == 0:
        raise StatisticsError("no median for empty data")
    return data[(n - 1) // 2]


def median_high(data):
    """Return the high median of data."""
    data = sorted(data)
    n = len(data)
    if n == 0:
        raise StatisticsError("no median for empty data")
    return data[n // 2]


def median_grouped(data, interval=1.0):
    """Estimates the median for numeric data binned around the midpoints of consecutive, fixed-width intervals."""
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    n = len(data)
    middle = data[n // 2]
    # How many points are below the interval of the median, and in it.
    below = bisect_left(data, middle)
    inside = bisect_right(data, middle, lo=below) - below
    try:
        width, middle = float(interval), float(middle)
    except ValueError:
        raise TypeError('Value cannot be converted to a float')
    return middle - width / 2.0 + width * (n / 2 - below) / inside


def mode(data):
    """Return the most common data point from discrete or nominal data."""
    pairs = Counter(iter(data)).most_common(1)
    try:
        return pairs[0][0]
    except IndexError:
        raise StatisticsError('no mode for empty data') from None


def multimode(data):
    """Return a list of the most frequently occurring values."""
    counts = Counter(iter(data))
    if not counts:
        return []
    maxcount = max(counts.values())
    return [value for value, n in counts.items() if n == maxcount]


def quantiles(data, *, n=4, method='exclusive'):
    """Divide data into n continuous intervals with equal probability."""
    if n < 1:
        raise StatisticsError('n must be at least 1')
    data = sorted(data)
    ld = len(data)
    if ld < 2:
        if ld == 1:
            return data * (n - 1)
        raise StatisticsError('must have at least one data point')
    result = []
    if method == 'inclusive':
        m = ld - 1
        for i in range(1, n):
            j, delta = divmod(i * m, n)
            result.append((data[j] * (n - delta) + data[j + 1] * delta) / n)
        return result
    if method == 'exclusive':
        m = ld + 1
        for i in range(1, n):
            j = i * m // n
            j = 1 if j < 1 else ld - 1 if j > ld - 1 else j
            delta = i * m - j * n
            result.append((data[j - 1] * (n - delta) + data[j] * delta) / n)
        return result
    raise ValueError(f'Unknown method: {method!r}')


# Spread

def variance(data, xbar=None):
    """Return the sample variance of data."""
    T, ss, _, n = _sum_of_squares(data, xbar)
    if n < 2:
        raise StatisticsError('variance requires at least two data points')
    return _convert(ss / (n - 1), T)


def pvariance(data, mu=None):
    """Return the population variance of data."""
    T, ss, _, n = _sum_of_squares(data, mu)
    if n < 1:
        raise StatisticsError('pvariance requires at least one data point')
    return _convert(ss / n, T)


def stdev(data, xbar=None):
    """Return the square root of the sample variance."""
    T, ss, _, n = _sum_of_squares(data, xbar)
    if n < 2:
        raise StatisticsError('stdev requires at least two data points')
    return _sqrt(ss / (n - 1), T)


def pstdev(data, mu=None):
    """Return the square root of the population variance."""
    T, ss, _, n = _sum_of_squares(data, mu)
    if n < 1:
        raise StatisticsError('pstdev requires at least one data point')
    return _sqrt(ss / n, T)


# Relations between two inputs

def covariance(x, y, /):
    """Covariance"""
    n = len(x)
    if len(y) != n:
        raise StatisticsError('covariance requires that both inputs have same number of data points')
    if n < 2:
        raise StatisticsError('covariance requires at least two data points')
    xbar = fsum(x) / n
    ybar = fsum(y) / n
    return sumprod((xi - xbar for xi in x), (yi - ybar for yi in y)) / (n - 1)


def _rank(data):
    """Rank order, ties averaged."""
    pairs = sorted(zip(data, count()), key=itemgetter(0))
    result = [0] * len(pairs)
    i = 0
    while i < len(pairs):
        j = i
        while j < len(pairs) and pairs[j][0] == pairs[i][0]:
            j += 1
        for _, position in pairs[i:j]:
            result[position] = (i + j + 1) / 2 - (len(pairs) + 1) / 2
        i = j
    return result


def correlation(x, y, /, *, method='linear'):
    """Pearson's correlation coefficient"""
    n = len(x)
    if len(y) != n:
        raise StatisticsError('correlation requires that both inputs have same number of data points')
    if n < 2:
        raise StatisticsError('correlation requires at least two data points')
    if method not in {'linear', 'ranked'}:
        raise ValueError(f'Unknown method: {method!r}')
    if method == 'ranked':
        x, y = _rank(x), _rank(y)
    else:
        x, y = ([value - mean for value in values] for values in (x, y) for mean in [fsum(values) / n])
    sxy, sxx, syy = sumprod(x, y), sumprod(x, x), sumprod(y, y)
    try:
        return sxy / sqrt(sxx * syy) if isfinite(sxx * syy) and sxx * syy > 1e-300 else sxy / (sqrt(sxx) * sqrt(syy))
    except ZeroDivisionError:
        raise StatisticsError('at least one of the inputs is constant')


LinearRegression = namedtuple('LinearRegression', ('slope', 'intercept'))


def linear_regression(x, y, /, *, proportional=False):
    """Slope and intercept for simple linear regression."""
    n = len(x)
    if len(y) != n:
        raise StatisticsError('linear regression requires that both inputs have same number of data points')
    if n < 2:
        raise StatisticsError('linear regression requires at least two data points')
    if not proportional:
        xbar = fsum(x) / n
        ybar = fsum(y) / n
        x = [xi - xbar for xi in x]
        y = [yi - ybar for yi in y]
    sxy = sumprod(x, y) + 0.0
    sxx = sumprod(x, x)
    try:
        slope = sxy / sxx
    except ZeroDivisionError:
        raise StatisticsError('x is constant')
    intercept = 0.0 if proportional else ybar - slope * xbar
    return LinearRegression(slope=slope, intercept=intercept)


# Kernel density estimation: (kernel, cumulative, inverse, support) by name

def _normal_kernel():
    scale, root2 = sqrt(tau), sqrt(2)
    nd = NormalDist()
    return (lambda t: exp(-t * t / 2) / scale, lambda t: 0.5 * (1.0 + erf(t / root2)), nd.inv_cdf, None)


def _bisect_inverse(cdf):
    def inverse(p):
        lo, hi = -1.0, 1.0
        for _ in range(60):
            mid = (lo + hi) / 2
            if cdf(mid) < p:
                lo = mid
            else:
                hi = mid
        return (lo + hi) / 2
    return inverse


def _kernels(name):
    pi = math.pi
    if name in ('normal', 'gauss'):
        return _normal_kernel()
    if name == 'logistic':
        return (lambda t: 0.5 / (1.0 + math.cosh(t)), lambda t: 1.0 - 1.0 / (exp(t) + 1.0), lambda p: log(p / (1.0 - p)), None)
    if name == 'sigmoid':
        return (lambda t: 1 / pi / math.cosh(t), lambda t: 2 / pi * math.atan(exp(t)), lambda p: log(math.tan(p * pi / 2)), None)
    bounded = {
        'rectangular': (lambda t: 0.5, lambda t: 0.5 * t + 0.5),
        'triangular': (lambda t: 1.0 - abs(t), lambda t: t * t * (0.5 if t < 0 else -0.5) + t + 0.5),
        'parabolic': (lambda t: 3 / 4 * (1.0 - t * t), lambda t: sumprod((-1 / 4, 3 / 4, 1 / 2), (t ** 3, t, 1.0))),
        'quartic': (lambda t: 15 / 16 * (1.0 - t * t) ** 2, lambda t: sumprod((3 / 16, -5 / 8, 15 / 16, 1 / 2), (t ** 5, t ** 3, t, 1.0))),
        'triweight': (lambda t: 35 / 32 * (1.0 - t * t) ** 3, lambda t: sumprod((-5 / 32, 21 / 32, -35 / 32, 35 / 32, 1 / 2), (t ** 7, t ** 5, t ** 3, t, 1.0))),
        'cosine': (lambda t: pi / 4 * math.cos(pi / 2 * t), lambda t: 0.5 * math.sin(pi / 2 * t) + 0.5),
    }
    bounded['uniform'] = bounded['rectangular']
    bounded['epanechnikov'] = bounded['parabolic']
    bounded['biweight'] = bounded['quartic']
    if name not in bounded:
        raise StatisticsError(f'Unknown kernel name: {name!r}')
    kernel, cdf = bounded[name]
    inverse = {'rectangular': lambda p: 2 * p - 1, 'uniform': lambda p: 2 * p - 1,
               'triangular': lambda p: sqrt(2 * p) - 1 if p < 1 / 2 else 1 - sqrt(2 - 2 * p),
               'cosine': lambda p: 2 * math.asin(2 * p - 1) / pi}.get(name) or _bisect_inverse(cdf)
    return kernel, cdf, inverse, 1.0


def kde(data, h, kernel='normal', *, cumulative=False):
    """Kernel Density Estimation: a continuous probability density function from discrete samples."""
    n = len(data)
    if not n:
        raise StatisticsError('Empty data sequence')
    if not isinstance(data[0], (int, float)):
        raise TypeError('Data sequence must contain ints or floats')
    if h <= 0.0:
        raise StatisticsError(f'Bandwidth h must be positive, not {h=!r}')
    K, W, _, support = _kernels(kernel)
    if support is None:
        def pdf(x):
            return sum(K((x - x_i) / h) for x_i in data) / (len(data) * h)

        def cdf(x):
            return sum(W((x - x_i) / h) for x_i in data) / len(data)
    else:
        sample = sorted(data)
        bandwidth = h * support

        def pdf(x):
            i = bisect_left(sample, x - bandwidth)
            j = bisect_right(sample, x + bandwidth)
            return sum(K((x - x_i) / h) for x_i in sample[i:j]) / (n * h)

        def cdf(x):
            i = bisect_left(sample, x - bandwidth)
            j = bisect_right(sample, x + bandwidth)
            return sum((W((x - x_i) / h) for x_i in sample[i:j]), i) / n
    f = cdf if cumulative else pdf
    f.__doc__ = f'{"CDF" if cumulative else "PDF"} estimate with {h=!r} and {kernel=!r}'
    return f


def kde_random(data, h, kernel='normal', *, seed=None):
    """Return a function that makes a random selection from the estimated probability density function."""
    n = len(data)
    if not n:
        raise StatisticsError('Empty data sequence')
    if not isinstance(data[0], (int, float)):
        raise TypeError('Data sequence must contain ints or floats')
    if h <= 0.0:
        raise StatisticsError(f'Bandwidth h must be positive, not {h=!r}')
    inverse = _kernels(kernel)[2]
    prng = random.Random(seed)

    def rand():
        return prng.choice(data) + h * inverse(prng.random())
    rand.__doc__ = f'Random KDE selection with {h=!r} and {kernel=!r}'
    return rand


# Normal distribution

# Wichura's algorithm AS241: numerators and denominators of three rational approximations.
_CENTRAL = ((2.50908_09287_30122_6727e+3, 3.34305_75583_58812_8105e+4, 6.72657_70927_00870_0853e+4, 4.59219_53931_54987_1457e+4,
             1.37316_93765_50946_1125e+4, 1.97159_09503_06551_4427e+3, 1.33141_66789_17843_7745e+2, 3.38713_28727_96366_6080e+0),
            (5.22649_52788_52854_5610e+3, 2.87290_85735_72194_2674e+4, 3.93078_95800_09271_0610e+4, 2.12137_94301_58659_5867e+4,
             5.39419_60214_24751_1077e+3, 6.87187_00749_20579_0830e+2, 4.23133_30701_60091_1252e+1, 1.0))
_MIDDLE = ((7.74545_01427_83414_07640e-4, 2.27238_44989_26918_45833e-2, 2.41780_72517_74506_11770e-1, 1.27045_82524_52368_38258e+0,
            3.64784_83247_63204_60504e+0, 5.76949_72214_60691_40550e+0, 4.63033_78461_56545_29590e+0, 1.42343_71107_49683_57734e+0),
           (1.05075_00716_44416_84324e-9, 5.47593_80849_95344_94600e-4, 1.51986_66563_61645_71966e-2, 1.48103_97642_74800_74590e-1,
            6.89767_33498_51000_04550e-1, 1.67638_48301_83803_84940e+0, 2.05319_16266_37758_82187e+0, 1.0))
_TAIL = ((2.01033_43992_92288_13265e-7, 2.71155_55687_43487_57815e-5, 1.24266_09473_88078_43860e-3, 2.65321_89526_57612_30930e-2,
          2.96560_57182_85048_91230e-1, 1.78482_65399_17291_33580e+0, 5.46378_49111_64114_36990e+0, 6.65790_46435_01103_77720e+0),
         (2.04426_31033_89939_78564e-15, 1.42151_17583_16445_88870e-7, 1.84631_83175_10054_68180e-5, 7.86869_13114_56132_59100e-4,
          1.48753_61290_85061_48525e-2, 1.36929_88092_27358_05310e-1, 5.99832_20655_58879_37690e-1, 1.0))


def _rational(coefficients, r):
    num = den = 0.0
    for c in coefficients[0]:
        num = num * r + c
    for c in coefficients[1]:
        den = den * r + c
    return num, den


def _normal_dist_inv_cdf(p, mu, sigma):
    q = p - 0.5
    if fabs(q) <= 0.425:
        num, den = _rational(_CENTRAL, 0.180625 - q * q)
        x = num * q / den
        return mu + x * sigma
    r = sqrt(-log(p if q <= 0.0 else 1.0 - p))
    if r <= 5.0:
        num, den = _rational(_MIDDLE, r - 1.6)
    else:
        num, den = _rational(_TAIL, r - 5.0)
    x = num / den
    if q < 0.0:
        x = -x
    return mu + x * sigma


class NormalDist:
    """A normal distribution, given by its mean mu and standard deviation sigma."""

    __slots__ = {'_mu': 'The mean.', '_sigma': 'The standard deviation.'}

    def __init__(self, mu=0.0, sigma=1.0):
        self._mu, self._sigma = float(mu), float(sigma)
        if sigma < 0.0:
            raise StatisticsError('sigma must be non-negative')

    def _check_spread(self, what):
        if self._sigma == 0:
            raise StatisticsError(f'{what}() not defined when sigma is zero')

    @classmethod
    def from_samples(cls, data):
        "Make a normal distribution instance from sample data."
        data = list(data)
        _, ss, xbar, n = _sum_of_squares(data)
        if n < 2:
            raise StatisticsError('stdev requires at least two data points')
        return cls(float(xbar), _sqrt(Fraction(ss) / (n - 1), float))

    def samples(self, n, *, seed=None):
        "Generate n samples for a given mean and standard deviation."
        rnd = random.random if seed is None else random.Random(seed).random
        return [_normal_dist_inv_cdf(rnd(), self._mu, self._sigma) for _ in range(n)]

    def pdf(self, x):
        """The probability density at x."""
        if self.variance == 0:
            raise StatisticsError('pdf() not defined when sigma is zero')
        distance = x - self._mu
        return exp(distance * distance / (-2.0 * self.variance)) / sqrt(tau * self.variance)

    def cdf(self, x):
        """The probability of a value of x or less."""
        self._check_spread('cdf')
        return 0.5 * (1.0 + erf((x - self._mu) / (self._sigma * sqrt(2.0))))

    def inv_cdf(self, p):
        "Inverse cumulative distribution function.  x : P(X <= x) = p"
        if p <= 0.0 or p >= 1.0:
            raise StatisticsError('p must be in the range 0.0 < p < 1.0')
        return _normal_dist_inv_cdf(p, self._mu, self._sigma)

    def quantiles(self, n=4):
        "Divide into n continuous intervals with equal probability."
        return [self.inv_cdf(i / n) for i in range(1, n)]

    def overlap(self, other):
        "Compute the overlapping coefficient (OVL) between two normal distributions."
        if not isinstance(other, NormalDist):
            raise TypeError('Expected another NormalDist instance')
        X, Y = self, other
        if (Y._sigma, Y._mu) < (X._sigma, X._mu):
            X, Y = Y, X
        X_var, Y_var = X.variance, Y.variance
        if not X_var or not Y_var:
            raise StatisticsError('overlap() not defined when sigma is zero')
        dv = Y_var - X_var
        dm = fabs(Y._mu - X._mu)
        if not dv:
            return 1.0 - erf(dm / (2.0 * X._sigma * sqrt(2.0)))
        a = X._mu * Y_var - Y._mu * X_var
        b = X._sigma * Y._sigma * sqrt(dm * dm + dv * log(Y_var / X_var))
        x1 = (a + b) / dv
        x2 = (a - b) / dv
        return 1.0 - (fabs(Y.cdf(x1) - X.cdf(x1)) + fabs(Y.cdf(x2) - X.cdf(x2)))

    def zscore(self, x):
        """How many standard deviations x is above the mean."""
        self._check_spread('zscore')
        return (x - self._mu) / self._sigma

    # Of a normal distribution all averages are one.
    mean, median, mode = (property(lambda self: self._mu, doc=f"The {name}.") for name in ("mean", "median", "mode"))
    stdev = property(lambda self: self._sigma, doc="The standard deviation.")
    variance = property(lambda self: self._sigma * self._sigma, doc="The square of the standard deviation.")

    def __add__(x1, x2):
        "Add a constant or another NormalDist instance."
        if isinstance(x2, NormalDist):
            return NormalDist(x1._mu + x2._mu, hypot(x1._sigma, x2._sigma))
        return NormalDist(x1._mu + x2, x1._sigma)

    def __sub__(x1, x2):
        "Subtract a constant or another NormalDist instance."
        if isinstance(x2, NormalDist):
            return NormalDist(x1._mu - x2._mu, hypot(x1._sigma, x2._sigma))
        return NormalDist(x1._mu - x2, x1._sigma)

    def __mul__(x1, x2):
        "Multiply both mu and sigma by a constant."
        return NormalDist(x1._mu * x2, x1._sigma * fabs(x2))

    def __truediv__(x1, x2):
        "Divide both mu and sigma by a constant."
        return NormalDist(x1._mu / x2, x1._sigma / fabs(x2))

    def __pos__(x1):
        return NormalDist(x1._mu, x1._sigma)

    def __neg__(x1):
        return NormalDist(-x1._mu, x1._sigma)

    __radd__ = __add__

    def __rsub__(x1, x2):
        return -(x1 - x2)

    __rmul__ = __mul__

    def __eq__(x1, x2):
        if not isinstance(x2, NormalDist):
            return NotImplemented
        return x1._mu == x2._mu and x1._sigma == x2._sigma

    def __hash__(self):
        return hash((self._mu, self._sigma))

    def __repr__(self):
        return f'{type(self).__name__}(mu={self._mu!r}, sigma={self._sigma!r})'

    def __getstate__(self):
        return self._mu, self._sigma

    def __setstate__(self, state):
        self._mu, self._sigma = state
