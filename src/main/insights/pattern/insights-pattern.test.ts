import { expect, it } from 'vitest'
import { globMatch } from './glob-match'
import { nativePattern } from './native-pattern'
import { capturingPattern, insightsPattern } from './insights-pattern'

function matches(source: string, text: string): boolean {
  const pattern = insightsPattern(source)
  if ('problem' in pattern) throw new Error(pattern.problem)
  return pattern.test(text)
}

it('finds patterns anywhere, whatever way they are matched in', () => {
  const short = 'GET /orders/7 took 1204 ms'
  const long = `${'.'.repeat(5000)}${short}`
  const patterns = [
    'orders',
    '\\d{4} ms$',
    '(?i)ORDERS',
    'GET.*took',
    '(?:a|o)rders?/[0-9]',
    '(\\w+) took (\\d+)',
    'took(?= 1)',
  ]
  for (const text of [short, long]) {
    expect(patterns.map((source) => matches(source, text))).toEqual(patterns.map(() => true))
    expect(['order$', 'ORDERS', '^took', '\\d{5}'].map((source) => matches(source, text))).toEqual([
      false,
      false,
      false,
      false,
    ])
  }
})

it('captures the same from short and from long texts', () => {
  const pattern = capturingPattern('id=(?<id>\\d+)( \\w+)?')
  if ('problem' in pattern) throw new Error(pattern.problem)
  const padding = '.'.repeat(3000)
  expect([
    pattern.groups,
    pattern.capture('id=12 x'),
    pattern.capture(`${padding}id=12`),
    pattern.capture('none'),
  ]).toEqual([['id', null], ['12', ' x'], ['12', null], null])
})

it('answers patterns that are made to be slow', () => {
  const text = `${'a'.repeat(30_000)}!`
  expect(['(a+)+$', '(a|aa)+$', '(.*)*b', 'a*a*a*a*b', '(?i)(a|A)+$'].map((source) => matches(source, text))).toEqual([
    false,
    false,
    false,
    false,
    false,
  ])
  const glob = `${'a*'.repeat(2000)}b`
  expect(globMatch(glob, text)).toBeNull()
})

it('lets only patterns to the runtime that a text cannot make slow', () => {
  const quick = ['"ip":"([^"]*)","user":"([^"]*)"', '^(\\S+) (\\S+) (\\d+)$', 'error.*$', '\\d{3}']
  const safe = ['.*a.*b', '([^"]*)"(.*)', '(a+)+b', '(?:ab)*c', '(\\w+)(\\d+)x', '(a|b)(a|b)(a|b){9}', 'x(?=y)']
  expect([quick, safe].map((sources) => sources.map((source) => nativePattern(source, false) !== null))).toEqual([
    quick.map(() => true),
    safe.map(() => false),
  ])
})

it('gives each star of a glob as little as it can', () => {
  expect([
    globMatch('[*] * end', 'x [a] b end end'),
    globMatch('*=*', 'key=value=more'),
    globMatch('**', 'all'),
    globMatch('a*b*', 'a1b'),
    globMatch('a*b', 'b a'),
  ]).toEqual([['a', 'b'], ['key', 'value=more'], ['', 'all'], ['1', ''], null])
})
