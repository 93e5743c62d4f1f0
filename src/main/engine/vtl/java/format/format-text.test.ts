import { describe, expect, it } from 'vitest'
import { JavaException } from '../java-exception'
import type { JavaValue } from '../java-value'
import { big, byte, char, decimal, double, float, list, long, short } from '../testing/java-values'
import { formatText } from './format-text'

function format(text: string, args: readonly JavaValue[]): string {
  try {
    return formatText(text, args)
  } catch (error) {
    if (error instanceof JavaException) return `throws ${error.className}`
    throw error
  }
}

/** What is expected was asked of JDK 17. */
const CASES: readonly (readonly [format: string, args: readonly JavaValue[], expected: string])[] = [
  ['%d %d', [5, long(-12345678901n)], '5 -12345678901'],
  ['%5d|%-5d|%05d', [42, 42, 42], '   42|42   |00042'],
  ['%,d %,d', [1234567, -999], '1,234,567 -999'],
  ['%+d % d %(d', [5, 5, -5], '+5  5 (5)'],
  ['%(05d|%(8d', [-5, -5], '(005)|     (5)'],
  ['%x %X %#x %08x', [255, 255, 255, -1], 'ff FF 0xff ffffffff'],
  ['%o %#o', [8, 8], '10 010'],
  ['%x %x %x', [long(-1n), short(-1), byte(-1)], 'ffffffffffffffff ffff ff'],
  ['%d %x %+x', [big(10n ** 20n), big(-255n), big(255n)], '100000000000000000000 -ff +ff'],
  ['%s|%10s|%-10s|%.2s|%S', ['abc', 'abc', 'abc', 'abc', 'abc'], 'abc|       abc|abc       |ab|ABC'],
  ['%s %s %s', [null, list(1, 2), double(1)], 'null [1, 2] 1.0'],
  ['%b %B %b %b', [true, false, null, 'x'], 'true FALSE false true'],
  ['%c %C %c %c', [char('a'), char('b'), 128512, null], 'a B 😀 null'],
  ['%h %H', ['hello', 255], '5e918d2 FF'],
  ['%f %.2f %.0f %#.0f', [double(1.5), double(2.345), double(0.5), double(1)], '1.500000 2.35 1 1.'],
  ['%.2f %.2f %.3f', [double(0.125), double(1.005), double(2.0005)], '0.13 1.01 2.001'],
  [
    '%8.2f|%-8.2f|%08.2f|%+.1f',
    [double(2.71459), double(2.71459), double(-2.71459), double(2)],
    '    2.71|2.71    |-0002.71|+2.0',
  ],
  ['%,.2f %(,.2f', [double(1234567.891), double(-1234.5)], '1,234,567.89 (1,234.50)'],
  [
    '%e %.2e %E %.0e',
    [double(12345.678), double(0), double(1e-10), double(15)],
    '1.234568e+04 0.00e+00 1.000000E-10 2e+01',
  ],
  [
    '%g %.3g %g %g',
    [double(0.0001), double(123456), double(1e10), double(0)],
    '0.000100000 1.23e+05 1.00000e+10 0.00000',
  ],
  ['%a %a', [double(1), double(-0.1)], '0x1.0p0 -0x1.999999999999ap-4'],
  [
    '%f %f %e %(f',
    [double(NaN), double(-Infinity), double(Infinity), double(-Infinity)],
    'NaN -Infinity Infinity (Infinity)',
  ],
  ['%.1f %f', [float(0.1), double(-0)], '0.1 -0.000000'],
  [
    '%.2f %s %.3e %g',
    [decimal(12345n, 3), decimal(150n, 2), decimal(12345n, 0), decimal(5n, 6)],
    '12.35 1.50 1.235e+04 5.00000e-06',
  ],
  ['%.0f %.1f', [decimal(25n, 1), decimal(-149n, 2)], '3 -1.5'],
  ['%2$s %1$s %<s %s', ['a', 'b'], 'b a a a'],
  ['%n%%|%5%|%-5%|', [], '\n%|    %|%    |'],
  ['%tY-%<tm-%<td %<tH:%<tM:%<tS.%<tL', [long(1500000000123n)], '2017-07-14 02:40:00.123'],
  ['%tF %<tT %<tD %<tR %<tr', [long(0n)], '1970-01-01 00:00:00 01/01/70 00:00 12:00:00 AM'],
  [
    '%tB %<tb %<tA %<ta %<tj %<te %<tk %<tl %<tp %<ty %<tC %<tZ %<tz %<ts %<tQ %<tN %<tI',
    [long(-86400001n)],
    'December Dec Tuesday Tue 364 30 23 11 pm 69 19 UTC +0000 -86400 -86400001 999000000 11',
  ],
  ['%tc %<TB', [long(951782400000n)], 'Tue Feb 29 00:00:00 UTC 2000 FEBRUARY'],
  ['plain', [], 'plain'],
  ['', [], ''],
  ['%d', [], 'throws java.util.MissingFormatArgumentException'],
  ['%d %d', [1], 'throws java.util.MissingFormatArgumentException'],
  ['%<s', ['a'], 'throws java.util.MissingFormatArgumentException'],
  ['%d', ['x'], 'throws java.util.IllegalFormatConversionException'],
  ['%d', [double(1)], 'throws java.util.IllegalFormatConversionException'],
  ['%f', [1], 'throws java.util.IllegalFormatConversionException'],
  ['%c', ['a'], 'throws java.util.IllegalFormatConversionException'],
  ['%c', [-1], 'throws java.util.IllegalFormatCodePointException'],
  ['%x', [true], 'throws java.util.IllegalFormatConversionException'],
  ['%tY', [5], 'throws java.util.IllegalFormatConversionException'],
  ['%q', [1], 'throws java.util.UnknownFormatConversionException'],
  ['%', [1], 'throws java.util.UnknownFormatConversionException'],
  ['%5', [1], 'throws java.util.UnknownFormatConversionException'],
  ['%-d', [1], 'throws java.util.MissingFormatWidthException'],
  ['%0d', [1], 'throws java.util.MissingFormatWidthException'],
  ['%-05d', [1], 'throws java.util.IllegalFormatFlagsException'],
  ['%+ d', [1], 'throws java.util.IllegalFormatFlagsException'],
  ['%++d', [1], 'throws java.util.DuplicateFormatFlagsException'],
  ['%.2d', [1], 'throws java.util.IllegalFormatPrecisionException'],
  ['%#d', [1], 'throws java.util.FormatFlagsConversionMismatchException'],
  ['%,x', [1], 'throws java.util.FormatFlagsConversionMismatchException'],
  ['%+x', [1], 'throws java.util.FormatFlagsConversionMismatchException'],
  ['%#s', ['a'], 'throws java.util.FormatFlagsConversionMismatchException'],
  ['%+s', ['a'], 'throws java.util.FormatFlagsConversionMismatchException'],
  ['%-s', ['a'], 'throws java.util.MissingFormatWidthException'],
  ['%.2c', [65], 'throws java.util.IllegalFormatPrecisionException'],
  ['%5n', [], 'throws java.util.IllegalFormatWidthException'],
  ['%0$s', ['a'], 'throws java.util.IllegalFormatArgumentIndexException'],
  ['%99999999999d', [1], 'throws java.util.IllegalFormatWidthException'],
  ['%tq', [long(0n)], 'throws java.util.UnknownFormatConversionException'],
  ['%.2tY', [long(0n)], 'throws java.util.IllegalFormatPrecisionException'],
  ['%,e', [double(1)], 'throws java.util.FormatFlagsConversionMismatchException'],
]

describe('String.format', () => {
  for (const [text, args, expected] of CASES) {
    it(`writes ${JSON.stringify(text)} as ${JSON.stringify(expected)}`, () => {
      expect(format(text, args)).toBe(expected)
    })
  }

  it('takes an array that is null for arguments that are null', () => {
    expect(formatText('%s %5d', null)).toBe('null  null')
  })

  it('ends with an error before a text gets out of hand', () => {
    const formats = ['%2000000000d', '%.2000000000f', '%1$s'.repeat(100_000)]
    expect(
      formats.map((text) =>
        format(text, [text.startsWith('%.') ? double(1) : text.startsWith('%1') ? 'x'.repeat(1_000) : 1]),
      ),
    ).toEqual(Array.from({ length: 3 }, () => 'throws java.lang.OutOfMemoryError'))
  })
})
