# SPDX-License-Identifier: MIT
"""The templates of Level 2: every function and method with arguments that it mostly takes, and the shapes of the rest."""


def templates(text):
    return [line.strip() for line in text.strip().splitlines() if line.strip()]


# The functions of math and cmath by what they take.
_MATH = {
    "{u}": "acos asin", "{x}": "asinh atan cbrt ceil cos cosh degrees erf erfc exp exp2 expm1 fabs floor frexp isfinite isinf "
                               "isnan modf radians sin sinh tan tanh trunc ulp",
    "{p}": "sqrt log log2 log10 log1p gamma lgamma acosh", "{x}, {x}": "atan2 copysign fmod remainder nextafter hypot isclose",
    "0.{n}": "atanh", "{n}": "factorial isqrt", "{n}, {m}": "comb perm", "{big}, {big}": "gcd lcm", "{x}, {m}": "pow",
    "{i}, {big}, {i}": "gcd lcm", "{f}, {i}": "ldexp", "{f}, {f}, {f}": "fma hypot", "{lx}": "fsum prod",
    "{li}, start={i}": "prod", "({f}, {f}), ({f}, {f})": "dist", "[{x}, {f}], [{f}, {x}]": "sumprod", "{p}, {p}": "log",
    "{x}, {i}": "nextafter copysign", "{f}, {f}, steps={n}": "nextafter", "{f}, {f}, rel_tol={f}": "isclose",
    "{f}, {f}, rel_tol=0.1, abs_tol=0.5": "isclose", "[{i}, {i}, {f}], ({i}, {i}, {i})": "sumprod", "{big}": "isqrt log log2 log10",
    "-{f}": "gamma lgamma exp expm1 erf",
}
_CMATH = {"{z}": "acos acosh asin asinh atan atanh cos cosh exp isfinite isinf isnan log log10 phase polar sin sinh sqrt tan tanh",
          "{f}, {f}": "rect", "{z}, {z}": "isclose log", "{z}, {z}, abs_tol=0.01": "isclose"}

_BUILTINS = templates("""
abs({x})
abs({z})
abs({i})
all({l})
all(x > {i} for x in {li})
any({l})
any(x == {i} for x in {it})
bin({i})
bin({big})
bool({any})
bool()
chr({ord})
complex({x}, {x})
complex({z})
complex({complextext})
complex(real={f}, imag={f})
dict({d})
dict(a={i}, b={s})
dict([({s}, {i}), ({i}, {any})])
dict(zip({ls}, {li}))
divmod({x}, {x})
divmod({i}, {m})
divmod({f}, {m})
list(enumerate({l}))
list(enumerate({ls}, {i}))
list(enumerate({s}, start={i}))
list(filter(None, {l}))
list(filter(lambda x: x > {i}, {li}))
sum(filter(lambda x: x % {m}, {it}))
float({x})
float({decimal})
float()
format({i}, '{ispec}')
format({big}, '{ispec}')
format({f}, '{fspec}')
format({x}, '{fspec}')
format({s}, '{sspec}')
format({z}, '{fspec}')
format({any})
format({b}, '{ispec}')
frozenset({li})
sorted(frozenset({ls}))
len(frozenset({ls}))
hex({i})
hex({big})
int({x})
int({numeral})
int({numeral}, {m})
int('ff', 16)
int('{n}', base=10)
int()
len({l})
len({s})
len({d})
len({r})
len({si})
len({t})
list({it})
list({s})
list({d})
list({t})
list(map({fn}, {li}))
list(map(lambda x, y: x + y, {li}, {li}))
list(map(str, {l}))
max({li})
max({x}, {x})
max({ls}, key=len)
max({li}, default={i})
max([], default={any})
max({it}, key=lambda x: -x)
min({lf})
min({i}, {f}, {x})
min({ls})
min({li}, key=abs)
min({s}, {s})
oct({i})
oct({big})
ord({ch})
pow({x}, {m})
pow({i}, {n}, {m})
pow({big}, {n}, {big})
pow(base={i}, exp={n})
pow({i}, -1, {m})
range({i})
range({i}, {i})
range({i}, {i}, {m})
repr({any})
repr({s})
list(reversed({li}))
list(reversed({s}))
list(reversed({r}))
tuple(reversed({t}))
list(reversed({d}))
round({f})
round({f}, {m})
round({x}, {i})
round({big}, -{m})
round({x})
round(number={f}, ndigits={i})
set({it})
len(set({ls}))
sorted(set({s}))
sorted({li})
sorted({ls})
sorted({lf}, reverse=True)
sorted({ls}, key=len)
sorted({ls}, key=str.lower, reverse={b})
sorted({li}, key=lambda x: (x % {m}, -x))
sorted({d})
sorted({t})
str({any})
str({x})
str()
sum({li})
sum({lf})
sum({lx})
sum({it}, {x})
sum({li}, start={f})
sum([{z}, {z}, {x}])
sum([[{i}], {li}], [])
tuple({it})
tuple({s})
list(zip({li}, {ls}))
list(zip({li}, {r}, {s}))
list(zip([{i}, {i}], {t}, strict={b}))
list(zip(*[{t}, {t}]))
dict(zip({s}, {r}))
""")

