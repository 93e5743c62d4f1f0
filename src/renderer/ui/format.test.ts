import { expect, test } from 'vitest'
import {
  formatAgo,
  formatBytes,
  formatCount,
  formatDuration,
  formatMs,
  formatNumber,
  formatShare,
  formatShort,
  nameWithUnit,
  plural,
} from './format'

test('counts have thousands separators, numbers at most two decimals', () => {
  expect([formatCount(70_475), formatCount(999.6), formatNumber(0.5), formatNumber(1234.567)]).toEqual([
    '70,475',
    '1,000',
    '0.5',
    '1,234.57',
  ])
})

test('a share of one is shown in percent with one decimal', () => {
  expect([0.149, 1, 0.0004].map(formatShare)).toEqual(['14.9 %', '100.0 %', '0.0 %'])
})

test('a latency is shown in the unit that fits it', () => {
  expect([0, 4.26, 118.4, 999.4, 999.5, 1240, 59_994, 60_000, 90_000].map(formatMs)).toEqual([
    '0 ms',
    '4.3 ms',
    '118 ms',
    '999 ms',
    '1.00 s',
    '1.24 s',
    '59.99 s',
    '1:00',
    '1:30',
  ])
})

test('a duration is minutes and seconds, with hours when there are any', () => {
  expect([0, 7.6, 222, 3725].map(formatDuration)).toEqual(['0:00', '0:08', '3:42', '1:02:05'])
})

test('sizes count 1,024 bytes to the KB', () => {
  expect([512, 1229, 10_240, 10 * 1024 * 1024].map(formatBytes)).toEqual(['512 B', '1.2 KB', '10 KB', '10 MB'])
})

test('short figures are for where a full one does not fit', () => {
  expect([950, 5000, 10_000, 1_500_000].map(formatShort)).toEqual(['950', '5,000', '10k', '1.5M'])
})

test('what is not a number is said in a word', () => {
  expect(
    [formatCount, formatNumber, formatShare, formatMs, formatDuration, formatBytes, formatShort].map((f) => f(NaN)),
  ).toEqual(Array.from({ length: 7 }, () => 'none'))
})

test('how long ago something was is told in the coarsest words that help', () => {
  const now = Date.UTC(2026, 10, 20, 12)
  const minutes = (count: number): number => now - count * 60_000
  expect(
    [minutes(0.5), minutes(1), minutes(26), minutes(60), minutes(180), minutes(30 * 60)].map((at) =>
      formatAgo(at, now),
    ),
  ).toEqual(['just now', '1 minute ago', '26 minutes ago', '1 hour ago', '3 hours ago', 'yesterday'])
})

test('a unit is part of the accessible name in words', () => {
  expect([
    nameWithUnit('Rate limit', 'requests/s'),
    nameWithUnit('Timeout', 'ms'),
    nameWithUnit('Port', undefined),
  ]).toEqual(['Rate limit, requests per second', 'Timeout, milliseconds', 'Port'])
})

test('a noun agrees with its count', () => {
  expect([plural(1, 'route'), plural(1200, 'route'), plural(2, 'minute', ' ago')]).toEqual([
    '1 route',
    '1,200 routes',
    '2 minutes ago',
  ])
})
