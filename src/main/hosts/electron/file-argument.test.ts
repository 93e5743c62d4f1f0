import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fileArgument } from './file-argument'

describe('fileArgument', () => {
  test.each([
    ['a packaged program', ['gatewright', 'orders.yaml'], true, resolve('/projects', 'orders.yaml')],
    [
      'a checkout, where the app folder comes first',
      ['electron', '/app', 'orders.yaml'],
      false,
      resolve('/projects', 'orders.yaml'),
    ],
    ['switches before and after', ['gatewright', '--no-sandbox', '/a.yaml', '--x'], true, resolve('/a.yaml')],
    ['no file', ['gatewright'], true, null],
    ['a checkout without a file', ['electron', '/app'], false, null],
    ['only switches', ['gatewright', '--inspect', '-r', '--js-flags=x'], true, null],
    ['an empty argument', ['gatewright', ''], true, null],
    ['a name with NUL', ['gatewright', 'a\0b'], true, null],
  ])('%s', (_, argv, isPackaged, expected) => {
    expect(fileArgument(argv, isPackaged, '/projects')).toBe(expected)
  })
})