_NUMBER_METHODS = templates("""
({i}).bit_length()
({big}).bit_length()
({big}).bit_count()
({i}).conjugate()
({i}).is_integer()
({i}).as_integer_ratio()
({i}).real + ({i}).imag
({i}).numerator / ({m}).denominator
({f}).is_integer()
({f}).as_integer_ratio()
({f}).hex()
({x}).real
({x}).imag
({f}).conjugate()
float.fromhex({s})
float.fromhex('0x1.{n}p{i}')
float.fromhex(({f}).hex())
{z}.real
{z}.imag
{z}.conjugate()
int.bit_length({i})
True.real
True.bit_length()
pi
tau + e
-inf
nan
math.pi
math.inf
cmath.pi
cmath.infj
cmath.nanj
cmath.inf
""")

_TEXT_METHODS = templates("""
{s}.capitalize()
{s}.casefold()
{s}.center({n})
{s}.center({m}, '*')
{s}.count({sub})
{s}.count({sub}, {i})
{s}.count({sub}, {i}, {i})
{s}.endswith({sub})
{s}.endswith(({sub}, {sub}))
{s}.expandtabs()
{s}.expandtabs({m})
{s}.find({sub})
{s}.find({sub}, {i}, {i})
{s}.index({sub})
{s}.isalnum()
{s}.isalpha()
{s}.isascii()
{s}.isdecimal()
{s}.isdigit()
{s}.isidentifier()
{s}.islower()
{s}.isnumeric()
{s}.isprintable()
{s}.isspace()
{s}.istitle()
{s}.isupper()
{s}.join({ls})
{sub}.join({s})
{s}.ljust({n})
{s}.ljust({m}, {sub})
{s}.lower()
{s}.lstrip()
{s}.lstrip({sub})
{s}.partition({sub})
{s}.removeprefix({sub})
{s}.removesuffix({sub})
{s}.replace({sub}, {s})
{s}.replace({sub}, {sub}, {i})
{s}.replace('', {sub})
{s}.rfind({sub})
{s}.rindex({sub})
{s}.rjust({n})
{s}.rpartition({sub})
{s}.rsplit({sub})
{s}.rsplit({sub}, {i})
{s}.rsplit(None, {i})
{s}.rstrip()
{s}.rstrip({sub})
{s}.split()
{s}.split({sub})
{s}.split({sub}, {i})
{s}.split(maxsplit={i})
{s}.split(sep={sub}, maxsplit=1)
{s}.splitlines()
{s}.splitlines(True)
{s}.splitlines(keepends={b})
{s}.startswith({sub})
{s}.startswith({sub}, {i})
{s}.strip()
{s}.strip({s})
{s}.swapcase()
{s}.title()
{s}.translate({{97: 'X', 98: None, 99: 100}})
{s}.translate(str.maketrans({sub}, {sub}))
str.maketrans('ab', 'xy')
str.maketrans('ab', 'xy', 'c')
str.maketrans({{'a': 'b', 'c': {i}}})
{s}.upper()
{s}.zfill({n})
'-5'.zfill({m})
str.upper({s})
str.join({sub}, {ls})
'{{}} {{}}'.format({any}, {s})
'{{1}}-{{0}}'.format({i}, {x})
'{{a}}{{b!r}}'.format(a={any}, b={s})
'{{:{ispec}}}'.format({i})
'{{:{fspec}}}'.format({f})
'{{0[{k}]}}'.format({li})
'{{0[a]}}'.format({{'a': {i}}})
'{{0.real}}'.format({x})
'{{:>{{}}}}'.format({s}, {m})
'{{x}}'.format_map({{'x': {any}}})
'%d' % {i}
'%5d|%-5d|%05d' % ({i}, {i}, {i})
'%.3f' % {x}
'%s and %r' % ({s}, {s})
'%x %X %o' % ({i}, {n}, {n})
'%g %e' % ({f}, {x})
'%c%%' % {ord}
'%(a)s' % {{'a': {any}}}
'%+d % d' % ({i}, {i})
'%*d' % ({m}, {i})
'%s' % {t}
'%i %u' % ({f}, {i})
'%#x %#o' % ({i}, {i})
'%10.4s|' % {s}
'%a' % {s}
{fs}
{fs}
{fs}
""")

