import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { hasDisplay, parseStartArguments } from './start-options.mjs'

const plain = { wantsHelp: false, wantsBrowser: false, file: null }

describe('parseStartArguments', () => {
  test.each([
    [[], plain],
    [['--browser'], { ...plain, wantsBrowser: true }],
    [['orders.yaml'], { ...plain, file: resolve('/home/ann', 'orders.yaml') }],
    [['--browser', '/tmp/a.yaml'], { ...plain, wantsBrowser: true, file: resolve('/tmp/a.yaml') }],
    [['--help'], { ...plain, wantsHelp: true }],
  ])('%j', (args, expected) => {
    expect(parseStartArguments(args, '/home/ann')).toEqual(expected)
  })
  test('an unknown option is an error that names it', () => {
    expect(parseStartArguments(['--brwser'], '/')).toEqual({ error: 'npm start does not know the option --brwser.' })
  })
  test('two files are an error', () => {
    expect(parseStartArguments(['a', 'b'], '/')).toEqual({ error: 'npm start opens one file, 2 were given.' })
  })
})

describe('hasDisplay', () => {
  test.each([
    ['linux', {}, false],
    ['linux', { DISPLAY: ':0' }, true],
    ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, true],
    ['darwin', {}, true],
    ['win32', {}, true],
  ])('%s with %j: %s', (platform, env, expected) => {
    expect(hasDisplay({ platform, env })).toBe(expected)
  })
})