_CONTAINER_METHODS = templates("""
{li}.count({i})
{l}.count({any})
{li}.index({i})
{li}.index({i}, {i})
{ls}.index({s})
{l}.copy()
{t}.count({i})
{t}.index({i})
(1, 2, 3, 2).index(2, {i})
{d}.get('a')
{d}.get({any})
{d}.get('zz', {any})
{d}.items()
{d}.keys()
{d}.values()
list({d}.items())
sorted(map(str, {d}.keys()))
{d}.copy()
dict.fromkeys({li})
dict.fromkeys({s}, {any})
{{}}.fromkeys({r}, 0)
len({d}.keys() & {{1, 'a'}})
len({d}.keys() | {{{i}}})
dict.fromkeys({si}).keys() - {si}
dict.fromkeys({li}).keys() & {si}
{si}.copy()
{si}.difference({it})
{si}.difference({it}, {li})
{si}.intersection({it})
{si}.intersection({si}, {it})
{si}.isdisjoint({it})
{si}.issubset({it})
{si}.issuperset({it})
{si}.symmetric_difference({it})
{si}.union({it})
{si}.union({it}, {li})
{si}.union({its}, {its})
{si}.difference({its})
{si}.intersection({its}, {its})
{si}.symmetric_difference({its})
{vw} | {its}
{its} | {vw}
{vw} & {its}
{its} & {vw}
{vw} - {its}
{its} - {vw}
{vw} ^ {its}
{its} ^ {vw}
{{*{its}, {i}, *{its}}}
'{named}'
f'{named}{{{i}}}{named}'
'a{named}b'.isprintable()
set().union({li}, {li})
{r}.count({i})
{r}.index({i})
{r}.start
{r}.stop
{r}.step
{r}[{i}:{i}]
{r}[::-1]
{r}[{k}]
""")

FUNCTIONS = (
    [prefix + name + "(" + taken + ")" for taken, names in _MATH.items() for name in names.split()
     for prefix in (["", "math."] if name != "pow" else ["math."])]
    + ["cmath." + name + "(" + taken + ")" for taken, names in _CMATH.items() for name in names.split()] * 2
    + _BUILTINS * 3 + _NUMBER_METHODS * 2 + _TEXT_METHODS * 2 + _CONTAINER_METHODS * 3)

# Everything but calls of the library.
SHAPES = templates("""
{li}[{k}]
{l}[{i}]
{s}[{k}]
{t}[{k}]
{d}['a']
{d}[{any}]
{li}[{i}:{i}]
{li}[::{m}]
{li}[::-{m}]
{li}[{i}:]
{li}[:{i}]
{s}[{i}:{i}]
{s}[::-1]
{s}[{i}:{i}:{m}]
{t}[{i}:]
{t}[::-1]
{r}[{i}]
{l} + {l}
{l} * {m}
{i} * {ls}
{s} + {s}
{s} * {m}
{t} + {t}
{t} * {i}
{si} | {si}
{si} & {si}
{si} - {si}
{si} ^ {si}
{si} <= {si}
{si} == {si}
{d} | {d}
{d} == {d}
{li} < {li}
{ls} >= {ls}
{t} == {t}
{s} < {s}
{t} < {t}
{any} in {l}
{i} in {it}
{sub} in {s}
{i} not in {r}
'a' in {d}
{f} in {r}
{any} == {any}
{any} != {any}
{l} or {l}
{s} and {any}
not {l}
{any} if {any} else {any}
[{i}, {any}, {l}]
({i}, {any})
{any}, {any}
{{'a': {any}, {i}: {any}}}
{{{i}, {i}, {i}}}
[*{it}, *{l}]
(*{li}, {i})
{{*{li}, {i}}}
{{**{d}, 'k': {any}}}
[x for x in {it}]
[x*{i} for x in {it}]
[x**2 for x in {it} if x % {m}]
[x + y for x in {li} for y in {li}]
[(x, y) for x in {r} for y in {s}]
[[y for y in range(x)] for x in range({m})]
[x for x in {ls} if x]
[x for x in {it} if x > {i} if x < 10]
[a + b for a, b in zip({li}, {li})]
[a for a, *b in [{li}, {li}]]
{{x: x**2 for x in {it}}}
{{k: v for k, v in zip({ls}, {li})}}
{{x % {m} for x in {it}}}
{{str(k): v for k, v in {d}.items()}}
sum(x*x for x in {it})
sum(1 for x in {s} if x in 'aeiou')
max(len(x) for x in {ls})
sorted(x.lower() for x in {ls})
''.join(x for x in {s} if x.isalpha())
list(x for x in {l})
tuple(x + 1 for x in {li})
dict((x, {any}) for x in {r})
any(x in {s} for x in {sub})
[y := {i}, y**2]
(y := {any}, y)
[z for x in {li} if (z := x * 2) > {i}]
(lambda x: x + {i})({i})
(lambda x, y: x * y)({x}, {i})
(lambda x, y={i}: (x, y))({any})
(lambda x, y={i}: (x, y))({any}, y={any})
(lambda *a: a)({any}, {any})
(lambda **k: k)(a={any}, b={i})
(lambda a, *b, c={i}, **d: (a, b, c, d))({i}, {i}, {i}, x={any})
(lambda a, /, b: a - b)({i}, b={i})
(lambda *, k: k)(k={any})
(lambda x: lambda y: x + y)({i})({i})
(lambda f, *a: f(*a))(max, {i}, {i})
(lambda n: (f := lambda k: 1 if k < 2 else k * f(k - 1))(n))({m})
[f(2) for f in [lambda x, i=i: x * i for i in {li}]]
[f() for f in [lambda: i for i in {li}]]
[f := lambda n: n if n < 2 else f(n-1) + f(n-2), [f(k) for k in range({m})]][1]
max(*{li}, {i})
max(*{li}, key=lambda v: -v)
(lambda a, b: a + b)(*[{i}, {i}])
(lambda **k: sorted(k))(**{{'a': 1, 'b': 2}})
(lambda: 0)
lambda x, *y, **z: x
(lambda: (lambda: 1))()
map(abs, {li})
filter(None, {l})
zip({li}, {ls})
enumerate({s})
(x for x in {l})
reversed({li})
abs
{s}.upper
int
math.sqrt
{fn}
str
list({d}.values())
{lit}{lit}
{lit} {lit} 'tail'
r'\\n\\d' + {s}
{l} == [{any}]
-{i} ** {m}
{x} + {x}
{x} * {x} - {x}
{x} // {m}
{z} * {z}
{z} + {x}
{z} / {x}
{z} ** {m}
({x}) ** {f}
{i} << {m}
{big} >> {n}
{i} & {i} | {i} ^ {i}
{x} < {x} <= {x}
""")

SHAPES += templates(r"""
{li}[None:{i}]
{li}[{i}:None:{m}]
{li}[True:]
{s}[-10**30:10**30]
{li}[10**30:]
{t}[:-10**25]
range(10**20)[{i}]
range(10**20, 10**20 + {m})[{k}]
10**19 in range(10**20)
{i} in range(10**20, 0, -{m})
range(10**20).index(10**19)
range({i}, {i}) == range({i}, {i}, {m})
{r} == {r}
len(range({i}, 10**15, {m}))
({s} + {s}).split({sub})
{s}.strip().title().split()
' '.join(sorted({s}.split()))
{text}.upper() + {text}.lower()
{text}.title()
{text}.casefold()
{text}.swapcase()
{text}.capitalize()
[x.isalpha() for x in {text}]
[x.isidentifier() for x in {text}]
[x.isprintable() for x in {text}]
[(x.isdigit(), x.isdecimal(), x.isnumeric()) for x in {text}]
[x.isspace() for x in {text}]
({text}.istitle(), {text}.isupper(), {text}.islower())
{text}.split()
{text}.splitlines()
{text}.strip()
[{text}]
len({text}), {text}
[ord(x) for x in {text}]
f'{{{text}!a}}'
{text} < {text}
{text}.isalnum()
int({text})
float({text})
f'{{{x}!r:>{{{m}}}}}'
f'{{ {x} = }}'
f'{{{x}=!r:>20}}'
f'{{{f}=:.2f}}'
f"{{'a' + {lit2}}}"
f'{{{{{{{i}}}}}}}'
f'{{[x for x in {li}]}}'
f'{{(lambda x: x)({i})}}'
f'{{{i}:=+{{{m}}}d}}'
f'{{{d}}}'
f'{{{i}!s}}{{{f}!r}}'
f'{{f"{{{i}}}"}}'
'{pspec}' % {x}
'{pspec}' % {i}
'{pspec}|{pspec}' % ({x}, {x})
'%*.*f|' % ({i}, {m}, {f})
'%-*s|%s' % ({m}, {s}, {any})
'%({k2})s %({k2})r' % {{'a': {any}, 'b': {s}}}
format({big}, '{fspec}')
format({z}, '{zspec}')
format({b}, '{sspec}')
format({i}, '{sspec}')
'{{:{zspec}}}'.format({z})
'{{0:{ispec}}} {{0!r:{sspec}}}'.format({i})
'{{a[{k}]}} {{b[k]}}'.format(a={li}, b={{'k': {any}}})
'{{:{{w}}.{{p}}f}}'.format({f}, w={m}, p={m})
(lambda *a, **k: (a, k))(*{li}, **{{'x': {any}}})
(lambda **k: k)(**{{'a': {i}}}, a={i})
(lambda **k: k)(**{{{i}: {i}}})
dict(**{{'a': {i}}}, b={i})
dict(**{{{i}: {i}}})
dict({d}, z={i})
(lambda a, b=2, *c, d, e=5, **f: (a, b, c, d, e, f))({i}, d={i})
(lambda a, b=2, *c, d, e=5, **f: (a, b, c, d, e, f))({i}, {i}, {i}, d={i}, z={i})
(lambda a, b: a)(**{{'a': {i}, 'c': {i}}})
(lambda a, b, c: a)({i}, c={i})
(lambda a, b=1, /, *, c): 0
(lambda a, /, b, *, c: (a, b, c))({i}, {i}, c={i})
(lambda a, /, b, *, c: (a, b, c))({i}, {i}, {i})
(lambda a, b, c, d: a)(*{li})
(lambda x: (lambda y: (lambda z: x + y + z)))({i})({i})({i})
[(lambda x: x + k)({i}) for k in {li}]
[g(3) for g in [(lambda x, k=k: x * k) for k in {r}]]
(lambda: [x for x in {li} if (lambda y: y > x)({i})])()
(lambda n: [n := n + 1, n])({i})
[(a, b) for a in {li} for b in range(a % 4) if a != b]
[[a := a2, a + 1] for a2 in {li}]
{{(x := y) for y in {li}}}, x
[x for x in (y for y in {li}) if x > {i}]
[x for x, in zip({li})]
[x for (x, y), z in zip(zip({li}, {li}), {li})]
[a for a, *b, c in [{li}, {ls}]]
next_
any(1/x for x in {li})
all(x for x in {li})
any(x > 2 or 1/0 for x in [3, 4])
sum((x for x in {li}), {i})
list(zip({li}, (x for x in {s})))
list(map(lambda *a: a, {li}, {s}, {r}))
list(map(max, {li}, {li}))
list(filter(str.isalpha, {s}))
list(map(int, {s}.split()))
list(map(str.upper, {ls}))
max({ls}, default='')
max({li}, {li})
min([{t}, {t}])
max({l})
sorted({l})
sorted([{any}, {any}])
sorted({lx})
sorted({ls}, key=lambda x: (len(x), x))
sorted([({i}, {s}), ({i}, {s})])
sorted({d}.items(), key=lambda kv: str(kv))
[nan, {f}, nan].index(nan)
[nan] == [nan], nan in (nan,), nan == nan
sorted([{f}, nan, {f}])
min({f}, nan), max(nan, {f}), min(nan, {f})
{lx}.count({i}), {lx}.count({f})
{i} in {lf}, {f} in {li}
{d}.keys() == {d}.keys()
{si} == {{*{li}}}
{si} < {si}, {si} >= {si}
frozenset({li}) == {si}
{si} | frozenset({li})
frozenset({li}) | {si}
{d}.items() == {d}.items()
('a', {i}) in {d}.items()
{i} in {d}.values()
list({d})[:1]
list({d}.values())[{k}:]
{{**{d}, **{d}}}
{d} | {d} == {d}
{d}.get({i}, {d})
fsum({lx})
fsum([{f}, inf, {f}])
fsum([inf, -inf])
sum([{f}, {i}, {f}, {big}])
sum([{big}, {f}])
sum([True, {f}])
sum([{f}, {z}, {i}])
prod([{f}, {i}, {f}])
prod([{i}, {big}])
prod({li}, start={f})
sumprod({lf}, {lf})
sumprod({li}, {lf})
dist({lf}, {lf})
hypot({f}, {i}, {f}, {f})
hypot({f}, inf)
hypot(nan, {f})
gcd({i}, {i}, {i})
lcm({i}, {i}, {i})
gcd(*{li})
comb({n}, {n})
perm({n})
perm({n}, {n})
isqrt({big}**2)
log({big}, {m})
log({p}, {m})
log2(2**{n})
round({f}, -{m})
round({big}, -{n})
round({i}.5)
round({x}, {n})
divmod({big}, {i})
divmod({f}, {f})
{big} // {big}
{big} % {big}
-{big} // {m}
{big} * {big}
{big} ** 3
{big} - {big} * {i}
{big} / {big}
{big} / {f}
{big} & {big}
{big} ^ -{n}
~{big}
{big} << {n}
int({f} * 10**20)
int(str({big}))
float(str({f})) == {f}
float({big})
int('{big}'.strip('()'), {m})
complex({s})
complex({big}, {f})
({z})**{i}
({z})**({z})
{z} == {x}
abs({z}), {z}.conjugate()
-{z}, +{z}
{z} - {z}
{z} / {x}
{x} / {z}
{x} ** {z}
cmath.polar({z})[1]
cmath.rect(*cmath.polar({z}))
hex(-{n}), oct(-{n}), bin(-{n})
str({f}), repr({f})
[{f}, {z}, {any}]
({x}).as_integer_ratio()
({big}).as_integer_ratio()
{f}.hex(), {f}.is_integer()
ldexp(*frexp({f}))
nextafter({f}, inf), ulp({f})
nextafter({x}, {x}, steps={big})
copysign({x}, -0.0)
fmod({x}, {x}), remainder({x}, {x})
floor({f}), ceil({f}), trunc({f})
floor({big}), ceil(-{f})
isclose({x}, {x}, abs_tol={p})
degrees({x}), radians({x})
atan2({x}, -0.0)
pow({f}, {f}), math.pow({x}, {f})
{x} ** {x}
({x}) ** -{m}
str(b := {i}) + str(b)
(b := [{i}]) + b
{any} is None
None is {any}
{i} if {any} else {any}
{any} or {any} and {any}
not ({any} or {any})
({any}) == ({any})
{l} == {l}, {t} < {t}
'a' 'b' f'{{{i}}}' 'c'
'\x41\u00e9\n\t\'' "\""
r'\{{' + f'\{{{i}}}'
"\u03c0\101\0"
[*{ls}, *{t}, {any}]
({i},) * {m} + {t}
[[{i}] * {m}] * 2
print
divmod
str.upper
int.bit_length
dict.fromkeys
float.fromhex
[].count
{{}}.keys
(1).real
{lit}.join
math.pi.hex
cmath.exp
zip
{d}.keys()
{d}.items()
enumerate({l}), zip(), map(abs, []), reversed({l}), reversed({r}), reversed({t})
reversed({d}), iter_
filter(None, [])
bool({l}), bool({s}), bool({f})
str({l}) + repr({t})
""")

# Calls that CPython refuses, each kind of function by its own words.
WRONG_CALLS = templates("""
abs()
abs({i}, {i})
sqrt()
sqrt({i}, {i})
sqrt(x={i})
math.sin({s})
cmath.sqrt({s})
cmath.sqrt()
divmod({i})
divmod({i}, 0)
round()
round({s})
round({f}, {f})
round({f}, x={i})
pow({i})
pow({i}, {i}, 0)
pow({f}, {i}, {m})
pow({i}, {i}, {i}, {i})
max()
max([])
max({i})
max({i}, {s})
max({li}, kye={fn})
max({i}, {i}, default={i})
min({l}, key={i})
len({i})
len()
len({s}, {s})
sum()
sum({ls})
sum({i})
sum({ls}, '')
sorted()
sorted({i})
sorted([{i}, {s}])
sorted({li}, {fn})
sorted({li}, foo={i})
int({s}, {i})
int({i}, {i})
int([])
int(x={i})
int({s}, x=2)
float({l})
float({s}, {i})
float(x={f})
complex({s}, {i})
complex({i}, {s})
complex({i}, {i}, {i})
complex(re={i})
str({i}, {i})
str({i}, {i}, {i}, {i})
bool({i}, {i})
bool(x={i})
list({i})
list({l}, {l})
tuple({i})
set({i})
set({l}, {l})
set([{l}])
dict({i})
dict({li})
dict([{t}])
dict({l}, {l})
dict([({i},)])
{{{l}: {i}}}
{{{l}}}
{{{d}}}
frozenset({i})
range()
range({f})
range({i}, {i}, 0)
range({i}, {i}, {i}, {i})
range(a={i})
zip({i})
list(zip({li}, {i}))
list(zip({li}, {r}, strict=True))
zip({l}, foo=1)
map()
map(abs)
list(map({i}, {li}))
list(map(abs, {ls}))
filter(None)
list(filter({i}, {li}))
enumerate()
enumerate({i})
enumerate({l}, {s})
reversed({i})
reversed({si})
reversed()
chr(-{m})
chr(1114112)
chr({s})
ord({s})
ord({i})
ord({l})
bin({f})
hex({s})
oct({f})
repr()
repr({i}, {i})
format()
format({i}, {i})
format({l}, '{ispec}')
format({s}, '{ispec}')
format({i}, '.3d')
format({f}, 'x')
format({i}, ',x')
format({i}, 'q')
format({f}, '5.')
format({s}, '=5')
format({s}, '+')
format({i}, '1_,d')
all({i})
any()
factorial({f})
factorial(-{m})
factorial({s})
comb({i})
comb({f}, {i})
comb(-{m}, {i})
perm({i}, -{m})
gcd({f})
gcd({s}, {i})
lcm({i}, {f})
isqrt(-{m})
isqrt({f})
hypot({s})
dist([{i}], [{i}, {i}])
dist({i}, {i})
fsum({i})
fsum({ls})
prod({ls})
prod({i})
sumprod([{i}], [{i}, {i}])
sumprod({i}, {i})
log(0)
log(-{m})
log({x}, 0)
log({x}, 1)
log({x}, {x}, {x})
log()
log2(-{i})
log10(0)
log1p(-1)
acos({m})
asin({f})
acosh(0)
atanh(1)
sqrt(-{m})
gamma(-{m})
lgamma(0)
exp(1000)
cosh(1000)
ldexp({f}, {f})
ldexp(1.0, 5000)
fmod({x}, 0)
fmod(inf, {m})
remainder({x}, 0)
atan2({i})
nextafter({f})
nextafter({f}, {f}, steps=-1)
nextafter({f}, {f}, {i})
isclose({i})
isclose({f}, {f}, rel_tol=-1)
isclose({f}, {f}, {f})
floor(inf)
ceil(nan)
trunc({s})
floor({s})
floor({z})
copysign({i})
cmath.log(0)
cmath.log10(0)
cmath.polar()
cmath.rect({i})
cmath.exp(1000)
cmath.phase({s})
cmath.atanh(1)
{s}.join({li})
{s}.join({i})
{s}.foo()
{i}.foo
({i}).foo
{l}.foo
{d}.foo()
{s}.index('@@')
{s}.split('')
{s}.split({i})
{s}.replace({i}, {s})
{s}.replace({s})
{s}.center()
{s}.center({s})
{s}.center({m}, 'ab')
{s}.count({i})
{s}.count()
{s}.startswith({i})
{s}.startswith([{s}])
{s}.upper({i})
{s}.upper(x=1)
{s}.zfill({s})
{s}.strip({i})
{s}.find()
{s}.partition('')
{s}.partition({i})
'{{}} {{}}'.format({i})
'{{0}} {{}}'.format({i}, {i})
'{{a}}'.format({i})
'{{'.format({i})
'}}'.format({i})
'{{0.foo}}'.format({i})
'{{0[9]}}'.format({l})
'{{!x}}'.format({i})
'{{:q}}'.format({i})
'%d' % {s}
'%d %d' % {i}
'%d' % ({i}, {i})
'%q' % {i}
'%' % {i}
'%(a)d' % {i}
'%c' % {s}
{l}.index({s})
{li}.index(99)
{t}.index(99)
{r}.index(99)
{l}.count()
{d}['nokey']
{d}.get()
{d}.keys({i})
dict.fromkeys({i})
{si} + {si}
{si} | {l}
{si}[{i}]
{si} < {i}
{si}.union({i})
{l}[{s}]
{l}[{f}]
{l}[99]
{l}[::0]
{t}[99]
{t}[{s}]
{s}[99]
{s}[{f}]
{r}[99]
{r}[{s}]
{i}[{i}]
{f}[0]
None[0]
{i}({i})
{s}({i})
{l}()
{f}()
None()
{l} + {t}
{t} + {l}
{s} + {i}
{i} + {s}
{l} * {f}
{l} * {l}
{s} - {s}
{d} + {d}
{l} < {t}
{i} < {s}
{d} < {d}
{i} in {i}
{i} in {s}
{l} in {si}
[*{i}]
max(*{i})
(lambda **k: k)(**{i})
{{**{i}}}
{{**{l}}}
[x for x in {i}]
[a for a, b in {li}]
[a for a, b in [{li}]]
(lambda x: x)()
(lambda x: x)({i}, {i})
(lambda x, y, z: x)()
(lambda x, y, z: x)({i})
(lambda: 0)({i})
(lambda a, b=1: a)({i}, {i}, {i})
(lambda x: x)(y={i})
(lambda x: x)({i}, x={i})
(lambda *, a: a)()
(lambda *, a, b: a)()
(lambda *, a: a)({i})
(lambda a, /: a)(a={i})
(lambda a, b, /, c: a)(a={i}, b={i}, c={i})
(lambda x: lambda y: x)({i})()
(lambda x, *, k=1: x)({i}, {i}, k=2)
undefined_name
undefined + {i}
foo({i})
math.foo
math.sqroot({i})
cmath.foo
print({i})
open({s})
eval({s})
{s}.format.foo
abs.foo
(lambda: 0).foo
None.foo
-{s}
+{l}
~{f}
-{d}
not_a_name.attribute
""")
